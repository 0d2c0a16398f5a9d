import type { Attribute, Direction, ObjectDescribe, SalesforceField } from '@pryzm/salesforce-sdk'
import { fieldConvertibility, flows } from '@pryzm/salesforce-sdk/mapping'
import { Written } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import { FittingTypes } from './fitting-types.tsx'

export interface PairNotesProps {
  attribute: Attribute
  field: SalesforceField
  describe: ObjectDescribe | null
  /** The way that values really flow. */
  direction: Direction | null
  words: EditorWords
}

/** How values of a pair travel where nothing is wrong with it, and what else could stand in its place. */
export function PairNotes(props: PairNotesProps) {
  const { attribute, words } = props
  const { t, part } = words
  const notes = [...currencyNotes(props), ...requiredNotes(props)]
  return (
    <div role="group" aria-label={t.values} {...part('notes')}>
      {travelNotes(props).map(({ way, sentence }) => (
        <p key={way} {...part('hint')}>
          {way !== null && `${t[way]}: `}
          <Written>{sentence}</Written>
        </p>
      ))}
      {notes.map((note) => (
        <p key={note} {...part('hint')}>
          {note}
        </p>
      ))}
      <FittingTypes attribute={attribute} words={words} />
    </div>
  )
}

/** What the type table says of each way that works without loss; issues say the rest. */
function travelNotes({ attribute, field, direction }: PairNotesProps): { way: 'pull' | 'push' | null; sentence: string }[] {
  const ways = (['pull', 'push'] as const).filter((way) => flows(direction, way))
  const sentences = ways.flatMap((way) => {
    const { level, sentence } = fieldConvertibility(attribute, field, way)
    return level === 'exact' ? [{ way, sentence }] : []
  })
  const [first, second] = sentences
  if (first && first.sentence === second?.sentence) return [{ way: null, sentence: first.sentence }]
  return sentences
}

/** In an org with several currencies, a record says its own. */
function currencyNotes({ attribute, field, describe, words: { t } }: PairNotesProps): string[] {
  const several = describe?.fields.some(({ name }) => name === 'CurrencyIsoCode') ?? false
  if (!several || field.type !== 'currency' || attribute.type !== 'currency') return []
  return [attribute.currency === undefined ? t.currencyOfRecord : t.currencyFixed({ currency: attribute.currency })]
}

/** A blank costs more than its own field where Salesforce needs a value to create the record. */
function requiredNotes({ attribute, field, direction, words: { t } }: PairNotesProps): string[] {
  const required = field.createable && !field.nillable && !field.defaultedOnCreate
  if (!required || attribute.required || !flows(direction, 'push')) return []
  return [t.blankStopsCreate({ attribute: attribute.label, field: field.label })]
}

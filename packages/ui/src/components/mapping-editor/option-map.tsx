import type { Attribute, AttributeOption, OptionPair, PicklistValue, SalesforceField } from '@pryzm/salesforce-sdk'
import {
  flows,
  isMatch,
  type Match,
  type NoMatch,
  optionMatcher,
  suggestOptionPairs,
  valueMatcher,
} from '@pryzm/salesforce-sdk/mapping'
import { useMemo, useState } from 'react'
import { Button, Input, StatusBadge } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import { matchOption } from './option-pairs.ts'
import type { StageEnds } from './use-stage-ends.ts'
import { ValueSelect } from './value-select.tsx'

/** More options than this get a search box. */
const SEARCH_FROM = 20

export interface OptionMapProps {
  attribute: Attribute
  field: SalesforceField
  options: readonly OptionPair[]
  /** Options that end a deal, where they are stages. */
  stageEnds: StageEnds
  locked: boolean
  words: EditorWords
  onChange: (options: OptionPair[]) => void
  onMatchByName: () => void
}

/** Which Salesforce value stands for each Pryzm option, those without one first. */
export function OptionMap({ attribute, field, options, stageEnds, locked, words, onChange, onMatchByName }: OptionMapProps) {
  const { t, part } = words
  const [query, setQuery] = useState('')
  const rows = useMatches(attribute, field, options)
  const missing = rows.filter(({ value }) => value === null).length
  const shown = rows.filter(({ option }) => option.label.toLowerCase().includes(query.trim().toLowerCase()))
  const matched = rows.length - missing
  return (
    <div role="group" aria-label={t.optionsTitle({ attribute: attribute.label, field: field.label })} {...part('options')}>
      <div {...part('options-head')}>
        <p {...part('options-title')}>
          <StatusBadge status={missing > 0 ? 'attention' : 'done'} variant="plain">
            {t.optionsMatched({ matched, total: rows.length })}
          </StatusBadge>
          {missing > 0 && <span {...part('hint')}>{t.optionsExplained({ missing })}</span>}
        </p>
        {!locked && missing > 0 && (
          <Button size="s" onClick={onMatchByName}>
            {t.matchByName}
          </Button>
        )}
      </div>
      <FieldNotes field={field} words={words} />
      {rows.length > SEARCH_FROM && (
        <Input
          type="search"
          aria-label={t.searchOptions}
          placeholder={t.searchOptions}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      <ul {...part('options-list')}>
        {shown.map(({ option, value, chosen, byName, note }) => (
          <li key={option.id} {...part('option-pair', { matched: value !== null })}>
            <span dir="auto" {...part('option-label')}>
              {option.label} <StageEnd end={stageEnds.get(option.id)} words={words} />
            </span>
            {locked ? (
              <span>{labelOf(field, value) ?? t.unmatched}</span>
            ) : (
              <ValueSelect
                label={t.valueFor({ label: option.label })}
                value={chosen ?? ''}
                choices={choicesOf(field, byName, t)}
                onChange={(value) => onChange(matchOption(options, option.id, value || null))}
              />
            )}
            {note !== null && <span {...part('option-note')}>{noteText(note, t)}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Says that records in a stage are won or lost. */
function StageEnd({ end, words: { t } }: { end: 'won' | 'lost' | undefined; words: EditorWords }) {
  if (end === undefined) return null
  return (
    <StatusBadge status={end === 'won' ? 'done' : 'cancelled'} variant="plain">
      {t[end]}
    </StatusBadge>
  )
}

interface OptionMatch {
  option: AttributeOption
  /** The Salesforce value that a push would write; null where none fits. */
  value: string | null
  /** The value that a person tied to it. */
  chosen: string | null
  /** The value that fits by its name alone. */
  byName: string | null
  /** What is to be known about the match, or about there being none; null where there is nothing. */
  note: OptionNote | null
}

/** Why no value is written, that its value is inactive or only likely, or which other option a pull makes of it. */
type OptionNote =
  | { kind: Exclude<NoMatch, 'none'> }
  | { kind: 'inactive_chosen' | 'likely' }
  | { kind: 'pulled_as'; option: string }

/** The matches in the order of the options, those without one first; the order stays while matches are edited. */
function useMatches(attribute: Attribute, field: SalesforceField, pairs: readonly OptionPair[]): OptionMatch[] {
  const matches = useMemo(() => matchesOf(attribute, field, pairs), [attribute, field, pairs])
  const [missingFirst] = useState(() => new Set(matches.filter(({ value }) => value === null).map(({ option }) => option.id)))
  return useMemo(
    () => [
      ...matches.filter(({ option }) => missingFirst.has(option.id)),
      ...matches.filter(({ option }) => !missingFirst.has(option.id)),
    ],
    [matches, missingFirst],
  )
}

function matchesOf(attribute: Attribute, field: SalesforceField, pairs: readonly OptionPair[]): OptionMatch[] {
  const match = valueMatcher(attribute, field, pairs)
  const matchByName = valueMatcher(attribute, field, [])
  const optionOf = optionMatcher(attribute, field, pairs)
  const likely = new Set(
    suggestOptionPairs(attribute, field)
      .filter(({ likeness }) => likeness === 'likely')
      .map(keyOf),
  )
  const chosen = new Map(pairs.filter(({ direction }) => flows(direction, 'push')).map(({ option, value }) => [option, value]))
  return (attribute.options ?? []).map((option) => ({
    option,
    value: valueOf(match(option.id)),
    chosen: chosen.get(option.id) ?? null,
    byName: valueOf(matchByName(option.id)),
    note: noteOf(option, match(option.id), optionOf, likely),
  }))
}

/** A value that several options are written as comes back as one of them. */
function noteOf(
  option: AttributeOption,
  match: Match<PicklistValue>,
  optionOf: ReturnType<typeof optionMatcher>,
  likely: ReadonlySet<string>,
): OptionNote | null {
  if (!isMatch(match)) return match.missing === 'none' ? null : { kind: match.missing }
  if (!match.found.active) return { kind: 'inactive_chosen' }
  const back = optionOf(match.found.value)
  if (isMatch(back) && back.found.id !== option.id) return { kind: 'pulled_as', option: back.found.label }
  return likely.has(keyOf({ option: option.id, value: match.found.value })) ? { kind: 'likely' } : null
}

function keyOf({ option, value }: Pick<OptionPair, 'option' | 'value'>): string {
  return JSON.stringify([option, value])
}

function noteText(note: OptionNote, t: EditorWords['t']): string {
  return note.kind === 'pulled_as' ? t.option_pulled_as({ label: note.option }) : t[`option_${note.kind}`]
}

/** What holds for every value of the field. */
function FieldNotes({ field, words: { t, part } }: { field: SalesforceField; words: EditorWords }) {
  const { dependentPicklist, controllerName, restrictedPicklist, type } = field
  const several = type === 'multipicklist'
  if (!dependentPicklist && !restrictedPicklist && !several) return null
  return (
    <div {...part('hint')}>
      {several && <p className="pz-box">{t.severalChosen}</p>}
      {restrictedPicklist && <p className="pz-box">{t.restrictedValues}</p>}
      {dependentPicklist && <p className="pz-box">{t.dependentValues({ controller: controllerName || null })}</p>}
    </div>
  )
}

function valueOf(match: Match<PicklistValue>): string | null {
  return isMatch(match) ? match.found.value : null
}

function choicesOf(field: SalesforceField, byName: string | null, t: EditorWords['t']): { value: string; label: string }[] {
  const byNameLabel = labelOf(field, byName)
  const values = field.picklistValues.map(({ value, label, active }) => ({
    value,
    label: active ? label : t.inactiveValue({ label }),
  }))
  return [{ value: '', label: byNameLabel === undefined ? t.unmatched : t.matchedByName({ label: byNameLabel }) }, ...values]
}

function labelOf({ picklistValues }: SalesforceField, value: string | null): string | undefined {
  return picklistValues.find((known) => known.value === value)?.label
}

import {
  type Attribute,
  type FieldPair,
  type MappingChange,
  salesforceObjects,
  type SalesforceObject,
} from '@pryzm/salesforce-sdk'
import { flows } from '@pryzm/salesforce-sdk/mapping'
import type { ReactNode } from 'react'
import { useText } from '../../presentation.ts'
import { ApiName, commonMessages } from '../../primitives/index.ts'
import { valueText } from '../../value-text.ts'
import { DirectionText } from './direction-control.tsx'
import type { EditorWords } from './editor-words.ts'
import { objectLabel } from './object-label.ts'
import { rulesInForce } from './pair-rules.ts'
import type { MappingEditorModel } from './use-mapping-editor.ts'

export interface ChangesTableProps {
  changes: readonly MappingChange[]
  model: Pick<MappingEditorModel, 'schemas' | 'pipelines'>
  words: EditorWords
}

/** Changes of a mapping side by side, a table an object. */
export function ChangesTable({ changes, model, words }: ChangesTableProps) {
  const { t, part } = words
  return salesforceObjects
    .map((object) => ({ object, own: changes.filter((change) => change.object === object) }))
    .filter(({ own }) => own.length > 0)
    .map(({ object, own }) => (
      <table key={object} {...part('changes')}>
        <caption {...part('changes-caption')}>{objectLabel(object, model, words.objects)}</caption>
        <thead {...part('changes-head')}>
          <tr {...part('changes-row')}>
            {[t.change, t.before, t.after].map((name) => (
              <th key={name} scope="col" {...part('changes-column')}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...part('changes-body')}>
          {own
            .flatMap((change) => describeChange(change, model, words))
            .map((row, index) => (
              <ChangeRow key={index} row={row} words={words} />
            ))}
        </tbody>
      </table>
    ))
}

interface ShownChange {
  title: string
  before: ReactNode
  after: ReactNode
  /** What it means for values; null where it speaks for itself. */
  effect: string | null
}

function ChangeRow({ row: { title, before, after, effect }, words }: { row: ShownChange; words: EditorWords }) {
  const { t, part } = words
  return (
    <tr {...part('changes-row')}>
      <th scope="row" {...part('changes-cell', { column: 'change' })}>
        <span {...part('change-title')}>{title}</span>
        {effect !== null && <span {...part('hint')}>{effect}</span>}
      </th>
      <td {...part('changes-cell', { column: 'before' })} data-label={t.before}>
        {before}
      </td>
      <td {...part('changes-cell', { column: 'after' })} data-label={t.after}>
        {after}
      </td>
    </tr>
  )
}

type ChangesModel = ChangesTableProps['model']

function describeChange(change: MappingChange, model: ChangesModel, words: EditorWords): ShownChange[] {
  if (change.kind === 'object_changed') return describeObject(change, model, words)
  const { t } = words
  const { object } = change
  const before = change.kind === 'pair_added' ? null : change.before
  const after = change.kind === 'pair_removed' ? null : change.after
  const text = (pair: FieldPair | null) =>
    pair ? <PairText pair={pair} attribute={attributeOf(object, pair, model)} words={words} /> : t.notMapped
  const pair = after ?? before
  const label = pair ? (attributeOf(object, pair, model)?.label ?? pair.attribute) : ''
  const effect = after === null ? t.effectRemoved : before && narrowing(before, after, t)
  return [{ title: t[`change_${change.kind}`]({ label }), before: text(before), after: text(after), effect }]
}

/** One row for each setting of the object that differs. */
function describeObject(
  { properties, before, after }: Extract<MappingChange, { kind: 'object_changed' }>,
  { pipelines }: ChangesModel,
  words: EditorWords,
): ShownChange[] {
  const { t } = words
  const pipeline = (id: string | null) => (id === null ? t.noPipeline : (pipelines?.find((known) => known.id === id)?.name ?? id))
  const shown = {
    enabled: ({ enabled }: typeof after) => (enabled ? t.on : t.off),
    direction: ({ direction }: typeof after) => <DirectionText direction={direction} words={words} />,
    pipelineId: ({ pipelineId }: typeof after) => pipeline(pipelineId),
  }
  return properties.map((property) => ({
    title: t[`change_${property}`],
    before: shown[property](before),
    after: shown[property](after),
    effect: null,
  }))
}

interface PairTextProps {
  pair: FieldPair
  attribute: Attribute | undefined
  words: EditorWords
}

function PairText({ pair, attribute, words }: PairTextProps) {
  const { t, part } = words
  return (
    <span {...part('pair-text')}>
      <ApiName>{pair.field}</ApiName>
      <DirectionText direction={pair.direction} words={words} />
      {pair.options.length > 0 && <span {...part('hint')}>{t.optionsBefore({ count: pair.options.length })}</span>}
      <RulesText pair={pair} attribute={attribute} words={words} />
    </span>
  )
}

/** The rules that are set, with the default itself; nothing where none is. */
function RulesText({ pair, attribute, words: { t, part } }: PairTextProps) {
  const common = useText('common', commonMessages)
  const rules = rulesInForce(pair, 'bidirectional')
  if (rules.length === 0) return null
  const value = valueText(pair.defaultOnPush ?? null, common, attribute?.options)
  return (
    <>
      <span {...part('hint')}>{t.blankRules({ rules: rules.map((rule) => t[`rule_${rule}`]) })}</span>
      {rules.includes('defaultOnPush') && <span {...part('hint')}>{t.defaultShown({ value })}</span>}
    </>
  )
}

function narrowing(before: FieldPair, after: FieldPair, t: EditorWords['t']): string | null {
  if (flows(before.direction, 'push') && !flows(after.direction, 'push')) return t.effectNarrowedToPull
  return flows(before.direction, 'pull') && !flows(after.direction, 'pull') ? t.effectNarrowedToPush : null
}

function attributeOf(
  object: SalesforceObject,
  { attribute }: FieldPair,
  { schemas }: Pick<MappingEditorModel, 'schemas'>,
): Attribute | undefined {
  const schema = schemas[object]
  return schema.status === 'ready' ? schema.model.attributes.get(attribute) : undefined
}

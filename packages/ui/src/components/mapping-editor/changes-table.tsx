import { type Attribute, type FieldPair, salesforceObjects, type SalesforceObject } from '@pryzm/salesforce-sdk'
import { flows } from '@pryzm/salesforce-sdk/mapping'
import { useText } from '../../presentation.ts'
import { ApiName, commonMessages } from '../../primitives/index.ts'
import { valueText } from '../../value-text.ts'
import { DirectionText } from './direction-control.tsx'
import type { EditorWords } from './editor-words.ts'
import type { MappingChange } from './mapping-changes.ts'
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
        <caption {...part('changes-caption')}>{objectLabel(object, model)}</caption>
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
          {own.map((change, index) => (
            <ChangeRow key={index} change={change} model={model} words={words} />
          ))}
        </tbody>
      </table>
    ))
}

function ChangeRow({ change, model, words }: { change: MappingChange } & Omit<ChangesTableProps, 'changes'>) {
  const { t, part } = words
  const { title, before, after, effect } = describeChange(change, model, words)
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

function describeChange(change: MappingChange, model: Omit<ChangesTableProps, 'changes' | 'words'>['model'], words: EditorWords) {
  const { t } = words
  const label = (pair: FieldPair) => attributeOf(change.object, pair, model)?.label ?? pair.attribute
  const text = (pair: FieldPair) => <PairText pair={pair} attribute={attributeOf(change.object, pair, model)} words={words} />
  switch (change.kind) {
    case 'pair_added':
      return {
        title: t.change_pair_added({ label: label(change.after) }),
        before: t.notMapped,
        after: text(change.after),
        effect: null,
      }
    case 'pair_removed':
      return {
        title: t.change_pair_removed({ label: label(change.before) }),
        before: text(change.before),
        after: t.notMapped,
        effect: t.effectRemoved,
      }
    case 'pair_changed':
      return {
        title: t.change_pair_changed({ label: label(change.after) }),
        before: text(change.before),
        after: text(change.after),
        effect: narrowing(change.before, change.after, t),
      }
    case 'direction_changed':
      return {
        title: t.change_direction_changed,
        before: <DirectionText direction={change.before} words={words} />,
        after: <DirectionText direction={change.after} words={words} />,
        effect: null,
      }
    case 'enabled_changed':
      return {
        title: t.change_enabled_changed,
        before: change.before ? t.on : t.off,
        after: change.after ? t.on : t.off,
        effect: null,
      }
    case 'pipeline_changed': {
      const name = (id: string | null) =>
        id === null ? t.noPipeline : (model.pipelines?.find((known) => known.id === id)?.name ?? id)
      return { title: t.change_pipeline_changed, before: name(change.before), after: name(change.after), effect: null }
    }
  }
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

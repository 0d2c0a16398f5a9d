import type { FieldResult, SalesforceObject } from '@pryzm/salesforce-sdk'
import { usePresentation } from '../../presentation.ts'
import { ApiName, AppLink, StatusBadge, Value } from '../../primitives/index.ts'
import type { JobWords } from './job-words.ts'

export interface FieldResultsProps {
  fields: readonly FieldResult[]
  /** The record's name. */
  name: string
  object: SalesforceObject
  words: JobWords
}

/** Each field of a record: those that were left out first, with the reason and where to mend it. */
export function FieldResults({ fields, name, object, words }: FieldResultsProps) {
  const { t, part } = words
  const skipped = fields.filter(({ outcome }) => outcome === 'skipped')
  const synced = fields.filter(({ outcome }) => outcome === 'synced')
  const values = fields.some((field) => field.values !== undefined)
  const whole = !values && fields.every(({ outcome, sentence, note }) => outcome === 'synced' && sentence === null && !note)
  const columns = values ? [t.before, t.after, t.outcome, t.why] : whole ? [t.outcome] : [t.outcome, t.why, t.dropped]
  return (
    <table role="table" aria-label={t.fieldsOf({ name })} {...part('fields', { values, whole })}>
      <thead role="rowgroup" {...part('fields-head')}>
        <tr role="row" {...part('field-row', { head: true })}>
          {[t.attribute, t.salesforceField, ...columns].map((column) => (
            <th key={column} role="columnheader" scope="col" {...part('column')}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" {...part('fields-body')}>
        {[...skipped, ...synced].map((field) => (
          <FieldRow
            key={`${field.attribute} ${field.pairId ?? ''}`}
            field={field}
            values={values}
            whole={whole}
            object={object}
            words={words}
          />
        ))}
      </tbody>
    </table>
  )
}

interface FieldRowProps {
  field: FieldResult
  /** True where the table has columns for what was there before and after. */
  values: boolean
  /** True where nothing was left out or noted, so that there are no columns for it. */
  whole: boolean
  object: SalesforceObject
  words: JobWords
}

function FieldRow({ field, values, whole, object, words }: FieldRowProps) {
  const { t, part } = words
  const skipped = field.outcome === 'skipped'
  const dropped = skipped && field.reason !== 'not_mapped' && <Dropped field={field} headed={!values} words={words} />
  return (
    <tr role="row" {...part('field-row', { outcome: field.outcome })}>
      <th role="rowheader" scope="row" {...part('field-cell', { column: 'attribute' })}>
        {field.attributeLabel}
      </th>
      <td role="cell" {...part('field-cell', { column: 'field' })}>
        {field.field === null ? <span {...part('hint')}>{t.notMapped}</span> : <ApiName>{field.field}</ApiName>}
      </td>
      {values &&
        (['before', 'after'] as const).map((side) => (
          <td key={side} role="cell" {...part('field-cell', { column: side })}>
            <StackedLabel words={words}>{t[side]}</StackedLabel>
            {field.values && <Value value={field.values[side]} />}
          </td>
        ))}
      <td role="cell" {...part('field-cell', { column: 'outcome' })}>
        <StatusBadge status={skipped ? 'done-with-skips' : 'done'} variant="plain">
          {skipped ? t.fieldSkipped : t.synced}
        </StatusBadge>
      </td>
      {!whole && (
        <td role="cell" {...part('field-cell', { column: 'why' })}>
          {field.reason !== null && <span>{t[`reason_${field.reason}`]}</span>}
          {field.sentence !== null && <span {...part('sentence')}>{field.sentence}</span>}
          {field.note && <span {...part('sentence')}>{field.note.sentence}</span>}
          {values && dropped}
          {skipped && <MappingLink field={field} object={object} words={words} />}
        </td>
      )}
      {!values && !whole && (
        <td role="cell" {...part('field-cell', { column: 'dropped' })}>
          {dropped}
        </td>
      )}
    </tr>
  )
}

interface DroppedProps extends Pick<FieldRowProps, 'field' | 'words'> {
  /** True where it has a column of its own, whose head says what it is. */
  headed: boolean
}

function Dropped({ field, headed, words }: DroppedProps) {
  const { t, part } = words
  if (field.valueHidden === true) return <span {...part('hint')}>{t.hiddenValue}</span>
  return (
    <>
      {headed ? <StackedLabel words={words}>{t.dropped}</StackedLabel> : <span {...part('hint')}>{t.dropped}</span>}
      <Value value={field.dropped} />
    </>
  )
}

/** The column's name beside the value, where the columns are stacked. */
function StackedLabel({ words: { part }, children }: Pick<FieldRowProps, 'words'> & { children: string }) {
  return (
    <span aria-hidden="true" {...part('stacked-label')}>
      {children}
    </span>
  )
}

function MappingLink({ field, object, words: { t } }: { field: FieldResult; object: SalesforceObject; words: JobWords }) {
  const { links } = usePresentation()
  if (field.pairId === null) return null
  return <AppLink to={links.mappingRow(object, field.pairId)}>{t.fixInMapping}</AppLink>
}

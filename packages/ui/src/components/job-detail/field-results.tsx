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
  return (
    <table role="table" aria-label={t.fieldsOf({ name })} {...part('fields')}>
      <thead role="rowgroup" {...part('fields-head')}>
        <tr role="row" {...part('field-row', { head: true })}>
          {[t.attribute, t.salesforceField, t.result, t.dropped].map((column) => (
            <th key={column} role="columnheader" scope="col" {...part('column')}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" {...part('fields-body')}>
        {[...skipped, ...synced].map((field) => (
          <FieldRow key={`${field.attribute} ${field.pairId ?? ''}`} field={field} object={object} words={words} />
        ))}
      </tbody>
    </table>
  )
}

function FieldRow({ field, object, words }: { field: FieldResult; object: SalesforceObject; words: JobWords }) {
  const { t, part } = words
  const skipped = field.outcome === 'skipped'
  return (
    <tr role="row" {...part('field-row', { outcome: field.outcome })}>
      <th role="rowheader" scope="row" {...part('field-cell', { column: 'attribute' })}>
        {field.attributeLabel}
      </th>
      <td role="cell" {...part('field-cell', { column: 'field' })}>
        {field.field === null ? <span {...part('hint')}>{t.notMapped}</span> : <ApiName>{field.field}</ApiName>}
      </td>
      <td role="cell" {...part('field-cell', { column: 'result' })}>
        <StatusBadge status={skipped ? 'done-with-skips' : 'done'} variant="plain">
          {skipped ? (field.reason === null ? t.fieldSkipped : t[`reason_${field.reason}`]) : t.synced}
        </StatusBadge>
        {field.sentence !== null && <span {...part('sentence')}>{field.sentence}</span>}
        {skipped && <MappingLink field={field} object={object} words={words} />}
      </td>
      <td role="cell" {...part('field-cell', { column: 'dropped' })}>
        {skipped && field.reason !== 'not_mapped' && (
          <>
            <span aria-hidden="true" {...part('stacked-label')}>
              {t.dropped}
            </span>
            <Value value={field.dropped} />
          </>
        )}
      </td>
    </tr>
  )
}

function MappingLink({ field, object, words: { t } }: { field: FieldResult; object: SalesforceObject; words: JobWords }) {
  const { links } = usePresentation()
  if (field.pairId === null) return null
  return <AppLink to={links.mappingRow(object, field.pairId)}>{t.fixInMapping}</AppLink>
}

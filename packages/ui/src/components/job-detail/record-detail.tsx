import type { RecordResult, SalesforceObject } from '@pryzm/salesforce-sdk'
import { CopyButton, ErrorNotice, type RowPlace, Skeleton } from '../../primitives/index.ts'
import { classes } from '../../styles/parts.ts'
import { FieldResults } from './field-results.tsx'
import type { JobWords } from './job-words.ts'
import type { FieldsState } from './use-job-detail.ts'

const COLUMNS = 4

export interface RecordDetailProps {
  record: RecordResult
  object: SalesforceObject
  fields: FieldsState | undefined
  place: RowPlace
  rowIndex: number
  detailId: string
  words: JobWords
}

/** The row under an opened record: what was said about it, and what became of each field. */
export function RecordDetail({ record, object, fields, place, rowIndex, detailId, words }: RecordDetailProps) {
  const { part } = words
  const row = part('detail-row')
  return (
    <tr
      {...place}
      {...row}
      className={classes(row.className, place.style && 'pz-virtual-row')}
      role="row"
      aria-rowindex={rowIndex}
    >
      <td role="cell" colSpan={COLUMNS} id={detailId} {...part('detail')}>
        <Reason record={record} words={words} />
        <Fields record={record} object={object} state={fields} words={words} />
      </td>
    </tr>
  )
}

/** Why the whole record failed or was left out, word for word, and ready to be passed on. */
function Reason({
  record: { reason, name, recordId, salesforceId },
  words: { t, part },
}: {
  record: RecordResult
  words: JobWords
}) {
  if (!reason) return null
  const details = () =>
    [
      `Code: ${reason.code}`,
      reason.sentence,
      `Record: ${name ?? ''}`,
      `Pryzm: ${recordId ?? ''}`,
      `Salesforce: ${salesforceId ?? ''}`,
    ].join('\n')
  return (
    <div {...part('said')}>
      <blockquote {...part('quote')}>{reason.sentence}</blockquote>
      <code translate="no" {...part('code')}>
        {reason.code}
      </code>
      <CopyButton size="s" variant="plain" label={t.copyDetails} text={details} />
    </div>
  )
}

interface FieldsProps {
  record: RecordResult
  object: SalesforceObject
  state: FieldsState | undefined
  words: JobWords
}

function Fields({ record, object, state, words }: FieldsProps) {
  const { t, part } = words
  if (!state || state.status === 'loading') {
    return (
      <div {...part('fields-loading')}>
        <span className="pz-box pz-hidden">{t.fieldsLoading}</span>
        <Skeleton width="full" />
        <Skeleton width="l" />
      </div>
    )
  }
  if (state.status === 'failed') return <ErrorNotice title={t.fieldsFailed} error={state.error} retry={state.retry} />
  if (state.fields.length === 0) return record.reason ? null : <p {...part('hint')}>{t.noFields}</p>
  return <FieldResults fields={state.fields} name={record.name ?? t.unnamed} object={object} words={words} />
}

import type { FieldResult, Job, RecordResult, SyncError } from '@pryzm/salesforce-sdk'
import { useMemo, useState } from 'react'
import { useQueries } from '../../data/index.ts'
import { useReadMany } from '../../data/read-many.ts'
import type { Expansion, FieldsState } from './use-job-detail.ts'

/** Which records are open, and their fields; a push's only record and a record that was asked for are open from the start. */
export function useFieldResults(
  id: string,
  records: readonly RecordResult[],
  asked: string | undefined,
  job: Job | undefined,
): Expansion {
  const queries = useQueries()
  const [choices, setChoices] = useState<ReadonlyMap<string, boolean>>(() => new Map())
  const alone =
    asked !== undefined
      ? records.find((record) => isCalled(record, asked))?.id
      : job?.kind === 'push'
        ? records[0]?.id
        : undefined
  const open = useMemo(() => {
    const chosen = [...choices].filter(([, isOpen]) => isOpen).map(([recordId]) => recordId)
    return alone !== undefined && !choices.has(alone) ? [...chosen, alone] : chosen
  }, [choices, alone])
  const reads = useReadMany(open.map((recordResultId) => queries.jobFields(id, recordResultId)))
  const fields = new Map(open.map((recordResultId, index) => [recordResultId, fieldsState(reads[index])]))
  return {
    fields,
    toggle: (recordResultId) => setChoices((before) => new Map(before).set(recordResultId, !fields.has(recordResultId))),
    expand: (ids) => setChoices((before) => new Map([...before, ...ids.map((one) => [one, true] as const)])),
    collapseAll: () => setChoices(new Map(open.map((one) => [one, false]))),
  }
}

interface Read {
  data: { items: FieldResult[] } | undefined
  error: SyncError | null
  refetch: () => Promise<unknown>
}

function fieldsState(read: Read | undefined): FieldsState {
  if (read?.data) return { status: 'ready', fields: read.data.items }
  return read?.error ? { status: 'failed', error: read.error, retry: () => void read.refetch() } : { status: 'loading' }
}

/** Whether a record has this id, on either side or within its job. */
export function isCalled({ id, recordId, salesforceId }: RecordResult, name: string): boolean {
  return [id, recordId, salesforceId].includes(name)
}

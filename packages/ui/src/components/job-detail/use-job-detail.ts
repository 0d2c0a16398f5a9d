import { type FieldResult, type Job, type JobDetail, type RecordResult, resultsUrl, type SyncError } from '@pryzm/salesforce-sdk'
import { useEffect, useRef, useState } from 'react'
import {
  isOver,
  type LoadingPhase,
  pollingInterval,
  useData,
  useLive,
  useLoadingPhase,
  useQueries,
  useRead,
} from '../../data/index.ts'
import { keys } from '../../data/keys.ts'
import type { JobView } from './job-view.ts'
import { useAskedRecord } from './use-asked-record.ts'
import { type Export, useExport } from './use-export.ts'
import { useFieldResults } from './use-field-results.ts'
import { useRecordPages } from './use-record-pages.ts'
import { type Retry, useRetry } from './use-retry.ts'

/** The field results of one record, read when its row is opened. */
export type FieldsState =
  | { status: 'loading' }
  | { status: 'failed'; error: SyncError; retry: () => void }
  | { status: 'ready'; fields: readonly FieldResult[] }

export interface RecordList {
  status: 'loading' | 'failed' | 'ready'
  error: SyncError | null
  records: readonly RecordResult[]
  /** False where the list begins with a record in its middle. */
  fromStart: boolean
  hasMore: boolean
  loadingMore: boolean
  loadMore: () => void
  retry: () => void
}

export interface Expansion {
  /** Ids of the opened records, with what is known of their fields. */
  fields: ReadonlyMap<string, FieldsState>
  toggle: (recordResultId: string) => void
  expand: (recordResultIds: readonly string[]) => void
  collapseAll: () => void
}

export type JobDetailState =
  | { status: 'loading'; phase: LoadingPhase; retry: () => void }
  | { status: 'load_failed'; error: SyncError; retry: () => void; retrying: boolean }
  | { status: 'not_found' }
  | { status: 'not_permitted' }
  | { status: 'module_disabled' }
  | {
      status: 'ready'
      job: Job
      skipReasons: JobDetail['skipReasons']
      causes: JobDetail['causes']
      view: JobView
      setView: (view: JobView) => void
      list: RecordList
      expansion: Expansion
      /** True where the mapping was saved again after this job began. */
      mappingChanged: boolean
      retry: Retry
      export: Export
      /** Where the export is a plain link. */
      exportUrl: string
      /** The record that an address asked for: to be opened, focused and, in a long list, the first. */
      asked: string | undefined
      /** Notes in the view which record is open. */
      opened: (record: string | undefined) => void
    }

export interface UseJobDetailOptions {
  id: string
  /** What of the job is shown, where the host keeps it, for example in the address; else the detail keeps it itself. */
  view?: JobView | undefined
  onViewChange?: ((view: JobView) => void) | undefined
}

const everything: JobView = {}

/** One job: its counts, its records page by page, and the fields of the records that are opened. */
export function useJobDetail({ id, view: given, onViewChange }: UseJobDetailOptions): JobDetailState {
  const queries = useQueries()
  const { client } = useData()
  const [own, setOwn] = useState(everything)
  const view = given ?? own
  const { asked, setView, opened } = useAskedRecord(view, (next) => {
    setOwn(next)
    onViewChange?.(next)
  })
  const refetchInterval = pollingInterval(useLive())
  const read = useRead({ ...queries.job(id), refetchInterval })
  const phase = useLoadingPhase(read.isPending)
  const job = read.data?.job
  const list = useRecordPages(id, view, job, asked)
  const expansion = useFieldResults(id, list.records, asked, job)
  const mapping = useRead(queries.mapping())
  const retry = useRetry(job, list.records[0])
  const exported = useExport(id)
  useRefreshAtEnd(job)

  const again = () => void read.refetch()
  if (read.error && !read.data) return failure(read.error, again, read.isFetching)
  if (!read.data || !job || phase !== 'done') return { status: 'loading', phase, retry: again }
  return {
    status: 'ready',
    job,
    skipReasons: read.data.skipReasons,
    causes: read.data.causes,
    view,
    setView,
    asked,
    opened,
    list,
    expansion,
    mappingChanged: mapping.data !== undefined && mapping.data.version > job.mappingVersion,
    retry,
    export: exported,
    exportUrl: resultsUrl(client, id),
  }
}

function failure(error: SyncError, retry: () => void, retrying: boolean): JobDetailState {
  if (error.code === 'not_found' || error.code === 'not_permitted' || error.code === 'module_disabled') {
    return { status: error.code }
  }
  return { status: 'load_failed', error, retry, retrying }
}

/** Counts of reasons and the last records are read once more when a running job ends. */
function useRefreshAtEnd(job: Job | undefined) {
  const { cache } = useData()
  const running = useRef(false)
  useEffect(() => {
    if (!job) return
    const over = isOver(job.state)
    if (over && running.current) void cache.invalidateQueries({ queryKey: keys.job(job.id) })
    running.current = !over
  }, [cache, job])
}

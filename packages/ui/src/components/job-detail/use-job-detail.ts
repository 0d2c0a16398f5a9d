import { type FieldResult, type Job, type JobDetail, type RecordResult, resultsUrl, type SyncError } from '@pryzm/salesforce-sdk'
import { useEffect, useRef, useState } from 'react'
import {
  type Action,
  actionOf,
  isOver,
  type LoadingPhase,
  pollingInterval,
  useAction,
  useData,
  useLive,
  useLoadingPhase,
  usePermissions,
  useQueries,
  useRead,
} from '../../data/index.ts'
import { keys } from '../../data/keys.ts'
import type { JobView } from './job-view.ts'
import { useFieldResults } from './use-field-results.ts'
import { useRecordPages } from './use-record-pages.ts'

/** The field results of one record, read when its row is opened. */
export type FieldsState =
  | { status: 'loading' }
  | { status: 'failed'; error: SyncError; retry: () => void }
  | { status: 'ready'; fields: readonly FieldResult[] }

export interface RecordList {
  status: 'loading' | 'failed' | 'ready'
  error: SyncError | null
  records: readonly RecordResult[]
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
      canManage: boolean
      view: JobView
      setView: (view: JobView) => void
      list: RecordList
      expansion: Expansion
      /** True where the mapping was saved again after this job began. */
      mappingChanged: boolean
      retryFailed: Action
      /** What the last `retryFailed` did. */
      retried: 'started' | 'already_running' | null
      exportUrl: string
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
  const { canManage = false } = usePermissions()
  const [own, setOwn] = useState(everything)
  const view = given ?? own
  const refetchInterval = pollingInterval(useLive())
  const read = useRead({ ...queries.job(id), refetchInterval })
  const phase = useLoadingPhase(read.isPending)
  const job = read.data?.job
  const list = useRecordPages(id, view, job)
  const expansion = useFieldResults(id, list.records, view, job)
  const mapping = useRead(queries.mapping())
  const retry = useRetry(id)
  useRefreshAtEnd(job)

  const again = () => void read.refetch()
  if (read.error && !read.data) return failure(read.error, again, read.isFetching)
  if (!read.data || !job || phase !== 'done') return { status: 'loading', phase, retry: again }
  return {
    status: 'ready',
    job,
    skipReasons: read.data.skipReasons,
    canManage,
    view,
    setView: (next) => {
      setOwn(next)
      onViewChange?.(next)
    },
    list,
    expansion,
    mappingChanged: mapping.data !== undefined && mapping.data.version > job.mappingVersion,
    ...retry,
    exportUrl: resultsUrl(client, id),
  }
}

function failure(error: SyncError, retry: () => void, retrying: boolean): JobDetailState {
  if (error.code === 'not_found' || error.code === 'not_permitted' || error.code === 'module_disabled') {
    return { status: error.code }
  }
  return { status: 'load_failed', error, retry, retrying }
}

function useRetry(id: string) {
  const { client, cache } = useData()
  const action = useAction({
    mutationFn: () => client.jobs.retry({ id }),
    onSuccess: ({ run }) => {
      cache.setQueryData(keys.latestRun, { run })
      void cache.invalidateQueries({ queryKey: keys.jobs })
    },
  })
  const retried = action.data ? (action.data.alreadyRunning ? ('already_running' as const) : ('started' as const)) : null
  return { retryFailed: actionOf(action), retried }
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

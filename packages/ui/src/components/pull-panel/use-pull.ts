import type { PullMode, Run, StartedRun, SyncError } from '@pryzm/salesforce-sdk'
import {
  type Action,
  actionOf,
  isOver,
  keys,
  type LiveStatus,
  type LoadingPhase,
  pollingInterval,
  useAction,
  useData,
  useLive,
  useLoadingPhase,
  useQueries,
  useRead,
} from '../../data/index.ts'
import { type PullReadiness, pullReadiness } from './pull-readiness.ts'

export type PullState =
  | { status: 'loading'; phase: LoadingPhase; retry: () => void }
  | { status: 'load_failed'; error: SyncError; retry: () => void; retrying: boolean }
  | { status: 'module_disabled' }
  | IdleState
  | ActiveState

/** No run is under way. */
export interface IdleState extends PullReadiness {
  status: 'idle'
  canManage: boolean
  /** The last run; null before the first. */
  lastRun: Run | null
  /** A sentence while Salesforce takes no calls. */
  paused: string | null
  start: Action<PullMode>
}

/** A run is under way, here or started by somebody else. */
export interface ActiveState {
  status: 'active'
  canManage: boolean
  run: Run
  live: LiveStatus
  cancel: Action
  /** True after a press of Pull that found this run already under way. */
  joined: boolean
}

/** The pull of this workspace: whether one can start, and how the present one goes. */
export function usePull(): PullState {
  const queries = useQueries()
  const live = useLive()
  const latest = useRead({ ...queries.latestRun(), refetchInterval: pollingInterval(live) })
  const connection = useRead(queries.connection())
  const mapping = useRead(queries.mapping())
  const pipelines = useRead({ ...queries.pipelines(), enabled: mapping.data !== undefined })
  const start = useStart()
  const cancel = useCancel(latest.data?.run?.id)
  const reads = [latest, connection, mapping]
  const phase = useLoadingPhase(reads.some((read) => read.isPending))

  const retry = () => reads.filter((read) => read.error).forEach((read) => void read.refetch())
  const failed = reads.find((read) => read.data === undefined && read.error)
  if (failed?.error?.code === 'module_disabled') return { status: 'module_disabled' }
  if (failed?.error) return { status: 'load_failed', error: failed.error, retry, retrying: reads.some((read) => read.isFetching) }
  if (!latest.data || !connection.data || !mapping.data || phase === 'skeleton' || phase === 'slow') {
    return { status: 'loading', phase: phase === 'done' ? 'quiet' : phase, retry }
  }
  const { run } = latest.data
  const { canManage } = connection.data.viewer
  if (run && !isOver(run.state)) {
    return { status: 'active', canManage, run, live, cancel: actionOf(cancel), joined: start.data?.alreadyRunning ?? false }
  }
  return {
    status: 'idle',
    canManage,
    lastRun: run,
    paused: connection.data.status === 'degraded' ? connection.data.sentence : null,
    start: actionOf(start),
    ...pullReadiness(connection.data, mapping.data, pipelines.data?.items),
  }
}

function useStart() {
  const { client, cache } = useData()
  return useAction<StartedRun, PullMode>({
    mutationFn: (mode) => client.runs.start({ mode }),
    onSuccess: ({ run }) => {
      cache.setQueryData(keys.latestRun, { run })
      void cache.invalidateQueries({ queryKey: keys.jobs })
    },
  })
}

function useCancel(id: string | undefined) {
  const { client, cache } = useData()
  return useAction<Run>({
    mutationFn: () => client.runs.cancel({ id: id ?? '' }),
    onSuccess: (run) => cache.setQueryData(keys.latestRun, { run }),
  })
}

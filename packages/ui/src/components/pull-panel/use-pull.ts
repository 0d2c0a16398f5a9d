import type { Connection, Job, PullMode, Run, RunForecast, StartedRun, SyncError } from '@pryzm/salesforce-sdk'
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
  useNow,
  useQueries,
  useRead,
} from '../../data/index.ts'
import { useCallback, useState } from 'react'
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
  /** What Salesforce has of each object; null once there was a pull, and where nobody could count. */
  counted: RunForecast | null
  /** What a full pull would read, asked for before it starts. */
  forecast: Forecast
  start: Action<PullMode>
}

/** The question before a full pull. */
export type Forecast = { ask: () => void; close: () => void } & (
  | { status: 'closed' }
  | { status: 'loading' }
  | { status: 'failed'; error: SyncError; retry: () => void }
  | { status: 'ready'; told: RunForecast }
)

/** A run is under way, here or started by somebody else. */
export interface ActiveState {
  status: 'active'
  canManage: boolean
  run: Run
  live: LiveStatus
  cancel: Action
  /** Tries a paused run now; null where nothing can be hurried. */
  resume: Action | null
  /** True after a press of Pull that found this run already under way. */
  joined: boolean
  /** True while a paused run is about to go on: nothing keeps it any more. */
  resuming: boolean
  /** Salesforce calls of the last 24 hours, as the org last told. */
  usage: Connection['apiUsage']
}

const PLACE_EVERY_MS = 10_000

/** The pull of this workspace: whether one can start, and how the present one goes. */
export function usePull(): PullState {
  const queries = useQueries()
  const live = useLive()
  const latest = useRead({
    ...queries.latestRun(),
    // The runs of other workspaces are no events here.
    refetchInterval: ({ state }) => (state.data?.run?.waitingAhead ? PLACE_EVERY_MS : pollingInterval(live)),
  })
  const connection = useRead(queries.connection())
  const mapping = useRead(queries.mapping())
  const pipelines = useRead({ ...queries.pipelines(), enabled: mapping.data !== undefined })
  const start = useStart()
  const canStart = connection.data?.status === 'connected' && connection.data.viewer.canManage && (mapping.data?.version ?? 0) > 0
  const { counted, forecast } = useForecast(canStart && latest.data?.run === null, latest.data?.run?.id ?? null)
  const now = useNow()
  const cancel = useCancel(latest.data?.run?.id)
  const resume = useResume(latest.data?.run?.id)
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
    const joined = start.data?.alreadyRunning ?? false
    const resuming = isDue(run, connection.data, now) || isResumed(run, resume.data)
    return {
      status: 'active',
      canManage,
      run,
      live,
      cancel: actionOf(cancel),
      resume: canBeHurried(run) ? actionOf(resume) : null,
      joined,
      resuming,
      usage: connection.data.apiUsage,
    }
  }
  return {
    status: 'idle',
    canManage,
    lastRun: run,
    paused: connection.data.status === 'degraded' ? connection.data.sentence : null,
    counted,
    forecast,
    start: actionOf(start),
    ...pullReadiness(connection.data, mapping.data, pipelines.data?.items),
  }
}

/** True once everything that paused a run is over: the time of the next try, or a connection that was broken. */
function isDue(run: Run, connection: Connection, now: number | null): boolean {
  const paused = pausedJob(run)
  if (!paused || now === null) return false
  if (paused.nextTryAt !== null) return Date.parse(paused.nextTryAt) <= now
  return paused.reason?.code === 'reauthorization_required' && connection.status === 'connected'
}

/** True between a press of Resume now and the moment that the run goes on, or waits for another time. */
function isResumed(run: Run, answer: Run | undefined): boolean {
  const paused = pausedJob(run)
  return answer?.id === run.id && paused !== undefined && paused.nextTryAt === pausedJob(answer)?.nextTryAt
}

/** True where a run only waits for its next try. Calls that are used up come back by themselves, and no sooner for being asked. */
function canBeHurried(run: Run): boolean {
  const paused = pausedJob(run)
  return paused !== undefined && paused.nextTryAt !== null && paused.reason?.code !== 'api_limit_reached' && !run.canceling
}

function pausedJob({ state, jobs }: Run): Job | undefined {
  return state === 'paused' ? jobs.find((job) => job.state === 'paused') : undefined
}

/** The question is asked before one run: once another is the latest, whoever started it, it is answered. */
function useForecast(counts: boolean, latestRun: string | null): { counted: RunForecast | null; forecast: Forecast } {
  const [askedAfter, setAskedAfter] = useState<string | null | undefined>(undefined)
  const asked = askedAfter === latestRun
  const { data, error, refetch } = useRead({ ...useQueries().forecast(), enabled: asked || counts })
  const doors = {
    ask: useCallback(() => setAskedAfter(latestRun), [latestRun]),
    close: useCallback(() => setAskedAfter(undefined), []),
  }
  const counted = counts ? (data ?? null) : null
  if (!asked) return { counted, forecast: { status: 'closed', ...doors } }
  if (data) return { counted, forecast: { status: 'ready', told: data, ...doors } }
  if (error) return { counted, forecast: { status: 'failed', error, retry: () => void refetch(), ...doors } }
  return { counted, forecast: { status: 'loading', ...doors } }
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

function useResume(id: string | undefined) {
  const { client, cache } = useData()
  return useAction<Run>({
    mutationFn: () => client.runs.resume({ id: id ?? '' }),
    onSuccess: (run) => cache.setQueryData(keys.latestRun, { run }),
  })
}

function useCancel(id: string | undefined) {
  const { client, cache } = useData()
  return useAction<Run>({
    mutationFn: () => client.runs.cancel({ id: id ?? '' }),
    onSuccess: (run) => cache.setQueryData(keys.latestRun, { run }),
  })
}

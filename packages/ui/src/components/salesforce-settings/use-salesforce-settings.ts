import type { SyncError } from '@pryzm/salesforce-sdk'
import { type LoadingPhase, useLive, useLoadingPhase, useOnline, useQueries, useRead, useReturned } from '../../data/index.ts'
import { type SettingsFacts, settingsSteps, type Step } from './settings-steps.ts'

export type SalesforceSettingsState =
  | { status: 'loading'; phase: LoadingPhase; retry: () => void }
  | { status: 'load_failed'; error: SyncError; retry: () => void; retrying: boolean }
  | { status: 'module_disabled' }
  | ReadySettings

export interface ReadySettings extends SettingsFacts {
  status: 'ready'
  steps: Step[]
  canManage: boolean
  /** What Salesforce's sign-in just came back with: `connected`, a reason, or null. */
  returned: string | null
  online: boolean
  /** When the server last answered, in milliseconds. */
  checkedAt: number
}

/** How far the workspace has come with Salesforce, and what is next. */
export function useSalesforceSettings(): SalesforceSettingsState {
  const queries = useQueries()
  const connection = useRead(queries.connection())
  const reachable = connection.data?.status === 'connected'
  const setup = useRead({ ...queries.setup(), enabled: reachable })
  const mapping = useRead(queries.mapping())
  const run = useRead(queries.latestRun())
  const returned = useReturned()
  const online = useOnline()
  useLive()
  const reads = [connection, mapping, run]
  const phase = useLoadingPhase(reads.some((read) => read.isPending))

  const retry = () => reads.filter((read) => read.error).forEach((read) => void read.refetch())
  const failed = reads.find((read) => read.data === undefined && read.error)
  if (failed?.error?.code === 'module_disabled') return { status: 'module_disabled' }
  if (failed?.error) return { status: 'load_failed', error: failed.error, retry, retrying: reads.some((read) => read.isFetching) }
  if (!connection.data || !mapping.data || !run.data || phase === 'skeleton' || phase === 'slow') {
    return { status: 'loading', phase: phase === 'done' ? 'quiet' : phase, retry }
  }
  const facts = {
    connection: connection.data,
    setup: setup.data ?? null,
    checkingSetup: reachable && setup.isPending,
    mapping: mapping.data,
    run: run.data.run,
  }
  return {
    status: 'ready',
    ...facts,
    steps: settingsSteps(facts),
    canManage: facts.connection.viewer.canManage,
    returned,
    online,
    checkedAt: connection.dataUpdatedAt,
  }
}

import type { CreatedFields, SetupReport, SyncError } from '@pryzm/salesforce-sdk'
import { useRef, useState } from 'react'
import {
  type Action,
  actionOf,
  keys,
  type LoadingPhase,
  useAction,
  useData,
  useLive,
  useLoadingPhase,
  useQueries,
  useRead,
} from '../../data/index.ts'
import { sameProblems } from './setup-groups.ts'

export type SetupState =
  | { status: 'loading'; phase: LoadingPhase; retry: () => void }
  | { status: 'load_failed'; error: SyncError; retry: () => void; retrying: boolean }
  | { status: 'module_disabled' }
  | { status: 'not_connected'; reconnect: boolean }
  | { status: 'view_only' }
  /** Nothing was checked yet, and Salesforce takes no calls for now. */
  | { status: 'paused'; sentence: string; resumesAt: string | null }
  | CheckedState

export interface CheckedState {
  status: 'checked'
  report: SetupReport
  canManage: boolean
  /** A sentence while Salesforce takes no calls; checking again waits for it. */
  paused: string | null
  /** When Salesforce is asked again while it takes no calls. */
  resumesAt: string | null
  check: Action
  createFields: Action
  /** What the last "Create the field for me" did, object by object. */
  created: CreatedFields['results'] | null
  /** How the last repeated check compares with the one before; null until somebody checks again. */
  rechecked: 'same' | 'changed' | null
}

/** The checks of the Salesforce side, and what mends them. */
export function useSetupChecks(): SetupState {
  const queries = useQueries()
  const connection = useRead(queries.connection())
  const reachable = connection.data?.status === 'connected' || connection.data?.status === 'degraded'
  const read = useRead({ ...queries.setup(), enabled: reachable })
  const pending = connection.isPending || (reachable && read.isPending)
  const phase = useLoadingPhase(pending)
  const check = useCheck()
  const create = useCreateFields()
  useLive()

  const error = connection.data === undefined ? connection.error : read.data === undefined && reachable ? read.error : null
  const again = () => void (connection.data === undefined ? connection.refetch() : read.refetch())
  if (error?.remedy === 'wait' && connection.data?.status === 'degraded') {
    return { status: 'paused', sentence: connection.data.sentence ?? error.message, resumesAt: connection.data.nextTryAt }
  }
  if (error) return failure(error, again, connection.isFetching || read.isFetching)
  if (connection.data && !reachable) {
    return { status: 'not_connected', reconnect: connection.data.status === 'reauthorization_required' }
  }
  if (read.data === undefined || connection.data === undefined || phase === 'skeleton' || phase === 'slow') {
    return { status: 'loading', phase: phase === 'done' ? 'quiet' : phase, retry: again }
  }
  return {
    status: 'checked',
    report: read.data,
    canManage: connection.data.viewer.canManage,
    paused: connection.data.status === 'degraded' ? connection.data.sentence : null,
    resumesAt: connection.data.status === 'degraded' ? connection.data.nextTryAt : null,
    check: { ...check.action, busy: check.action.busy || read.isFetching },
    rechecked: check.rechecked,
    createFields: actionOf(create),
    created: create.data?.results ?? null,
  }
}

function failure(error: SyncError, retry: () => void, retrying: boolean): SetupState {
  if (error.code === 'module_disabled') return { status: 'module_disabled' }
  if (error.code === 'not_permitted') return { status: 'view_only' }
  if (error.remedy === 'connect' || error.remedy === 'reconnect') {
    return { status: 'not_connected', reconnect: error.remedy === 'reconnect' }
  }
  return { status: 'load_failed', error, retry, retrying }
}

/** Checks again, and tells whether that changed anything. */
function useCheck(): { action: Action; rechecked: 'same' | 'changed' | null } {
  const { client, cache, host } = useData()
  const [rechecked, setRechecked] = useState<'same' | 'changed' | null>(null)
  const before = useRef<SetupReport>(undefined)
  const check = useAction({
    mutationFn: () => {
      before.current = cache.getQueryData<SetupReport>(keys.setup)
      return client.setup.check()
    },
    onSuccess: (report) => {
      setRechecked(before.current && sameProblems(before.current, report) ? 'same' : 'changed')
      cache.setQueryData(keys.setup, report)
      // A mended field changes what is wrong with the mapping.
      void cache.invalidateQueries({ queryKey: keys.mapping })
      // The check has read anew what the connected user may do.
      void cache.invalidateQueries({ queryKey: keys.connection })
      host().onSetupChecked?.(report)
    },
  })
  return { action: actionOf(check), rechecked }
}

function useCreateFields() {
  const { client, cache, host } = useData()
  return useAction({
    mutationFn: () => client.setup.createFields(),
    onSuccess: ({ report }) => {
      cache.setQueryData(keys.setup, report)
      void cache.invalidateQueries({ queryKey: keys.mapping })
      host().onSetupChecked?.(report)
    },
  })
}

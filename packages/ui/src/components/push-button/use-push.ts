import { type Push, type PushTarget, type RecordType, SyncError } from '@pryzm/salesforce-sdk'
import { useRef, useState } from 'react'
import { type Action, actionOf, isOver, keys, useAction, useData, useQueries, useRead } from '../../data/index.ts'
import { useLiveJob } from './use-live-job.ts'
import { type PushReview, usePushReview } from './use-push-review.ts'

export interface PushOptions {
  recordType: RecordType
  /** The record's id, a UUID. */
  recordId: string
}

/** How the last press ended. */
export type PushOutcome =
  | { kind: 'answered'; push: Push }
  | { kind: 'failed'; error: SyncError }
  /** The request went out and no answer came back. `arrived` once a check found the push. */
  | { kind: 'unconfirmed'; arrived: boolean | null }

export interface KnownPush {
  outcome: PushOutcome | null
  pushing: boolean
  push: () => void
  /** A look at what would be written, before it is. */
  review: PushReview
  /** Reads whether an unconfirmed push arrived; never sends. */
  check: Action
  /** Forgets the outcome, when its dialog is closed. */
  dismiss: () => void
}

export type PushState =
  | { status: 'checking' }
  | { status: 'load_failed'; error: SyncError; retry: () => void; retrying: boolean }
  | { status: 'module_disabled' }
  | { status: 'not_permitted'; reason: string }
  | { status: 'refused'; reason: string; remedy: string | null; target: PushTarget }
  | ({ status: 'ready'; target: PushTarget } & KnownPush)

/** Whether one record can be pushed, the push itself, and how it ended. */
export function usePush(record: PushOptions): PushState {
  const queries = useQueries()
  const target = useRead(queries.pushTarget(record))
  const known = usePress(record, target.data)
  if (target.data === undefined && target.error) {
    if (target.error.code === 'module_disabled') return { status: 'module_disabled' }
    if (target.error.code === 'not_permitted') return { status: 'not_permitted', reason: target.error.message }
    return { status: 'load_failed', error: target.error, retry: () => void target.refetch(), retrying: target.isFetching }
  }
  if (target.data === undefined) return { status: 'checking' }
  const { action, reason, remedy } = target.data
  const showsOutcome = known.outcome !== null || known.pushing
  if (action === 'refused' && reason && !showsOutcome) {
    if (reason.code === 'not_permitted') return { status: 'not_permitted', reason: reason.sentence }
    return { status: 'refused', reason: reason.sentence, remedy, target: target.data }
  }
  return { status: 'ready', target: target.data, ...known }
}

/** One press is one push: its key makes the server answer a repeated request with the same job. */
function usePress(record: PushOptions, target: PushTarget | undefined): KnownPush {
  const { client, cache, host } = useData()
  const queries = useQueries()
  const pressed = useRef<PushTarget['lastPushedAt']>(null)
  const [arrived, setArrived] = useState<boolean | null>(null)
  const create = useAction<Push>({
    mutationFn: () => {
      if (!navigator.onLine) throw new SyncError('invalid_input', 'offline', { details: { notSent: true } })
      return client.pushes.create({ ...record, idempotencyKey: crypto.randomUUID() })
    },
    onSuccess: (push) => {
      if (isOver(push.job.state)) host().onPushFinished?.(push)
    },
    onSettled: () => cache.invalidateQueries({ queryKey: keys.pushTargets }),
  })
  const check = useAction<PushTarget>({
    mutationFn: () => client.pushes.target(record),
    onSuccess: (now) => {
      cache.setQueryData(queries.pushTarget(record).queryKey, now)
      setArrived(now.lastPushedAt !== null && now.lastPushedAt !== pressed.current)
    },
  })
  const settled = useLiveJob(create.data)
  const review = usePushReview(record)
  return {
    outcome: outcomeOf(settled, create.error, arrived),
    pushing: create.isPending,
    push: () => {
      pressed.current = target?.lastPushedAt ?? null
      setArrived(null)
      create.mutate()
    },
    review,
    check: actionOf(check),
    dismiss: create.reset,
  }
}

function outcomeOf(push: Push | undefined, error: SyncError | null, arrived: boolean | null): PushOutcome | null {
  if (push) return { kind: 'answered', push }
  if (error === null) return null
  return error.details.offline === true ? { kind: 'unconfirmed', arrived } : { kind: 'failed', error }
}

import { type Push, type PushTarget, type RecordType, SyncError, type UnlinkedRecord } from '@pryzm/salesforce-sdk'
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
  /** `first` is the related record that was pushed before this one, where a person asked for both. */
  | { kind: 'answered'; push: Push; first: Push | null }
  | { kind: 'failed'; error: SyncError }
  /** The request went out and no answer came back. `arrived` once a check found the push. */
  | { kind: 'unconfirmed'; arrived: boolean | null }

export interface KnownPush {
  outcome: PushOutcome | null
  pushing: boolean
  push: () => void
  /** Pushes a related record, and then this one again. */
  pushFirst: (related: UnlinkedRecord) => void
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
  | { status: 'not_permitted' }
  | { status: 'refused'; reason: string; remedy: string | null; target: PushTarget }
  | ({ status: 'ready'; recordType: RecordType; target: PushTarget } & KnownPush)

/** Whether one record can be pushed, the push itself, and how it ended. */
export function usePush(record: PushOptions): PushState {
  const queries = useQueries()
  const target = useRead(queries.pushTarget(record))
  const known = usePress(record, target.data)
  if (target.data === undefined && target.error) {
    if (target.error.code === 'module_disabled') return { status: 'module_disabled' }
    // A refusal of the host's own tells nothing of the kit's permissions.
    if (target.error.code === 'not_permitted' && target.error.details.byHost !== true) return { status: 'not_permitted' }
    return { status: 'load_failed', error: target.error, retry: () => void target.refetch(), retrying: target.isFetching }
  }
  if (target.data === undefined) return { status: 'checking' }
  const { action, reason, remedy } = target.data
  const showsOutcome = known.outcome !== null || known.pushing
  if (action === 'refused' && reason && !showsOutcome) {
    if (reason.code === 'not_permitted') return { status: 'not_permitted' }
    return { status: 'refused', reason: reason.sentence, remedy, target: target.data }
  }
  return { status: 'ready', recordType: record.recordType, target: target.data, ...known }
}

interface Pushed {
  push: Push
  first: Push | null
}

/** What a press asks for beside the record itself. */
interface Before {
  related: UnlinkedRecord
  /** How the record's own push ended; it stands where the related one does not reach Salesforce. */
  ended: Push
}

/** One press is one push: its key makes the server answer a repeated request with the same job. */
function usePress(record: PushOptions, target: PushTarget | undefined): KnownPush {
  const { client, cache, host } = useData()
  const queries = useQueries()
  const pressed = useRef<PushTarget['lastPushedAt']>(null)
  // Kept while it is unknown what became of the request, so that pressing again asks for the same job.
  const key = useRef<string | null>(null)
  const [arrived, setArrived] = useState<boolean | null>(null)
  const send = async (of: PushOptions, idempotencyKey: string) => {
    const push = await client.pushes.create({ recordType: of.recordType, recordId: of.recordId, idempotencyKey })
    if (isOver(push.job.state)) host().onPushFinished?.(push)
    return push
  }
  const create = useAction<Pushed, Before | null>({
    mutationFn: async (before) => {
      if (!navigator.onLine) throw new SyncError('invalid_input', 'offline', { details: { notSent: true } })
      const first = before && (await send(before.related, crypto.randomUUID()))
      if (before && first && !reached(first)) return { push: before.ended, first }
      key.current ??= crypto.randomUUID()
      return { push: await send(record, key.current), first }
    },
    onSuccess: () => (key.current = null),
    onError: (error) => {
      if (!isUnheard(error)) key.current = null
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
  const settled = useLiveJob(create.data?.push)
  const start = (before: Before | null) => {
    pressed.current = target?.lastPushedAt ?? null
    setArrived(null)
    create.mutate(before)
  }
  const push = () => start(null)
  const review = usePushReview(record, push)
  return {
    outcome: outcomeOf(settled, create.data?.first ?? null, create.error, arrived),
    pushing: create.isPending || review.looking,
    push,
    pushFirst: (related) => settled && start({ related, ended: settled }),
    review,
    check: actionOf(check),
    dismiss() {
      key.current = null
      create.reset()
    },
  }
}

function reached({ result }: Push): boolean {
  return result !== null && result.outcome !== 'failed' && result.outcome !== 'skipped'
}

/** Whether the push may have been made all the same: no answer came, or one that is not the server's, such as a gateway's. */
function isUnheard({ details }: SyncError): boolean {
  return details.offline === true || details.unreadable === true
}

function outcomeOf(
  push: Push | undefined,
  first: Push | null,
  error: SyncError | null,
  arrived: boolean | null,
): PushOutcome | null {
  if (push) return { kind: 'answered', push, first }
  if (error === null) return null
  return isUnheard(error) ? { kind: 'unconfirmed', arrived } : { kind: 'failed', error }
}

import type { Job, RecordResult } from '@pryzm/salesforce-sdk'
import { useRef } from 'react'
import { type Action, actionOf, isOver, keys, useAction, useData, usePermissions } from '../../data/index.ts'

export interface Retry {
  /** What may be tried again: a pull's records, a push's one record, or nothing by this person or yet. */
  may: 'pull' | 'push' | null
  /** The records that failed, or those that have one cause. */
  action: Action<{ cause?: string }>
  /** What the last press did; `job` is the new one. */
  retried: { as: 'started'; job: string | null; cause: string | null } | { as: 'already_running' } | null
}

/** Tries records of a job again: a pull reads just those from Salesforce, a push is sent once more. */
export function useRetry(job: Job | undefined, first: RecordResult | undefined): Retry {
  const { client, cache } = useData()
  const { canManage, canPush } = usePermissions()
  // The same press sent twice is one push.
  const key = useRef<string>(undefined)
  const action = useAction({
    mutationFn: async ({ cause }: { cause?: string }) => {
      const id = job?.id ?? ''
      if (job?.kind === 'push') {
        key.current ??= crypto.randomUUID()
        const { recordType, recordId } = first ?? {}
        const push = await client.pushes.create({
          recordType: recordType ?? '',
          recordId: recordId ?? '',
          idempotencyKey: key.current,
        })
        return { as: 'started' as const, job: push.job.id, cause: null }
      }
      const { run, alreadyRunning } = await client.jobs.retry({ id, ...(cause !== undefined && { cause }) })
      cache.setQueryData(keys.latestRun, { run })
      if (alreadyRunning) return { as: 'already_running' as const }
      return { as: 'started' as const, job: run.jobs[0]?.id ?? null, cause: cause ?? null }
    },
    onSuccess: () => {
      key.current = undefined
      void cache.invalidateQueries({ queryKey: keys.jobs })
    },
  })
  const may = job === undefined || !isOver(job.state) ? null : mayRetry(job, first, canManage === true, canPush === true)
  return { may, action: actionOf(action), retried: action.data ?? null }
}

function mayRetry(job: Job, first: RecordResult | undefined, canManage: boolean, canPush: boolean): Retry['may'] {
  if (job.kind === 'pull') return canManage ? 'pull' : null
  return canPush && first?.recordId != null && first.recordType !== null ? 'push' : null
}

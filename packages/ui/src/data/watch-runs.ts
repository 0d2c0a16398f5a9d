import type { Run } from '@pryzm/salesforce-sdk'
import type { QueryClient } from '@tanstack/react-query'
import type { HostEvents } from '../events.ts'
import { keys } from './keys.ts'
import { isOver } from './run-state.ts'

const progressEvery = 1000

/** Tells the host how pulls go, once a provider, whichever components are on the page. */
export function watchRuns(cache: QueryClient, host: () => Partial<HostEvents>, now: () => number = Date.now): void {
  let known: Run | null | undefined
  let toldAt = Number.NEGATIVE_INFINITY

  function tell(run: Run) {
    const isNew = known === null || (known !== undefined && known?.id !== run.id)
    if (isNew && !isOver(run.state)) host().onPullStarted?.(run)
    else if (known && known.id === run.id && !isOver(known.state)) {
      if (isOver(run.state)) host().onPullFinished?.(run)
      else if (now() - toldAt >= progressEvery) {
        toldAt = now()
        host().onPullProgress?.(run)
      }
    }
  }

  cache.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' || query.queryKey !== keys.latestRun) return
    const latest = cache.getQueryData<{ run: Run | null }>(keys.latestRun)
    if (!latest || latest.run === known) return
    if (latest.run) tell(latest.run)
    known = latest.run
  })
}

import type { Job, JobDetail, LiveEvent, Run } from '@pryzm/salesforce-sdk'
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { isOver } from './run-state.ts'

interface JobPage {
  items: Job[]
  next: string | null
}

/** Writes an event into the cache, so that every open component shows it at once. */
export function applyEvent(cache: QueryClient, event: LiveEvent): void {
  if (event.type === 'changed') applyChange(cache, event.what)
  else if (event.type === 'run') applyRun(cache, event.run)
  else applyJob(cache, event.job)
}

/** A mapping is also told to have changed when either side of it did, such as a field that went. */
function applyChange(cache: QueryClient, what: Extract<LiveEvent, { type: 'changed' }>['what']) {
  void cache.invalidateQueries({ queryKey: keys[what] })
  if (what === 'mapping') void cache.invalidateQueries({ queryKey: keys.schemas })
}

function applyRun(cache: QueryClient, run: Run) {
  cache.setQueryData<{ run: Run | null }>(keys.latestRun, (known) => (isOlder(run, known?.run) ? known : { run }))
  for (const job of run.jobs) applyJob(cache, job)
  if (isOver(run.state)) void cache.invalidateQueries({ queryKey: keys.jobs })
}

function applyJob(cache: QueryClient, job: Job) {
  cache.setQueryData<{ run: Run | null }>(keys.latestRun, (known) =>
    known?.run?.id === job.runId ? { run: withJob(known.run, job) } : known,
  )
  cache.setQueryData<JobDetail>(keys.job(job.id), (known) => known && { ...known, job })
  cache.setQueriesData<InfiniteData<JobPage>>({ queryKey: [...keys.jobs, 'list'] }, (known) => known && withListed(known, job))
}

function isOlder(run: Run, known: Run | null | undefined): boolean {
  return known != null && known.id !== run.id && known.queuedAt > run.queuedAt
}

function withJob(run: Run, job: Job): Run {
  return { ...run, jobs: run.jobs.map((known) => (known.id === job.id ? job : known)) }
}

function withListed(data: InfiniteData<JobPage>, job: Job): InfiniteData<JobPage> {
  if (!data.pages.some((page) => page.items.some((known) => known.id === job.id))) return data
  return {
    ...data,
    pages: data.pages.map((page) => ({ ...page, items: page.items.map((known) => (known.id === job.id ? job : known)) })),
  }
}

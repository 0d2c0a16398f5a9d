import type { Job, PullMode, RecordResult, Run, SalesforceClient, SalesforceObject } from '@pryzm/salesforce-sdk'
import { vi } from 'vitest'

/** Presses "Pull from Salesforce" and waits until the run has ended. */
export async function pull(client: SalesforceClient, mode: PullMode = 'full'): Promise<Run> {
  const { run } = await client.runs.start({ mode })
  return ended(client, run.id)
}

/** Waits until a run has ended. */
export function ended(client: SalesforceClient, id: string): Promise<Run> {
  return runWhere(client, id, ({ finishedAt }) => finishedAt !== null)
}

/** Waits until a run is as asked. */
export function runWhere(client: SalesforceClient, id: string, isSo: (run: Run) => boolean): Promise<Run> {
  return vi.waitFor(
    async () => {
      const run = await client.runs.get({ id })
      if (!isSo(run))
        throw new Error(
          `The run is ${JSON.stringify({ ...run, jobs: run.jobs.map(({ state, reason }) => ({ state, reason })) })}`,
        )
      return run
    },
    { timeout: 40_000, interval: 50 },
  )
}

/** A run's job of one object. */
export function jobOf(run: Run, object: SalesforceObject): Job {
  const job = run.jobs.find((candidate) => candidate.object === object)
  if (job === undefined) throw new Error(`The run has no job for ${object}.`)
  return job
}

/** Every record result of a job. */
export async function resultsOf(client: SalesforceClient, jobId: string): Promise<RecordResult[]> {
  const results: RecordResult[] = []
  for (let cursor: string | undefined, more = true; more;) {
    const page = await client.jobs.records({ id: jobId, limit: 200, ...(cursor !== undefined && { cursor }) })
    results.push(...page.items)
    cursor = page.next ?? undefined
    more = cursor !== undefined
  }
  return results
}

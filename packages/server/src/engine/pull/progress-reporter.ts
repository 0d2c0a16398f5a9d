import type { Job } from '@pryzm/salesforce-sdk/contract'
import type { Ports, StoredJob } from '../ports/index.ts'
import { showJob } from '../show-run.ts'
import { tellPages } from '../tell.ts'

const shortestGapMs = 250
const windowMs = 5000

/** Makes the function that tells open pages how far a job is: four times a second at most, with the rate of the last seconds. */
export function progressReporter(ports: Ports, job: StoredJob): () => Promise<void> {
  let toldAt = 0
  const seen: { at: number; processed: number }[] = []
  return async () => {
    const now = ports.clock.now()
    const at = now.getTime()
    if (at - toldAt < shortestGapMs) return
    toldAt = at
    seen.push({ at, processed: job.counts.processed })
    while (seen.length > 2 && at - (seen[0]?.at ?? at) > windowMs) seen.shift()
    await tellPages(ports, job.workspace, { type: 'job', job: withRecentRate(showJob(job, now), seen) })
  }
}

function withRecentRate(job: Job, seen: readonly { at: number; processed: number }[]): Job {
  const [first] = seen
  const last = seen.at(-1)
  if (!first || !last || last.at === first.at || last.processed === first.processed) return job
  const rate = ((last.processed - first.processed) * 1000) / (last.at - first.at)
  const left = job.total === null ? null : Math.max(0, job.total - last.processed)
  return { ...job, rate: Math.round(rate * 10) / 10, secondsLeft: left === null ? null : Math.ceil(left / rate) }
}

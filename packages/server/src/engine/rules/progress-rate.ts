import type { Job } from '@pryzm/salesforce-sdk/contract'

/** Adds how fast a running job goes and how long it has yet to go, from its start until now. */
export function withRate(job: Job, now: Date): Job {
  if (job.state !== 'running' || job.startedAt === null || job.counts.processed === 0) return job
  const seconds = (now.getTime() - Date.parse(job.startedAt)) / 1000
  if (seconds <= 0) return job
  const rate = job.counts.processed / seconds
  const left = job.total === null ? null : Math.max(0, job.total - job.counts.processed)
  return { ...job, rate: Math.round(rate * 10) / 10, secondsLeft: left === null ? null : Math.ceil(left / rate) }
}

import type { Job, Run } from '../../contract/job.ts'
import { buildConnection } from '../build-connection.ts'
import { buildCounts, buildJob } from '../build-job.ts'
import { buildScenario } from '../build-scenario.ts'
import { ada } from '../people.ts'
import { minutesAgo } from '../scenario-clock.ts'
import { history } from './histories.ts'

function withRun(state: Run['state'], jobs: Job[], run: Partial<Run> = {}) {
  const latest = {
    id: 'run-2',
    mode: 'full' as const,
    state,
    startedBy: ada,
    queuedAt: minutesAgo(2),
    finishedAt: null,
    canceling: false,
  }
  return buildScenario({
    runs: [{ ...latest, ...run }, ...history.runs],
    jobs: [...jobs.map((job) => ({ job, records: [] })), ...history.jobs],
  })
}

function jobOfRun(object: Job['object'], job: Partial<Job>): Job {
  const times = { queuedAt: minutesAgo(2), startedAt: minutesAgo(2), finishedAt: null }
  return buildJob({ id: `run-2-${object.toLowerCase()}`, runId: 'run-2', object, ...times, ...job })
}

const accountsDone = jobOfRun('Account', {
  counts: buildCounts({ created: 2_104, updated: 318, unchanged: 9_820, failed: 3 }),
  total: 12_245,
  state: 'completed_with_errors',
  finishedAt: minutesAgo(1),
})

const opportunitiesQueued = jobOfRun('Opportunity', { state: 'queued', total: null, startedAt: null })

/** A run in the middle of its Contacts. */
export const pulling = withRun('running', [
  accountsDone,
  jobOfRun('Contact', {
    state: 'running',
    counts: buildCounts({
      created: 8_200,
      updated: 900,
      unchanged: 3_300,
      skipped: 12,
      withSkippedFields: 640,
      skippedFields: 702,
    }),
    total: 48_000,
    rate: 1_240,
    secondsLeft: 29,
  }),
  opportunitiesQueued,
])

/** A run that waits for those of other workspaces. */
export const pullQueued = withRun(
  'queued',
  [
    jobOfRun('Account', { state: 'queued', total: null, startedAt: null }),
    jobOfRun('Contact', { state: 'queued', total: null, startedAt: null }),
    opportunitiesQueued,
  ],
  { waitingAhead: 2 },
)

/** A run that waits for API calls. */
export const pullPaused = {
  ...withRun('paused', [
    accountsDone,
    jobOfRun('Contact', {
      state: 'paused',
      reason: {
        code: 'api_limit_reached',
        sentence: "The org's API calls of the last 24 hours are used up. We look again every 15 minutes and then go on.",
      },
      counts: buildCounts({ created: 8_200, unchanged: 3_300 }),
      total: 48_000,
      nextTryAt: minutesAgo(-12),
    }),
    opportunitiesQueued,
  ]),
  connection: buildConnection({ apiUsage: { used: 100_000, limit: 100_000 } }),
}

/** A run that somebody asked to cancel and that has not ended yet. */
export const pullCanceling = withRun('running', [jobOfRun('Account', { state: 'running', total: 12_245 })], { canceling: true })

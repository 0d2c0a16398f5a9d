import type { Job, Run } from '@pryzm/salesforce-sdk'
import { ada, buildConnection, buildCounts, buildDisconnected, buildJob, minutesAgo } from '@pryzm/salesforce-sdk/testing'
import { expect, it } from 'vitest'
import { formatsFor } from '../../formats.ts'
import { bindMessages } from '../../messages.ts'
import { healthLine } from './health-line.ts'
import { salesforceSettingsMessages } from './salesforce-settings.messages.ts'

const text = bindMessages(formatsFor('en'), salesforceSettingsMessages)

function run(state: Run['state'], failed = 0): Run {
  const jobs: Job[] = [buildJob({ id: 'a', counts: buildCounts({ failed }) })]
  return {
    id: 'run',
    mode: 'full',
    state,
    startedBy: ada,
    queuedAt: minutesAgo(9),
    finishedAt: null,
    canceling: false,
    jobs,
  }
}

it.for([
  ['Not connected.', buildDisconnected(), run('succeeded')],
  ['Connected. Nothing was pulled yet.', buildConnection(), null],
  ['Healthy.', buildConnection(), run('succeeded')],
  ['A pull is running.', buildConnection(), run('running')],
  ['Sync is paused.', buildConnection(), run('paused')],
  ['3 records of the last pull need attention.', buildConnection(), run('completed_with_errors', 3)],
  ['The last pull did not finish.', buildConnection(), run('canceled')],
  ['Sync is paused.', buildConnection({ status: 'degraded', sentence: 'Maintenance.' }), run('succeeded')],
] as const)('says "%s" of a sync that is so', ([sentence, connection, last]) => {
  expect(healthLine({ connection, run: last }, text).sentence).toBe(sentence)
})

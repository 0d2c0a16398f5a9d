import type { RecordOutcome, RecordResult } from '../../contract/job.ts'
import { buildCounts, buildJob, buildRecord } from '../build-job.ts'
import { buildForecast } from '../build-forecast.ts'
import { buildField } from '../build-push.ts'
import { buildScenario } from '../build-scenario.ts'
import { ada, edgar } from '../people.ts'
import { minutesAgo } from '../scenario-clock.ts'
import type { Scenario, ScenarioJob, ScenarioRecord } from '../scenario.ts'

const names = [
  'Acme',
  'Globex',
  'Initech',
  'Umbrella',
  'Hooli',
  'Stark Industries',
  'Wayne Enterprises',
  'Wonka',
  'Soylent',
  'Tyrell',
]

/** Record results that look like a real pull: mostly fine, some fields skipped, few failed. */
export function buildRecords(count: number): ScenarioRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const id = String(index + 1)
    const name = `${names[index % names.length] ?? ''} ${id}`
    if (index % 25 === 24) return failedRecord(id, name)
    return index % 5 === 4 ? recordWithSkips(id, name) : wholeRecord(id, name, index % 3 === 0 ? 'created' : 'updated')
  })
}

function wholeRecord(id: string, name: string, outcome: RecordOutcome): ScenarioRecord {
  return { result: named(id, name, { outcome }), fields: syncedFields() }
}

function named(id: string, name: string, rest: Partial<RecordResult>): RecordResult {
  const recordId = `7b0d1c52-9a4e-4a55-8f0b-${id.padStart(12, '0')}`
  const salesforceId = `001gK0000${id.padStart(6, '0')}QAR`
  return buildRecord({
    id,
    name,
    recordId,
    salesforceId,
    recordUrl: `/records/organization/${recordId}`,
    salesforceUrl: `https://acme.my.salesforce.com/${salesforceId}`,
    ...rest,
  })
}

function syncedFields() {
  return [
    buildField({ attribute: 'name', attributeLabel: 'Name', field: 'Name' }),
    buildField({ attribute: 'website', attributeLabel: 'Website', field: 'Website' }),
    buildField({ attribute: 'phone', attributeLabel: 'Phone', field: 'Phone' }),
  ]
}

function recordWithSkips(id: string, name: string): ScenarioRecord {
  return {
    result: named(id, name, { syncedFields: 3, skippedFields: 2 }),
    fields: [
      ...syncedFields(),
      buildField({
        attribute: 'industry',
        attributeLabel: 'Industry',
        field: 'Industry',
        outcome: 'skipped',
        reason: 'option_mismatch',
        sentence: '"Space Travel" matches no option of Industry.',
        dropped: 'Space Travel',
      }),
      buildField({
        attribute: 'parent',
        attributeLabel: 'Parent organization',
        field: 'ParentId',
        outcome: 'skipped',
        reason: 'related_not_linked',
        sentence:
          'The Account that Parent organization points at is not linked to a record in Pryzm. Pull Accounts first, then this record again.',
        dropped: '001gK00000Zz9YxQAR',
      }),
    ],
  }
}

function failedRecord(id: string, name: string): ScenarioRecord {
  const reason = { code: 'rejected_by_pryzm', sentence: 'Pryzm refused the record: another organization has this name.' }
  return { result: named(id, name, { outcome: 'failed', recordId: null, recordUrl: null, syncedFields: 0, reason }), fields: [] }
}

function jobOf(id: string, records: ScenarioRecord[], job: Partial<ScenarioJob['job']> = {}): ScenarioJob {
  const count = (outcome: RecordOutcome) => records.filter(({ result }) => result.outcome === outcome).length
  const skipped = records.map(({ result }) => result.skippedFields)
  const counts = buildCounts({
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    skipped: count('skipped'),
    failed: count('failed'),
    withSkippedFields: skipped.filter((fields) => fields > 0).length,
    skippedFields: skipped.reduce((sum, fields) => sum + fields, 0),
  })
  return { job: buildJob({ id, counts, state: counts.failed > 0 ? 'completed_with_errors' : 'succeeded', ...job }), records }
}

/** One finished run and one push, for scenarios where all is well. */
export const history: Pick<Scenario, 'runs' | 'jobs' | 'forecast'> = {
  forecast: buildForecast({ linked: { Account: 3_476, Contact: 8_002, Opportunity: 831 } }),
  runs: [
    {
      id: 'run-1',
      mode: 'full',
      state: 'completed_with_errors',
      startedBy: ada,
      queuedAt: minutesAgo(12),
      finishedAt: minutesAgo(9),
      canceling: false,
    },
  ],
  jobs: [
    jobOf('run-1-account', buildRecords(60), { runId: 'run-1' }),
    jobOf('run-1-contact', [], {
      runId: 'run-1',
      object: 'Contact',
      counts: buildCounts({ created: 148, unchanged: 12 }),
      total: 160,
    }),
    jobOf('run-1-opportunity', [], { runId: 'run-1', object: 'Opportunity', counts: buildCounts({ created: 41 }), total: 41 }),
    jobOf('push-0', buildRecords(1), { kind: 'push', mode: null, startedBy: edgar, queuedAt: minutesAgo(300) }),
  ],
}

/** Months of jobs of every state, and one job with 1,000 records. */
export const historyFull = buildScenario({ ...history, jobs: [...history.jobs, ...olderJobs()] })

function olderJobs(): ScenarioJob[] {
  const states = ['succeeded', 'completed_with_errors', 'failed', 'canceled', 'skipped', 'succeeded'] as const
  const objects = ['Account', 'Contact', 'Opportunity'] as const
  const jobs = Array.from({ length: 120 }, (_, index) => {
    const minutes = 60 * (index + 8)
    const state = states[index % states.length] ?? 'succeeded'
    const object = objects[index % objects.length] ?? 'Account'
    const started =
      state === 'skipped' ? {} : { startedAt: minutesAgo(minutes), finishedAt: minutesAgo(minutes - 1 - ((index * 7) % 13)) }
    return jobOf(`job-${index + 1}`, index === 0 ? buildRecords(1_000) : [], {
      object,
      state: index === 0 ? 'completed_with_errors' : state,
      reason: reasonOf(state),
      startedBy: index % 4 === 3 ? edgar : ada,
      kind: index % 4 === 3 ? 'push' : 'pull',
      mode: index % 4 === 3 ? null : 'changes',
      queuedAt: minutesAgo(minutes),
      startedAt: null,
      finishedAt: null,
      ...started,
    })
  })
  return jobs
}

function reasonOf(state: ScenarioJob['job']['state']) {
  if (state === 'failed') return { code: 'query_failed', sentence: 'Salesforce could not finish the query. Pull again.' }
  if (state === 'skipped') return { code: 'not_started', sentence: 'Not started, because an earlier job of the run failed.' }
  return null
}

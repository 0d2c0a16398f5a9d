import type { Job, JobCounts, RecordOutcome, RecordResult } from '../contract/job.ts'
import type { SalesforceObject } from '../contract/shared.ts'
import { ada } from './people.ts'
import { minutesAgo } from './scenario-clock.ts'

const noCounts: JobCounts = {
  processed: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  failed: 0,
  withSkippedFields: 0,
  skippedFields: 0,
}

/** Counts of a job; what is not named is 0, and `processed` is the sum of the outcomes. */
export function buildCounts(counts: Partial<JobCounts> = {}): JobCounts {
  const { created = 0, updated = 0, unchanged = 0, skipped = 0, failed = 0 } = counts
  return { ...noCounts, processed: created + updated + unchanged + skipped + failed, ...counts }
}

const sides: Record<SalesforceObject, Pick<Job, 'recordType' | 'label'>> = {
  Account: { recordType: 'organization', label: 'Organizations' },
  Contact: { recordType: 'person', label: 'People' },
  Opportunity: { recordType: 'pipeline:sales', label: 'Sales pipeline' },
}

/** A finished pull of Accounts, but for what is named. */
export function buildJob(job: Partial<Job> & Pick<Job, 'id'>): Job {
  const object = job.object ?? 'Account'
  const kind = job.kind ?? 'pull'
  return {
    runId: null,
    kind,
    mode: kind === 'pull' ? 'full' : null,
    object,
    ...sides[object],
    state: 'succeeded',
    reason: null,
    counts: buildCounts(),
    total: job.counts?.processed ?? 0,
    rate: null,
    secondsLeft: null,
    mappingVersion: 1,
    startedBy: ada,
    queuedAt: minutesAgo(12),
    startedAt: minutesAgo(12),
    finishedAt: minutesAgo(11),
    progressedAt: job.startedAt === null ? null : minutesAgo(0),
    nextTryAt: null,
    ...job,
  }
}

/** A record that synced whole, but for what is named. */
export function buildRecord(record: Partial<RecordResult> & Pick<RecordResult, 'id'>): RecordResult {
  const outcome: RecordOutcome = record.outcome ?? 'updated'
  return {
    outcome,
    name: 'Acme',
    recordType: 'organization',
    recordId: '7b0d1c52-9a4e-4a55-8f0b-2f1f6f3c9a01',
    salesforceId: '001gK00000A1b2CQAR',
    recordUrl: '/records/organization/7b0d1c52-9a4e-4a55-8f0b-2f1f6f3c9a01',
    salesforceUrl: 'https://acme.my.salesforce.com/001gK00000A1b2CQAR',
    reason: null,
    matches: [],
    syncedFields: 9,
    skippedFields: 0,
    ...record,
  }
}

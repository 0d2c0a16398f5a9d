import { faultAnswers } from './fault-answers.ts'
import type { Fault } from './fault.ts'

const data = '/services/data'

/** Ready-made faults by name; each `name` says what happens. */
export const faultPresets = {
  slow: { name: 'Answers take 3 seconds', times: 10, latencyMs: 3000 },
  'slow-body': { name: 'The bodies of answers come 3 seconds late', path: data, times: 10, bodyLatencyMs: 3000 },
  drip: {
    name: 'An answer trickles, 200 bytes in every tenth of a second',
    path: data,
    drip: { bytes: 200, everyMs: 100 },
  },
  unavailable: {
    name: 'Calls find Salesforce unavailable',
    path: data,
    times: 10,
    respond: faultAnswers.serverUnavailable,
  },
  maintenance: {
    name: 'Calls meet a maintenance page (HTML, 503)',
    path: data,
    times: 10,
    respond: faultAnswers.maintenancePage,
  },
  'too-busy': { name: 'Calls are turned away by the edge (420)', path: data, times: 3, respond: faultAnswers.tooBusy },
  'internal-error': { name: 'A call fails inside Salesforce (500)', path: data, respond: faultAnswers.unknownException },
  'query-timeout': { name: 'A query runs out of time', path: '/query', respond: faultAnswers.queryTimeout },
  'trigger-failed': {
    name: 'An update fails in a trigger',
    method: 'PATCH',
    path: data,
    respond: faultAnswers.triggerFailed,
  },
  locked: { name: 'An update meets a locked row', method: 'PATCH', path: '/sobjects', respond: faultAnswers.lockedRow },
  'locked-records': {
    name: 'Records that are updated or deleted are locked, in bulk jobs too',
    times: 10,
    locks: {},
  },
  lost: {
    name: 'The answer to a push (a composite call) is lost, its work done',
    path: /\/composite$/,
    cutAfterBytes: 0,
  },
  'cut-before': { name: 'The connection breaks at a call, before any work', path: data, cutBeforeWork: true },
  cut: { name: 'A page of bulk results breaks off', path: '/results', cutAfterBytes: 5000 },
  'job-queued': { name: 'A bulk job waits for ever', jobs: { queuedPolls: Infinity } },
  'job-slow': { name: 'A bulk job waits for 3 polls and works for 3 more', jobs: { queuedPolls: 3, inProgressPolls: 3 } },
  'query-failed': {
    name: 'A bulk query fails, tried fifteen times',
    jobs: { kind: 'query', fails: 'InternalServerError : Retried more than fifteen times', retries: 15 },
  },
  'query-aborted': { name: 'Somebody aborts a bulk query', jobs: { kind: 'query', aborted: true } },
  'ingest-failed': {
    name: 'A bulk upload fails after 10 rows',
    jobs: { kind: 'ingest', fails: 'InternalServerError : Unexpected exception', afterRows: 10 },
  },
  'ingest-aborted': {
    name: 'Somebody aborts a bulk upload after 10 rows',
    jobs: { kind: 'ingest', aborted: true, afterRows: 10 },
  },
  'columns-turned': {
    name: 'The second page of a bulk query has its columns in another order',
    jobs: { kind: 'query', turnedRead: 2 },
  },
  'locator-lost': {
    name: 'A page of bulk results is not found by its locator',
    path: '/results',
    query: { locator: '' },
    respond: faultAnswers.lostLocator,
  },
  'results-expired': {
    name: 'The results of a bulk query have expired',
    path: /jobs\/query\/\w+\/results/,
    times: 10,
    respond: faultAnswers.expiredResults,
  },
  'failed-rows-unreadable': {
    name: 'The failed rows of a bulk upload cannot be read',
    path: '/failedResults',
    respond: faultAnswers.unknownException,
  },
  'malformed-json': { name: 'An answer is broken JSON', path: data, respond: faultAnswers.malformedJson },
  'wrong-content-type': {
    name: 'An answer calls itself HTML',
    path: data,
    headers: { 'Content-Type': 'text/html;charset=UTF-8' },
  },
  'expired-session': { name: 'The access token of the caller has expired', path: data, ends: 'session' },
  'revoked-grant': { name: 'The approval of the caller has been revoked', ends: 'grant' },
  'rotation-race': {
    name: 'Another process has used the refresh token just before',
    path: '/oauth2/token',
    body: 'grant_type=refresh_token',
    ends: 'refresh_token',
  },
  'ip-restricted': {
    name: 'A refresh comes from an address that the org does not let in',
    path: '/oauth2/token',
    body: 'grant_type=refresh_token',
    respond: faultAnswers.ipRestricted,
  },
  'daily-limit': { name: 'Calls are over the daily limit', path: data, times: 20, respond: faultAnswers.dailyLimit },
  'concurrent-limit': {
    name: 'Calls are too many at once',
    path: data,
    times: 3,
    respond: faultAnswers.tooManyAtOnce,
  },
  moved: {
    name: 'Calls are led to another host, where the org has moved',
    path: data,
    times: 3,
    respond: faultAnswers.movedOrg,
  },
} as const satisfies Record<string, Fault>

export type FaultPreset = keyof typeof faultPresets

export const faultPresetNames = Object.keys(faultPresets) as FaultPreset[]

/** A ready-made fault, with other counts if told. Throws, naming those there are. */
export function presetFault(name: string, counts: Pick<Fault, 'skip' | 'times'> = {}): Fault {
  const preset: Fault | undefined = faultPresets[name as FaultPreset]
  if (preset) return { ...preset, ...counts }
  throw new Error(`There is no fault "${name}". Choose one of: ${faultPresetNames.join(', ')}.`)
}

/** How many times a fault strikes, in words. */
export function timesInWords(times: number): string {
  if (times === Infinity) return 'always'
  return times === 1 ? 'once' : `${times} times`
}

/** What a fault is called: by its name, or else by what it strikes. */
export function faultName({ name, method = 'any method', path = 'any path', locks, jobs }: Fault): string {
  if (!name && jobs) return 'Set by a program: bulk jobs'
  return name ?? (locks ? 'Set by a program: locked records' : `Set by a program: ${method} ${String(path)}`)
}

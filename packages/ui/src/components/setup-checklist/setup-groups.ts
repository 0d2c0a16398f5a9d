import type { CheckStatus, SalesforceObject, SetupCheck, SetupReport } from '@pryzm/salesforce-sdk'
import { salesforceObjects } from '@pryzm/salesforce-sdk'

/** Checks that belong together: the package, which comes first, those of the whole connection, of one object, and of the mapping. */
export interface SetupGroup {
  key: 'package' | 'connection' | SalesforceObject | 'mapping'
  /** The worst status of its checks. */
  status: CheckStatus
  checks: SetupCheck[]
}

const mappingKinds: readonly SetupCheck['kind'][] = ['pipeline', 'mapped_fields']

/** The report's checks in reading order; groups without a check are left out. */
export function setupGroups({ checks }: SetupReport): SetupGroup[] {
  const keys = ['package', 'connection', ...salesforceObjects, 'mapping'] as const
  return keys
    .map((key) => ({ key, checks: checks.filter((check) => groupOf(check) === key) }))
    .filter((group) => group.checks.length > 0)
    .map((group) => ({ ...group, status: worst(group.checks) }))
}

function groupOf({ kind, object }: SetupCheck): SetupGroup['key'] {
  if (kind === 'package') return 'package'
  if (mappingKinds.includes(kind)) return 'mapping'
  return object ?? 'connection'
}

function worst(checks: readonly SetupCheck[]): CheckStatus {
  const has = (status: CheckStatus) => checks.some((check) => check.status === status)
  return has('fail') ? 'fail' : has('unknown') ? 'unknown' : 'pass'
}

function isObject(key: SetupGroup['key']): key is SalesforceObject {
  return salesforceObjects.some((object) => object === key)
}

/** How many of the objects that sync are ready for it. */
export function objectsReady(report: SetupReport): { ready: number; total: number } {
  const objects = setupGroups(report).filter(({ key }) => isObject(key))
  return { ready: objects.filter(({ status }) => status === 'pass').length, total: objects.length }
}

/** True where no check fails; what Salesforce did not let us see stops nothing. */
export function allPassed({ checks }: SetupReport): boolean {
  return checks.every(({ status }) => status !== 'fail')
}

/** True where one click may help: `Pryzm_ID__c` is missing on some object, or hidden from the connected user. */
export function fieldsCanBeCreated({ checks }: SetupReport): boolean {
  return checks.some(
    ({ kind, problems }) =>
      kind === 'pryzm_id' && problems.some(({ code }) => code === 'pryzm_id_missing' || code === 'pryzm_id_not_accessible'),
  )
}

/** Whether two reports find the same things wrong. */
export function sameProblems(before: SetupReport, after: SetupReport): boolean {
  return signature(before) === signature(after)
}

function signature({ checks }: SetupReport): string {
  return JSON.stringify(checks.map(({ kind, object, status, problems }) => [kind, object, status, problems]))
}

/** One thing that a check still lacks: what it is about, and what it needs where that is known. */
export interface LeftOver {
  subject: string
  needs: string[]
}

/** What the failed checks still lack, in reading order. */
export function leftOvers(report: SetupReport): LeftOver[] {
  return setupGroups(report)
    .flatMap(({ checks }) => checks)
    .filter(({ status }) => status === 'fail')
    .map(({ object, title, problems }) => ({
      subject: object ?? title,
      needs: problems.flatMap(({ expected }) => expected ?? []),
    }))
}

/** What is left to do, as text to send to a Salesforce admin. */
export function instructions({ checks }: SetupReport, heading: string): string {
  const open = checks.filter(({ status }) => status !== 'pass')
  return [heading, ...open.map(checkText)].join('\n\n')
}

function checkText({ title, problems, steps, link }: SetupCheck): string {
  return [
    title,
    ...problems.map(({ sentence }) => `  ${sentence}`),
    ...steps.map((step, at) => `  ${at + 1}. ${step}`),
    ...(link === null ? [] : [`  ${link}`]),
  ].join('\n')
}

import type { MappingIssue } from '../../contract/mapping.ts'
import type { SalesforceObject } from '../../contract/shared.ts'

/** The issues that keep an object from syncing at all. */
export function blockingIssues(issues: readonly MappingIssue[], object: SalesforceObject): MappingIssue[] {
  return issues.filter((issue) => issue.object === object && issue.severity === 'blocking')
}

/** The issues of one field pair, errors first. */
export function pairIssues(issues: readonly MappingIssue[], object: SalesforceObject, pairId: string): MappingIssue[] {
  const own = issues.filter((issue) => issue.object === object && issue.pairId === pairId)
  return [...own.filter(({ severity }) => severity === 'field'), ...own.filter(({ severity }) => severity !== 'field')]
}

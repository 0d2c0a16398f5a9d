import type { MappingIssue, SalesforceObject, SchemaChange } from '@pryzm/salesforce-sdk/contract'
import { describeChanges } from '@pryzm/salesforce-sdk/mapping'
import { causedIssues } from './caused-issues.ts'
import { mappingInForce } from './mapping-in-force.ts'
import type { OpenOrg } from './open-org.ts'
import type { DescribeChange, Ports } from './ports/index.ts'
import { settleAbsent } from './settle-absent.ts'
import { tellHost, tellPages } from './tell.ts'

/**
 * Tells open pages that Salesforce changed under the saved mapping, and the host where the mapping is concerned. What goes
 * wrong here is logged: whoever read the describe goes on.
 */
export async function noticeChange(ports: Ports, open: OpenOrg, object: SalesforceObject, change: DescribeChange): Promise<void> {
  const { workspace } = open.connection
  try {
    const absent = await settleAbsent(ports, open, object, change)
    const { version, mapping } = await mappingInForce(ports, workspace)
    const pair = mapping.pairs.find((candidate) => candidate.object === object)
    if (version === 0 || !pair?.enabled) return
    const changes = describeChanges(change.before, change.after, { pair, absent })
    if (changes.length === 0) return
    const issues = await causedIssues(ports, workspace, mapping, new Map([[object, change]]))
    await tellPages(ports, workspace, { type: 'changed', what: 'mapping' })
    await tellPages(ports, workspace, { type: 'changed', what: 'connection' })
    if (concernsMapping(changes, issues))
      await tellHost(ports, workspace, 'mapping.drifted', { mappingVersion: version, changes, issues })
  } catch (error) {
    ports.log.error('A change of an org could not be told', { workspace, object, error })
  }
}

/** A field that nobody mapped and no create needs is no news for a host. */
function concernsMapping(changes: readonly SchemaChange[], issues: readonly MappingIssue[]): boolean {
  return issues.length > 0 || changes.some(({ mapped }) => mapped)
}

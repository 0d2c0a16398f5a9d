import type { Mapping, MappingIssue, SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import { issuesCaused, type PairSides, validateMapping } from '@pryzm/salesforce-sdk/mapping'
import type { DescribeChange, Ports } from './ports/index.ts'
import { readRecordType } from './read-record-type.ts'

/** The issues of a mapping that changed describes have caused; other objects take no part. */
export async function causedIssues(
  ports: Pick<Ports, 'records'>,
  workspace: string,
  mapping: Mapping,
  changed: ReadonlyMap<SalesforceObject, DescribeChange>,
): Promise<MappingIssue[]> {
  const [before, after] = [noSides(), noSides()]
  for (const pair of mapping.pairs) {
    const change = changed.get(pair.object)
    if (change === undefined) continue
    const recordType = await readRecordType(ports, workspace, pair)
    before[pair.object] = { recordType, describe: change.before }
    after[pair.object] = { recordType, describe: change.after }
  }
  return issuesCaused(validateMapping(mapping, before), validateMapping(mapping, after))
}

function noSides(): Record<SalesforceObject, PairSides> {
  return { Account: { recordType: null }, Contact: { recordType: null }, Opportunity: { recordType: null } }
}

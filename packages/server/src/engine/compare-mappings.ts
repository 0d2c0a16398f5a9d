import type { MappingComparison } from '@pryzm/salesforce-sdk/contract'
import { diffMappings } from '@pryzm/salesforce-sdk/mapping'
import { mappingAt } from './mapping-at.ts'
import type { Caller, Ports } from './ports/index.ts'

/** What differs between two versions, in either order. Rejects with `not_found` where one of them never was. */
export async function compareMappings(
  ports: Ports,
  { workspace }: Caller,
  { from, to }: { from: number; to: number },
): Promise<MappingComparison> {
  const [before, after] = await Promise.all([mappingAt(ports, workspace, from), mappingAt(ports, workspace, to)])
  return { from, to, changes: diffMappings(before.mapping, after.mapping) }
}

import type { SavedMapping } from '@pryzm/salesforce-sdk/contract'
import { checkMapping } from './check-mapping.ts'
import { mappingAt } from './mapping-at.ts'
import { type MappingInForce, mappingInForce } from './mapping-in-force.ts'
import type { Caller, Ports } from './ports/index.ts'

/** The mapping in force, with what is wrong with it now. */
export async function getMapping(ports: Ports, { workspace }: Caller): Promise<SavedMapping> {
  return showMapping(ports, workspace, await mappingInForce(ports, workspace))
}

/** One saved version, checked against both sides as they are now. */
export async function getMappingVersion(ports: Ports, { workspace }: Caller, version: number): Promise<SavedMapping> {
  return showMapping(ports, workspace, await mappingAt(ports, workspace, version))
}

/** A mapping as people see it. */
export async function showMapping(
  ports: Ports,
  workspace: string,
  { version, saved, mapping }: MappingInForce,
): Promise<SavedMapping> {
  const { savedBy = null, savedAt = null, restoredFrom = null } = saved ?? {}
  const checked = await checkMapping(ports, workspace, mapping)
  return { version, savedBy, savedAt, restoredFrom, mapping, ...checked }
}

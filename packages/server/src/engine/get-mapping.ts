import { type MappingVersion, type SavedMapping, SyncError } from '@pryzm/salesforce-sdk/contract'
import { checkMapping } from './check-mapping.ts'
import { type MappingInForce, mappingInForce } from './mapping-in-force.ts'
import type { Caller, Ports } from './ports/index.ts'

/** The mapping in force, with what is wrong with it now. */
export async function getMapping(ports: Ports, { workspace }: Caller): Promise<SavedMapping> {
  return showMapping(ports, workspace, await mappingInForce(ports, workspace))
}

/** One saved version, checked against both sides as they are now. */
export async function getMappingVersion(ports: Ports, { workspace }: Caller, version: number): Promise<SavedMapping> {
  const stored = await ports.store.mappings.version(workspace, version)
  if (stored === null) throw new SyncError('not_found', `There is no version ${version} of this workspace's mapping.`)
  const { mapping, ...saved } = stored
  return showMapping(ports, workspace, { version, saved, mapping })
}

/** Every saved version, newest first. */
export async function listMappingVersions(ports: Ports, { workspace }: Caller): Promise<{ items: MappingVersion[] }> {
  return { items: await ports.store.mappings.versions(workspace) }
}

/** A mapping as people see it. */
export async function showMapping(
  ports: Ports,
  workspace: string,
  { version, saved, mapping }: MappingInForce,
): Promise<SavedMapping> {
  const checked = await checkMapping(ports, workspace, mapping)
  return { version, savedBy: saved?.savedBy ?? null, savedAt: saved?.savedAt ?? null, mapping, ...checked }
}

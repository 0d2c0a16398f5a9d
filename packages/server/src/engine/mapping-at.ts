import { SyncError } from '@pryzm/salesforce-sdk/contract'
import { type MappingInForce, withoutSave } from './mapping-in-force.ts'
import type { Ports } from './ports/index.ts'

/** The mapping as one version has it; 0 is the empty one before the first save. Rejects with `not_found`. */
export async function mappingAt({ store }: Ports, workspace: string, version: number): Promise<MappingInForce> {
  if (version === 0) return withoutSave()
  const stored = await store.mappings.version(workspace, version)
  if (stored === null) throw new SyncError('not_found', `There is no version ${version} of this workspace's mapping.`)
  const { mapping, ...saved } = stored
  return { version, saved, mapping }
}

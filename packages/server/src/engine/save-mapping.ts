import type { Mapping, SavedMapping } from '@pryzm/salesforce-sdk/contract'
import { addMappingVersion } from './add-mapping-version.ts'
import { requireRule } from './authorize.ts'
import { showMapping } from './get-mapping.ts'
import type { Caller, Ports } from './ports/index.ts'
import { requireOwnIds } from './rules/pair-ids.ts'

/**
 * Saves a new version of the mapping; issues do not stop the save, somebody else's save in between does. Where nothing has
 * changed there is no new version, and the answer is the one in force.
 */
export async function saveMapping(
  ports: Ports,
  caller: Caller,
  { baseVersion, mapping }: { baseVersion: number; mapping: Mapping },
): Promise<SavedMapping> {
  requireRule(caller, 'integrations:manage')
  requireOwnIds(mapping)
  const saved = await addMappingVersion(ports, caller, { baseVersion, mapping, restoredFrom: null })
  return showMapping(ports, caller.workspace, saved)
}

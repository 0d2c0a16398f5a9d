import type { SavedMapping } from '@pryzm/salesforce-sdk/contract'
import { addMappingVersion } from './add-mapping-version.ts'
import { requireRule } from './authorize.ts'
import { showMapping } from './get-mapping.ts'
import { mappingAt } from './mapping-at.ts'
import type { Caller, Ports } from './ports/index.ts'

/** Saves an older version again as the newest, which says where it came from; the answer is the one in force where they are equal. */
export async function restoreMapping(
  ports: Ports,
  caller: Caller,
  { version, baseVersion }: { version: number; baseVersion: number },
): Promise<SavedMapping> {
  requireRule(caller, 'integrations:manage')
  const { mapping } = await mappingAt(ports, caller.workspace, version)
  const restored = await addMappingVersion(ports, caller, { baseVersion, mapping, restoredFrom: version })
  return showMapping(ports, caller.workspace, restored)
}

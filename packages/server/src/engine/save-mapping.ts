import { type Mapping, type SavedMapping, SyncError } from '@pryzm/salesforce-sdk/contract'
import { addMappingVersion } from './add-mapping-version.ts'
import { requireRule } from './authorize.ts'
import { showMapping } from './get-mapping.ts'
import type { Caller, Ports } from './ports/index.ts'
import { brokenPairIds } from './rules/pair-ids.ts'

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
  refuseBrokenIds(mapping)
  const saved = await addMappingVersion(ports, caller, { baseVersion, mapping, restoredFrom: null })
  return showMapping(ports, caller.workspace, saved)
}

function refuseBrokenIds(mapping: Mapping): void {
  const [first] = brokenPairIds(mapping)
  if (first === undefined) return
  throw new SyncError(
    'invalid_input',
    `The id "${first}" names two field pairs of one object. Every field pair needs an id of its own.`,
  )
}

import { type Mapping, type MappingChange, type StaleVersion, SyncError } from '@pryzm/salesforce-sdk/contract'
import { countChanges, diffMappings, objectPairLabels } from '@pryzm/salesforce-sdk/mapping'
import { showMapping } from './get-mapping.ts'
import { type MappingInForce, mappingInForce, withoutSave } from './mapping-in-force.ts'
import type { Caller, Ports } from './ports/index.ts'
import { recordTypeOf } from './rules/record-type-of.ts'
import { tellHost, tellPages } from './tell.ts'

export interface MappingEdit {
  baseVersion: number
  mapping: Mapping
  /** The version that is restored; null for an edit. */
  restoredFrom: number | null
}

/**
 * Adds a version to the mapping, and tells the host and open pages; hands over the one in force where nothing changed. Rejects
 * with `stale_version`, whose details are a `StaleVersion`, where the edit was based on another version than that, and with
 * `not_permitted` where the caller may not see the records of an object pair that it changes.
 */
export async function addMappingVersion(ports: Ports, caller: Caller, edit: MappingEdit): Promise<MappingInForce> {
  const { workspace, user } = caller
  const { baseVersion, mapping, restoredFrom } = edit
  const inForce = await mappingInForce(ports, workspace)
  if (inForce.version !== baseVersion) throw await staleVersion(ports, workspace, edit, inForce)
  const differences = diffMappings(inForce.mapping, mapping)
  if (differences.length === 0) return inForce
  requireAccess(caller, mapping, differences)

  const savedBy = { id: user.id, name: user.name }
  const changes = countChanges(differences)
  const save = { baseVersion, mapping, savedBy, savedAt: ports.clock.now(), restoredFrom, changes }
  const stored = await ports.store.mappings.add(workspace, save)
  if (stored === null) throw await staleVersion(ports, workspace, edit, await mappingInForce(ports, workspace))
  // Who saved has seen what was read last: drift begins anew from there.
  await ports.store.describes.acknowledge(workspace, ports.clock.now())
  await tellPages(ports, workspace, { type: 'changed', what: 'mapping' })
  await tellHost(ports, workspace, 'mapping.saved', { version: stored.version, savedBy, restoredFrom, changes })
  const { mapping: kept, ...saved } = stored
  return { version: stored.version, saved, mapping: kept }
}

/** A mapping is changed by those who may see the records that it is about. */
function requireAccess(caller: Caller, { pairs }: Mapping, changes: readonly MappingChange[]): void {
  for (const pair of pairs) {
    const recordType = recordTypeOf(pair)
    if (recordType === null || caller.access(recordType).view || !changes.some(({ object }) => object === pair.object)) continue
    const { salesforcePlural, pryzmPlural } = objectPairLabels[pair.object]
    const records = pair.object === 'Opportunity' ? 'that pipeline' : pryzmPlural
    throw new SyncError('not_permitted', `Changing the mapping of ${salesforcePlural} needs access to ${records} in Pryzm.`, {
      details: { reason: 'no_entity_access', recordType },
    })
  }
}

async function staleVersion(
  ports: Ports,
  workspace: string,
  { baseVersion, mapping }: MappingEdit,
  inForce: MappingInForce,
): Promise<SyncError> {
  const base = await baseOf(ports, workspace, baseVersion, inForce)
  const details: StaleVersion = {
    baseVersion,
    current: await showMapping(ports, workspace, inForce),
    theirs: diffMappings(base, inForce.mapping),
    yours: diffMappings(base, mapping),
  }
  const by = inForce.saved ? `${inForce.saved.savedBy.name} saved version ${inForce.version}` : 'the mapping was changed'
  return new SyncError('stale_version', `While you were editing, ${by}. Compare it with yours, then save again.`, {
    details: { ...details },
  })
}

/** The mapping that both sides started from; that in force where no such version was ever saved. */
async function baseOf({ store }: Ports, workspace: string, baseVersion: number, inForce: MappingInForce): Promise<Mapping> {
  if (baseVersion === 0) return withoutSave().mapping
  if (baseVersion > inForce.version) return inForce.mapping
  return (await store.mappings.version(workspace, baseVersion))?.mapping ?? inForce.mapping
}

import { type Mapping, type SavedMapping, SyncError } from '@pryzm/salesforce-sdk/contract'
import { requireRule } from './authorize.ts'
import { showMapping } from './get-mapping.ts'
import type { Caller, Ports } from './ports/index.ts'
import { brokenPairIds } from './rules/pair-ids.ts'
import { tellHost, tellPages } from './tell.ts'

/** Saves a new version of the mapping; issues do not stop the save, somebody else's save in between does. */
export async function saveMapping(
  ports: Ports,
  caller: Caller,
  { baseVersion, mapping }: { baseVersion: number; mapping: Mapping },
): Promise<SavedMapping> {
  requireRule(caller, 'integrations:manage')
  refuseBrokenIds(mapping)
  const { workspace, user } = caller
  const savedBy = { id: user.id, name: user.name }
  const stored = await ports.store.mappings.add(workspace, { baseVersion, mapping, savedBy, savedAt: ports.clock.now() })
  if (stored === null) throw await staleVersion(ports, workspace, baseVersion)
  const { mapping: saved, ...version } = stored
  await tellPages(ports, workspace, { type: 'changed', what: 'mapping' })
  await tellHost(ports, workspace, 'mapping.saved', { version: stored.version, savedBy })
  return showMapping(ports, workspace, { version: version.version, saved: version, mapping: saved })
}

function refuseBrokenIds(mapping: Mapping): void {
  const [first] = brokenPairIds(mapping)
  if (first === undefined) return
  throw new SyncError(
    'invalid_input',
    `The id "${first}" names two field pairs of one object. Every field pair needs an id of its own.`,
  )
}

async function staleVersion({ store }: Ports, workspace: string, baseVersion: number): Promise<SyncError> {
  const latest = await store.mappings.latest(workspace)
  const by = latest ? `${latest.savedBy.name} saved version ${latest.version}` : 'the mapping was changed'
  return new SyncError('stale_version', `While you were editing, ${by}. Compare it with yours, then save again.`, {
    details: {
      baseVersion,
      currentVersion: latest?.version ?? 0,
      savedBy: latest?.savedBy ?? null,
      savedAt: latest?.savedAt ?? null,
    },
  })
}

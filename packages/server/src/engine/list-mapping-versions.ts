import type { ChangeCounts, MappingVersionSummary } from '@pryzm/salesforce-sdk/contract'
import { countChanges, diffMappings } from '@pryzm/salesforce-sdk/mapping'
import { mappingAt } from './mapping-at.ts'
import type { Caller, Ports } from './ports/index.ts'

/** Saved versions with how much each changed, newest first. */
export async function listMappingVersions(
  ports: Ports,
  { workspace }: Caller,
  page: { cursor: string | null; limit: number },
): Promise<{ items: MappingVersionSummary[]; next: string | null }> {
  const { items, next } = await ports.store.mappings.versions(workspace, page)
  const summaries: MappingVersionSummary[] = []
  for (const { changes, ...version } of items) {
    summaries.push({ ...version, changes: changes ?? (await countedNow(ports, workspace, version.version)) })
  }
  return { items: summaries, next }
}

/** For versions that were saved before changes were counted. */
async function countedNow(ports: Ports, workspace: string, version: number): Promise<ChangeCounts> {
  const [before, after] = await Promise.all([mappingAt(ports, workspace, version - 1), mappingAt(ports, workspace, version)])
  return countChanges(diffMappings(before.mapping, after.mapping))
}

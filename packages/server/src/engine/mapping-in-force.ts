import { emptyMapping } from '@pryzm/salesforce-sdk/mapping'
import type { Mapping, MappingVersion } from '@pryzm/salesforce-sdk/contract'
import type { Ports } from './ports/index.ts'

export interface MappingInForce {
  /** 0 before the first save. */
  version: number
  saved: MappingVersion | null
  mapping: Mapping
}

/** The mapping that a workspace syncs by. */
export async function mappingInForce({ store }: Ports, workspace: string): Promise<MappingInForce> {
  const latest = await store.mappings.latest(workspace)
  if (latest === null) return withoutSave()
  const { mapping, ...saved } = latest
  return { version: saved.version, saved, mapping }
}

/** Version 0 of every workspace. */
export function withoutSave(): MappingInForce {
  return { version: 0, saved: null, mapping: emptyMapping() }
}

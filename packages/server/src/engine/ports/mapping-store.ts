import type { Actor, Mapping, MappingVersion } from '@pryzm/salesforce-sdk/contract'

export interface StoredMapping extends MappingVersion {
  mapping: Mapping
}

export interface MappingStore {
  latest(workspace: string): Promise<StoredMapping | null>
  version(workspace: string, version: number): Promise<StoredMapping | null>
  versions(workspace: string): Promise<MappingVersion[]>
  /** Adds the version after `baseVersion`; null where somebody else has added one. */
  add(
    workspace: string,
    save: { baseVersion: number; mapping: Mapping; savedBy: Actor; savedAt: Date },
  ): Promise<StoredMapping | null>
}

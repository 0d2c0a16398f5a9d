import type { Actor, ChangeCounts, Mapping, MappingVersion } from '@pryzm/salesforce-sdk/contract'

export interface StoredMapping extends MappingVersion {
  mapping: Mapping
}

export interface StoredVersion extends MappingVersion {
  /** Null where the version was saved before changes were counted. */
  changes: ChangeCounts | null
}

export interface MappingSave {
  /** The version that was in force; 0 before the first. */
  baseVersion: number
  mapping: Mapping
  savedBy: Actor
  savedAt: Date
  restoredFrom: number | null
  /** How much differs from the base. */
  changes: ChangeCounts
}

export interface MappingStore {
  latest(workspace: string): Promise<StoredMapping | null>
  version(workspace: string, version: number): Promise<StoredMapping | null>
  /** Newest first. Rejects with `invalid_input` where the cursor is none of its own. */
  versions(
    workspace: string,
    page: { cursor: string | null; limit: number },
  ): Promise<{ items: StoredVersion[]; next: string | null }>
  /** Adds the version after `baseVersion`; null where somebody else has added one. */
  add(workspace: string, save: MappingSave): Promise<StoredMapping | null>
}

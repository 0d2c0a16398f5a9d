import type { Actor, RecordType } from '@pryzm/salesforce-sdk/contract'

/** What the host says of the person behind a request. */
export interface Caller {
  workspace: string
  user: Actor & { email: string }
  /** Integration rules granted in this workspace. */
  rules: readonly ('integrations:manage' | 'integrations:push')[]
  /** Whether the Salesforce Integration product module is enabled for the workspace. */
  moduleEnabled: boolean
  /** Entity access by record type. */
  access(recordType: RecordType): EntityAccess
  /** Whether this one record may be viewed and edited; the record type's access where the host does not tell. */
  recordAccess?(recordType: RecordType, recordId: string): Promise<EntityAccess>
}

export interface EntityAccess {
  view: boolean
  create: boolean
  edit: boolean
}

import type { RecordType, SalesforceObject } from '@pryzm/salesforce-sdk/contract'

/** The part of a workspace's links that one object pair has. */
export interface LinkScope {
  workspace: string
  orgId: string
  object: SalesforceObject
  recordType: RecordType
}

export interface Link {
  salesforceId: string
  recordId: string
  /** Hash of the values last applied, as hex; null after a push. */
  hash: string | null
  /** `SystemModstamp` last applied or read back. */
  stamp: Date | null
  /** Revision of the Pryzm record after the kit last wrote it. */
  revision: string | null
  /** Attributes that once synced with a value; a later blank may then clear the field. */
  syncedAttributes: readonly string[]
  /**
   * Whether Salesforce's `Pryzm_ID__c` holds the record's id: `done`; `due` to be written; `refused` by Salesforce when last
   * written; `never` where it must be left alone (it holds a foreign value, or the record cannot carry it).
   */
  writeBack: 'done' | 'due' | 'refused' | 'never'
  state: 'live' | 'deleted_in_salesforce' | 'deleted_in_pryzm'
}

/** A record that the kit changed, with its revisions before and after. */
export interface RevisionMove {
  recordId: string
  before: string
  after: string
}

export interface LinkStore {
  byRecord(scope: LinkScope, recordId: string): Promise<Link | null>
  bySalesforceId(scope: LinkScope, salesforceId: string): Promise<Link | null>
  /** Salesforce ids of linked records by record id, for relations of a push. */
  salesforceIds(
    workspace: string,
    orgId: string,
    recordType: RecordType,
    recordIds: readonly string[],
  ): Promise<ReadonlyMap<string, string>>
  put(scope: LinkScope, link: Link): Promise<void>
  /** Tells live links that the kit has changed their records; a link that knew another revision before stays as it is. */
  moveRevisions(scope: LinkScope, moves: readonly RevisionMove[]): Promise<void>
  /** Links of an org that the workspace left for another one are kept, out of the way. */
  archive(workspace: string, orgId: string): Promise<void>
  countLinked(scope: LinkScope): Promise<number>
}

import type { ObjectDescribe, SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import type { AbsentFields } from '@pryzm/salesforce-sdk/mapping'

/** One object of the org that a workspace is connected to. */
export interface DescribeKey {
  workspace: string
  orgId: string
  object: SalesforceObject
}

/** What is known of a describe, without the describe itself. */
export interface KnownDescribe {
  /** Counts up with each describe that differs from the one before. */
  revision: number
  hash: string
  /** Salesforce id of the user as whom it was read; another one may see other fields. */
  userId: string
  /** What Salesforce is handed to say whether it has changed; null where only a whole reading can tell. */
  mark: string | null
  /** When it was last read whole. */
  readAt: Date
  /** When Salesforce was last asked, be it for a change alone. */
  checkedAt: Date
}

/** A describe as Salesforce just told it; null where this user may not see the object. */
export interface DescribeReading {
  userId: string
  describe: ObjectDescribe | null
  hash: string
  mark: string | null
  at: Date
}

/** An object's describe, before and after it changed. */
export interface DescribeChange {
  before: ObjectDescribe | null
  after: ObjectDescribe | null
}

/** How far an object has drifted from its baseline: the describe at the first reading, the last save or acknowledgement. */
export interface DescribeDrift {
  object: SalesforceObject
  /** When the baseline was set. */
  since: Date
  checkedAt: Date
  /** Null where the describe is the baseline. */
  drifted: (DescribeChange & { absent: AbsentFields }) | null
}

/** The rights of a describe; none where the user may not see the object. */
export type DescribedAccess = Pick<ObjectDescribe, 'queryable' | 'createable' | 'updateable'>

/** Describes as they were read last, and those that drift is told against. */
export interface DescribeStore {
  known(key: DescribeKey): Promise<KnownDescribe | null>
  /** The describe read last; null where none is kept. */
  read(key: DescribeKey): Promise<{ describe: ObjectDescribe | null } | null>
  /** Keeps a first reading, which is the baseline too; nothing where one is kept already. */
  add(key: DescribeKey, reading: DescribeReading): Promise<void>
  /**
   * Puts a reading in the place of the describe with that revision and returns what was there. Null, with nothing changed,
   * where another reading came first, or the connection is no longer that of the user who read.
   */
  replace(key: DescribeKey, revision: number, reading: DescribeReading): Promise<{ before: ObjectDescribe | null } | null>
  /** The describe with that revision is still what Salesforce tells; `whole` where it was read, not only asked about. */
  confirm(
    key: DescribeKey,
    revision: number,
    reading: { at: Date; whole?: Pick<DescribeReading, 'userId' | 'mark'> },
  ): Promise<void>
  /** Notes what became of custom fields that are no longer in the describe. */
  noteAbsent(key: DescribeKey, absent: AbsentFields): Promise<void>
  drift(workspace: string, orgId: string): Promise<DescribeDrift[]>
  /** What that user may do with each object, as far as it was read. */
  access(workspace: string, orgId: string, userId: string): Promise<Map<SalesforceObject, DescribedAccess>>
  /** Makes the describes read last the baseline. */
  acknowledge(workspace: string, at: Date): Promise<void>
  /** Forgets every describe of a workspace. */
  clear(workspace: string): Promise<void>
  /**
   * Up to `limit` connected workspaces with a saved mapping that were not looked after since then, the longest first; they
   * count as looked after from now on, so that no other process takes them.
   */
  takeDue(due: { now: Date; before: Date; limit: number }): Promise<string[]>
}

import type { Currency } from '../org/currencies.ts'
import type { CustomFieldDefinition } from '../org/custom-fields.ts'
import type { PicklistEntry } from '../org/picklist-values.ts'
import type { Field } from '../org/objects/field.ts'
import type { RecordTypeDefinition, SalesProcess } from '../org/add-record-type.ts'
import type { Row, Value } from '../org/table.ts'

/** What an org holds when it starts. The same seed always makes the same org. */
export interface Seed {
  readonly name: string
  /** The one row of Organization. */
  readonly organization: Row
  /** The first one is the administrator. */
  readonly users: readonly SeedUser[]
  /** The rows of OpportunityStage, in the order of `SortOrder`. */
  readonly stages: readonly Row[]
  /** The currencies of an org with several. */
  readonly currencies?: readonly Currency[]
  readonly objects: Readonly<Record<SeededObject, ObjectSeed>>
  readonly salesProcesses?: readonly SalesProcess[]
  /** Record type `n` (from 0) has the id `salesforceId('012', n)`. One for persons turns person accounts on. */
  readonly recordTypes?: readonly RecordTypeDefinition[]
  /** Whether the org has person accounts; without a record type for them it gets Salesforce's own. */
  readonly personAccounts?: boolean
}

/** A row of User, and the name of the profile that says what the user may do. */
export interface SeedUser {
  readonly profile: 'System Administrator' | 'Standard User'
  readonly row: Row
}

export type SeededObject = 'Account' | 'Contact' | 'Opportunity'

/** The records of one object. Record `n` (from 0) has the id `salesforceId(prefix, n)`. */
export interface ObjectSeed {
  readonly prefix: string
  readonly count: number
  /** Custom fields that the org has from the start. One that is computed from others stands after them. */
  readonly customFields?: readonly (Field | CustomFieldDefinition)[]
  /** The values of standard picklists that differ from those of a new org, by field. */
  readonly picklists?: Readonly<Record<string, readonly (string | PicklistEntry)[]>>
  /** Makes record `index`: quick, the same at every call, always with the same keys, and never deleted. */
  readonly row: (index: number) => Row
  /** For fields of big seeds that all records are searched by: makes one cell of record `index`, without the rest of its row. */
  readonly cells?: Readonly<Record<string, (index: number) => Value>>
  /** For fields of big seeds that records are looked up by: which indexes may hold a value (without regard to case). */
  readonly lookups?: Readonly<Record<string, (value: string) => readonly number[]>>
}

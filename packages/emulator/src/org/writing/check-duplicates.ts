import { duplicatesDetected } from '../../wire/duplicates-detected.ts'
import { findBrokenRule } from '../duplicate-rules.ts'
import type { Row } from '../table.ts'
import type { WriteContext } from './read-body.ts'

/** What a client says about duplicates, in the header that Salesforce knows for it. */
export interface DuplicateOptions {
  /** Saves past rules that only alert. */
  readonly allowSave: boolean
  /** Shows every field of the records found, not their ids alone. */
  readonly includeRecordDetails: boolean
  /** Compares only records that the user can see. */
  readonly runAsCurrentUser: boolean
  /** The API version that addresses of records are given in. */
  readonly version: number
}

/** Throws `DUPLICATES_DETECTED` when a record breaks a duplicate rule. `before` is undefined for a new record. */
export function checkDuplicates(
  context: WriteContext,
  before: Row | undefined,
  after: Row,
  options: Partial<DuplicateOptions> | 'unchecked' = {},
): void {
  if (options === 'unchecked') return
  const { org, user, view } = context
  const hidden = options.runAsCurrentUser ? org.access.hiddenRecords(user) : nothing
  const broken = findBrokenRule(org, view.type.name, { before, after, allowSave: options.allowSave ?? false, hidden })
  if (!broken) return
  const version = options.version ?? org.settings.newestVersion
  throw duplicatesDetected(org, version, broken, options.includeRecordDetails ? view.fields : [])
}

const nothing: ReadonlySet<string> = new Set()

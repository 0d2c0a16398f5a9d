import { writeRefusal } from '../../wire/salesforce-error.ts'
import type { Org } from '../org.ts'
import type { Row } from '../table.ts'
import { changedValues } from './default-values.ts'
import { givenId } from './given-id.ts'
import type { RecordInput } from './read-body.ts'
import { deletedValues } from './recycle-bin.ts'
import { noAccess, writeContext } from './write-context.ts'
import { findRecord, updateRecord } from './write-record.ts'

/** Records to be merged into one of them. */
export interface Merge {
  readonly object: string
  readonly masterId: string
  readonly loserIds: readonly string[]
  /** What the master takes over, by field. */
  readonly changes?: RecordInput
}

export interface MergeOutcome {
  readonly masterId: string
  readonly loserIds: readonly string[]
  /** The children that follow the master from now on. */
  readonly childIds: readonly string[]
}

/**
 * Merges records into a master: the losers are deleted and name it as theirs, and their children follow it. Throws
 * `SalesforceError` with Salesforce's refusal, and then nothing was done.
 */
export function mergeRecords(org: Org, user: Row, { object, masterId, loserIds, changes = {} }: Merge): MergeOutcome {
  const context = writeContext(org, user, object)
  const { view } = context
  if (!view.type.mergeable) throw writeRefusal('INVALID_TYPE', `${view.type.label} records can't be merged`)
  if (!view.permissions.edit || !view.permissions.delete) throw noAccess(org)
  const existing = (id: string) => String(findRecord(org, user, view.type.name, givenId(org, view.type.name, id, 'update')).Id)
  const master = existing(masterId)
  const losers = loserIds.map(existing)
  if (losers.length === 0 || new Set([master, ...losers]).size <= losers.length) {
    throw writeRefusal('INVALID_ID_FIELD', 'A merge needs a master and other records than that, each named once')
  }
  return org.journal.transact(() => {
    mergePersonContacts(org, user, view.type.name, master, losers)
    const table = org.table(view.type.name)
    for (const id of losers) org.journal.update(table, id, { ...deletedValues(context), MasterRecordId: master })
    org.journal.update(table, master, changedValues(context))
    if (Object.keys(changes).length > 0) updateRecord(org, user, view.type.name, master, changes, { duplicates: 'unchecked' })
    return { masterId: master, loserIds: losers, childIds: moveChildren(org, view.type.name, losers, master) }
  })
}

function moveChildren(org: Org, parent: string, losers: readonly string[], master: string): string[] {
  const moved = new Set<string>()
  for (const child of org.schema.objects.filter((object) => object.hasPages)) {
    const references = org.schema.fields(child).filter((field) => field.referenceTo.includes(parent) && field.createable)
    for (const { name } of references) {
      for (const row of losers.flatMap((loser) => org.table(child.name).find(name, loser))) {
        if (row.IsDeleted === true) continue
        // A master that stood under a loser would come to stand under itself.
        const above = row.Id === master ? null : master
        org.journal.update(org.table(child.name), String(row.Id), { [name]: above, SystemModstamp: org.now() })
        if (row.Id !== master) moved.add(String(row.Id))
      }
    }
  }
  return [...moved]
}

/** The contacts of person accounts become one together with their accounts. */
function mergePersonContacts(org: Org, user: Row, object: string, master: string, losers: readonly string[]): void {
  const contactOf = (id: string) => org.table(object).get(id)?.PersonContactId
  const masterId = contactOf(master)
  const loserIds = losers.map(contactOf).filter((id) => typeof id === 'string')
  if (object !== 'Account' || (masterId == null && loserIds.length === 0)) return
  if (typeof masterId !== 'string' || loserIds.length < losers.length) {
    throw writeRefusal('INVALID_ID_FIELD', 'A person account can only be merged with other person accounts.')
  }
  mergeRecords(org, user, { object: 'Contact', masterId, loserIds })
}

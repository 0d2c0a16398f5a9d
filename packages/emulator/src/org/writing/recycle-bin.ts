import { writeRefusal } from '../../wire/salesforce-error.ts'
import { isGone } from '../is-gone.ts'
import type { Org } from '../org.ts'
import { toId18 } from '../salesforce-id.ts'
import type { Row, Table } from '../table.ts'
import { checkUnique } from './check-record.ts'
import { changedValues } from './default-values.ts'
import { afterSetupWrite } from './setup-rules.ts'
import type { WriteContext } from './read-body.ts'
import { noAccess, writeContext } from './write-context.ts'

// Two cells that are no fields, so that a deleted record says by itself how it came into the bin and whether it still is there:
// `DeletedWithId` holds the parent that took it along, `LeftBin` is true once the bin was emptied of it.

/** What a record is stored with when it is deleted; `parentId` is the record that takes it along. */
export function deletedValues(context: WriteContext, parentId: string | null = null): Row {
  return { IsDeleted: true, DeletedWithId: parentId, LeftBin: false, ...changedValues(context) }
}

/** Takes a record out of the recycle bin, with those it took along, and gives its id. Throws Salesforce's refusal when it is not there. */
export function undeleteRecord(org: Org, user: Row, id: string): string {
  const { context, row } = deletedRecord(org, user, id)
  if (!row) throw writeRefusal('UNDELETE_FAILED', 'Entity is not in the recycle bin')
  if (!context.view.permissions.delete) throw noAccess(org)
  org.journal.transact(() => {
    restore(context, row)
    for (const [object, child] of takenAlong(org, String(row.Id))) restore(writeContext(org, user, object), child)
  })
  return String(row.Id)
}

/** Empties the recycle bin of a record and of those it took along, and gives its id. They can't come back, but queryAll still finds them. */
export function emptyFromBin(org: Org, user: Row, id: string): string {
  const { row, table } = deletedRecord(org, user, id)
  if (!row) throw writeRefusal('INVALID_ID_FIELD', 'invalid record id; no recycle bin entry found')
  for (const [object, child] of takenAlong(org, String(row.Id))) {
    org.journal.update(org.table(object), String(child.Id), { LeftBin: true })
  }
  org.journal.update(table, String(row.Id), { LeftBin: true })
  return String(row.Id)
}

/** Finds a record by its id alone; its row is undefined when it can't be taken out of the bin. */
function deletedRecord(org: Org, user: Row, id: string): { context: WriteContext; table: Table; row: Row | undefined } {
  const id18 = toId18(id)
  const object = org.schema.objects.find(({ keyPrefix }) => id.startsWith(keyPrefix))
  if (!id18 || !object) throw writeRefusal('MALFORMED_ID', `malformed id ${id}`)
  const context = writeContext(org, user, object.name)
  const table = org.table(object.name)
  const row = org.access.hiddenRecords(user).has(id18) ? undefined : table.get(id18)
  return { context, table, row: row && liesInBin(org, row) ? row : undefined }
}

/** Whether a record can be taken out of the recycle bin by itself, not only along with another one. */
export function liesInBin(org: Org, row: Row): boolean {
  return isInBin(org, row) && row.DeletedWithId == null
}

function isInBin(org: Org, row: Row): boolean {
  return row.IsDeleted === true && row.LeftBin !== true && !isGone(org, row)
}

function* takenAlong(org: Org, parentId: string): Iterable<[object: string, child: Row]> {
  for (const { name } of org.schema.objects.filter((object) => object.hasPages)) {
    for (const child of org.table(name).find('DeletedWithId', parentId)) if (isInBin(org, child)) yield [name, child]
  }
}

function restore(context: WriteContext, row: Row): void {
  const { org, view } = context
  checkUnique(context, row, String(row.Id))
  const master = row.MasterRecordId == null ? {} : { MasterRecordId: null }
  const restored = { IsDeleted: false, DeletedWithId: null, ...master, ...changedValues(context) }
  org.journal.update(org.table(view.type.name), String(row.Id), restored)
  afterSetupWrite(context)
}

import { notFound, writeRefusal } from '../../wire/salesforce-error.ts'
import { isGone } from '../is-gone.ts'
import { settledAddresses } from '../addresses/settled-addresses.ts'
import type { Org } from '../org.ts'
import { toId18 } from '../salesforce-id.ts'
import type { Row } from '../table.ts'
import { checkDuplicates, type DuplicateOptions } from './check-duplicates.ts'
import { checkReferences, checkRequired, checkUnique } from './check-record.ts'
import { checkDependentPicklists } from './dependent-picklists.ts'
import { changedValues, createdValues, stageValues } from './default-values.ts'
import {
  checkPersonContact,
  personValues,
  refusePersonContactDeletion,
  throughAccount,
  writePersonContact,
} from './person-rules.ts'
import { writeAndRollUp } from './roll-up.ts'
import { readBody, type RecordInput, type WriteContext } from './read-body.ts'
import { recordTypeValues } from './record-type-rules.ts'
import { deletedValues } from './recycle-bin.ts'
import { afterSetupWrite, checkSetupRules } from './setup-rules.ts'
import { noAccess, writeContext } from './write-context.ts'

export interface WriteOptions {
  /** What to do about duplicates; unless told, no rule is passed. Merges are not checked at all. */
  duplicates?: DuplicateOptions | 'unchecked'
}

/** Makes a record and gives its id. Throws `SalesforceError` with Salesforce's refusal when it can't be made. */
export function insertRecord(org: Org, user: Row, objectName: string, input: RecordInput, options: WriteOptions = {}): string {
  const context = writeContext(org, user, objectName)
  const { view } = context
  if (!view.type.createable || !view.permissions.create) {
    throw writeRefusal('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type cannot be inserted: ${view.type.label}`)
  }
  const changes = withKind(context, settledAddresses(context, readBody(context, input, 'create')))
  checkRequired(context, changes, 'create')
  checkReferences(context, changes)
  checkUnique(context, changes, undefined)
  const row = { ...createdValues(context, changes), ...changes }
  checkDependentPicklists(context, changes, row)
  checkSetupRules(context, row)
  org.recordRules.check({ object: view.type.name, before: undefined, after: row })
  checkDuplicates(context, undefined, row, options.duplicates)
  const id = org.ids.next(view.type.keyPrefix)
  const made = { ...row, Id: id, IsDeleted: false }
  writeAndRollUp(org, view.type.name, [made], () => org.journal.insert(org.table(view.type.name), made))
  writePersonContact(context, made, row)
  afterSetupWrite(context)
  return id
}

/** Changes some fields of a record. Throws `SalesforceError` with Salesforce's refusal when they can't be changed. */
export function updateRecord(
  org: Org,
  user: Row,
  objectName: string,
  id: string,
  input: RecordInput,
  options: WriteOptions = {},
): void {
  const context = writeContext(org, user, objectName)
  const { view } = context
  const before = findRecord(org, user, view.type.name, id)
  if (!view.type.updateable || !view.permissions.edit) throw noAccess(org)
  refuseLockedRow(org, view.type.name, String(before.Id))
  if (org.lockedRecords.has(String(before.Id))) throw writeRefusal('ENTITY_IS_LOCKED', 'entity is locked for editing')
  const divided = throughAccount(context, before, input)
  if (divided && Object.keys(divided.account).length > 0) {
    updateRecord(org, user, 'Account', String(before.AccountId), divided.account, options)
    if (Object.keys(divided.rest).length === 0) return
  }
  const given = settledAddresses(context, readBody(context, divided?.rest ?? input, 'update'), before)
  const changes = withKind(context, given, before)
  checkRequired(context, changes, 'update')
  checkReferences(context, changes)
  checkUnique(context, changes, String(before.Id))
  const stageChanged = 'StageName' in changes && changes.StageName !== before.StageName
  const stored = { ...changedValues(context), ...(stageChanged ? stageValues(context, changes) : {}), ...changes }
  const after = { ...before, ...stored }
  checkDependentPicklists(context, changes, after)
  checkSetupRules(context, after)
  org.recordRules.check({ object: view.type.name, before, after })
  checkDuplicates(context, before, after, options.duplicates)
  writeAndRollUp(org, view.type.name, [before, after], () =>
    org.journal.update(org.table(view.type.name), String(before.Id), stored),
  )
  writePersonContact(context, after, stored)
  afterSetupWrite(context)
}

/** Moves a record to the recycle bin; an account takes its contacts and opportunities along. */
export function deleteRecord(org: Org, user: Row, objectName: string, id: string): void {
  const context = writeContext(org, user, objectName)
  const { view } = context
  const row = findRecord(org, user, view.type.name, id)
  if (!view.type.deletable || !view.permissions.delete) throw noAccess(org)
  refuseLockedRow(org, view.type.name, String(row.Id))
  refusePersonContactDeletion(context, row)
  const deleted = deletedValues(context)
  writeAndRollUp(org, view.type.name, [row], () => org.journal.update(org.table(view.type.name), String(row.Id), deleted))
  if (view.type.name === 'Account') {
    const along = deletedValues(context, String(row.Id))
    for (const child of ['Contact', 'Opportunity']) deleteChildren(org, child, String(row.Id), along)
  }
  afterSetupWrite(context)
}

function deleteChildren(org: Org, object: string, accountId: string, deleted: Row): void {
  const table = org.table(object)
  const children = table.find('AccountId', accountId).filter((row) => row.AccountId === accountId && row.IsDeleted !== true)
  for (const child of children) org.journal.update(table, String(child.Id), deleted)
}

/** Finds a record that is not deleted, nor hidden from the user, by its 15- or 18-character id. Throws Salesforce's 404 otherwise. */
export function findRecord(org: Org, user: Row, objectName: string, id: string): Row {
  const id18 = toId18(id)
  const row = id18 === undefined ? undefined : org.table(objectName).get(id18)
  if (!row || isGone(org, row) || org.access.hiddenRecords(user).has(String(row.Id))) throw notFound()
  if (row.IsDeleted === true) throw writeRefusal('ENTITY_IS_DELETED', 'entity is deleted', [], 404)
  return row
}

/** The changes with what follows from the record type and, for an account, from its being a person. */
function withKind(context: WriteContext, changes: Row, before?: Row): Row {
  const typed = { ...changes, ...recordTypeValues(context, changes, before) }
  checkPersonContact(context, typed)
  return { ...typed, ...personValues(context, typed, before) }
}

/** Plays another process that works on the same row. */
function refuseLockedRow(org: Org, object: string, id: string): void {
  if (!org.faults.strikeRecord(object, id)) return
  throw writeRefusal('UNABLE_TO_LOCK_ROW', `unable to obtain exclusive access to this record or 1 records: ${id}`)
}

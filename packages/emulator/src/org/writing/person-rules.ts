import { writeRefusal } from '../../wire/salesforce-error.ts'
import { fullName } from '../derived-values.ts'
import { contactCells, isPersonField, personAccountField } from '../objects/person-account.ts'
import type { Org } from '../org.ts'
import type { Row, Value } from '../table.ts'
import { checkUnique, requireValues } from './check-record.ts'
import { businessCells, personCells } from './convert-account.ts'
import { personOperation } from './person-operation.ts'
import { notWritable, type RecordInput, type WriteContext } from './read-body.ts'
import { noAccess } from './write-context.ts'

/**
 * The cells of an account that follow from its being a person or a business, which its record type says.
 * Throws Salesforce's refusal of fields that only the other kind has.
 */
export function personValues(context: WriteContext, changes: Row, before?: Row): Row {
  const { org, view } = context
  if (view.type.name !== 'Account' || !org.schema.personAccounts) return {}
  const isPerson = isPersonType(org, { ...before, ...changes })
  if (isPerson && 'Name' in changes) throw notWritable(['Name'])
  if (!isPerson) refuseFields(Object.keys(changes).filter(isPersonField))
  const isTurned = before !== undefined && isPerson !== (before.IsPersonAccount === true)
  const turned = isTurned ? (isPerson ? personCells(org, before) : businessCells(org)) : {}
  const account = { ...before, ...turned, ...changes }
  requireValues([isPerson ? 'LastName' : 'Name'], account)
  if (!isPerson) return { ...turned, IsPersonAccount: false }
  checkUniqueContact(context, changes, account)
  return { ...turned, ...changes, IsPersonAccount: true, Name: fullName(account) }
}

/** Keeps the contact of a person account as the account is: makes it with the account, and lets it go when that becomes a business. */
export function writePersonContact({ org, view }: WriteContext, account: Row, changes: Row): void {
  if (view.type.name !== 'Account') return
  const { LastModifiedDate = null, LastModifiedById = null, SystemModstamp = null } = account
  const stamps = { LastModifiedDate, LastModifiedById, SystemModstamp }
  const isPerson = account.IsPersonAccount === true
  const contactId = isPerson ? account.PersonContactId : formerContactId(org, account, changes)
  if (typeof contactId === 'string') {
    const cells = { ...(isPerson ? contactCells(changes) : {}), IsPersonAccount: isPerson, ...stamps }
    org.journal.update(org.table('Contact'), contactId, cells)
  } else if (isPerson) makePersonContact(org, account, { ...contactCells(changes), ...stamps })
}

/** The contact that an account gave up just now to become a business. */
function formerContactId(org: Org, { Id = null }: Row, changes: Row): Value | undefined {
  if (changes.PersonContactId !== null) return undefined
  return org
    .table('Contact')
    .find('AccountId', String(Id))
    .find((row) => row.IsPersonAccount === true)?.Id
}

function makePersonContact(org: Org, account: Row, cells: Row): void {
  const { Id = null, CreatedDate = null, CreatedById = null } = account
  const id = org.ids.next('003')
  const made = { Id: id, AccountId: Id, IsPersonAccount: true, IsDeleted: false, CreatedDate, CreatedById }
  org.journal.insert(org.table('Contact'), { ...made, ...cells })
  org.journal.update(org.table('Account'), String(Id), { PersonContactId: id })
}

/** What was written to the contact of a person account: what belongs to its account, and the rest. Undefined for other records. */
export function throughAccount(context: WriteContext, before: Row, input: RecordInput) {
  if (context.view.type.name !== 'Contact' || before.IsPersonAccount !== true) return undefined
  const account: Record<string, unknown> = {}
  const rest: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(input)) {
    const name = context.view.field(key)?.name ?? key
    if (/^account(?:id)?$/i.test(name)) refuseFields(['AccountId'])
    if (name === 'RecordTypeId') throw noAccess(context.org)
    const twin = personAccountField(name)
    if (twin === undefined) rest[key] = value
    else account[twin] = value
  }
  return { account, rest }
}

/** Throws for a contact that belongs to a person account beside its own, and for the deletion of that one. */
export function checkPersonContact({ org, view }: WriteContext, changes: Row): void {
  if (view.type.name !== 'Contact' || typeof changes.AccountId !== 'string') return
  if (org.table('Account').get(changes.AccountId)?.IsPersonAccount !== true) return
  throw personOperation('A person account can have no contact but its own', ['AccountId'])
}

export function refusePersonContactDeletion({ view }: WriteContext, row: Row): void {
  if (view.type.name !== 'Contact' || row.IsPersonAccount !== true) return
  throw personOperation('The contact of a person account is deleted with its account')
}

function isPersonType(org: Org, { RecordTypeId }: Row): boolean {
  return typeof RecordTypeId === 'string' && org.recordTypes.row(RecordTypeId)?.IsPersonType === true
}

function refuseFields(names: string[]): void {
  if (names.length === 0) return
  const message = `Account: bad field names on insert/update call: ${names.join(', ')}`
  throw writeRefusal('INVALID_FIELD_FOR_INSERT_UPDATE', message, names)
}

/** Unique fields of Contact stay unique when they are written through an account. */
function checkUniqueContact({ org, user }: WriteContext, changes: Row, account: Row): void {
  const view = org.view(org.administrator, 'Contact')
  const id = account.PersonContactId
  if (view) checkUnique({ org, user, view }, contactCells(changes), typeof id === 'string' ? id : undefined)
}

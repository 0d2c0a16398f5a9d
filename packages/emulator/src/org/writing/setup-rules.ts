import { refusal, writeRefusal } from '../../wire/salesforce-error.ts'
import { isPermissionable } from '../objects/object-type.ts'
import type { Org } from '../org.ts'
import type { Row } from '../table.ts'
import type { WriteContext } from './read-body.ts'
import { noAccess } from './write-context.ts'

const setupObjects: ReadonlySet<string> = new Set([
  'PermissionSet',
  'ObjectPermissions',
  'FieldPermissions',
  'PermissionSetAssignment',
  'User',
  'CurrencyType',
  'Organization',
])
const USERNAME = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** Throws when a permission set, a field permission or an assignment breaks the rules that only those have. */
export function checkSetupRules(context: WriteContext, row: Row): void {
  const { org, user, view } = context
  if (!setupObjects.has(view.type.name)) return
  if (!org.access.has(user, 'CustomizeApplication')) {
    throw noAccess(org)
  }
  if (view.type.name === 'User') checkUser(context, row)
  if (view.type.name === 'CurrencyType') checkCurrency(context, row)
  if (view.type.name === 'ObjectPermissions') checkObjectPermission(context, row)
  if (view.type.name === 'FieldPermissions') checkFieldPermission(context, row)
  if (view.type.name === 'PermissionSetAssignment') checkAssignment(context, row)
}

/** Lets every user see what a change of permissions opened or closed. */
export function afterSetupWrite({ org, view }: WriteContext): void {
  if (setupObjects.has(view.type.name)) org.metadataChanged()
}

function checkCurrency({ org }: WriteContext, { Id: id, IsoCode: code, ConversionRate: rate }: Row): void {
  if (!/^[A-Z]{3}$/.test(String(code))) {
    const message = `Currency ISO Code: bad value for restricted picklist field: ${String(code)}`
    throw writeRefusal('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, ['IsoCode'])
  }
  if (!(Number(rate) > 0))
    throw writeRefusal('INVALID_CURRENCY_CONV_RATE', 'The conversion rate must be greater than 0', ['ConversionRate'])
  const [other] = org.table('CurrencyType').find('IsoCode', String(code))
  if (other && other.Id !== id) {
    const message = `duplicate value found: IsoCode duplicates value on record with id: ${String(other.Id).slice(0, 15)}`
    throw writeRefusal('DUPLICATE_VALUE', message)
  }
}

function checkUser({ org }: WriteContext, row: Row): void {
  const username = String(row.Username)
  if (!USERNAME.test(username)) {
    throw writeRefusal('INVALID_EMAIL_ADDRESS', `Username: invalid email address: ${username}`, ['Username'])
  }
  if (
    org
      .table('User')
      .find('Username', username)
      .some((other) => other.Id !== row.Id)
  ) {
    throw writeRefusal('DUPLICATE_USERNAME', 'Duplicate Username. Another user already has this username.', ['Username'])
  }
}

function checkObjectPermission({ org }: WriteContext, row: Row): void {
  const object = org.schema.object(String(row.SobjectType))
  if (!object || !isPermissionable(object)) {
    const message = `Sobject Type Name: bad value for restricted picklist field: ${String(row.SobjectType)}`
    throw writeRefusal('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, ['SobjectType'])
  }
  const needs = [
    ['PermissionsCreate', 'PermissionsRead'],
    ['PermissionsEdit', 'PermissionsRead'],
    ['PermissionsDelete', 'PermissionsEdit'],
  ] as const
  for (const [permission, needed] of needs) {
    if (row[permission] !== true || row[needed] === true) continue
    throw writeRefusal('FIELD_INTEGRITY_EXCEPTION', `${permission} depends on permission(s): ${needed}`, [needed])
  }
  refuseSecondRow(org, 'ObjectPermissions', 'SobjectType', row)
}

function refuseSecondRow(org: Org, table: string, column: string, row: Row): void {
  const same = org.table(table).find(column, String(row[column]))
  if (same.some((other) => other.ParentId === row.ParentId && other.Id !== row.Id && other.IsDeleted !== true)) {
    throw writeRefusal('DUPLICATE_VALUE', `duplicate value found: <unknown> duplicates value on record with id: <unknown>`)
  }
}

function checkFieldPermission({ org }: WriteContext, row: Row): void {
  const [objectName = '', fieldName = ''] = String(row.Field).split('.')
  const object = org.schema.object(objectName)
  const field = object && org.schema.field(object, fieldName)
  if (!field?.permissionable) {
    throw writeRefusal(
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      `Field Name: bad value for restricted picklist field: ${String(row.Field)}`,
      ['Field'],
    )
  }
  if (row.PermissionsEdit === true && row.PermissionsRead !== true) {
    throw writeRefusal('FIELD_INTEGRITY_EXCEPTION', 'Read access is required for edit access: PermissionsRead', [
      'PermissionsRead',
    ])
  }
  refuseSecondRow(org, 'FieldPermissions', 'Field', row)
}

function checkAssignment({ org }: WriteContext, row: Row): void {
  const assigned = org.table('PermissionSetAssignment').find('AssigneeId', String(row.AssigneeId))
  if (!assigned.some((other) => other.PermissionSetId === row.PermissionSetId && other.IsDeleted !== true)) return
  const pair = `Assignee: ${String(row.AssigneeId).slice(0, 15)}; Permission Set: ${String(row.PermissionSetId).slice(0, 15)}`
  throw writeRefusal('DUPLICATE_VALUE', `Duplicate PermissionSetAssignment.  ${pair}`, ['AssigneeId', 'PermissionSetId'])
}

/** Throws unless the user may change how the org is set up. */
export function requireCustomizeApplication({ org, user }: Pick<WriteContext, 'org' | 'user'>): void {
  if (!org.access.has(user, 'CustomizeApplication')) {
    throw refusal(
      'INSUFFICIENT_ACCESS',
      'You do not have the level of access necessary to perform the operation you requested.',
      403,
    )
  }
}

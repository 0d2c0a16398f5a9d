import { type SalesforceObject, SyncError } from '@pryzm/salesforce-sdk/contract'
import { jsonBody } from './exact-request.ts'
import { isJsonObject } from './json-object.ts'
import { queryRows, type Row, textOf } from './query-rows.ts'
import type { Session } from './session.ts'
import { connectedUserId } from './setup-queries.ts'
import { buildQuery, textLiteral } from './soql.ts'

const permissionSet = {
  Name: 'Pryzm_Salesforce_sync',
  Label: 'Pryzm Salesforce sync',
  Description: 'Lets the user of the Salesforce integration of Pryzm read and write Pryzm_ID.',
}

/** Lets the connected user read and edit `Pryzm_ID__c` of an object, through one permission set for all objects. */
export async function grantFieldAccess(session: Session, object: SalesforceObject): Promise<void> {
  const permissionSetId = await permissionSetOf(session)
  await allowField(session, permissionSetId, object)
  await assignToConnectedUser(session, permissionSetId)
}

async function permissionSetOf(session: Session): Promise<string> {
  const existing = await firstRow(session, 'PermissionSet', ['Id'], { Name: permissionSet.Name })
  return existing === undefined ? create(session, 'PermissionSet', permissionSet) : textOf(existing, 'Id')
}

async function allowField(session: Session, permissionSetId: string, object: SalesforceObject): Promise<void> {
  const key = { ParentId: permissionSetId, SobjectType: object, Field: `${object}.Pryzm_ID__c` }
  const rights = { PermissionsRead: true, PermissionsEdit: true }
  const existing = await firstRow(session, 'FieldPermissions', ['Id', 'PermissionsEdit'], key)
  if (existing === undefined) {
    await create(session, 'FieldPermissions', { ...key, ...rights })
  } else if (existing['PermissionsEdit'] !== true) {
    const url = `/sobjects/FieldPermissions/${textOf(existing, 'Id')}`
    await session.exact({ method: 'PATCH', url, ...jsonBody(rights) })
  }
}

async function assignToConnectedUser(session: Session, permissionSetId: string): Promise<void> {
  const assignment = { AssigneeId: await connectedUserId(session), PermissionSetId: permissionSetId }
  if ((await firstRow(session, 'PermissionSetAssignment', ['Id'], assignment)) !== undefined) return
  await create(session, 'PermissionSetAssignment', assignment)
}

async function firstRow(
  session: Session,
  object: string,
  columns: readonly string[],
  key: Readonly<Record<string, string>>,
): Promise<Row | undefined> {
  const where = Object.entries(key).map(([field, value]) => `${field} = ${textLiteral(value)}`)
  return (await queryRows(session, buildQuery({ object, columns, where })))[0]
}

async function create(session: Session, object: string, values: Readonly<Record<string, unknown>>): Promise<string> {
  const { body } = await session.exact({ method: 'POST', url: `/sobjects/${object}`, ...jsonBody(values) })
  const id = isJsonObject(body) ? textOf(body, 'id') : ''
  if (id === '') throw new SyncError('salesforce_refused', `Salesforce answered without the id of the new ${object}.`)
  return id
}

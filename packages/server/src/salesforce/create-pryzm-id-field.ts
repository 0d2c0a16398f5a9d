import { type SalesforceObject, SyncError } from '@pryzm/salesforce-sdk/contract'
import type { Org } from '../engine/ports/index.ts'
import { grantFieldAccess } from './grant-field-access.ts'
import { jsonBody } from './exact-request.ts'
import type { Session } from './session.ts'

const definition = {
  type: 'Text',
  label: 'Pryzm_ID',
  description: 'Id of the Pryzm record that this record is linked to. Written by the Salesforce integration of Pryzm.',
  length: 36,
  required: false,
  unique: true,
  caseSensitive: false,
  externalId: true,
}

/**
 * Creates `Pryzm_ID__c` and grants the connected user access to it, since a field made through the API is visible to nobody.
 * What Salesforce does not allow becomes a sentence for the admin.
 */
export async function createPryzmIdField(session: Session, object: SalesforceObject): ReturnType<Org['createPryzmIdField']> {
  let outcome: 'created' | 'already_there'
  try {
    outcome = await createField(session, object)
  } catch (error) {
    return refusedOr(
      error,
      (said) => `Salesforce did not create Pryzm_ID on ${object}: ${said} The user needs the permission “Customize Application”.`,
    )
  }
  try {
    await grantFieldAccess(session, object)
  } catch (error) {
    return refusedOr(
      error,
      (said) =>
        `Pryzm_ID exists on ${object}, but access to it could not be granted: ${said} The user needs the permissions ` +
        '“Manage Profiles and Permission Sets” and “Assign Permission Sets”; or an admin makes the field visible and editable for this user.',
    )
  }
  return { outcome }
}

async function createField(session: Session, object: SalesforceObject): Promise<'created' | 'already_there'> {
  const field = { FullName: `${object}.Pryzm_ID__c`, Metadata: definition }
  try {
    await session.exact({ method: 'POST', url: '/tooling/sobjects/CustomField', ...jsonBody(field) })
    return 'created'
  } catch (error) {
    if (error instanceof SyncError && error.details['salesforceCode'] === 'DUPLICATE_DEVELOPER_NAME') return 'already_there'
    throw error
  }
}

function refusedOr(error: unknown, sentence: (said: string) => string): { outcome: 'refused'; sentence: string } {
  if (!(error instanceof SyncError) || (error.code !== 'salesforce_refused' && error.code !== 'not_found')) throw error
  return { outcome: 'refused', sentence: sentence(error.message) }
}

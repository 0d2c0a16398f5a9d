import { SyncError, type SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import { isJsonObject } from './json-object.ts'
import { queryRows, type Row, textOf } from './query-rows.ts'
import type { Session } from './session.ts'
import { buildQuery, textLiteral } from './soql.ts'

/** Tooling rows; null where this user lacks the right to look. */
async function setupRows(session: Session, soql: string): Promise<Row[] | null> {
  try {
    return await queryRows(session, soql, '/tooling')
  } catch (error) {
    if (error instanceof SyncError && ['salesforce_refused', 'not_found'].includes(error.code)) return null
    throw error
  }
}

/** Whether a package with this namespace is installed; Tooling does not filter installed packages, so all are read. */
export async function packageInstalled(session: Session, namespace: string): Promise<'pass' | 'fail' | 'unknown'> {
  const columns = ['Id', 'SubscriberPackage.NamespacePrefix']
  const rows = await setupRows(session, buildQuery({ object: 'InstalledSubscriberPackage', columns }))
  if (rows === null) return 'unknown'
  const namespaces = rows
    .map((row) => row['SubscriberPackage'])
    .map((found) => (isJsonObject(found) ? found['NamespacePrefix'] : null))
  return namespaces.includes(namespace) ? 'pass' : 'fail'
}

/** Whether Tooling shows a custom field, even one that describe hides from this user. */
export async function hasCustomField(session: Session, object: SalesforceObject, name: string): Promise<boolean> {
  const where = [
    `TableEnumOrId = ${textLiteral(object)}`,
    `DeveloperName = ${textLiteral(name.replace(/__c$/, ''))}`,
    'NamespacePrefix = null',
  ]
  const rows = await setupRows(session, buildQuery({ object: 'CustomField', columns: ['Id'], where }))
  return rows !== null && rows.length > 0
}

/** Id of the connected user, as the API's root tells it. */
export async function connectedUserId(session: Session): Promise<string> {
  const { body } = await session.exact({ method: 'GET', url: '/' })
  const id = isJsonObject(body) ? textOf(body, 'identity').split('/').at(-1) : undefined
  if (!id) throw new SyncError('salesforce_refused', 'Salesforce does not tell who the connected user is.')
  return id
}

import { SyncError, type SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import { ifVisible } from './if-visible.ts'
import { isJsonObject } from './json-object.ts'
import { queryRows, type Row, textOf } from './query-rows.ts'
import type { Session } from './session.ts'
import { buildQuery, textList, textLiteral } from './soql.ts'

/** Tooling rows; null where this user lacks the right to look. */
function setupRows(session: Session, soql: string): Promise<Row[] | null> {
  return ifVisible(() => queryRows(session, soql, '/tooling'))
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

/** Keeps the address of a query well below the 16,384 bytes that Salesforce takes. */
const namesAtOnce = 100

/** Which of these custom fields Tooling shows; null where this user lacks the right to look. */
export async function customFieldsExist(
  session: Session,
  object: SalesforceObject,
  names: readonly string[],
): Promise<ReadonlyMap<string, boolean> | null> {
  const asked = names.flatMap((name) => {
    const developerName = developerNameOf(name)
    return developerName === null ? [] : [{ name, developerName }]
  })
  const found = new Set<string>()
  for (let start = 0; start < asked.length; start += namesAtOnce) {
    const some = asked.slice(start, start + namesAtOnce).map(({ developerName }) => developerName)
    const where = [`TableEnumOrId = ${textLiteral(object)}`, `DeveloperName IN ${textList(some)}`]
    const columns = ['DeveloperName', 'NamespacePrefix']
    const rows = await setupRows(session, buildQuery({ object: 'CustomField', columns, where }))
    if (rows === null) return null
    for (const row of rows) found.add(fullName(textOf(row, 'NamespacePrefix'), textOf(row, 'DeveloperName')))
  }
  return new Map(asked.map(({ name }) => [name, found.has(name.toLowerCase())]))
}

/** Durable id of a custom field of the org's own; null where Tooling shows none, or this user lacks the right to look. */
export async function customFieldId(session: Session, object: SalesforceObject, name: string): Promise<string | null> {
  const developerName = developerNameOf(name)
  if (developerName === null) return null
  const where = [`TableEnumOrId = ${textLiteral(object)}`, `DeveloperName = ${textLiteral(developerName)}`]
  const columns = ['Id', 'DeveloperName', 'NamespacePrefix']
  const rows = await setupRows(session, buildQuery({ object: 'CustomField', columns, where }))
  const own = rows?.find((row) => fullName(textOf(row, 'NamespacePrefix'), textOf(row, 'DeveloperName')) === name.toLowerCase())
  return own ? textOf(own, 'Id') : null
}

/** `Region` of `Region__c` and `ns__Region__c`; null for parts of compound fields and fields of person accounts. */
function developerNameOf(name: string): string | null {
  return /^(?:[A-Za-z]\w*?__)?([A-Za-z]\w*?)__c$/.exec(name)?.[1] ?? null
}

function fullName(namespace: string, developerName: string): string {
  return `${namespace === '' ? '' : `${namespace}__`}${developerName}__c`.toLowerCase()
}

/** Id of the connected user, as the API's root tells it. */
export async function connectedUserId(session: Session): Promise<string> {
  const { body } = await session.exact({ method: 'GET', url: '/' })
  const id = isJsonObject(body) ? textOf(body, 'identity').split('/').at(-1) : undefined
  if (!id) throw new SyncError('salesforce_refused', 'Salesforce does not tell who the connected user is.')
  return id
}

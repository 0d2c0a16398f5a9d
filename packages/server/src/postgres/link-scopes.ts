import type { SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import type { LinkScope } from '../engine/ports/index.ts'
import { withNames } from './attribute-mask.ts'
import { type Database, firstRow, rows } from './database.ts'
import { jsonColumn } from './json-column.ts'
import type { Queryable } from './sql/sql.ts'

/** A link scope as it is stored: its number, and the names that its links' masks are over. */
export interface StoredScope {
  no: number
  attributes: readonly string[]
}

/** The scope, or null where nothing was ever linked in it. */
export function findScope(on: Queryable, { tables }: Database, scope: LinkScope): Promise<StoredScope | null> {
  return firstRow(
    on,
    tables
      .selectFrom('link_scopes')
      .select(['no', 'attributes'])
      .where('workspace', '=', scope.workspace)
      .where('org_id', '=', scope.orgId)
      .where('object', '=', scope.object)
      .where('record_type', '=', scope.recordType)
      .where('archived', '=', false),
  )
}

export async function ensureScope(on: Queryable, database: Database, scope: LinkScope): Promise<StoredScope> {
  for (;;) {
    const found = await findScope(on, database, scope)
    if (found) return found
    const { workspace, orgId, object, recordType } = scope
    const values = { workspace, org_id: orgId, object, record_type: recordType }
    await rows(
      on,
      database.tables
        .insertInto('link_scopes')
        .values(values)
        .onConflict((conflict) => conflict.doNothing()),
    )
  }
}

/** Numbers of the scopes that an object of an org has, whatever the record type. */
export async function scopesOfObject(
  on: Queryable,
  { tables }: Database,
  scope: LinkScope,
  object: SalesforceObject,
): Promise<number[]> {
  const scopes = tables
    .selectFrom('link_scopes')
    .select('no')
    .where('workspace', '=', scope.workspace)
    .where('org_id', '=', scope.orgId)
    .where('object', '=', object)
    .where('archived', '=', false)
  return (await rows(on, scopes)).map(({ no }) => no)
}

/** Makes sure that masks can hold these attributes; returns the names that they are over then. */
export async function nameAttributes(
  on: Queryable,
  { tables }: Database,
  scope: StoredScope,
  attributes: Iterable<string>,
): Promise<readonly string[]> {
  if (withNames(scope.attributes, attributes) === scope.attributes) return scope.attributes
  // Another transaction may have added names meanwhile; the row's lock lets one after the other append.
  const locked = await firstRow(on, tables.selectFrom('link_scopes').select('attributes').where('no', '=', scope.no).forUpdate())
  const names = withNames(locked?.attributes ?? [], attributes)
  await rows(
    on,
    tables
      .updateTable('link_scopes')
      .set({ attributes: jsonColumn([...names]) })
      .where('no', '=', scope.no),
  )
  return names
}

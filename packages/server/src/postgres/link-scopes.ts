import type { SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import type { LinkScope } from '../engine/ports/index.ts'
import { AttributeNames } from './attribute-mask.ts'
import { type Database, firstRow, rows } from './database.ts'
import { jsonColumn } from './json-column.ts'
import type { Queryable } from './sql/sql.ts'

/** A link scope as it is stored: its number, and the names that its links' masks are over. */
export interface StoredScope {
  no: number
  attributes: AttributeNames
}

/** The scope, or null where nothing was ever linked in it. */
export async function findScope(on: Queryable, { tables }: Database, scope: LinkScope): Promise<StoredScope | null> {
  const row = await firstRow(
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
  return row && { no: row.no, attributes: new AttributeNames(row.attributes) }
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

/** Makes sure that the scope's masks can hold these sets of attributes. */
export async function nameAttributes(
  on: Queryable,
  { tables }: Database,
  scope: StoredScope,
  sets: readonly (readonly string[])[],
): Promise<void> {
  if (scope.attributes.with(sets) === scope.attributes) return
  // Another transaction may have added names meanwhile; the row's lock lets one after the other append.
  const locked = await firstRow(on, tables.selectFrom('link_scopes').select('attributes').where('no', '=', scope.no).forUpdate())
  scope.attributes = new AttributeNames(locked?.attributes ?? []).with(sets)
  const attributes = jsonColumn([...scope.attributes.names])
  await rows(on, tables.updateTable('link_scopes').set({ attributes }).where('no', '=', scope.no))
}

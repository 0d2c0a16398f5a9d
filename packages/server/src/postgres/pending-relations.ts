import type { PendingRelation } from '../engine/ports/index.ts'
import type { Database } from './database.ts'
import { mergeRows } from './sql/merge-rows.ts'
import type { Queryable } from './sql/sql.ts'

const COLUMNS = ['scope_no', 'record_id', 'attribute', 'target_object', 'target_salesforce_id', 'job_no', 'seq']

/** Remembers relations whose target has no link yet; a newer one of the same attribute replaces the older. */
export async function addPending(
  on: Queryable,
  { name }: Pick<Database, 'name'>,
  scopeNo: number,
  jobNo: number,
  relations: readonly PendingRelation[],
): Promise<void> {
  if (relations.length === 0) return
  const newest = new Map(relations.map((relation) => [`${relation.recordId} ${relation.attribute}`, relation]))
  await mergeRows(on, {
    table: name('pending_relations'),
    columns: COLUMNS,
    key: ['scope_no', 'record_id', 'attribute'],
    rows: newest.values(),
    cells: (relation) => [
      scopeNo,
      relation.recordId,
      relation.attribute,
      relation.targetObject,
      relation.targetSalesforceId,
      jobNo,
      relation.seq,
    ],
  })
}

/** Forgets what other jobs left pending for these records, whose newer values have just been applied. */
export async function dropPending(
  on: Queryable,
  { name }: Pick<Database, 'name'>,
  scopeNo: number,
  recordIds: readonly string[],
  exceptJob: number | null,
): Promise<void> {
  if (recordIds.length === 0) return
  await on.query(
    `delete from ${name('pending_relations')} where ctid = any (array(
       select pending.ctid from unnest(string_to_array($2, ',')) as applied (id)
       cross join lateral (
         select ctid, job_no from ${name('pending_relations')} where scope_no = $1 and record_id = applied.id::uuid limit 1000
       ) pending
       where pending.job_no is distinct from $3
     ))`,
    [scopeNo, recordIds.join(','), exceptJob],
  )
}

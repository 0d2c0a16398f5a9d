import type { JobCounts } from '@pryzm/salesforce-sdk/contract'
import {
  CauseTally,
  type FieldSkip,
  JobTakenOver,
  type PendingRelation,
  type StoredCause,
  withoutCauses,
} from '../engine/ports/index.ts'
import { type Database, firstRow } from './database.ts'
import { countsOf } from './job-row.ts'
import { skipMask } from './result-codes.ts'
import type { Queryable } from './sql/sql.ts'

interface Mended {
  seq: number
  skips: FieldSkip[]
  mask: number
  mended: number
  gone: FieldSkip[]
}

/**
 * Takes resolved relations off the list. The results of this job that called them skipped say so no longer, and the job's counts
 * with them; results of earlier jobs stay: at their time it was so.
 */
export async function settleRelations(
  transaction: Queryable,
  database: Database,
  jobId: string,
  relations: readonly PendingRelation[],
): Promise<JobCounts> {
  const { tables, name } = database
  const job = await firstRow(transaction, tables.selectFrom('jobs').selectAll().where('id', '=', jobId).forUpdate())
  if (!job) throw new JobTakenOver(jobId)
  const settled = await transaction.query<{ job_no: number; seq: number; attribute: string }>(
    `delete from ${name('pending_relations')} p
     using json_to_recordset($2::json) as settled (record_id uuid, attribute text)
     where p.scope_no = $1 and p.record_id = settled.record_id and p.attribute = settled.attribute
     returning p.job_no, p.seq, p.attribute`,
    [job.scope_no, JSON.stringify(relations.map(({ recordId, attribute }) => ({ record_id: recordId, attribute })))],
  )
  const attributesBySeq = new Map<number, Set<string>>()
  for (const { job_no, seq, attribute } of settled) {
    if (job_no === job.no) attributesBySeq.set(seq, (attributesBySeq.get(seq) ?? new Set()).add(attribute))
  }
  const mended = await mendResults(transaction, database, job.no, attributesBySeq)
  const fields = mended.reduce((sum, result) => sum + result.mended, 0)
  const whole = mended.filter(({ skips }) => skips.length === 0).length
  if (fields === 0) return countsOf(job)
  const { related_not_linked: unlinked = 0, ...reasons } = job.skip_reasons
  const changed = await firstRow(
    transaction,
    tables
      .updateTable('jobs')
      .set({
        skipped_fields: job.skipped_fields - fields,
        with_skipped_fields: job.with_skipped_fields - whole,
        skip_reasons: JSON.stringify({ ...reasons, related_not_linked: unlinked - fields }),
        causes: JSON.stringify(withoutCauses(job.causes, causesOf(job.causes, mended))),
      })
      .where('no', '=', job.no)
      .returningAll(),
  )
  return countsOf(changed ?? job)
}

/** The numbers of the causes that the dropped skips were counted for. */
function causesOf(known: readonly StoredCause[], mended: readonly Mended[]): number[] {
  const tally = new CauseTally(known)
  return mended.flatMap(({ gone }) => tally.add({ outcome: 'updated', reason: null, skips: gone }))
}

/** Drops the skips of relations that are resolved now from results; returns those that changed. */
async function mendResults(
  transaction: Queryable,
  { name }: Database,
  jobNo: number,
  attributesBySeq: ReadonlyMap<number, ReadonlySet<string>>,
): Promise<Mended[]> {
  if (attributesBySeq.size === 0) return []
  const found = await transaction.query<{ seq: number; skips: FieldSkip[] | null }>(
    `select seq, skips from ${name('results')} where job_no = $1 and seq = any (string_to_array($2, ',')::int[])`,
    [jobNo, [...attributesBySeq.keys()].join(',')],
  )
  const mended = found.flatMap(({ seq, skips }): Mended[] => {
    const before = skips ?? []
    const isGone = ({ reason, attribute }: FieldSkip) =>
      reason === 'related_not_linked' && attributesBySeq.get(seq)?.has(attribute) === true
    const gone = before.filter(isGone)
    const left = before.filter((skip) => !isGone(skip))
    return gone.length === 0 ? [] : [{ seq, skips: left, mask: skipMask(left), mended: gone.length, gone }]
  })
  await transaction.query(
    `update ${name('results')} r
     set skips = mended.skips::json, skipped_for = mended.mask, synced_fields = r.synced_fields + mended.mended
     from json_to_recordset($2::json) as mended (seq int, skips text, mask int, mended int)
     where r.job_no = $1 and r.seq = mended.seq`,
    [
      jobNo,
      JSON.stringify(
        mended.map(({ seq, mask, mended: count, skips }) => ({
          seq,
          mask,
          mended: count,
          skips: skips.length > 0 ? JSON.stringify(skips) : null,
        })),
      ),
    ],
  )
  return mended
}

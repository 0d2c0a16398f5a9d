import { type ErasureStore, withoutCauses } from '../engine/ports/index.ts'
import { type Database, firstRow, rows } from './database.ts'
import { deleteDoomed } from './job-retention.ts'
import { isIdOf } from './result-search.ts'
import type { Queryable } from './sql/sql.ts'
import { isUuid } from './uuid.ts'

interface FoundBlock {
  job_no: number
  first_seq: number
  name_lines: string
  id_lines: string
  cause_lines: string
}

/** What has a workspace of its own to be deleted by; jobs go with their results. */
const ownTables = ['link_scopes', 'runs', 'mapping_versions', 'connect_attempts', 'connections', 'describes', 'host_events']

const forgotten = { code: 'forgotten', sentence: 'What was stored of this record was erased.' }

/** Erases for good; nothing of it can be had back. */
export function erasureStore(database: Database): ErasureStore {
  const { sql, tables, name } = database

  async function dropLinks(on: Queryable, scopes: readonly number[], recordId: string): Promise<string[]> {
    const parameters = [scopes.join(','), recordId]
    const ofRecord = `scope_no = any (string_to_array($1, ',')::int[]) and record_id = $2`
    await on.query(`delete from ${name('pending_relations')} where ${ofRecord}`, parameters)
    const dropped = await on.query<{ salesforce_id: string }>(
      `delete from ${name('links')} where ${ofRecord} returning salesforce_id`,
      parameters,
    )
    return dropped.map((link) => link.salesforce_id)
  }

  /** A cause's sentence may hold the value that an erased record was the only one to have. */
  async function uncount(on: Queryable, jobNo: number, lost: readonly number[]): Promise<void> {
    if (lost.length === 0) return
    const job = await firstRow(on, tables.selectFrom('jobs').select('causes').where('no', '=', jobNo).forUpdate())
    const causes = JSON.stringify(withoutCauses(job?.causes ?? [], lost))
    await rows(on, tables.updateTable('jobs').set({ causes }).where('no', '=', jobNo))
  }

  /** Blanks the results that hold one of these ids, as they stand in a block's lines. */
  async function blankResults(on: Queryable, jobs: readonly number[], ids: readonly string[]): Promise<void> {
    const found = await on.query<FoundBlock>(
      `select job_no, first_seq, name_lines, id_lines, cause_lines from ${name('result_blocks')}
       where job_no = any (string_to_array($1, ',')::bigint[])
         and exists (select from unnest(string_to_array($2, ',')) as asked (id) where strpos(id_lines, asked.id) > 0)
       for update`,
      [jobs.join(','), ids.join(',')],
    )
    for (const block of found) {
      const names = block.name_lines.split('\n')
      const lines = block.id_lines.split('\n')
      const causes = block.cause_lines.split('\n')
      const lost: number[] = []
      const hits = lines.flatMap((line, at) => (ids.some((id) => isIdOf(line, id)) ? [at] : []))
      for (const at of hits) {
        names[at] = ''
        lines[at] = ' '
        lost.push(...(causes[at] ?? '').split(' ').filter(Boolean).map(Number))
        if (causes[at]) causes[at] = ''
      }
      await uncount(on, block.job_no, lost)
      await on.query(
        `update ${name('result_blocks')} set name_lines = $3, id_lines = $4, cause_lines = $5 where job_no = $1 and first_seq = $2`,
        [block.job_no, block.first_seq, names.join('\n'), lines.join('\n'), causes.join('\n')],
      )
      await on.query(
        `update ${name('results')}
         set name = null, record_id = null, salesforce_id = null, skips = null, notes = null, skipped_for = 0, write_back = false, reason = $3
         where job_no = $1 and seq = any (string_to_array($2, ',')::int[])`,
        [block.job_no, hits.map((at) => block.first_seq + at).join(','), JSON.stringify(forgotten)],
      )
    }
  }

  return {
    async forget(workspace, recordType, recordId) {
      if (!isUuid(recordId)) return
      const ofType = <Row extends { no: number }>(found: readonly Row[]) => found.map(({ no }) => no)
      await sql.transaction(async (transaction) => {
        const scopes = tables.selectFrom('link_scopes').select('no').where('workspace', '=', workspace)
        const jobs = tables.selectFrom('jobs').select('no').where('workspace', '=', workspace)
        const scopeNos = ofType(await rows(transaction, scopes.where('record_type', '=', recordType)))
        const jobNos = ofType(await rows(transaction, jobs.where('record_type', '=', recordType)))
        const salesforceIds = await dropLinks(transaction, scopeNos, recordId)
        await blankResults(transaction, jobNos, [` ${recordId.toLowerCase()}`, ...salesforceIds])
        await transaction.query(
          `delete from ${name('host_events')} where workspace = $1 and event -> 'details' ->> 'recordId' = $2`,
          [workspace, recordId],
        )
        // A push that never ended would have nothing left to be settled by.
        await transaction.query(
          `update ${name('jobs')} set record_id = null, idempotency_key = null, reason = $4,
             state = case when finished_at is null then 'failed' else state end, finished_at = coalesce(finished_at, now())
           where workspace = $1 and record_type = $2 and record_id = $3`,
          [workspace, recordType, recordId, JSON.stringify(forgotten)],
        )
      })
    },

    async purge(workspace) {
      await sql.transaction(async (transaction) => {
        // Jobs first: a page that is being written holds its job, and finds it doomed when it comes later.
        await rows(transaction, tables.updateTable('jobs').set({ deleting: true }).where('workspace', '=', workspace))
        const scopes = `select no from ${name('link_scopes')} where workspace = $1`
        for (const table of ['links', 'pending_relations', 'watermarks'])
          await transaction.query(`delete from ${name(table)} where scope_no in (${scopes})`, [workspace])
        for (const table of ownTables) await transaction.query(`delete from ${name(table)} where workspace = $1`, [workspace])
      })
      await deleteDoomed(database)
    },
  }
}

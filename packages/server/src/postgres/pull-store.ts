import type { JobCounts, SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import { type Clock, JobTakenOver, type PageOutcome, type PullJob, type PullPage, type PullStore } from '../engine/ports/index.ts'
import { advanceJob } from './advance-job.ts'
import { type Database, firstRow, rows } from './database.ts'
import { ensureScope, findScope, nameAttributes, type StoredScope } from './link-scopes.ts'
import { openWriteBacks } from './open-write-backs.ts'
import { pullLook } from './pull-look.ts'
import { pullPage } from './pull-page.ts'
import { settleRelations } from './settle-relations.ts'
import { isUniqueViolation } from './sql/unique-violation.ts'
import { watermarks } from './watermarks.ts'
import { writeBacks } from './write-backs.ts'

interface ResolvableRow {
  record_id: string
  attribute: string
  target_object: SalesforceObject
  target_salesforce_id: string
  seq: number
  target_record_id: string
}

/** Pulls, page by page: everything a page writes commits with its checkpoint, or nothing does. */
export function pullStore(database: Database, clock: Clock): PullStore {
  const { sql, tables, name } = database
  const numbersOf = ({ jobId }: PullJob) =>
    firstRow(sql, tables.selectFrom('jobs').select(['no', 'scope_no']).where('id', '=', jobId))

  /**
   * What the pages of a job share is written before the page's transaction: pages that are under way at once, of which the later
   * waits for the earlier to commit, would wait for each other's rows for ever.
   */
  async function prepare({ jobId, scope }: PullJob): Promise<{ jobNo: number; stored: StoredScope }> {
    const job = await firstRow(sql, tables.selectFrom('jobs').select(['no', 'scope_no', 'plan']).where('id', '=', jobId))
    if (!job) throw new JobTakenOver(jobId)
    const stored = await ensureScope(sql, database, scope)
    if (job.scope_no !== stored.no)
      await rows(sql, tables.updateTable('jobs').set({ scope_no: stored.no }).where('no', '=', job.no))
    const planned = (job.plan?.attributes ?? []).map((attribute) => attribute.name)
    if (stored.attributes.with([planned]) !== stored.attributes)
      await sql.transaction((transaction) => nameAttributes(transaction, database, stored, [planned]))
    return { jobNo: job.no, stored }
  }

  async function runPage(job: PullJob, work: (page: PullPage) => Promise<PageOutcome>, mergeAll: boolean): Promise<JobCounts> {
    const { jobNo, stored } = await prepare(job)
    const open = await openWriteBacks(sql, database, stored.no)
    const context = { jobNo, scope: job.scope, stored, isWrittenBack: (no: number) => !open.has(no), mergeAll }
    return sql.transaction(async (transaction) => {
      const page = pullPage(transaction, database, context)
      const outcome = await work(page)
      await page.flush()
      return advanceJob(transaction, database, job.jobId, outcome, clock.now())
    })
  }

  return {
    ...watermarks(database),
    ...writeBacks(database),

    look: (scope, work) =>
      sql.transaction(async (transaction) => {
        await transaction.query('set transaction read only')
        const stored = await findScope(transaction, database, scope)
        const open = stored ? await openWriteBacks(transaction, database, stored.no) : new Set<number>()
        return work(pullLook(transaction, database, { scope, stored, isWrittenBack: (no) => !open.has(no) }))
      }),

    async page(job, work) {
      try {
        return await runPage(job, work, false)
      } catch (error) {
        if (!isUniqueViolation(error)) throw error
        return runPage(job, work, true)
      }
    },

    async resolvable(pull, limit) {
      const job = await numbersOf(pull)
      if (!job) return []
      const found = await sql.query<ResolvableRow>(
        `select p.record_id, p.attribute, p.target_object, p.target_salesforce_id, p.seq, target.record_id as target_record_id
         from ${name('pending_relations')} p
         join ${name('link_scopes')} s
           on s.workspace = $2 and s.org_id = $3 and s.object = p.target_object and not s.archived
         cross join lateral (
           select record_id, state from ${name('links')} where scope_no = s.no and salesforce_id = p.target_salesforce_id limit 1
         ) target
         where p.scope_no = $1 and target.state = 0 limit $4`,
        [job.scope_no, pull.scope.workspace, pull.scope.orgId, limit],
      )
      return found.map((row) => ({
        recordId: row.record_id,
        attribute: row.attribute,
        targetObject: row.target_object,
        targetSalesforceId: row.target_salesforce_id,
        seq: row.seq,
        targetRecordId: row.target_record_id,
      }))
    },

    settle: ({ jobId }, relations) => sql.transaction((transaction) => settleRelations(transaction, database, jobId, relations)),

    async pendingIds(pull) {
      const job = await numbersOf(pull)
      if (!job) return []
      const found = await sql.query<{ salesforce_id: string }>(
        `select distinct l.salesforce_id from ${name('pending_relations')} p
         cross join lateral (
           select salesforce_id from ${name('links')} where scope_no = p.scope_no and record_id = p.record_id and state = 0 limit 1
         ) l
         where p.scope_no = $1`,
        [job.scope_no],
      )
      return found.map((row) => row.salesforce_id)
    },
  }
}

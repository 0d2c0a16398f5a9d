import type { LinkScope, PullPage } from '../engine/ports/index.ts'
import type { Database } from './database.ts'
import type { StoredScope } from './link-scopes.ts'
import { addPending, dropPending } from './pending-relations.ts'
import { pullLook } from './pull-look.ts'
import { putLinks } from './put-links.ts'
import type { Transaction } from './sql/sql.ts'
import { resultWriter } from './write-results.ts'

export interface PageContext {
  jobNo: number
  scope: LinkScope
  stored: StoredScope
  isWrittenBack: (job: number) => boolean
  /** Merge every link, because plain COPY has met one that somebody else had just written. */
  mergeAll: boolean
}

/** The writes of one page on its transaction; those that wait for more of their kind are sent by `flush`. */
export function pullPage(
  transaction: Transaction,
  database: Database,
  context: PageContext,
): PullPage & { flush(): Promise<void> } {
  const { jobNo, stored, mergeAll } = context
  const look = pullLook(transaction, database, context)
  /** Salesforce ids that were looked for and have no link yet. */
  const unlinked = new Set<string>()
  const writer = resultWriter(transaction, database, jobNo)

  return {
    ...look,
    alone: (write) => transaction.alone(write),

    async match(keys) {
      const matches = await look.match(keys)
      for (let index = 0; index < keys.length; index++) {
        if (matches[index]?.link === null) unlinked.add(keys[index]?.salesforceId ?? '')
      }
      return matches
    },

    async alreadyDone(salesforceIds) {
      if (salesforceIds.length === 0) return new Set()
      const found = await transaction.query<{ salesforce_id: string }>(
        `select salesforce_id from ${database.name('results')}
         where job_no = $1 and salesforce_id in (select id from unnest(string_to_array($2, ',')) as asked (id))`,
        [jobNo, salesforceIds.join(',')],
      )
      return new Set(found.map((row) => row.salesforce_id))
    },

    async putLinks(links) {
      const isNew = (salesforceId: string) => !mergeAll && unlinked.has(salesforceId)
      const known = await putLinks(transaction, database, { scope: stored, links, isNew, jobNo })
      await dropPending(
        transaction,
        database,
        stored.no,
        known.map(({ recordId }) => recordId),
        jobNo,
      )
      for (const { salesforceId } of links) unlinked.delete(salesforceId)
    },

    addPending: (relations) => addPending(transaction, database, stored.no, jobNo, relations),

    addResults: (seq, results) => writer.add(seq, results),

    flush: () => writer.flush(),
  }
}

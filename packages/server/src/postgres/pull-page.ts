import type { SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import type { LinkScope, PullPage } from '../engine/ports/index.ts'
import type { Database } from './database.ts'
import { linkFinder, matchLinks } from './find-links.ts'
import { scopesOfObject, type StoredScope } from './link-scopes.ts'
import { addPending, dropPending } from './pending-relations.ts'
import { putLinks } from './put-links.ts'
import type { Transaction } from './sql/sql.ts'
import { writeResults } from './write-results.ts'

export interface PageContext {
  jobNo: number
  scope: LinkScope
  stored: StoredScope
  isWrittenBack: (job: number) => boolean
  /** Merge every link, because plain COPY has met one that somebody else had just written. */
  mergeAll: boolean
}

/** The writes of one page on its transaction. */
export function pullPage(transaction: Transaction, database: Database, context: PageContext): PullPage {
  const { jobNo, stored, mergeAll } = context
  const find = linkFinder(transaction, database, stored, context.isWrittenBack)
  /** Salesforce ids that were looked for and have no link yet. */
  const unlinked = new Set<string>()
  const targetScopes = new Map<SalesforceObject, Promise<number[]>>()

  function scopesOf(object: SalesforceObject): Promise<number[]> {
    const scopes = targetScopes.get(object) ?? scopesOfObject(transaction, database, context.scope, object)
    targetScopes.set(object, scopes)
    return scopes
  }

  return {
    transaction,
    alone: (write) => transaction.alone(write),

    async match(keys) {
      const matches = await matchLinks(find, keys)
      for (let index = 0; index < keys.length; index++) {
        if (matches[index]?.link === null) unlinked.add(keys[index]?.salesforceId ?? '')
      }
      return matches
    },

    async targets(object, salesforceIds) {
      const scopes = await scopesOf(object)
      if (salesforceIds.length === 0 || scopes.length === 0) return new Map()
      const found = await transaction.query<{ salesforce_id: string; record_id: string }>(
        // The state is asked outside the look-up: inside, the planner would read the index of live links from end to end.
        `select l.salesforce_id, l.record_id from unnest(string_to_array($1, ',')) as asked (id)
         cross join unnest(string_to_array($2, ',')::int[]) as scope (no)
         cross join lateral (
           select * from ${database.name('links')} where scope_no = scope.no and salesforce_id = asked.id limit 1
         ) l
         where l.state = 0`,
        [[...new Set(salesforceIds)].join(','), scopes.join(',')],
      )
      return new Map(found.map((row) => [row.salesforce_id, row.record_id]))
    },

    async ownIds(recordIds) {
      if (recordIds.length === 0) return new Set()
      const links = database.name('links')
      const found = await transaction.query<{ id: string }>(
        // One look-up for live links and one for released ones, since each kind has an index of its own.
        `select distinct asked.id from unnest(string_to_array($1, ',')) as asked (id)
         cross join (select no from ${database.name('link_scopes')} where workspace = $2 and object = $3) scope
         cross join lateral (
           (select from ${links} where scope_no = scope.no and record_id = asked.id::uuid and state = 0 limit 1)
           union all
           (select from ${links} where scope_no = scope.no and record_id = asked.id::uuid and state <> 0 limit 1)
         ) link`,
        [[...new Set(recordIds)].join(','), context.scope.workspace, context.scope.object],
      )
      return new Set(found.map(({ id }) => id))
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

    addResults: (seq, results) => writeResults(transaction, database, jobNo, seq, results),
  }
}

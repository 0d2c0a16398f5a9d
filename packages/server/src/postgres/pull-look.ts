import type { SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import type { LinkScope, PullLook } from '../engine/ports/index.ts'
import type { Database } from './database.ts'
import { linkFinder, matchLinks } from './find-links.ts'
import { scopesOfObject, type StoredScope } from './link-scopes.ts'
import type { Queryable } from './sql/sql.ts'

/** Whose links are looked at. */
export interface LookContext {
  scope: LinkScope
  /** Null where nothing was ever linked. */
  stored: StoredScope | null
  isWrittenBack: (job: number) => boolean
}

/** What rows of a pull are matched and converted by, on one transaction. */
export function pullLook(transaction: Queryable, database: Database, { scope, stored, isWrittenBack }: LookContext): PullLook {
  const find = stored && linkFinder(transaction, database, stored, isWrittenBack)
  const targetScopes = new Map<SalesforceObject, Promise<number[]>>()

  function scopesOf(object: SalesforceObject): Promise<number[]> {
    const scopes = targetScopes.get(object) ?? scopesOfObject(transaction, database, scope, object)
    targetScopes.set(object, scopes)
    return scopes
  }

  return {
    transaction,

    match: async (keys) => (find ? matchLinks(find, keys) : keys.map(() => ({ link: null, otherLink: null }))),

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
        [[...new Set(recordIds)].join(','), scope.workspace, scope.object],
      )
      return new Set(found.map(({ id }) => id))
    },
  }
}

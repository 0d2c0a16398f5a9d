import type { Link, Match, MatchKey } from '../engine/ports/index.ts'
import type { Database } from './database.ts'
import { linkColumns, linkOf, type LinkRow } from './link-row.ts'
import type { StoredScope } from './link-scopes.ts'
import type { Queryable } from './sql/sql.ts'

const COLUMNS = linkColumns.map((column) => `l.${column}`).join(', ')

/** Reads links of one scope, many at a time. */
export interface LinkFinder {
  bySalesforceId(salesforceIds: readonly string[]): Promise<Map<string, Link>>
  /** Live links alone. */
  byRecord(recordIds: readonly string[]): Promise<Map<string, Link>>
}

export function linkFinder(
  on: Queryable,
  { name }: Pick<Database, 'name'>,
  scope: StoredScope,
  isWrittenBack: (job: number) => boolean,
): LinkFinder {
  // A join would be planned for a table that is empty at first and stay slow for good; LATERAL with LIMIT is a look-up per key always.
  async function find(ids: readonly string[], condition: string): Promise<Link[]> {
    if (ids.length === 0) return []
    const found = await on.query<LinkRow>(
      `select ${COLUMNS} from unnest(string_to_array($1, ',')) as asked (id)
       cross join lateral (select * from ${name('links')} where scope_no = $2 and ${condition} limit 1) l`,
      [ids.join(','), scope.no],
    )
    return found.map((row) => linkOf(row, scope.attributes, isWrittenBack))
  }

  return {
    bySalesforceId: async (ids) => {
      const links = await find(ids, 'salesforce_id = asked.id')
      return new Map(links.map((link) => [link.salesforceId, link]))
    },
    byRecord: async (ids) => {
      const links = await find(ids, 'record_id = asked.id::uuid and state = 0')
      return new Map(links.map((link) => [link.recordId, link]))
    },
  }
}

/** One match a key, in order. A live link wins over what `Pryzm_ID__c` says, so that only the other rows are asked for it. */
export async function matchLinks(find: LinkFinder, keys: readonly MatchKey[]): Promise<Match[]> {
  const own = await find.bySalesforceId(keys.map(({ salesforceId }) => salesforceId))
  const claimOf = ({ salesforceId, pryzmId }: MatchKey) => (own.get(salesforceId)?.state === 'live' ? null : pryzmId)
  const claims = keys.map(claimOf)
  const holders = await find.byRecord(claims.filter((claim) => claim !== null))
  return keys.map(({ salesforceId }, index) => {
    const holder = holders.get(claims[index] ?? '')
    return {
      link: own.get(salesforceId) ?? null,
      otherLink: holder && holder.salesforceId !== salesforceId ? holder : null,
    }
  })
}

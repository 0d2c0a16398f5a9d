import type { SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import { queryRows, textOf } from './query-rows.ts'
import type { Session } from './session.ts'
import { buildQuery, containsLiteral } from './soql.ts'

/** Records whose name holds the text, or any where it is blank, those changed last first. */
export async function findRecords(
  session: Session,
  object: SalesforceObject,
  { text, limit }: { text: string; limit: number },
): Promise<{ id: string; name: string }[]> {
  const where = text === '' ? [] : [`Name LIKE ${containsLiteral(text)}`]
  const query = buildQuery({ object, columns: ['Id', 'Name'], where, newestFirst: limit })
  const rows = await queryRows(session, query)
  return rows.map((row) => ({ id: textOf(row, 'Id'), name: textOf(row, 'Name') }))
}

import { queryRows, textOf } from './query-rows.ts'
import type { Session } from './session.ts'
import { buildQuery, textList } from './soql.ts'

/** Keeps the query below the 16,384 bytes that a request line may have, with addresses of usual length. */
const emailsPerQuery = 100

/** Ids of active standard users by lower-cased email; addresses that nobody has are absent. */
export async function usersByEmail(session: Session, emails: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const asked = [...new Set(emails.map((email) => email.toLowerCase()))]
  const found = new Map<string, string[]>()
  for (let start = 0; start < asked.length; start += emailsPerQuery) {
    const where = [`Email IN ${textList(asked.slice(start, start + emailsPerQuery))}`, 'IsActive = true', "UserType = 'Standard'"]
    for (const row of await queryRows(session, buildQuery({ object: 'User', columns: ['Id', 'Email'], where }))) {
      const email = textOf(row, 'Email').toLowerCase()
      found.set(email, [...(found.get(email) ?? []), textOf(row, 'Id')])
    }
  }
  return found
}

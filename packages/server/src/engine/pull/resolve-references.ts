import type { SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import type { ConvertedRow } from '@pryzm/salesforce-sdk/mapping'
import type { PullPage } from '../ports/index.ts'
import type { PullContext } from './pull-context.ts'

/** Where the references of a block of rows lead in Pryzm; undefined for those that lead nowhere yet. */
export interface References {
  record(object: SalesforceObject, salesforceId: string): string | undefined
  user(email: string): string | undefined
}

/** Resolves the relations and users of a block set-wise: one look-up an object, and one for users not met before. */
export async function resolveReferences(
  context: PullContext,
  page: PullPage,
  rows: readonly Pick<ConvertedRow, 'relations' | 'users'>[],
): Promise<References> {
  const wanted = new Map<SalesforceObject, Set<string>>()
  const emails = new Set<string>()
  for (const { relations, users } of rows) {
    for (const { targetObject, salesforceId } of relations) {
      const ids = wanted.get(targetObject)
      if (ids) ids.add(salesforceId)
      else wanted.set(targetObject, new Set([salesforceId]))
    }
    for (const { email } of users) if (!context.users.has(email)) emails.add(email)
  }
  await readUsers(context, page, [...emails])
  const found = new Map<SalesforceObject, ReadonlyMap<string, string>>()
  for (const [object, ids] of wanted) found.set(object, await page.targets(object, [...ids]))
  return {
    record: (object, salesforceId) => found.get(object)?.get(salesforceId),
    user: (email) => context.users.get(email) ?? undefined,
  }
}

async function readUsers({ ports, workspace, users }: PullContext, { transaction }: PullPage, emails: string[]): Promise<void> {
  if (emails.length === 0) return
  const found = await ports.records.users(workspace, { emails }, transaction)
  for (const email of emails) users.set(email, found.get(email) ?? null)
}

import type { SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import type { ConvertedRow, RowReferences } from '@pryzm/salesforce-sdk/mapping'
import type { PullLook } from '../ports/index.ts'
import type { PullSetup } from './set-up-pull.ts'

/** Resolves the relations and users of a block set-wise: one look-up an object, and one for users not met before. */
export async function resolveReferences(
  context: PullSetup,
  page: PullLook,
  rows: readonly Pick<ConvertedRow, 'relations' | 'users'>[],
): Promise<RowReferences> {
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

async function readUsers({ ports, workspace, users }: PullSetup, { transaction }: PullLook, emails: string[]): Promise<void> {
  if (emails.length === 0) return
  const found = await ports.records.users(workspace, { emails }, transaction)
  for (const email of emails) users.set(email, found.get(email) ?? null)
}

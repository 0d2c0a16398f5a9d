import type { RecordType } from '@pryzm/salesforce-sdk/contract'
import type { PushContext } from '@pryzm/salesforce-sdk/mapping'
import type { PryzmRecord } from '../ports/index.ts'
import type { PushSetup } from './prepare-push.ts'

/** What a record's relations and users are called in Salesforce. */
export type References = Pick<PushContext, 'relatedSalesforceId' | 'userSalesforceId'>

/** Finds what a record's relations and users are called in Salesforce; nothing is created there. */
export async function pushReferences(setup: PushSetup, record: PryzmRecord): Promise<References> {
  const [related, users] = await Promise.all([relatedIds(setup, record), userIds(setup, record)])
  return {
    relatedSalesforceId: (_, recordId) => related.get(recordId),
    userSalesforceId: (_, userId) => users.get(userId),
  }
}

async function relatedIds({ ports, workspace, open, plan }: PushSetup, record: PryzmRecord): Promise<Map<string, string>> {
  const wanted = new Map<RecordType, Set<string>>()
  for (const { attribute } of plan.fields) {
    const value = record.values[attribute.name]
    if (attribute.relatedRecordType === undefined || typeof value !== 'string') continue
    wanted.set(attribute.relatedRecordType, (wanted.get(attribute.relatedRecordType) ?? new Set<string>()).add(value))
  }
  const found = await Promise.all(
    [...wanted].map(([recordType, ids]) => ports.store.links.salesforceIds(workspace, open.info.id, recordType, [...ids])),
  )
  return new Map(found.flatMap((ids) => [...ids]))
}

/** Exactly one active standard user with the same email, or nobody. */
async function userIds({ ports, workspace, open, plan }: PushSetup, record: PryzmRecord): Promise<Map<string, string>> {
  const ids = plan.fields
    .filter(({ attribute }) => attribute.type === 'user')
    .flatMap(({ attribute }) => record.values[attribute.name] ?? [])
    .filter((value) => typeof value === 'string')
  if (ids.length === 0) return new Map()
  const emails = await ports.records.users(workspace, { ids })
  const users = await open.org.usersByEmail([...emails.values()].map((email) => email.toLowerCase()))
  return new Map(
    [...emails].flatMap(([id, email]) => {
      const [only, ...others] = users.get(email.toLowerCase()) ?? []
      return only !== undefined && others.length === 0 ? [[id, only]] : []
    }),
  )
}

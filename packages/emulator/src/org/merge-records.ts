import type { Org } from './org.ts'

/** Merges records into a winner: the losers are deleted, name the winner as their master, and their children follow it. */
export function mergeRecords(org: Org, objectName: string, winnerId: string, loserIds: readonly string[]): void {
  mergePersonContacts(org, objectName, winnerId, loserIds)
  const now = org.now()
  const stamps = { LastModifiedDate: now, SystemModstamp: now }
  for (const id of loserIds) org.table(objectName).update(id, { IsDeleted: true, MasterRecordId: winnerId, ...stamps })
  org.table(objectName).update(winnerId, stamps)
  const losers = new Set(loserIds)
  for (const child of org.schema.objects.filter((object) => object.hasPages)) {
    const references = child.fields.filter((field) => field.referenceTo.includes(objectName) && field.createable)
    for (const { name } of references) moveChildren(org, child.name, name, losers, winnerId)
  }
}

function moveChildren(org: Org, child: string, reference: string, losers: ReadonlySet<string>, winnerId: string): void {
  const table = org.table(child)
  const moved = [...table.rows()].filter((row) => losers.has(String(row[reference])) && row.IsDeleted !== true)
  for (const row of moved) table.update(String(row.Id), { [reference]: winnerId, SystemModstamp: org.now() })
}

/** The contacts of person accounts become one together with their accounts. */
function mergePersonContacts(org: Org, objectName: string, winnerId: string, loserIds: readonly string[]): void {
  const contactOf = (id: string) => org.table(objectName).get(id)?.PersonContactId
  const winner = contactOf(winnerId)
  const losers = loserIds.map(contactOf).filter((id) => typeof id === 'string')
  if (objectName !== 'Account' || (winner == null && losers.length === 0)) return
  if (typeof winner !== 'string' || losers.length < loserIds.length) {
    throw new Error('A person account can only be merged with other person accounts.')
  }
  mergeRecords(org, 'Contact', winner, losers)
}

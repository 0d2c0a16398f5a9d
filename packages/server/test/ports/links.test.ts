import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LinkScope, Store } from '../../src/engine/ports/index.ts'
import type { Sql } from '../../src/postgres/sql/sql.ts'
import { databases } from '../support/databases.ts'
import { accountId, newLink, openStore } from '../support/store.ts'

const orgId = '00D000000000001AAA'

function newScope(changes: Partial<LinkScope> = {}): LinkScope {
  return { workspace: randomUUID(), orgId, object: 'Account', recordType: 'organization', ...changes }
}

describe.each(databases)('links on $name', ({ open }) => {
  let sql: Sql
  let store: Store
  beforeAll(async () => {
    sql = await open()
    ;({ store } = await openStore(sql))
  })
  afterAll(() => sql.close())

  it('are found from both sides, in their own scope alone', async () => {
    const scope = newScope()
    const link = newLink(1, {
      syncedAttributes: ['name', 'website', 'naïve "attribute"'],
      hash: null,
      revision: null,
      stamp: null,
    })
    expect(await store.links.byRecord(scope, link.recordId)).toBeNull()
    await store.links.put(scope, link)
    expect(await store.links.byRecord(scope, link.recordId)).toEqual(link)
    expect(await store.links.bySalesforceId(scope, link.salesforceId)).toEqual(link)
    for (const other of [
      newScope(),
      { ...scope, orgId: '00D000000000002AAA' },
      { ...scope, recordType: 'pipeline:p1' as const },
    ]) {
      expect(await store.links.byRecord(other, link.recordId)).toBeNull()
    }
    expect(await store.links.byRecord(scope, 'not a uuid')).toBeNull()
  })

  it('are replaced by a later put, and remember attributes that are named later', async () => {
    const scope = newScope()
    const link = newLink(1, { syncedAttributes: ['b'] })
    await store.links.put(scope, link)
    const later = { ...link, hash: 'beef', revision: '2', syncedAttributes: ['a', 'b', 'c'], writeBack: 'refused' as const }
    await store.links.put(scope, later)
    const stored = await store.links.byRecord(scope, link.recordId)
    expect({ ...stored, syncedAttributes: stored?.syncedAttributes.toSorted() }).toEqual(later)
    expect(await store.links.countLinked(scope)).toBe(1)
  })

  it('follow a change that the kit made to their records, unless somebody else had changed them before', async () => {
    const scope = newScope()
    const [ours, edited, released] = [1, 2, 3].map((no) => newLink(no, { revision: '1' }))
    await store.links.put(scope, ours!)
    await store.links.put(scope, edited!)
    await store.links.put(scope, { ...released!, state: 'deleted_in_salesforce' })
    const move = { before: '1', after: '2' }
    await store.links.moveRevisions(scope, [
      { recordId: ours!.recordId, ...move },
      { recordId: edited!.recordId, before: '7', after: '8' },
      { recordId: released!.recordId, ...move },
      { recordId: randomUUID(), ...move },
    ])
    await store.links.moveRevisions(scope, [])
    const revisions = [ours, edited, released].map(async (link) => (await store.links.byRecord(scope, link!.recordId))?.revision)
    expect(await Promise.all(revisions)).toEqual(['2', '1', '1'])
  })

  it('let a released record be linked to another Salesforce record, which is then the one that is found', async () => {
    const scope = newScope()
    const recordId = randomUUID()
    await store.links.put(scope, newLink(1, { recordId, state: 'deleted_in_salesforce' }))
    expect(await store.links.byRecord(scope, recordId)).toMatchObject({
      salesforceId: accountId(1),
      state: 'deleted_in_salesforce',
    })
    await store.links.put(scope, newLink(2, { recordId }))
    expect(await store.links.byRecord(scope, recordId)).toMatchObject({ salesforceId: accountId(2), state: 'live' })
    expect(await store.links.countLinked(scope)).toBe(1)
  })

  it('refuse a second live link of one record', async () => {
    const scope = newScope()
    const link = newLink(1)
    await store.links.put(scope, link)
    await expect(store.links.put(scope, newLink(2, { recordId: link.recordId }))).rejects.toThrow('links_one_live_per_record')
  })

  it('tell the Salesforce ids of many records at once', async () => {
    const scope = newScope()
    const [one, two, gone] = [newLink(1), newLink(2), newLink(3, { state: 'deleted_in_salesforce' })]
    for (const link of [one, two, gone]) await store.links.put(scope, link)
    const asked = [two.recordId, randomUUID(), one.recordId, gone.recordId, 'not a uuid']
    const found = await store.links.salesforceIds(scope.workspace, orgId, 'organization', asked)
    expect(new Map(found)).toEqual(
      new Map([
        [one.recordId, one.salesforceId],
        [two.recordId, two.salesforceId],
      ]),
    )
    expect(await store.links.salesforceIds(scope.workspace, orgId, 'organization', [])).toEqual(new Map())
  })

  it('of an org that was left are out of the way, and stay so when the org comes back', async () => {
    const scope = newScope()
    const link = newLink(1)
    await store.links.put(scope, link)
    await store.links.archive(scope.workspace, orgId)
    expect(await store.links.byRecord(scope, link.recordId)).toBeNull()
    expect(await store.links.countLinked(scope)).toBe(0)
    const anew = newLink(1)
    await store.links.put(scope, anew)
    expect(await store.links.bySalesforceId(scope, link.salesforceId)).toEqual(anew)
    await store.links.archive(scope.workspace, orgId)
    expect(await store.links.countLinked(scope)).toBe(0)
  })
})

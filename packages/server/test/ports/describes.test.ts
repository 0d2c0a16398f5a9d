import { randomUUID } from 'node:crypto'
import type { ObjectDescribe } from '@pryzm/salesforce-sdk'
import { emptyMapping } from '@pryzm/salesforce-sdk/mapping'
import { salesforceField, standardDescribes } from '@pryzm/salesforce-sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DescribeKey, DescribeReading, Store } from '../../src/engine/ports/index.ts'
import { createStore } from '../../src/postgres/create-store.ts'
import type { Sql } from '../../src/postgres/sql/sql.ts'
import { databases } from '../support/databases.ts'
import { ada, connectionOf, keys, openStore, standingClock } from '../support/store.ts'

const orgId = '00D000000000001AAA'
const userId = '005000000000001AAA'
const at = (minutes: number) => new Date(Date.UTC(2026, 2, 4, 10, minutes))
const account: ObjectDescribe = standardDescribes.Account

/** The describe of accounts with some fields more. */
function accountWith(...names: string[]): ObjectDescribe {
  return {
    ...account,
    fields: [...account.fields, ...names.map((name) => salesforceField(name, name, 'string', { length: 80 }))],
  }
}

function reading(names: string[], minutes: number, rest: Partial<DescribeReading> = {}): DescribeReading {
  return {
    userId,
    describe: accountWith(...names),
    hash: names.join() || 'plain',
    mark: `mark-${minutes}`,
    at: at(minutes),
    ...rest,
  }
}

describe.each(databases)('describes on $name', ({ open }) => {
  let sql: Sql
  let store: Store
  beforeAll(async () => {
    sql = await open()
    ;({ store } = await openStore(sql))
  })
  afterAll(() => sql.close())

  async function connected(): Promise<DescribeKey> {
    const workspace = randomUUID()
    await store.connections.put(connectionOf(workspace, { userId }))
    return { workspace, orgId, object: 'Account' }
  }

  async function driftOf({ workspace }: DescribeKey) {
    const [drift] = await store.describes.drift(workspace, orgId)
    return drift ?? null
  }

  it('come back as they were read, in their own place alone', async () => {
    const key = await connected()
    expect(await store.describes.known(key)).toBeNull()
    expect(await store.describes.read(key)).toBeNull()
    await store.describes.add(key, reading([], 0))
    expect(await store.describes.known(key)).toEqual({
      revision: 1,
      hash: 'plain',
      userId,
      mark: 'mark-0',
      readAt: at(0),
      checkedAt: at(0),
    })
    expect(await store.describes.read(key)).toEqual({ describe: account })
    for (const other of [await connected(), { ...key, orgId: '00D000000000002AAA' }, { ...key, object: 'Contact' as const }])
      expect(await store.describes.known(other)).toBeNull()
    expect(await driftOf(key)).toEqual({ object: 'Account', since: at(0), checkedAt: at(0), drifted: null })
  })

  it('keep the first of two first readings', async () => {
    const key = await connected()
    await Promise.all([store.describes.add(key, reading([], 0)), store.describes.add(key, reading([], 0))])
    await store.describes.add(key, reading(['Late__c'], 1))
    expect(await store.describes.known(key)).toMatchObject({ revision: 1, hash: 'plain' })
  })

  it('are not kept for a connection that is gone, or of another user or org', async () => {
    const key = await connected()
    const foreign = { ...key, orgId: '00D000000000002AAA' }
    await store.describes.add({ ...key, workspace: randomUUID() }, reading([], 0))
    await store.describes.add(key, reading([], 0, { userId: '005000000000002AAA' }))
    await store.describes.add(foreign, reading([], 0))
    expect([await store.describes.known(key), await store.describes.known(foreign)]).toEqual([null, null])
    await store.describes.add(key, reading([], 0))
    await store.connections.change(key.workspace, { status: 'disconnected' })
    expect(await store.describes.replace(key, 1, reading(['A__c'], 1))).toBeNull()
    expect(await store.describes.known(key)).toMatchObject({ revision: 1 })
  })

  it('are replaced by one of many readers, who gets what was there', async () => {
    const key = await connected()
    await store.describes.add(key, reading([], 0))
    const all = await Promise.all([1, 2, 3, 4].map(() => store.describes.replace(key, 1, reading(['A__c'], 5))))
    expect(all.filter((replaced) => replaced !== null)).toEqual([{ before: account }])
    expect(await store.describes.known(key)).toMatchObject({ revision: 2, hash: 'A__c', mark: 'mark-5', readAt: at(5) })
    expect(await driftOf(key)).toMatchObject({
      since: at(0),
      checkedAt: at(5),
      drifted: { before: account, after: accountWith('A__c'), absent: new Map() },
    })
  })

  it('keep their baseline over several changes, and have not drifted once those are taken back', async () => {
    const key = await connected()
    await store.describes.add(key, reading([], 0))
    await store.describes.replace(key, 1, reading(['A__c'], 1))
    expect(await store.describes.replace(key, 2, reading(['A__c', 'B__c'], 2))).toEqual({ before: accountWith('A__c') })
    expect((await driftOf(key))?.drifted).toMatchObject({ before: account, after: accountWith('A__c', 'B__c') })
    await store.describes.replace(key, 3, reading([], 3))
    expect((await driftOf(key))?.drifted).toBeNull()
    await store.describes.replace(key, 4, reading(['C__c'], 4))
    expect((await driftOf(key))?.drifted).toMatchObject({ before: account, after: accountWith('C__c') })
  })

  it('can be of an object that is hidden, before or after', async () => {
    const key = await connected()
    await store.describes.add(key, reading([], 0, { describe: null, hash: 'null', mark: null }))
    expect(await store.describes.read(key)).toEqual({ describe: null })
    expect(await store.describes.replace(key, 1, reading([], 1))).toEqual({ before: null })
    expect((await driftOf(key))?.drifted).toMatchObject({ before: null, after: account })
    await store.describes.acknowledge(key.workspace, at(2))
    expect(await store.describes.replace(key, 2, reading([], 3, { describe: null, hash: 'null' }))).toEqual({ before: account })
    expect((await driftOf(key))?.drifted).toMatchObject({ before: account, after: null })
  })

  it('are confirmed: asked about, or read whole, and only as long as they are the same', async () => {
    const key = await connected()
    await store.describes.add(key, reading([], 0))
    await store.describes.confirm(key, 1, { at: at(1) })
    expect(await store.describes.known(key)).toMatchObject({ readAt: at(0), checkedAt: at(1), mark: 'mark-0' })
    await store.describes.confirm(key, 1, { at: at(2), whole: { userId: 'other', mark: null } })
    expect(await store.describes.known(key)).toMatchObject({ readAt: at(2), checkedAt: at(2), mark: null, userId: 'other' })
    await store.describes.confirm(key, 7, { at: at(3) })
    expect(await store.describes.known(key)).toMatchObject({ checkedAt: at(2) })
  })

  it('know what became of fields that left, until somebody has seen it', async () => {
    const key = await connected()
    await store.describes.add(key, reading(['A__c', 'B__c'], 0))
    await store.describes.replace(key, 1, reading([], 1))
    await store.describes.noteAbsent(key, new Map([['A__c', 'hidden']]))
    await store.describes.noteAbsent(
      key,
      new Map([
        ['A__c', 'removed'],
        ['B__c', 'hidden'],
      ] as const),
    )
    await store.describes.noteAbsent(key, new Map())
    expect((await driftOf(key))?.drifted?.absent).toEqual(
      new Map([
        ['A__c', 'removed'],
        ['B__c', 'hidden'],
      ]),
    )
    await store.describes.acknowledge(key.workspace, at(9))
    expect(await driftOf(key)).toMatchObject({ since: at(9), drifted: null })
    await store.describes.replace(key, 2, reading(['D__c'], 10))
    expect((await driftOf(key))?.drifted).toMatchObject({ before: account, absent: new Map() })
  })

  it('are forgotten with a workspace, and with it alone', async () => {
    const [gone, purged, other] = [await connected(), await connected(), await connected()]
    for (const key of [gone, purged, other]) await store.describes.add(key, reading([], 0))
    await store.describes.clear(gone.workspace)
    await store.erasure.purge(purged.workspace)
    expect([await store.describes.known(gone), await store.describes.known(purged)]).toEqual([null, null])
    expect(await store.describes.known(other)).not.toBeNull()
  })

  describe('to be looked after', () => {
    const save = (workspace: string) =>
      store.mappings.add(workspace, {
        baseVersion: 0,
        mapping: emptyMapping(),
        savedBy: ada,
        savedAt: at(0),
        restoredFrom: null,
        changes: { added: 0, removed: 0, changed: 0 },
      })

    it('are those of workspaces that are connected and have a mapping, each taken once an hour by one process', async () => {
      const [due, unmapped, away] = [await connected(), await connected(), await connected()]
      await Promise.all([save(due.workspace), save(away.workspace)])
      await store.connections.change(away.workspace, { status: 'reauthorization_required' })
      const other = await createStore({ sql, keys, clock: standingClock() })
      const take = (from: Store, minutes: number) =>
        from.describes.takeDue({ now: at(minutes), before: at(minutes - 60), limit: 100 })
      const taken = (await Promise.all([take(store, 0), take(other, 0)])).flat()
      expect(taken.filter((workspace) => [due, unmapped, away].some((key) => key.workspace === workspace))).toEqual([
        due.workspace,
      ])
      expect(await take(store, 59)).not.toContain(due.workspace)
      expect(await take(store, 60)).toContain(due.workspace)
    })

    it('come in portions', async () => {
      const all = await Promise.all(Array.from({ length: 5 }, connected))
      await Promise.all(all.map(({ workspace }) => save(workspace)))
      const take = () => store.describes.takeDue({ now: at(300), before: at(240), limit: 3 })
      const portions = [await take(), await take(), await take()]
      expect(portions.map(({ length }) => length).slice(0, 2)).toEqual([3, 3])
      expect(new Set(portions.flat()).size).toBe(portions.flat().length)
    })
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Secret, type Store, type StoredConnection } from '../../src/engine/ports/index.ts'
import { createStore } from '../../src/postgres/create-store.ts'
import type { Sql } from '../../src/postgres/sql/sql.ts'
import { databases } from '../support/databases.ts'
import { ada, connectedOrg, connectionOf, keys, openStore, standingClock } from '../support/store.ts'

const at = new Date('2026-03-04T10:00:00.000Z')

/** Secrets print as `[secret]`, so that they are compared by what they hold. */
function revealed(stored: StoredConnection | null) {
  return stored && { ...stored, accessToken: stored.accessToken?.reveal(), refreshToken: stored.refreshToken?.reveal() }
}

describe.each(databases)('stored connections on $name', ({ open }) => {
  let sql: Sql
  let store: Store
  beforeAll(async () => {
    sql = await open()
    ;({ store } = await openStore(sql))
  })
  afterAll(() => sql.close())

  it('come back as they were put', async () => {
    const workspace = randomUUID()
    expect(await store.connections.get(workspace)).toBeNull()
    await store.connections.put(connectionOf(workspace))
    expect(revealed(await store.connections.get(workspace))).toEqual(revealed(connectionOf(workspace)))
    await store.connections.put(connectionOf(workspace, { status: 'degraded', org: null, accessToken: null, apiUsage: null }))
    expect(await store.connections.get(workspace)).toMatchObject({
      status: 'degraded',
      org: null,
      accessToken: null,
      apiUsage: null,
    })
  })

  it('change only in the columns named, and only for their workspace', async () => {
    const [one, other] = [randomUUID(), randomUUID()]
    await store.connections.put(connectionOf(one))
    await store.connections.put(connectionOf(other))
    await store.connections.change(one, { refreshToken: new Secret('refresh-2'), nextTryAt: at })
    await store.connections.change(one, {})
    expect(revealed(await store.connections.get(one))).toEqual({
      ...revealed(connectionOf(one)),
      refreshToken: 'refresh-2',
      nextTryAt: at,
    })
    expect(revealed(await store.connections.get(other))).toEqual(revealed(connectionOf(other)))
  })

  it('keep a pending connection with its tokens', async () => {
    const workspace = randomUUID()
    const pending = {
      org: { ...connectedOrg, id: '00D000000000002AAA' },
      userId: '005000000000002AAA',
      loginUrl: 'https://login.salesforce.com',
      scopes: ['api'],
      accessToken: new Secret('pending-access'),
      refreshToken: new Secret('pending-refresh'),
      connectedBy: ada,
    }
    await store.connections.put(connectionOf(workspace, { pending }))
    const stored = (await store.connections.get(workspace))?.pending
    expect(stored).toMatchObject({ org: pending.org, connectedBy: ada })
    expect(stored?.accessToken.equals(pending.accessToken) && stored.refreshToken.equals(pending.refreshToken)).toBe(true)
    await store.connections.change(workspace, { pending: null })
    expect((await store.connections.get(workspace))?.pending).toBeNull()
  })

  it('show no token to whoever reads the tables', async () => {
    const workspace = randomUUID()
    await store.connections.put(connectionOf(workspace))
    await store.connections.startAttempt(attempt(workspace))
    const tables = await Promise.all([
      sql.query('select * from pryzm_salesforce.connections'),
      sql.query('select * from pryzm_salesforce.connect_attempts'),
    ])
    expect(JSON.stringify(tables)).not.toMatch(/access-1|refresh-1|verifier-1/)
  })

  it('open with a key that encrypts no longer, and ask for a new sign-in without it', async () => {
    const workspace = randomUUID()
    await store.connections.put(connectionOf(workspace))
    const newKey = { id: 'k2', secret: 'another secret of the tests, long enough too' }
    const rotated = await createStore({ sql, keys: [newKey, ...keys], clock: standingClock() })
    expect(revealed(await rotated.connections.get(workspace))?.refreshToken).toBe('refresh-1')

    const without = await createStore({ sql, keys: [newKey], clock: standingClock() })
    expect(await without.connections.get(workspace)).toMatchObject({
      status: 'reauthorization_required',
      refreshToken: null,
      org: connectedOrg,
    })
    expect((await without.connections.get(workspace))?.sentence).toContain('Connect to Salesforce again')
  })

  it('refuse tokens that were moved from one workspace to another', async () => {
    const [mine, theirs] = [randomUUID(), randomUUID()]
    await store.connections.put(connectionOf(mine))
    await store.connections.put(connectionOf(theirs, { accessToken: null, refreshToken: null }))
    await sql.query(
      `update pryzm_salesforce.connections set refresh_token = (select refresh_token from pryzm_salesforce.connections where workspace = $1)
       where workspace = $2`,
      [mine, theirs],
    )
    expect(await store.connections.get(theirs)).toMatchObject({ status: 'reauthorization_required', refreshToken: null })
  })

  it('are refreshed by one at a time, each seeing what the one before stored', async () => {
    const workspace = randomUUID()
    await store.connections.put(connectionOf(workspace))
    const other = await createStore({ sql, keys, clock: standingClock() })
    const seen: (string | undefined)[] = []
    const refresh = (by: Store, next: string) =>
      by.connections.withRefreshLock(workspace, async ({ refreshToken }) => {
        seen.push(refreshToken?.reveal())
        await by.connections.change(workspace, { refreshToken: new Secret(next) })
      })
    await Promise.all([refresh(store, 'refresh-2'), refresh(other, 'refresh-3'), refresh(store, 'refresh-4')])
    expect(seen).toEqual(['refresh-1', 'refresh-2', 'refresh-3'])
  })

  it('refuse a refresh where there is none', async () => {
    await expect(store.connections.withRefreshLock(randomUUID(), async () => undefined)).rejects.toMatchObject({
      code: 'not_connected',
    })
  })

  describe('attempts to connect', () => {
    it('are taken once', async () => {
      const started = attempt(randomUUID())
      await store.connections.startAttempt(started)
      const taken = await Promise.all([1, 2, 3].map(() => store.connections.takeAttempt(started.stateHash)))
      const [one, ...more] = taken.filter((each) => each !== null)
      expect(more).toEqual([])
      expect(one && { ...one, codeVerifier: one.codeVerifier.reveal() }).toEqual({ ...started, codeVerifier: 'verifier-1' })
      expect(await store.connections.takeAttempt(started.stateHash)).toBeNull()
    })

    it('are open from the newest on, since a time', async () => {
      const workspace = randomUUID()
      const early = attempt(workspace, { startedAt: new Date('2026-03-04T09:00:00.000Z') })
      const late = attempt(workspace, { startedAt: new Date('2026-03-04T09:55:00.000Z') })
      await store.connections.startAttempt(late)
      await store.connections.startAttempt(early)
      expect(await store.connections.openAttempt(workspace, new Date('2026-03-04T09:50:00.000Z'))).toMatchObject({
        stateHash: late.stateHash,
      })
      expect(await store.connections.openAttempt(workspace, new Date('2026-03-04T09:56:00.000Z'))).toBeNull()
      expect(await store.connections.openAttempt(randomUUID(), new Date(0))).toBeNull()
    })
  })
})

function attempt(workspace: string, changes: { startedAt?: Date } = {}) {
  return {
    stateHash: randomUUID(),
    workspace,
    user: ada,
    codeVerifier: new Secret('verifier-1'),
    returnTo: '/integrations/salesforce',
    loginUrl: 'https://login.salesforce.com',
    startedAt: at,
    ...changes,
  }
}

import type { Connection } from 'jsforce'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrg, type EmulatedOrg } from '../src/index.ts'
import { tinySalesOrg } from '../src/seeds/tiny.ts'
import { app, caller, connect } from './sign-in.ts'

let now = new Date('2026-06-01T10:00:00Z')
let org: EmulatedOrg
let connection: Connection
let call: ReturnType<typeof caller>
beforeAll(async () => {
  org = await createOrg({ seed: tinySalesOrg, app, clock: () => now })
})
beforeEach(async () => {
  now = new Date('2026-06-01T10:00:00Z')
  org.reset()
  connection = await connect(org)
  call = caller(org, connection.accessToken ?? '')
})
afterAll(() => org.close())

const idOf = (name: string) => String(org.admin.find('Account', { Name: name })[0]?.Id)
const json = async (response: Response): Promise<unknown> => response.json()

describe('merged records', () => {
  it('leave the loser deleted with its master, and take its children to the winner', async () => {
    const [winner, loser] = [idOf('Lakeside Foods'), idOf('Northgate Pumps')]
    org.admin.merge('Account', winner, [loser])
    const { records } = await connection.query(`SELECT Id, IsDeleted, MasterRecordId FROM Account WHERE Id = '${loser}'`, {
      scanAll: true,
    })
    expect(records).toMatchObject([{ IsDeleted: true, MasterRecordId: winner }])
    expect(org.admin.find('Contact', { LastName: 'Chen' })).toMatchObject([{ AccountId: winner }])
    expect(await connection.query(`SELECT Id FROM Account WHERE Id = '${loser}'`)).toMatchObject({ totalSize: 0 })
  })
})

describe('what changed in a span of time', () => {
  const span = 'start=2026-06-01T09:00:00%2B00:00&end=2026-06-01T12:00:00%2B00:00'

  it('is listed for updates and for deletions', async () => {
    const [changed, gone] = [idOf('Lakeside Foods'), idOf('Northgate Pumps Service')]
    org.admin.update('Account', changed, { Site: 'HQ' })
    org.admin.delete('Account', gone)
    expect(await json(await call('GET', `/sobjects/Account/updated?${span}`))).toEqual({
      ids: [changed],
      latestDateCovered: '2026-06-01T12:00:00.000+0000',
    })
    expect(await json(await call('GET', `/sobjects/Account/deleted?${span}`))).toEqual({
      deletedRecords: [{ deletedDate: '2026-06-01T10:00:00.000+0000', id: gone }],
      earliestDateAvailable: '2026-05-17T10:00:00.000+0000',
      latestDateCovered: '2026-06-01T12:00:00.000+0000',
    })
  })

  it('is refused for spans too old or too short', async () => {
    const old = await call('GET', '/sobjects/Account/updated?start=2026-04-01T00:00:00Z&end=2026-06-01T00:00:00Z')
    expect([old.status, await json(old)]).toMatchObject([400, [{ errorCode: 'INVALID_REPLICATION_DATE' }]])
    const short = await call('GET', '/sobjects/Account/deleted?start=2026-06-01T00:00:10Z&end=2026-06-01T00:00:50Z')
    expect(await json(short)).toMatchObject([{ errorCode: 'INVALID_REPLICATION_DATE' }])
  })
})

describe('a locked record', () => {
  it('can be changed only after it is unlocked', async () => {
    const id = idOf('Lakeside Foods')
    org.admin.lock(id)
    expect(await json(await call('PATCH', `/sobjects/Account/${id}`, { Site: 'HQ' }))).toMatchObject([
      { errorCode: 'ENTITY_IS_LOCKED' },
    ])
    org.admin.unlock(id)
    expect((await call('PATCH', `/sobjects/Account/${id}`, { Site: 'HQ' })).status).toBe(204)
  })
})

describe('records hidden by sharing', () => {
  it('are not there for the user, but still counted and still in the way of duplicates', async () => {
    org.admin.addPryzmIdField('Account')
    const id = org.admin.insert('Account', { Name: 'Secret', Pryzm_ID__c: 'P-1' })
    org.admin.hideRecords('priya@acme-industrial.example', [id])
    const priya = await connect(org, 'priya@acme-industrial.example')
    const callAsPriya = caller(org, priya.accessToken ?? '')
    expect(await priya.query('SELECT COUNT() FROM Account')).toMatchObject({ totalSize: 4 })
    expect(await priya.query("SELECT Id FROM Account WHERE Pryzm_ID__c = 'P-1'")).toMatchObject({ totalSize: 0 })
    expect((await callAsPriya('GET', `/sobjects/Account/${id}`)).status).toBe(404)
    expect(await json(await callAsPriya('GET', '/limits/recordCount?sObjects=Account'))).toMatchObject({
      sObjects: [{ count: 5 }],
    })
    expect(await json(await callAsPriya('PATCH', '/sobjects/Account/Pryzm_ID__c/P-1', { Name: 'Mine' }))).toMatchObject([
      { errorCode: 'DUPLICATE_VALUE' },
    ])
    expect(await connection.query('SELECT COUNT() FROM Account')).toMatchObject({ totalSize: 5 })
  })
})

describe('the administrator', () => {
  it('is told which users, profiles and fields there are when one is named that is not', () => {
    expect(() => org.admin.deactivateUser('nobody')).toThrow(/no user "nobody"\. Its users are: dana@acme-industrial\.example/)
    expect(() => org.admin.removeField('Account', 'Nothing__c')).toThrow('Account has no custom field Nothing__c to remove.')
    expect(() => org.admin.addPryzmIdField('Nothing')).toThrow(/no object Nothing/)
  })

  it('reads and writes by the rules that hold for everybody', () => {
    expect(() => org.admin.insert('Contact', { FirstName: 'Ann' })).toThrow('Required fields are missing: [LastName]')
  })

  it('sees sessions end with time, while refresh tokens live on', async () => {
    now = new Date('2026-06-01T12:01:00Z')
    expect((await call('GET', '/limits')).status).toBe(401)
    expect((await connection.query('SELECT COUNT() FROM Account')).totalSize).toBe(4)
  })
})

describe('a port that is taken', () => {
  it('is named', async () => {
    const port = Number(new URL(org.url).port)
    await expect(createOrg({ seed: tinySalesOrg, port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use.`)
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrg, type EmulatedOrg } from '../src/index.ts'
import { app, caller, connect, tokensFor } from './sign-in.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let now = new Date('2026-06-01T10:00:00Z')
let org: EmulatedOrg
beforeAll(async () => {
  org = await createOrg({ seed: 'tiny', app, clock: () => now, settings: { sessionMinutes: 1_000_000 } })
})
beforeEach(() => {
  now = new Date('2026-06-01T10:00:00Z')
  org.reset()
})
afterAll(() => org.close())

const idOf = (name: string) => String(org.admin.find('Account', { Name: name })[0]?.Id)
const names = (object: string, field: string) => org.admin.find(object).map((row) => row[field])

describe('the recycle bin', () => {
  it('gives back an account with all that was deleted along with it, and nothing else', () => {
    const pumps = idOf('Northgate Pumps')
    const [before, deals] = [names('Contact', 'LastName'), names('Opportunity', 'Name')]
    const [tom] = org.admin.find('Contact', { FirstName: 'Tom' })
    org.admin.delete('Contact', String(tom?.Id))
    org.admin.delete('Account', pumps)
    expect(names('Contact', 'LastName')).toEqual(['Ödegård', 'Reception', 'Nobody'])
    org.admin.restore('Account', pumps)
    expect(org.admin.record('Account', pumps)).toMatchObject({ IsDeleted: false, Name: 'Northgate Pumps' })
    expect(names('Contact', 'LastName')).toEqual(before.filter((name) => name !== "O'Brien"))
    expect(names('Opportunity', 'Name')).toEqual(deals)
    org.admin.restore('Contact', String(tom?.Id))
    expect(names('Contact', 'LastName')).toEqual(before)
  })

  it('gives nothing back alone that was deleted along with another record', () => {
    const [maya] = org.admin.find('Contact', { LastName: 'Chen' })
    org.admin.delete('Account', idOf('Northgate Pumps'))
    expect(() => org.admin.restore('Contact', String(maya?.Id))).toThrow('in the recycle bin')
  })

  it('gives nothing back whose unique value another record has by now, not even in part', () => {
    org.admin.addPryzmIdField('Contact')
    const pumps = idOf('Northgate Pumps')
    const contact = org.admin.insert('Contact', { LastName: 'Ng', AccountId: pumps, Pryzm_ID__c: 'P-1' })
    org.admin.delete('Account', pumps)
    org.admin.insert('Contact', { LastName: 'Other', Pryzm_ID__c: 'P-1' })
    expect(() => org.admin.restore('Account', pumps)).toThrow('DUPLICATE_VALUE')
    expect([org.admin.record('Account', pumps), org.admin.record('Contact', contact)]).toMatchObject([
      { IsDeleted: true },
      { IsDeleted: true },
    ])
  })

  it('gives nothing back that it was emptied of, which queryAll goes on finding', async () => {
    const pumps = idOf('Northgate Pumps')
    expect(() => org.admin.emptyFromBin(pumps)).toThrow('INVALID_ID_FIELD: invalid record id; no recycle bin entry found')
    org.admin.delete('Account', pumps)
    org.admin.emptyFromBin(pumps)
    expect(() => org.admin.restore('Account', pumps)).toThrow('in the recycle bin')
    const connection = await connect(org)
    expect(await connection.query(`SELECT Id FROM Account WHERE Id = '${pumps}'`, { scanAll: true })).toMatchObject({
      totalSize: 1,
    })
  })

  it('keeps records for fifteen days, or as long as the org is set to, and then nobody finds them', async () => {
    const pumps = idOf('Northgate Pumps')
    const connection = await connect(org)
    const call = caller(org, (await tokensFor(org)).access_token ?? '')
    const count = async (where = '') =>
      (await connection.query(`SELECT COUNT() FROM Account${where}`, { scanAll: true })).totalSize
    org.admin.delete('Account', pumps)
    now = new Date(now.getTime() + 15 * DAY_MS)
    expect([await count(), await count(" WHERE Name LIKE 'N%'")]).toEqual([4, 2])
    const deleted = await call('GET', `/sobjects/Account/${pumps}`)
    expect([deleted.status, await deleted.json()]).toMatchObject([404, [{ errorCode: 'ENTITY_IS_DELETED' }]])
    now = new Date(now.getTime() + 1000)
    expect([await count(), await count(" WHERE Name LIKE 'N%'")]).toEqual([3, 1])
    const gone = await call('GET', `/sobjects/Account/${pumps}`)
    expect([gone.status, await gone.json()]).toMatchObject([404, [{ errorCode: 'NOT_FOUND' }]])
    expect(() => org.admin.restore('Account', pumps)).toThrow('in the recycle bin')
    org.admin.change({ recycleBinDays: 30 })
    expect(await count()).toBe(4)
    org.admin.restore('Account', pumps)
    expect(names('Account', 'Name')).toContain('Northgate Pumps')
  })

  it('holds the losers of a merge, whose children stay with the master when they are taken out', () => {
    const [winner, loser] = [idOf('Lakeside Foods'), idOf('Northgate Pumps')]
    org.admin.merge('Account', winner, [loser])
    org.admin.restore('Account', loser)
    expect(org.admin.record('Account', loser)).toMatchObject({ IsDeleted: false, MasterRecordId: null })
    expect(org.admin.find('Contact', { LastName: 'Chen' })).toMatchObject([{ AccountId: winner }])
  })
})

describe('a merge', () => {
  it('takes what the master is told to take over, past duplicate rules and the unique values of losers', () => {
    org.admin.addPryzmIdField('Account')
    const [winner, loser] = [idOf('Lakeside Foods'), idOf('Northgate Pumps')]
    org.admin.update('Account', loser, { Pryzm_ID__c: 'P-1' })
    org.admin.merge('Account', winner, [loser])
    org.admin.update('Account', winner, { Pryzm_ID__c: 'P-1' })
    expect(org.admin.record('Account', winner)).toMatchObject({ Pryzm_ID__c: 'P-1' })
  })

  it('leaves no record under itself', () => {
    const [parent, child] = [idOf('Northgate Pumps'), idOf('Northgate Pumps Service')]
    org.admin.merge('Account', child, [parent])
    expect(org.admin.record('Account', child)).toMatchObject({ ParentId: null })
  })

  it('is refused for records that are deleted, twice the same or of another object', () => {
    const [winner, loser] = [idOf('Lakeside Foods'), idOf('Northgate Pumps')]
    const [deal] = org.admin.find('Opportunity')
    expect(() => org.admin.merge('Account', winner, [winner])).toThrow('INVALID_ID_FIELD')
    expect(() => org.admin.merge('Account', winner, [String(deal?.Id)])).toThrow('Account ID: id value of incorrect type')
    expect(() => org.admin.merge('Opportunity', String(deal?.Id), [])).toThrow("Opportunity records can't be merged")
    org.admin.delete('Account', loser)
    expect(() => org.admin.merge('Account', winner, [loser])).toThrow('ENTITY_IS_DELETED')
  })
})

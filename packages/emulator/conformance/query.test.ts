import { expect } from 'vitest'
import { caller, connect, tokensFor } from '../test/sign-in.ts'
import type { EmulatedOrg } from '../src/index.ts'
import { manyAccounts } from './many-accounts.ts'
import { onAnyOrg, onEmulator } from './scenario.ts'

interface Page {
  totalSize: number
  done: boolean
  nextRecordsUrl?: string
  records: Record<string, unknown>[]
}

/** Asks as plain HTTP, and gives what came as text with what it says. */
async function asker(org: EmulatedOrg) {
  const call = caller(org, (await tokensFor(org)).access_token ?? '')
  const page = async (path: string): Promise<Page> => {
    const response = await call('GET', path)
    expect(response.status).toBe(200)
    return JSON.parse(await response.text())
  }
  const query = (soql: string, resource = 'query') => page(`/${resource}?q=${encodeURIComponent(soql)}`)
  return { call, page, query }
}

const ids = (pages: readonly Page[]) => new Set(pages.flatMap(({ records }) => records.map(({ Id }) => Id)))

onEmulator(
  28,
  async (org) => {
    const { page, query } = await asker(org)
    const first = await query('SELECT Id, Name FROM Account')
    expect(Object.keys(first)).toEqual(['totalSize', 'done', 'nextRecordsUrl', 'records'])
    expect([first.records.length, first.done, first.totalSize]).toEqual([2000, false, 2086])
    expect(first.nextRecordsUrl).toMatch(/^\/services\/data\/v67\.0\/query\/\w+-2000$/)
    const rest = await page(first.nextRecordsUrl ?? '')
    expect(Object.keys(rest)).toEqual(['totalSize', 'done', 'records'])
    expect([rest.records.length, rest.done, rest.totalSize]).toEqual([86, true, 2086])
    expect(ids([first, rest]).size).toBe(2086)

    const connection = await connect(org)
    const firstOfClient = await connection.query('SELECT Id, Name FROM Account')
    expect(firstOfClient).toMatchObject({ totalSize: 2086, done: false, nextRecordsUrl: expect.any(String) })
    const restOfClient = await connection.queryMore(firstOfClient.nextRecordsUrl ?? '')
    expect([firstOfClient.records.length, restOfClient.records.length, restOfClient.done]).toEqual([2000, 86, true])
  },
  { seed: manyAccounts(2086) },
)

onEmulator(
  29,
  async (org) => {
    const { page, query } = await asker(org)
    const first = await query('SELECT Id, Name, Description FROM Account')
    expect([first.records.length, first.done, first.totalSize]).toEqual([1000, false, 2086])
    expect(first.nextRecordsUrl).toMatch(/-1000$/)
    const second = await page(first.nextRecordsUrl ?? '')
    const third = await page(second.nextRecordsUrl ?? '')
    expect([second.records.length, second.done, third.records.length, third.done]).toEqual([1000, false, 86, true])
    expect(ids([first, second, third]).size).toBe(2086)
  },
  { seed: manyAccounts(2086) },
)

onEmulator(
  30,
  async (org) => {
    const connection = await connect(org)
    const result = await connection.query('SELECT Id FROM Account', { autoFetch: true })
    expect([result.records.length, result.done, result.totalSize]).toEqual([10_000, false, 12_000])
    const all = await connection.query('SELECT Id FROM Account', { autoFetch: true, maxFetch: 20_000 })
    expect([all.records.length, all.done]).toEqual([12_000, true])
  },
  { seed: manyAccounts(12_000) },
)

onEmulator(
  31,
  async (org) => {
    const { call, page, query } = await asker(org)
    const pages: Page[] = []
    for (let opened = 0; opened < 11; opened++) pages.push(await query('SELECT Id FROM Account'))
    const refused = await call('GET', pages[0]?.nextRecordsUrl ?? '')
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject([{ errorCode: 'INVALID_QUERY_LOCATOR' }])
    for (const { nextRecordsUrl } of pages.slice(1)) expect((await page(nextRecordsUrl ?? '')).records).toHaveLength(86)
  },
  { seed: manyAccounts(2086) },
)

onAnyOrg(32, async ({ call, jsforce }) => {
  const advice = (kind: string, entity: string) =>
    `If you are attempting to use a custom ${kind}, be sure to append the '__c' after the ${entity} name. Please reference your WSDL or the describe call for the appropriate names.`
  const refusals = [
    {
      soql: 'SELECT Bacon__c FROM Account LIMIT 2',
      errorCode: 'INVALID_FIELD',
      message:
        '\nSELECT Bacon__c FROM Account LIMIT 2\n       ^\nERROR at Row:1:Column:8\n' +
        `No such column 'Bacon__c' on entity 'Account'. ${advice('field', 'custom field')}`,
    },
    {
      soql: 'select count() from XYZZY',
      errorCode: 'INVALID_TYPE',
      message:
        '\nselect count() from XYZZY\n                    ^\nERROR at Row:1:Column:21\n' +
        `sObject type 'XYZZY' is not supported. ${advice('object', 'entity')}`,
    },
    { soql: 'SELEKT Id FROM Account', errorCode: 'MALFORMED_QUERY', message: 'unexpected token: SELEKT' },
  ]
  for (const { soql, errorCode, message } of refusals) {
    const response = await call('GET', `/query?q=${encodeURIComponent(soql)}`)
    expect([response.status, await response.json()]).toEqual([400, [{ message, errorCode }]])
    await expect(jsforce().query(soql)).rejects.toMatchObject({ errorCode, message })
  }
})

onEmulator(33, async (org) => {
  const { query } = await asker(org)
  const orphan = await query("SELECT Id, LastName, Account.Name, Account.Owner.Name FROM Contact WHERE LastName = 'Nobody'")
  expect(orphan.records).toEqual([{ attributes: expect.anything(), Id: expect.any(String), LastName: 'Nobody', Account: null }])
  const child = await query("SELECT Account.Name FROM Contact WHERE LastName = 'Chen'")
  expect(child.records).toEqual([
    {
      attributes: expect.anything(),
      Account: { attributes: { type: 'Account', url: expect.stringMatching(/\/Account\/001\w{15}$/) }, Name: 'Northgate Pumps' },
    },
  ])

  expect(await query('SELECT COUNT() FROM Contact')).toEqual({ totalSize: 5, done: true, records: [] })
  expect(await query("SELECT COUNT() FROM Contact WHERE LastName = 'Missing'")).toEqual({ totalSize: 0, done: true, records: [] })

  const accounts = "FROM Account WHERE Name IN ('Northgate Pumps', 'Northgate Pumps Service') ORDER BY Name"
  const { records } = await query(`SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName) ${accounts}`)
  const contact = (LastName: string) => ({ attributes: expect.objectContaining({ type: 'Contact' }), LastName })
  expect(records).toEqual([
    {
      attributes: expect.anything(),
      Name: 'Northgate Pumps',
      Contacts: { totalSize: 2, done: true, records: [contact('Chen'), contact("O'Brien")] },
    },
    { attributes: expect.anything(), Name: 'Northgate Pumps Service', Contacts: null },
  ])
})

onEmulator(34, async (org) => {
  const { call, query } = await asker(org)
  const account = async (Name: string) => {
    const made: { id: string } = JSON.parse(await (await call('POST', '/sobjects/Account', { Name })).text())
    return made.id
  }
  const deleted = await account('Deleted')
  const winner = await account('Winner')
  const loser = await account('Loser')
  expect((await call('DELETE', `/sobjects/Account/${deleted}`)).status).toBe(204)
  org.admin.merge('Account', winner, [loser])

  const soql = `SELECT Id, IsDeleted, MasterRecordId FROM Account WHERE Id IN ('${deleted}', '${winner}', '${loser}')`
  const left = { attributes: expect.anything(), Id: winner, IsDeleted: false, MasterRecordId: null }
  expect((await query(soql)).records).toEqual([left])
  const all = await query(soql, 'queryAll')
  expect(all.totalSize).toBe(3)
  expect(all.records).toEqual(
    expect.arrayContaining([
      left,
      { attributes: expect.anything(), Id: deleted, IsDeleted: true, MasterRecordId: null },
      { attributes: expect.anything(), Id: loser, IsDeleted: true, MasterRecordId: winner },
    ]),
  )
  const connection = await connect(org)
  expect((await connection.query(soql)).totalSize).toBe(1)
  expect((await connection.query(soql, { scanAll: true })).totalSize).toBe(3)
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOrg, type EmulatedOrg } from '../src/index.ts'
import { app, caller, connect } from './sign-in.ts'

let orgs: [whenRead: EmulatedOrg, ahead: EmulatedOrg]

beforeAll(async () => {
  const made = (pagesAhead: boolean) => createOrg({ seed: 'tiny', app, settings: { bulk: { pageRows: 3, pagesAhead } } })
  orgs = await Promise.all([made(false), made(true)])
})
afterAll(async () => {
  await Promise.all(orgs.map((org) => org.close()))
})

interface Page {
  text: string
  count: string | null
  encoding: string | null
}

/** A query of an org that has come to its end, and how to read its result from a locator on. */
async function completeJob(org: EmulatedOrg, soql: string) {
  const { accessToken } = await connect(org)
  const call = caller(org, accessToken ?? '')
  const json = async (method: string, path: string, body?: object) =>
    (await (await call(method, path, body)).json()) as { id: string; state: string }
  const { id } = await json('POST', '/jobs/query', { operation: 'query', query: soql })
  while ((await json('GET', `/jobs/query/${id}`)).state !== 'JobComplete');
  return (query: string, encoding: string) =>
    call('GET', `/jobs/query/${id}/results?${query}`, undefined, { 'Accept-Encoding': encoding })
}

/** Every page of a query's result, read with the encoding and the number of rows asked. */
async function pagesOf(org: EmulatedOrg, encoding: string, maxRecords: number): Promise<Page[]> {
  const read = await completeJob(org, 'SELECT Id, Name, Industry FROM Account')
  const pages: Page[] = []
  for (let locator = ''; locator !== 'null';) {
    const response = await read(`maxRecords=${maxRecords}${locator && `&locator=${locator}`}`, encoding)
    const { headers } = response
    pages.push({
      text: await response.text(),
      count: headers.get('Sforce-NumberOfRecords'),
      encoding: headers.get('Content-Encoding'),
    })
    locator = headers.get('Sforce-Locator') ?? 'null'
  }
  return pages
}

describe('result pages that are made ahead', () => {
  it.each([
    ['gzip', 3],
    ['gzip', 2],
    ['identity', 3],
    ['deflate', 3],
  ])('are those that are made when they are read: %s, %i rows', async (encoding, maxRecords) => {
    const [whenRead, ahead] = await Promise.all([pagesOf(orgs[0], encoding, maxRecords), pagesOf(orgs[1], encoding, maxRecords)])
    expect(whenRead.length).toBeGreaterThan(1)
    expect(ahead).toEqual(whenRead)
  })

  it('hold what parent records said before the job was complete', async () => {
    const cells = await Promise.all(
      orgs.map(async (org) => {
        const [account] = org.admin.find('Account')
        const id = String(account?.Id)
        org.admin.update('Account', id, { Name: 'Before' })
        const contact = org.admin.insert('Contact', { LastName: 'Child', AccountId: id })
        const read = await completeJob(org, `SELECT Account.Name FROM Contact WHERE Id = '${contact}'`)
        org.admin.update('Account', id, { Name: 'After' })
        return (await read('', 'gzip')).text()
      }),
    )
    expect(cells).toEqual(['"Account.Name"\n"After"\n', '"Account.Name"\n"Before"\n'])
  })
})

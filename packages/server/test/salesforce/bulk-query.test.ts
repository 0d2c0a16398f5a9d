import type { EmulatedOrg } from '@pryzm/salesforce-emulator'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Org } from '../../src/engine/ports/index.ts'
import { buildQuery } from '../../src/salesforce/soql.ts'
import { connect, startOrg } from './support/connect.ts'
import { readAll } from './support/result-server.ts'

let emulated: EmulatedOrg
let org: Org
let renewals: () => number

beforeAll(async () => {
  emulated = await startOrg()
  const connected = await connect(emulated)
  org = connected.org
  renewals = connected.renewals
})
afterAll(() => emulated.close())

const columns = ['Id', 'Name', 'Description', 'Owner.Email', 'SystemModstamp']

async function completed(soql: string, options?: { withDeleted: boolean }): Promise<string> {
  const { queryId } = await org.startQuery(soql, options)
  await vi.waitFor(async () => expect((await org.queryStatus(queryId)).state).toBe('complete'), { timeout: 10_000 })
  return queryId
}

function read(queryId: string, asked = columns, from: string | null = null) {
  return readAll(org.resultPages(queryId, { columns: asked, from, signal: new AbortController().signal }))
}

describe('a bulk query', () => {
  it('reads each record once, over several pages, with every odd sign in place', async () => {
    const queryId = await completed(buildQuery({ object: 'Account', columns }))
    const pages = await read(queryId)
    const accounts = emulated.admin.find('Account')
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.flat().length).toBe((await org.queryStatus(queryId)).recordsProcessed)
    const descriptions = new Map(pages.flat().map((row) => [row[0], row[2]]))
    expect(descriptions).toEqual(new Map(accounts.map((account) => [account['Id'], account['Description'] ?? ''])))
  })

  it('goes on from the locator of a page that was read before', async () => {
    const queryId = await completed(buildQuery({ object: 'Account', columns }))
    const pages = org.resultPages(queryId, { columns, from: null, signal: new AbortController().signal })
    const [first] = [await pages[Symbol.asyncIterator]().next()]
    const rest = await read(queryId, columns, first.value.next)
    expect(first.value.recordCount + rest.flat().length).toBe(emulated.admin.find('Account').length)
  })

  it('tells by Salesforce’s own clock when it was started', async () => {
    const before = Date.now()
    const { at } = await org.startQuery('SELECT Id FROM Contact')
    expect(Math.abs(at.getTime() - before)).toBeLessThan(5000)
  })

  it('includes deleted rows where asked', async () => {
    const id = emulated.admin.insert('Contact', { LastName: 'Deleted for the query' })
    emulated.admin.delete('Contact', id)
    const where = ["LastName = 'Deleted for the query'"]
    const soql = buildQuery({ object: 'Contact', columns: ['Id', 'IsDeleted'], where })
    expect((await read(await completed(soql), ['Id', 'IsDeleted'])).flat()).toEqual([])
    const withDeleted = await completed(soql, { withDeleted: true })
    expect((await read(withDeleted, ['Id', 'IsDeleted'])).flat()).toEqual([[id, 'true']])
  })

  it('says what Salesforce does not know of the query', async () => {
    await expect(org.startQuery('SELECT Bacon__c FROM Account')).rejects.toMatchObject({
      code: 'salesforce_refused',
      message: expect.stringContaining('Bacon__c'),
    })
  })

  it('hands over why Salesforce failed it', async () => {
    emulated.admin.change({ bulk: { processingMs: 0, pageRows: 1000, queryFailure: 'InternalServerError : it broke' } })
    const { queryId } = await org.startQuery('SELECT Id FROM Account')
    await vi.waitFor(async () => expect((await org.queryStatus(queryId)).state).toBe('failed'))
    expect((await org.queryStatus(queryId)).error).toContain('it broke')
    emulated.admin.change({ bulk: { processingMs: 0, pageRows: 1000, queryFailure: null } })
  })

  it('may be aborted, also when it has ended', async () => {
    const queryId = await completed('SELECT Id FROM Account')
    await org.abortQuery(queryId)
    await org.abortQuery('750000000000000AAA')
    expect((await org.queryStatus(queryId)).state).toBe('complete')
  })

  it('is not found where it never was', async () => {
    await expect(org.queryStatus('750000000000000AAA')).rejects.toMatchObject({ code: 'not_found' })
    await expect(read('750000000000000AAA')).rejects.toMatchObject({ code: 'not_found' })
  })

  it('goes on with a new token when the session ends between pages', async () => {
    const queryId = await completed(buildQuery({ object: 'Contact', columns: ['Id', 'LastName'] }))
    const before = renewals()
    let rows = 0
    for await (const page of org.resultPages(queryId, {
      columns: ['Id', 'LastName'],
      from: null,
      signal: new AbortController().signal,
    })) {
      emulated.admin.expireSessions()
      for await (const block of page.blocks) rows += block.length
    }
    expect(rows).toBe(emulated.admin.find('Contact').length)
    expect(renewals()).toBeGreaterThan(before)
  })
})

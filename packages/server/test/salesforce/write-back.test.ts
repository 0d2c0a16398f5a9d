import type { EmulatedOrg } from '@pryzm/salesforce-emulator'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Org } from '../../src/engine/ports/index.ts'
import { answering, json } from './support/answering.ts'
import { connect, startOrg } from './support/connect.ts'

let emulated: EmulatedOrg
let org: Org

beforeAll(async () => {
  emulated = await startOrg()
  emulated.admin.addPryzmIdField('Account')
  org = (await connect(emulated)).org
})
afterAll(() => emulated.close())

async function* rowsOf(rows: Iterable<readonly [string, string]>) {
  for (const [salesforceId, recordId] of rows) yield { salesforceId, recordId }
}

async function* breaking() {
  yield { salesforceId: '001', recordId: 'a' }
  yield { salesforceId: '002', recordId: 'b' }
  throw new Error('The database is gone.')
}

async function writtenBack(rows: Iterable<readonly [string, string]>): Promise<string> {
  const started = await org.startWriteBack('Account', rowsOf(rows))
  if (started === null) throw new Error('Nothing was uploaded.')
  await vi.waitFor(async () => expect((await org.ingestStatus(started.ingestId)).state).toBe('complete'), { timeout: 10_000 })
  return started.ingestId
}

async function failures(ingestId: string) {
  const failed: { salesforceId: string; code: string; message: string }[] = []
  for await (const row of org.failedRows(ingestId)) failed.push(row)
  return failed
}

describe('writing Pryzm ids back', () => {
  it('writes each id to its record', async () => {
    const ids = emulated.admin
      .find('Account')
      .slice(0, 1500)
      .map((account) => String(account['Id']))
    const ingestId = await writtenBack(ids.map((id, index) => [id, `pryzm-${index}`] as const))
    expect(await org.ingestStatus(ingestId)).toEqual({
      state: 'complete',
      recordsProcessed: ids.length,
      recordsFailed: 0,
      error: null,
    })
    expect(ids.map((id) => emulated.admin.record('Account', id)?.['Pryzm_ID__c'])).toEqual(
      ids.map((_, index) => `pryzm-${index}`),
    )
    expect(await failures(ingestId)).toEqual([])
  })

  it('names the rows that Salesforce refused, and why', async () => {
    const good = emulated.admin.insert('Account', { Name: 'Good' })
    const taken = emulated.admin.insert('Account', { Name: 'Taken', Pryzm_ID__c: 'taken' })
    const gone = emulated.admin.insert('Account', { Name: 'Gone' })
    emulated.admin.delete('Account', gone)
    const second = emulated.admin.insert('Account', { Name: 'Second' })
    const ingestId = await writtenBack([
      [good, 'good, "quoted"'],
      [second, 'taken'],
      [gone, 'gone'],
    ])
    expect(await org.ingestStatus(ingestId)).toMatchObject({ recordsProcessed: 3, recordsFailed: 2 })
    expect(emulated.admin.record('Account', good)?.['Pryzm_ID__c']).toBe('good, "quoted"')
    const failed = await failures(ingestId)
    expect(failed).toHaveLength(2)
    expect(failed).toContainEqual({
      salesforceId: second,
      code: 'DUPLICATE_VALUE',
      message: expect.stringContaining(`duplicates value on record with id: ${taken.slice(0, 15)}`),
    })
    expect(failed).toContainEqual({ salesforceId: gone, code: 'ENTITY_IS_DELETED', message: 'entity is deleted' })
  })

  it('starts nothing where there is no row', async () => {
    expect(await org.startWriteBack('Account', rowsOf([]))).toBeNull()
  })

  it('says why Salesforce failed the whole upload', async () => {
    const started = await org.startWriteBack('Contact', rowsOf([['003000000000000AAA', 'x']]))
    await vi.waitFor(async () => expect((await org.ingestStatus(started?.ingestId ?? '')).state).toBe('failed'), {
      timeout: 10_000,
    })
    expect(await org.ingestStatus(started?.ingestId ?? '')).toMatchObject({ error: expect.stringContaining('Pryzm_ID__c') })
  })
})

describe('an upload', () => {
  it('stops, and aborts its job, when the rows cannot be read', async () => {
    const seen: string[] = []
    const server = await answering((request, response) => {
      seen.push(`${request.method} ${request.url?.replace('/services/data/v66.0', '')}`)
      request.resume()
      if (request.method !== 'PUT') json(response, 200, { id: '750', state: 'Open' })
    })
    await expect(server.open().org.startWriteBack('Account', breaking())).rejects.toMatchObject({
      code: 'internal',
      cause: new Error('The database is gone.'),
    })
    expect(seen).toContain('PATCH /jobs/ingest/750')
    await server.close()
  })

  it('refuses more than 100 MB', async () => {
    const server = await answering((request, response) => {
      request.resume()
      if (request.method !== 'PUT') json(response, 200, { id: '750', state: 'Open' })
    })
    const row = { salesforceId: '001000000000000AAA', recordId: 'x'.repeat(100_000) }
    async function* endless() {
      for (;;) yield row
    }
    await expect(server.open().org.startWriteBack('Account', endless())).rejects.toMatchObject({ code: 'too_large' })
    await server.close()
  })

  it('hands over the rows that Salesforce never got to', async () => {
    const server = await answering((request, response) => {
      const body = request.url?.endsWith('/failedResults')
        ? '"sf__Id","sf__Error",Id,Pryzm_ID__c\n'
        : 'Id,Pryzm_ID__c\n001,a\n002,b\n'
      response.writeHead(200, { 'content-type': 'text/csv' }).end(body)
    })
    const rows: unknown[] = []
    for await (const row of server.open().org.failedRows('750')) rows.push(row)
    const message = 'Salesforce ended the upload before it came to this record.'
    expect(rows).toEqual([
      { salesforceId: '001', code: 'NOT_PROCESSED', message },
      { salesforceId: '002', code: 'NOT_PROCESSED', message },
    ])
    await server.close()
  })
})

import { gzipSync, deflateSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bulkJobs, json, refusalOf, type BulkJobs, type Json } from '../conformance/bulk-jobs.ts'
import { createOrg, type EmulatedOrg } from '../src/index.ts'
import { salesforceId } from '../src/org/salesforce-id.ts'
import { app } from './sign-in.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const start = new Date('2026-07-01T08:00:00Z')
let now = start
let org: EmulatedOrg
let jobs: BulkJobs

beforeAll(async () => {
  org = await createOrg({ seed: 'tiny', app, clock: () => now, settings: { sessionMinutes: 10 * 24 * 60 } })
})
beforeEach(async () => {
  now = start
  org.reset()
  jobs = await bulkJobs(org)
})
afterAll(() => org.close())

const account = (number: number) => salesforceId('001', number)
const contact = (number: number) => salesforceId('003', number)
const update = { object: 'Account', operation: 'update' }
const queryJobs = async () => (await json(jobs.call('GET', '/limits'))).DailyBulkV2QueryJobs

describe('the list of jobs', () => {
  it('comes page by page', async () => {
    org.admin.change({ bulk: { listedJobs: 2 } })
    const made: unknown[] = []
    for (let job = 0; job < 5; job++) made.push((await json(jobs.call('POST', '/jobs/ingest', update))).id)
    const pages = [await json(jobs.call('GET', '/jobs/ingest?jobType=V2Ingest'))]
    for (let last = pages[0]; typeof last?.nextRecordsUrl === 'string'; last = pages.at(-1)) {
      pages.push(await json(jobs.call('GET', last.nextRecordsUrl)))
    }
    expect(pages.map(({ done }) => done)).toEqual([false, false, true])
    expect(pages.at(-1)?.nextRecordsUrl).toBeNull()
    expect(pages.flatMap(({ records }) => (records as Json[]).map(({ id }) => id))).toEqual(made)
    expect(pages[0]?.nextRecordsUrl).toMatch(
      /^\/services\/data\/v67\.0\/jobs\/ingest\?jobType=V2Ingest&queryLocator=01g\w{15}-2$/,
    )
    expect(await refusalOf(jobs.call('GET', '/jobs/ingest?queryLocator=x'))).toMatchObject({ errorCode: 'INVALID_QUERY_LOCATOR' })
  })

  it('can be narrowed down', async () => {
    await jobs.createQuery('SELECT Id FROM Account')
    const count = async (parameters: string) => {
      const { records } = await json(jobs.call('GET', `/jobs/query?${parameters}`))
      return (records as Json[]).length
    }
    for (const all of [
      '',
      'jobType=V2Query',
      'concurrencyMode=parallel',
      'isPkChunkingEnabled=false',
      'jobType=&queryLocator=',
    ]) {
      expect(await count(all)).toBe(1)
    }
    for (const none of ['jobType=Classic', 'jobType=V2Ingest', 'concurrencyMode=serial', 'isPkChunkingEnabled=true']) {
      expect(await count(none)).toBe(0)
    }
    expect((await jobs.call('GET', '/jobs/query?jobType=V3Query')).status).toBe(400)
  })
})

describe('a limit', () => {
  it('is set on the query jobs of a day', async () => {
    org.admin.change({ bulk: { dailyQueryJobs: 2 } })
    const create = () => jobs.call('POST', '/jobs/query', { operation: 'query', query: 'SELECT Id FROM Account' })
    const first = await json(create())
    await jobs.ended(first)
    expect((await jobs.call('DELETE', `/jobs/query/${String(first.id)}`)).status).toBe(204)
    expect(await queryJobs()).toEqual({ Max: 2, Remaining: 1 })
    expect((await create()).status).toBe(200)
    expect(await refusalOf(create())).toEqual({
      status: 400,
      errorCode: 'LIMIT_EXCEEDED',
      message: 'Max bulk v2 query jobs (2) per 24 hrs has been reached',
    })
    now = new Date(start.getTime() + DAY_MS)
    expect((await create()).status).toBe(200)
    expect(await queryJobs()).toEqual({ Max: 2, Remaining: 1 })
  })

  it('is set on the length of an upload, coded in base64', async () => {
    org.admin.change({ bulk: { uploadBytes: 100 } })
    const job = await json(jobs.call('POST', '/jobs/ingest', update))
    expect(await refusalOf(jobs.upload(job, `Id,Name\n${'x'.repeat(70)}`))).toMatchObject({
      status: 400,
      errorCode: 'CLIENTINPUTERROR',
    })
    expect((await jobs.upload(job, `Id,Name\n${'x'.repeat(60)}`)).status).toBe(201)
  })
})

describe('an upload', () => {
  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
  ] as const)('may be compressed by %s', async (encoding, zip) => {
    const send = async (job: Json, body: Buffer<ArrayBuffer>) =>
      fetch(`${org.url}/${String(job.contentUrl)}`, {
        method: 'PUT',
        headers: { Authorization: `Bearer ${jobs.accessToken}`, 'Content-Type': 'text/csv', 'Content-Encoding': encoding },
        body,
      })
    const job = await json(jobs.call('POST', '/jobs/ingest', update))
    expect((await send(job, Buffer.from('Id,Name\n'))).status).toBe(415)
    expect((await send(job, Buffer.from(zip(`Id,Name\n${account(0)},Zipped\n`)))).status).toBe(201)
    await jobs.call('PATCH', `/jobs/ingest/${String(job.id)}`, { state: 'UploadComplete' })
    expect(await jobs.ended(job, 'ingest')).toMatchObject({
      state: 'JobComplete',
      numberRecordsProcessed: 1,
      numberRecordsFailed: 0,
    })
    expect(org.admin.record('Account', account(0))?.Name).toBe('Zipped')
  })

  it('may not be compressed in ways that Salesforce does not know', async () => {
    const response = jobs.call('POST', '/jobs/ingest', update, { 'Content-Encoding': 'br' })
    expect(await refusalOf(response)).toMatchObject({ status: 415, errorCode: 'UNSUPPORTED_MEDIA_TYPE' })
  })

  it('may name an assignment rule', async () => {
    const job = await json(jobs.call('POST', '/jobs/ingest', { ...update, assignmentRuleId: '01Q000000000001AAA' }))
    expect(job.assignmentRuleId).toBe('01Q000000000001AAA')
  })
})

describe('hardDelete', () => {
  const details = { object: 'Contact', operation: 'hardDelete' }

  it('needs a permission that nobody has from the start', async () => {
    expect(await refusalOf(jobs.call('POST', '/jobs/ingest', details))).toMatchObject({
      status: 400,
      errorCode: 'FEATURENOTENABLED',
    })
  })

  it('takes records past the recycle bin, and those in it out of it', async () => {
    org.admin.setPermissions('dana@acme-industrial.example', { system: { BulkApiHardDelete: true } })
    org.admin.delete('Contact', contact(1))
    const job = await jobs.ingest(details, `Id\n${contact(0)}\n${contact(1)}\n${contact(0)}\n`)
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 3, numberRecordsFailed: 1 })
    expect(await jobs.results(job, 'failedResults')).toMatchObject([
      { Id: contact(0), sf__Error: 'ENTITY_IS_DELETED:entity is deleted:--' },
    ])
    const all = await jobs.createQuery('SELECT Id FROM Contact', 'queryAll')
    await jobs.ended(all)
    const left = (await jobs.page(all)).records.slice(1).flat()
    expect(left).toEqual([contact(2), contact(3), contact(4)])
    expect((await jobs.call('GET', `/sobjects/Contact/${contact(0)}`)).status).toBe(404)
  })
})

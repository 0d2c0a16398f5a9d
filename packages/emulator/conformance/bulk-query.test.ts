import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, vi } from 'vitest'
import { caller, connect } from '../test/sign-in.ts'
import { bulkJobs, json, refusalOf, type BulkJobs, type Json, type ResultPage } from './bulk-jobs.ts'
import { onAnyOrg, onEmulator } from './scenario.ts'

const smallPages = { settings: { bulk: { pageRows: 3 } } }
const polling = { pollInterval: 20, pollTimeout: 20_000 }

/** Reads a job's results page by page, as our own reader does. */
async function everyPage(jobs: BulkJobs, job: Json, maxRecords: string): Promise<ResultPage[]> {
  const pages = [await jobs.page(job, { maxRecords })]
  for (let last = pages[0]; last?.locator && last.locator !== 'null'; last = pages.at(-1)) {
    pages.push(await jobs.page(job, { locator: last.locator, maxRecords }))
  }
  return pages
}

onAnyOrg(50, async ({ call }) => {
  const body = { operation: 'query', query: 'SELECT Id, Name FROM Account' }
  const response = await call('POST', '/jobs/query', body)
  expect(response.status).toBe(200)
  const text = await response.text()
  // A double on the wire, which JavaScript cannot tell from a whole number.
  expect(text).toContain('"apiVersion":67.0')
  const job: Json = JSON.parse(text)
  expect(job).toMatchObject({ state: 'UploadComplete', operation: 'query', object: 'Account', apiVersion: 67 })
  expect(job).toMatchObject({ contentType: 'CSV', concurrencyMode: 'Parallel', lineEnding: 'LF', columnDelimiter: 'COMMA' })
  expect(Object.keys(job)).toEqual(
    'id operation object createdById createdDate systemModstamp state concurrencyMode contentType apiVersion lineEnding columnDelimiter'.split(
      ' ',
    ),
  )
  const path = `/jobs/query/${String(job.id)}`
  await call('PATCH', path, { state: 'Aborted' })
  await vi.waitFor(async () => expect((await call('DELETE', path)).status).toBe(204), { timeout: 50_000, interval: 500 })
})

onEmulator(51, async (org) => {
  const jobs = await bulkJobs(org)
  const job = await jobs.createQuery('SELECT Id, Name FROM Contact')
  await jobs.ended(job)
  const pages = await everyPage(jobs, job, '2')
  expect(pages.map(({ count }) => count)).toEqual(['2', '2', '1'])
  for (const { records } of pages) expect(records[0]).toEqual(['Id', 'Name'])
  expect(pages.map(({ locator }) => locator === 'null')).toEqual([false, false, true])
  expect(new Set(pages.flatMap(({ records }) => records.slice(1).map(([id]) => id))).size).toBe(5)
  const again = await jobs.page(job, { locator: pages[0]?.locator ?? '', maxRecords: '2' })
  expect(again).toEqual(pages[1])
})

onEmulator(
  52,
  async (org) => {
    const jobs = await bulkJobs(org)
    const soql = 'SELECT Id, Name FROM Contact'
    const script = fileURLToPath(new URL('./processes/jsforce-bulk-query.ts', import.meta.url))
    const died = promisify(execFile)(process.execPath, [script, org.url, jobs.accessToken, soql])
    await expect(died).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/Unhandled 'error' event[^]*ERR_STREAM_WRITE_AFTER_END/),
    })
    const job = await jobs.createQuery(soql)
    await jobs.ended(job)
    const rows = (await everyPage(jobs, job, '3')).flatMap(({ records }) => records.slice(1))
    expect(rows.map(([id]) => String(id)).toSorted()).toEqual(org.admin.find('Contact').map(({ Id }) => Id))
  },
  smallPages,
)

onAnyOrg(53, async ({ call }) => {
  const job = await json(call('POST', '/jobs/query', { operation: 'query', query: 'SELECT Id FROM User' }))
  const path = `/jobs/query/${String(job.id)}`
  await vi.waitFor(async () => expect(await json(call('GET', path))).toMatchObject({ state: 'JobComplete' }), {
    timeout: 50_000,
    interval: 500,
  })
  expect((await call('GET', `/services/data/v66.0${path}/results`)).status).toBe(409)
  expect((await call('GET', `${path}/results`)).status).toBe(200)
  expect((await call('DELETE', path)).status).toBe(204)
})

onEmulator(54, async (org) => {
  const jobs = await bulkJobs(org)
  const description = 'He said "no",\nthen left'
  const parent = org.admin.find('Account', { AnnualRevenue: 912_260_031 })[0]
  org.admin.insert('Account', { Name: 'Cells, Inc.', ParentId: parent?.Id, Description: description, AnnualRevenue: 912_260_031 })
  const columns = 'Phone,Name,IsDeleted,CreatedDate,AnnualRevenue,Description,Parent.Name,Id'
  const job = await jobs.createQuery(`SELECT ${columns.toLowerCase()} FROM account WHERE Name = 'Cells, Inc.'`)
  await jobs.ended(job)
  const { text, records } = await jobs.page(job)
  const [header = [], cells = []] = records
  expect(header.join(',')).toBe(columns)
  expect(text).toContain('\n"","Cells, Inc.","false","')
  expect(text).toContain('"He said ""no"",\nthen left"')
  expect(cells.slice(0, 4)).toEqual(['', 'Cells, Inc.', 'false', expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/)])
  expect(cells.slice(4, 7)).toEqual(['9.12260031E8', description, parent?.Name])
  org.admin.delete('Account', cells[7] ?? '')
  const deleted = await jobs.createQuery('SELECT IsDeleted FROM Account WHERE IsDeleted = true', 'queryAll')
  await jobs.ended(deleted)
  expect((await jobs.page(deleted)).text).toBe('"IsDeleted"\n"true"\n')
})

onAnyOrg(55, async ({ call }) => {
  const refused = (query: string) => refusalOf(call('POST', '/jobs/query', { operation: 'query', query }))
  expect(await refused('SELECT Id, BillingAddress FROM Account')).toEqual({
    status: 400,
    errorCode: 'API_ERROR',
    message: 'Selecting compound data not supported in Bulk Query',
  })
  for (const query of [
    'SELECT Id, (SELECT Id FROM Contacts) FROM Account',
    'SELECT Industry FROM Account GROUP BY Industry',
    'SELECT COUNT(Id) FROM Account',
    'SELECT Id FROM Account LIMIT 3 OFFSET 1',
  ]) {
    expect(await refused(query)).toMatchObject({ status: 400, errorCode: 'API_ERROR' })
  }
})

onEmulator(
  56,
  async (org) => {
    const jobs = await bulkJobs(org)
    const job = await jobs.createQuery('SELECT Id FROM Account')
    const { numberRecordsProcessed } = await jobs.ended(job)
    const lists = [await json(jobs.call('GET', `/jobs/query/${String(job.id)}/resultPages`))]
    for (let last = lists[0]; typeof last?.nextRecordsUrl === 'string'; last = lists.at(-1)) {
      lists.push(await json(jobs.call('GET', last.nextRecordsUrl)))
    }
    expect(lists.map(({ done }) => done)).toEqual([...lists.slice(1).map(() => false), true])
    expect(lists.at(-1)?.nextRecordsUrl).toBeUndefined()
    const pages = lists.map(({ resultPages }) => resultPages as { resultUrl: string }[])
    expect(pages[0]).toHaveLength(5)
    expect(Math.max(...pages.map(({ length }) => length))).toBe(5)
    // All at once, which is what the addresses are for.
    const texts = await Promise.all(pages.flat().map(async ({ resultUrl }) => (await jobs.call('GET', resultUrl)).text()))
    const ids = texts.flatMap((text) => text.trim().split('\n').slice(1))
    expect(new Set(ids).size).toBe(numberRecordsProcessed)
    expect(ids).toHaveLength(org.admin.find('Account').length)
    const old = caller(org, jobs.accessToken, '57.0')
    expect((await old('GET', `/jobs/query/${String(job.id)}/resultPages`)).status).toBe(404)
  },
  { seed: 'small', settings: { bulk: { pageRows: 100 } } },
)

onEmulator(57, async (org) => {
  const jobs = await bulkJobs(org)
  const finished = await jobs.createQuery('SELECT Id FROM Account')
  await jobs.ended(finished)
  const path = `/jobs/query/${String(finished.id)}`
  expect(await refusalOf(jobs.call('PATCH', path, { state: 'Aborted' }))).toEqual({
    status: 400,
    errorCode: 'INVALIDJOBSTATE',
    message: 'Aborting already Completed Job not allowed',
  })
  expect((await jobs.call('DELETE', path)).status).toBe(204)
  expect(await refusalOf(jobs.call('GET', path))).toMatchObject({ status: 404, errorCode: 'NOT_FOUND' })
  expect((await jobs.call('GET', `${path}/results`)).status).toBe(404)
  org.admin.change({ bulk: { processingMs: 60_000 } })
  const running = await jobs.createQuery('SELECT Id FROM Account')
  expect(await refusalOf(jobs.call('DELETE', `/jobs/query/${String(running.id)}`))).toEqual({
    status: 400,
    errorCode: 'API_ERROR',
    message: 'Error encountered when deleting the job because the job is not terminated',
  })
  const aborted = await json(jobs.call('PATCH', `/jobs/query/${String(running.id)}`, { state: 'Aborted' }))
  expect(aborted).toMatchObject({ id: running.id, state: 'Aborted' })
})

let now = Date.now()
onEmulator(
  58,
  async (org) => {
    const connection = await connect(org)
    const query = connection.bulk2.query('SELECT Name FROM Account', { pollInterval: 20, pollTimeout: 200 })
    const error = await query.catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name: 'JobPollingTimeout', message: expect.stringMatching(/^Polling timed out after 200ms/) })
    const strays = () => org.admin.requests.filter(({ method }) => method === 'DELETE')
    await vi.waitFor(() => expect(strays()).toHaveLength(1))
    const id = /Job Id = (750\w+)/.exec(String(error))?.[1] ?? ''
    expect(strays()).toMatchObject([{ status: 400, path: expect.stringContaining(`/jobs/query/${id}`) }])
    now += 60_000
    const resumed = connection.bulk2.job('query', { id })
    await resumed.poll(20, 20_000)
    expect(await (await resumed.result()).toArray()).toHaveLength(4)
  },
  { settings: { bulk: { processingMs: 60_000 } }, clock: () => new Date(now) },
)

onEmulator(
  59,
  async (org) => {
    const jobs = await bulkJobs(org)
    const job = await jobs.createQuery('SELECT Id FROM Account')
    await vi.waitFor(async () => expect((await jobs.ended(job)).state).toBe('Failed'))
    expect(await jobs.ended(job)).toMatchObject({
      state: 'Failed',
      errorMessage: 'InternalServerError : Retried more than fifteen times',
    })
    const connection = await connect(org)
    const thrown: unknown = await connection.bulk2.query('SELECT Id FROM Account', polling).catch((error: unknown) => error)
    expect(thrown).toMatchObject({ message: 'Query job failed to complete' })
  },
  { settings: { bulk: { queryFailure: 'InternalServerError : Retried more than fifteen times' } } },
)

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Connection } from 'jsforce'
import { createOrg, type EmulatedOrg } from '../src/index.ts'
import { smallSalesOrg } from '../src/seeds/small.ts'
import { tinySalesOrg } from '../src/seeds/tiny.ts'
import { csvDialect } from '../src/wire/csv-dialect.ts'
import { readCsv } from '../src/wire/read-csv.ts'
import { app, caller, connect } from './sign-in.ts'

const bulk = { pageRows: 3 }
let now = new Date('2026-07-01T08:00:00Z')
let org: EmulatedOrg
let slowOrg: EmulatedOrg
let connection: Connection
let call: ReturnType<typeof caller>

beforeAll(async () => {
  org = await createOrg({ seed: tinySalesOrg, app, settings: { bulk } })
  slowOrg = await createOrg({ seed: tinySalesOrg, app, settings: { bulk: { ...bulk, processingMs: 4_000 } }, clock: () => now })
})
beforeEach(async () => {
  org.reset()
  slowOrg.reset()
  connection = await connect(org)
  call = caller(org, connection.accessToken ?? '')
})
afterAll(async () => {
  await org.close()
  await slowOrg.close()
})

/** The JSON of a job, of a list of jobs or result pages, or of an error. */
interface Json {
  [key: string]: unknown
  records?: Json[]
  resultPages?: { resultUrl: string }[]
}
type Call = ReturnType<typeof caller>

async function json(response: Response | Promise<Response>): Promise<Json> {
  const body: Json = await (await response).json()
  return body
}

const notSupported = (what: string) => `400 API_ERROR ${what} not supported in Bulk Query`
const jobIds = async (on: Call) => (await json(on('GET', '/jobs/query'))).records?.map(({ id }) => id)
const firstCells = async (soql: string) => (await rowsOf(soql)).map(([cell]) => cell)
const create = (soql: string, more: Json = {}, on: Call = call) =>
  json(on('POST', '/jobs/query', { operation: 'query', query: soql, ...more }))
const refusal = async (soql: string) => {
  const response = await call('POST', '/jobs/query', { operation: 'query', query: soql })
  const [error]: Json[] = await response.json()
  return `${response.status} ${String(error?.errorCode)} ${String(error?.message)}`
}

/** Polls until a job has ended; it is asked again and again without a pause, since nothing but its own work takes time. */
async function ended(id: unknown, on: Call = call): Promise<Json> {
  const job = await json(on('GET', `/jobs/query/${String(id)}`))
  return job.state === 'InProgress' || job.state === 'UploadComplete' ? ended(id, on) : job
}

interface Page {
  text: string
  count: string | null
  locator: string | null
}

async function page(id: unknown, query = '', on: Call = call): Promise<Page> {
  const response = await on('GET', `/jobs/query/${String(id)}/results${query}`, undefined, { Accept: 'text/csv' })
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Type')).toBe('text/csv')
  const text = await response.text()
  const { headers } = response
  return {
    text,
    count: headers.get('Sforce-NumberOfRecords'),
    locator: headers.get('Sforce-Locator'),
  }
}

const records = ({ text }: Page) => [...readCsv(text, csvDialect('COMMA', 'LF'))]

async function allPages(id: unknown, maxRecords = 3): Promise<Page[]> {
  const pages = [await page(id, `?maxRecords=${maxRecords}`)]
  for (let last = pages[0]; last?.locator && last.locator !== 'null'; last = pages.at(-1)) {
    pages.push(await page(id, `?locator=${last.locator}&maxRecords=${maxRecords}`))
  }
  return pages
}

async function rowsOf(soql: string, more: Json = {}): Promise<string[][]> {
  const { id } = await create(soql, more)
  expect((await ended(id)).state).toBe('JobComplete')
  return (await allPages(id)).flatMap((one) => records(one).slice(1))
}

describe('creating a job', () => {
  it('answers 200 with a job that waits', async () => {
    const response = await call('POST', '/jobs/query', { operation: 'query', query: 'SELECT Id FROM Account' })
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      id: expect.stringMatching(/^750\w{15}$/),
      operation: 'query',
      object: 'Account',
      createdById: org.admin.find('User', { Username: 'dana@acme-industrial.example' })[0]?.Id,
      createdDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/),
      systemModstamp: expect.any(String),
      state: 'UploadComplete',
      concurrencyMode: 'Parallel',
      contentType: 'CSV',
      apiVersion: 67,
      lineEnding: 'LF',
      columnDelimiter: 'COMMA',
    })
  })

  it('refuses what bulk queries cannot do', async () => {
    expect(await refusal('SELECT Id, BillingAddress FROM Account')).toBe(notSupported('Selecting compound data'))
    expect(await refusal('SELECT Id, (SELECT Id FROM Contacts) FROM Account')).toBe(notSupported('Aggregate Relationships'))
    expect(await refusal('SELECT Industry FROM Account GROUP BY Industry')).toBe(notSupported('GROUP BY'))
    expect(await refusal('SELECT COUNT() FROM Account')).toBe(notSupported('Aggregate functions'))
    expect(await refusal('SELECT FORMAT(MAX(Amount)) FROM Opportunity')).toBe(notSupported('Aggregate functions'))
    expect(await refusal('SELECT FIELDS(ALL) FROM Account LIMIT 5')).toBe(notSupported('FIELDS(ALL) and FIELDS(CUSTOM)'))
    expect(await refusal('SELECT Id FROM Account OFFSET 5')).toBe(notSupported('OFFSET'))
  })

  it('refuses broken queries with the words of SOQL', async () => {
    expect(await refusal('SELECT Bacon__c FROM Account')).toContain(
      '400 INVALID_FIELD \nSELECT Bacon__c FROM Account\n       ^\n',
    )
    expect(await refusal('SELECT Id FROM Blah')).toMatch(/^400 INVALID_TYPE/)
    expect(await refusal('SELEKT Id')).toMatch(/^400 MALFORMED_QUERY/)
  })

  it('refuses requests that say too little or nonsense', async () => {
    const query = 'SELECT Id FROM Account'
    const bodies = [{}, { operation: 'query' }, { operation: 'insert', query }, { operation: 'query', query, lineEnding: 'CR' }]
    for (const body of bodies) expect((await call('POST', '/jobs/query', body)).status).toBe(400)
  })
})

describe('a job on its way', () => {
  it('waits, works and completes as time goes by', async () => {
    const slow = caller(slowOrg, (await connect(slowOrg)).accessToken ?? '')
    const { id } = await create('SELECT Id FROM Account', {}, slow)
    const poll = () => json(slow('GET', `/jobs/query/${String(id)}`))
    const after = async (ms: number) => {
      now = new Date(now.getTime() + ms)
      return poll()
    }
    expect(await poll()).toMatchObject({ state: 'UploadComplete', jobType: 'V2Query', numberRecordsProcessed: 0, retries: 0 })
    expect(await after(2_000)).toMatchObject({ state: 'InProgress', numberRecordsProcessed: 2 })
    expect((await slow('GET', `/jobs/query/${String(id)}/results`)).status).toBe(400)
    expect(await after(2_000)).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 4, totalProcessingTime: 4_000 })
    expect(await after(60_000)).toMatchObject({ state: 'JobComplete', totalProcessingTime: 4_000, isPkChunkingSupported: true })
  })

  it('can be aborted until it completes, and deleted once it has ended', async () => {
    const slow = caller(slowOrg, (await connect(slowOrg)).accessToken ?? '')
    const { id } = await create('SELECT Id FROM Account', {}, slow)
    const path = `/jobs/query/${String(id)}`
    const early = await slow('DELETE', path)
    expect(early.status).toBe(400)
    expect(await early.json()).toEqual([
      { errorCode: 'API_ERROR', message: 'Error encountered when deleting the job because the job is not terminated' },
    ])
    expect(await json(slow('PATCH', path, { state: 'Aborted' }))).toMatchObject({ id, state: 'Aborted' })
    expect((await slow('DELETE', path)).status).toBe(204)
    expect((await slow('GET', path)).status).toBe(404)
  })

  it('cannot be aborted once complete', async () => {
    const { id } = await create('SELECT Id FROM Account')
    await ended(id)
    const response = await call('PATCH', `/jobs/query/${String(id)}`, { state: 'Aborted' })
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual([
      { errorCode: 'INVALIDJOBSTATE', message: 'Aborting already Completed Job not allowed' },
    ])
  })

  it('fails with a message where the org is told so', async () => {
    const failing = await createOrg({ seed: tinySalesOrg, app, settings: { bulk: { ...bulk, queryFailure: 'Out of luck' } } })
    const on = caller(failing, (await connect(failing)).accessToken ?? '')
    const { id } = await create('SELECT Id FROM Account', {}, on)
    expect(await ended(id, on)).toMatchObject({ state: 'Failed', errorMessage: 'Out of luck' })
    expect((await on('GET', `/jobs/query/${String(id)}/results`)).status).toBe(400)
    await failing.close()
  })

  it('is listed for its creator and the administrator, and hidden from others', async () => {
    const marcus = caller(org, (await connect(org, 'marcus@acme-industrial.example')).accessToken ?? '')
    const mine = await create('SELECT Id FROM Account')
    const his = await create('SELECT Id FROM Contact', {}, marcus)
    expect(await jobIds(call)).toEqual([mine.id, his.id])
    expect(await jobIds(marcus)).toEqual([his.id])
    expect((await marcus('GET', `/jobs/query/${String(mine.id)}`)).status).toBe(404)
  })
})

describe('results', () => {
  it('come in pages that repeat the header, the last of which has the locator "null"', async () => {
    const { id } = await create('SELECT Id, Name FROM Account')
    await ended(id)
    const pages = await allPages(id)
    expect(pages.map(({ count }) => count)).toEqual(['3', '1'])
    expect(pages.map((one) => records(one)[0])).toEqual([
      ['Id', 'Name'],
      ['Id', 'Name'],
    ])
    expect(pages.at(-1)?.locator).toBe('null')
    expect(pages.flatMap((one) => records(one).slice(1)).map(([, name]) => name)).toEqual([
      'Northgate Pumps',
      'Lakeside Foods',
      'Ödegård "Precision" Bearings, AB',
      'Northgate Pumps Service',
    ])
  })

  it('are the same bytes at every reading of a locator', async () => {
    const { id } = await create('SELECT Id, Name FROM Account')
    await ended(id)
    const { locator } = await page(id, '?maxRecords=1')
    const first = await page(id, `?locator=${locator}`)
    expect((await page(id, `?locator=${locator}`)).text).toBe(first.text)
  })

  it('have smaller pages than asked for where the service prefers so', async () => {
    const { id } = await create('SELECT Id FROM Account')
    await ended(id)
    expect((await page(id, '?maxRecords=50000')).count).toBe('3')
  })

  it('are written as Salesforce writes them', async () => {
    const { id } = await create(
      'SELECT id, name, isdeleted, annualrevenue, parent.name, createddate, phone FROM account WHERE AnnualRevenue != null',
    )
    await ended(id)
    const { text } = await page(id)
    expect(text.split('\n').map((line) => line.replaceAll(/"001\w{15}"/g, 'ID'))).toEqual([
      '"Id","Name","IsDeleted","AnnualRevenue","Parent.Name","CreatedDate","Phone"',
      'ID,"Northgate Pumps","false","9.12260031E8","","2026-05-06T09:10:00.000Z","(216) 555-0110"',
      'ID,"Ödegård ""Precision"" Bearings, AB","false","0.0","","2026-05-06T09:12:00.000Z","+46 31 555 01 22"',
      'ID,"Northgate Pumps Service","false","1250000.5","Northgate Pumps","2026-05-06T09:13:00.000Z",""',
      '',
    ])
  })

  it('follow the delimiter and line ending that were asked for', async () => {
    const { id } = await create('SELECT Name, Industry FROM Account LIMIT 1', { columnDelimiter: 'PIPE', lineEnding: 'CRLF' })
    await ended(id)
    expect((await page(id)).text).toBe('"Name"|"Industry"\r\n"Northgate Pumps"|"Manufacturing"\r\n')
  })

  it('have only a header row when nothing was found', async () => {
    const { id } = await create("SELECT Id FROM Account WHERE Name = 'Nobody'")
    await ended(id)
    expect(await page(id)).toMatchObject({ text: '"Id"\n', count: '0', locator: 'null' })
  })

  it('respect filters, order, limits and ids', async () => {
    expect(await firstCells('SELECT LastName FROM Contact ORDER BY LastName DESC')).toEqual([
      'Ödegård',
      'Reception',
      "O'Brien",
      'Nobody',
      'Chen',
    ])
    expect(await firstCells('SELECT LastName FROM Contact WHERE Email != null LIMIT 2')).toEqual(['Chen', "O'Brien"])
    expect(await firstCells('SELECT LastName FROM Contact LIMIT 4')).toHaveLength(4)
    expect(await firstCells('SELECT LastName FROM Contact ORDER BY LastName LIMIT 1')).toEqual(['Chen'])
    const id = org.admin.find('Contact', { LastName: 'Reception' })[0]?.Id
    expect(await firstCells(`SELECT LastName FROM Contact WHERE Id = '${String(id)}'`)).toEqual(['Reception'])
  })

  it('leave deleted records out, unless the operation is queryAll', async () => {
    org.admin.delete('Contact', String(org.admin.find('Contact', { LastName: 'Chen' })[0]?.Id))
    expect(await rowsOf('SELECT Id FROM Contact')).toHaveLength(4)
    const all = await rowsOf('SELECT IsDeleted FROM Contact', { operation: 'queryAll' })
    expect(all.flat()).toEqual(['true', 'false', 'false', 'false', 'false'])
  })

  it('are those of the moment the job was created, whatever is written between two pages', async () => {
    const { id } = await create('SELECT LastName FROM Contact')
    await ended(id)
    const first = await page(id)
    const contact = (LastName: string) => String(org.admin.find('Contact', { LastName })[0]?.Id)
    org.admin.update('Contact', contact('Reception'), { LastName: 'Changed' })
    org.admin.delete('Contact', contact('Nobody'))
    org.admin.insert('Contact', { LastName: 'New' })
    const second = await page(id, `?locator=${first.locator}`)
    expect(records(second).flat()).toEqual(['LastName', 'Reception', 'Nobody'])
    expect(second.locator).toBe('null')
    expect((await rowsOf('SELECT LastName FROM Contact')).flat()).toEqual(['Chen', "O'Brien", 'Ödegård', 'Changed', 'New'])
  })

  it('are refused to another API version, with columns by name before v50.0', async () => {
    const { id } = await create('SELECT Name, Id FROM Account')
    await ended(id)
    expect(records(await page(id))[0]).toEqual(['Name', 'Id'])
    const old = caller(org, connection.accessToken ?? '', '49.0')
    expect((await old('GET', `/jobs/query/${String(id)}/results`)).status).toBe(409)
    const oldJob = await create('SELECT Name, Id FROM Account', {}, old)
    await ended(oldJob.id, old)
    expect(records(await page(oldJob.id, '', old))[0]).toEqual(['Id', 'Name'])
  })

  it('refuse a locator of another job, one that is none, and a silly page size', async () => {
    const { id } = await create('SELECT Id FROM Account')
    const other = await create('SELECT Id FROM Account')
    await ended(id)
    await ended(other.id)
    const { locator } = await page(other.id)
    for (const query of [`locator=${locator}`, 'locator=null', 'maxRecords=0', 'maxRecords=many']) {
      expect((await call('GET', `/jobs/query/${String(id)}/results?${query}`)).status).toBe(400)
    }
  })
})

describe('result pages', () => {
  it('name up to five addresses at a time, which together hold every row once', async () => {
    const many = await createOrg({ seed: smallSalesOrg, app, settings: { bulk: { ...bulk, pageRows: 300 } } })
    const on = caller(many, (await connect(many)).accessToken ?? '')
    const { id } = await create('SELECT Id FROM Account WHERE Industry != null', {}, on)
    const { numberRecordsProcessed } = await ended(id, on)
    const urls: string[] = []
    let next: unknown = `/jobs/query/${String(id)}/resultPages`
    let sizes = 0
    while (typeof next === 'string') {
      const list = await json(on('GET', next))
      const listed = list.resultPages ?? []
      urls.push(...listed.map(({ resultUrl }) => resultUrl))
      expect(list.done).toBe(list.nextRecordsUrl === undefined)
      next = list.nextRecordsUrl
      sizes = Math.max(sizes, listed.length)
    }
    const texts = await Promise.all(urls.map(async (url) => (await on('GET', url)).text()))
    const ids = texts.flatMap((text) => text.trim().split('\n').slice(1))
    expect(sizes).toBe(Math.min(5, urls.length))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength(Number(numberRecordsProcessed))
    expect(ids).toHaveLength(many.admin.find('Account', {}).filter(({ Industry }) => Industry !== null).length)
    await many.close()
  })

  it('are not there before v58.0', async () => {
    const old = caller(org, connection.accessToken ?? '', '57.0')
    const { id } = await create('SELECT Id FROM Account', {}, old)
    await ended(id, old)
    expect((await old('GET', `/jobs/query/${String(id)}/resultPages`)).status).toBe(404)
  })
})

describe('jsforce', () => {
  it('opens and polls a job and reads its only page', async () => {
    const stream = await connection.bulk2.query('SELECT Name, Phone FROM Account WHERE BillingCity != null', {
      pollInterval: 5,
      pollTimeout: 10_000,
    })
    expect(await stream.toArray()).toEqual([
      { Name: 'Northgate Pumps', Phone: '(216) 555-0110' },
      { Name: 'Ödegård "Precision" Bearings, AB', Phone: '+46 31 555 01 22' },
    ])
  })

  it('gets gzip, since it asks for it', async () => {
    const { id } = await create('SELECT Id, Description, Name FROM Account')
    await ended(id)
    const response = await call('GET', `/jobs/query/${String(id)}/results`, undefined, { 'Accept-Encoding': 'gzip' })
    expect(response.headers.get('Content-Encoding')).toBe('gzip')
    expect(await response.text()).toContain('"Northgate Pumps"')
  })
})

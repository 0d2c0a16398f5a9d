import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bulkJobs, refusalOf, type BulkJobs, type Json } from '../conformance/bulk-jobs.ts'
import { createOrg, type EmulatedOrg } from '../src/index.ts'
import { salesforceId } from '../src/org/salesforce-id.ts'
import { app } from './sign-in.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const start = new Date('2026-07-01T08:00:00Z')
let now = start
let org: EmulatedOrg
let jobs: BulkJobs

beforeAll(async () => {
  org = await createOrg({ seed: 'tiny', app, clock: () => now, settings: { bulk: { pageRows: 2 } } })
})
beforeEach(async () => {
  now = start
  org.reset()
  jobs = await bulkJobs(org)
})
afterAll(() => org.close())

const account = (number: number) => salesforceId('001', number)
const sites = [0, 1, 2, 3].map((number) => `${account(number)},Plant ${number}\n`)
const upload = `Id,Site\n${sites.join('')}`
const written = () => org.admin.find('Account').filter(({ Site }) => String(Site).startsWith('Plant'))
const query = () => jobs.createQuery('SELECT Id, Name FROM Contact')
const update = () => jobs.ingest({ object: 'Account', operation: 'update' }, upload)

async function polls(kind: 'query' | 'ingest', { id }: Json, count: number): Promise<unknown[]> {
  const states: unknown[] = []
  for (let poll = 0; poll < count; poll++) {
    const job: Json = await (await jobs.call('GET', `/jobs/${kind}/${String(id)}`)).json()
    states.push(job.state)
  }
  return states
}

async function openIngest(): Promise<Json> {
  const job: Json = await (await jobs.call('POST', '/jobs/ingest', { object: 'Account', operation: 'update' })).json()
  await jobs.upload(job, upload)
  await jobs.call('PATCH', `/jobs/ingest/${String(job.id)}`, { state: 'UploadComplete' })
  return job
}

describe('a job', () => {
  it('waits and works for as many polls as the org is set to', async () => {
    org.admin.change({ bulk: { queuedPolls: 2, inProgressPolls: 1 } })
    expect(await polls('query', await query(), 4)).toEqual(['UploadComplete', 'UploadComplete', 'InProgress', 'JobComplete'])
    expect(await polls('ingest', await openIngest(), 4)).toEqual([
      'UploadComplete',
      'UploadComplete',
      'InProgress',
      'JobComplete',
    ])
    expect(written()).toHaveLength(4)
  })

  it('that never starts writes nothing, and can be aborted', async () => {
    org.faults.add({ jobs: { queuedPolls: Infinity } })
    const job = await openIngest()
    expect(new Set(await polls('ingest', job, 20))).toEqual(new Set(['UploadComplete']))
    expect(written()).toEqual([])
    const path = `/jobs/ingest/${String(job.id)}`
    expect((await jobs.call('PATCH', path, { state: 'Aborted' })).status).toBe(200)
    expect(await jobs.results(job, 'unprocessedrecords')).toHaveLength(4)
    expect(await polls('ingest', job, 1)).toEqual(['Aborted'])
    expect(written()).toEqual([])
  })

  it('fails, or says that it was tried again, as the org is set to', async () => {
    org.admin.change({ bulk: { queryFailure: 'Too slow', ingestFailure: 'Too much', retries: 15 } })
    expect(await jobs.ended(await query())).toMatchObject({ state: 'Failed', errorMessage: 'Too slow', retries: 15 })
    expect(await update()).toMatchObject({ state: 'Failed', errorMessage: 'Too much', retries: 15, numberRecordsProcessed: 0 })
    expect(written()).toEqual([])
  })

  it('is struck by a fault of its kind and object, a counted number of times', async () => {
    const fault = org.faults.add({ jobs: { kind: 'query', objects: ['contact'], fails: 'Out of luck' }, skip: 1, times: 1 })
    const states = []
    for (let job = 0; job < 3; job++) states.push((await jobs.ended(await query())).state)
    expect(states).toEqual(['JobComplete', 'Failed', 'JobComplete'])
    expect((await jobs.ended(await jobs.createQuery('SELECT Id FROM Account'))).state).toBe('JobComplete')
    expect(fault).toMatchObject({ hits: 1, remaining: 0 })
    expect(() => org.faults.add({ jobs: {}, path: '/jobs' })).toThrow('leave out "jobs" or "path"')
  })

  it('is aborted by somebody else', async () => {
    org.faults.addPreset('query-aborted')
    const job = await jobs.ended(await query())
    expect(job).toMatchObject({ state: 'Aborted' })
    expect(job).not.toHaveProperty('errorMessage')
    expect((await jobs.call('GET', `/jobs/query/${String(job.id)}/results`)).status).toBe(400)
  })
})

describe('an upload that ends half-way', () => {
  const ends = [
    [{ aborted: true }, 'Aborted'],
    [{ fails: 'InternalServerError : Unexpected exception' }, 'Failed'],
  ] as const
  it.each(ends)('by %j has written the rows before and lists the others', async (end, state) => {
    org.faults.add({ jobs: { kind: 'ingest', afterRows: 3, ...end } })
    const job = await update()
    expect(job).toMatchObject({ state, numberRecordsProcessed: 3, numberRecordsFailed: 0 })
    expect(job.errorMessage).toBe('fails' in end ? end.fails : undefined)
    const successes = await jobs.results(job, 'successfulResults')
    expect(successes.map(({ sf__Id }) => sf__Id)).toEqual([account(0), account(1), account(2)])
    expect(await jobs.results(job, 'failedResults')).toEqual([])
    expect(await jobs.results(job, 'unprocessedrecords')).toEqual([{ Id: account(3), Site: 'Plant 3' }])
    expect(written()).toHaveLength(3)
  })

  it('even ends so when it is shorter', async () => {
    org.faults.addPreset('ingest-failed')
    expect(await update()).toMatchObject({ state: 'Failed', numberRecordsProcessed: 4 })
  })
})

describe('results', () => {
  it('lose a locator once', async () => {
    const job = await query()
    await jobs.ended(job)
    const { locator } = await jobs.page(job)
    org.faults.addPreset('locator-lost')
    const path = `/jobs/query/${String(job.id)}/results?locator=${locator}`
    expect(await refusalOf(jobs.call('GET', path))).toMatchObject({ status: 400, errorCode: 'INVALIDLOCATOR' })
    expect((await jobs.page(job, { locator: locator ?? '' })).count).toBe('2')
  })

  it('turn their columns around on one page, and not when it is read again', async () => {
    org.faults.addPreset('columns-turned')
    const job = await query()
    await jobs.ended(job)
    const first = await jobs.page(job)
    const second = await jobs.page(job, { locator: first.locator ?? '' })
    const again = await jobs.page(job, { locator: first.locator ?? '' })
    expect([first, second, again].map(({ records }) => records[0])).toEqual([
      ['Id', 'Name'],
      ['Name', 'Id'],
      ['Id', 'Name'],
    ])
    expect(second.records[1]).toEqual(again.records[1]?.toReversed())
  })

  it.each(['gzip', 'identity'])('break off in the middle of a page (%s)', async (encoding) => {
    const names = Array.from({ length: 2 }, (_, at) =>
      org.admin.insert('Account', { Name: `Long ${at}`, Description: randomText() }),
    )
    const job = await jobs.createQuery(`SELECT Description FROM Account WHERE Id IN ('${names.join("','")}')`)
    await jobs.ended(job)
    org.faults.add({ path: '/results', cutAfterBytes: 5000 })
    const read = () => jobs.call('GET', `/jobs/query/${String(job.id)}/results`, undefined, { 'Accept-Encoding': encoding })
    const torn = await read()
    expect(torn.headers.get('Content-Encoding')).toBe(encoding === 'gzip' ? 'gzip' : null)
    await expect(torn.text()).rejects.toThrow(/terminated|closed/)
    expect((await (await read()).text()).length).toBeGreaterThan(40_000)
  })

  it('expire with their job after seven days, or when a fault says so', async () => {
    const job = await query()
    await jobs.ended(job)
    org.faults.addPreset('results-expired', { times: 1 })
    const path = `/jobs/query/${String(job.id)}`
    expect(await refusalOf(jobs.call('GET', `${path}/results`))).toMatchObject({ status: 404, errorCode: 'NOT_FOUND' })
    expect((await jobs.page(job)).count).toBe('2')
    org.admin.change({ sessionMinutes: 10 * 24 * 60 })
    jobs = await bulkJobs(org)
    now = new Date(start.getTime() + 7 * DAY_MS)
    expect((await jobs.page(job)).count).toBe('2')
    now = new Date(start.getTime() + 7 * DAY_MS + 1)
    for (const gone of [path, `${path}/results`]) expect((await jobs.call('GET', gone)).status).toBe(404)
  })

  it('of an upload cannot be read the first time', async () => {
    const job = await update()
    org.faults.addPreset('failed-rows-unreadable')
    const path = `/jobs/ingest/${String(job.id)}/failedResults`
    expect(await refusalOf(jobs.call('GET', path))).toMatchObject({ status: 500, errorCode: 'UNKNOWN_EXCEPTION' })
    expect(await jobs.results(job, 'failedResults')).toEqual([])
  })
})

function randomText(): string {
  let seed = 1
  const letter = () => String.fromCharCode(97 + ((seed = (seed * 48_271) % 2_147_483_647) % 26))
  return Array.from({ length: 30_000 }, letter).join('')
}

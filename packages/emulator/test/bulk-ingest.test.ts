import type { Connection } from 'jsforce'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrg, type EmulatedOrg } from '../src/index.ts'
import { salesforceId } from '../src/org/salesforce-id.ts'
import { tinySalesOrg } from '../src/seeds/tiny.ts'
import { app, caller, connect } from './sign-in.ts'

let now = new Date('2026-07-01T08:00:00Z')
let org: EmulatedOrg
let connection: Connection
let call: ReturnType<typeof caller>

beforeAll(async () => {
  org = await createOrg({ seed: tinySalesOrg, app, clock: () => now })
})
beforeEach(async () => {
  org.reset()
  org.admin.addPryzmIdField('Account')
  org.admin.addPryzmIdField('Contact')
  connection = await connect(org)
  call = caller(org, connection.accessToken ?? '')
})
afterAll(() => org.close())

type Json = Record<string, unknown>

async function json(response: Response | Promise<Response>): Promise<Json> {
  const body: Json = await (await response).json()
  return body
}

const JOBS = '/jobs/ingest'
const create = (body: Json) => json(call('POST', JOBS, body))
const account = (number: number) => salesforceId('001', number)
const contact = (number: number) => salesforceId('003', number)

function upload(id: unknown, csv: string): Promise<Response> {
  return fetch(`${org.url}/services/data/v67.0${JOBS}/${String(id)}/batches`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${connection.accessToken}`, 'Content-Type': 'text/csv' },
    body: csv,
  })
}

/** Polls until a job has ended; nothing but its own work takes time. */
async function ended(id: unknown): Promise<Json> {
  const job = await json(call('GET', `${JOBS}/${String(id)}`))
  return job.state === 'InProgress' || job.state === 'UploadComplete' ? ended(id) : job
}

async function run(details: Json, csv: string): Promise<Json> {
  const { id } = await create(details)
  expect((await upload(id, csv)).status).toBe(201)
  expect(await json(call('PATCH', `${JOBS}/${String(id)}`, { state: 'UploadComplete' }))).toMatchObject({
    state: 'UploadComplete',
  })
  return ended(id)
}

async function lines(job: Json, kind: 'successfulResults' | 'failedResults' | 'unprocessedrecords'): Promise<string[]> {
  const response = await call('GET', `${JOBS}/${String(job.id)}/${kind}`)
  expect(response.headers.get('Content-Type')).toBe('text/csv')
  return (await response.text()).split('\n').slice(0, -1)
}

async function refusal(response: Promise<Response>): Promise<string> {
  const { status } = await response
  const [error]: Json[] = await (await response).json()
  return `${status} ${String(error?.errorCode)} ${String(error?.message)}`
}

const refused = (body: Json) => refusal(call('POST', JOBS, body))
const unreadable = (col: number, text: string, type: string) =>
  `INVALID_FIELD:Failed to deserialize field at col ${col}. Due to, '${text}' is not a valid value for the type xsd:${type} --`

/** The second cells of a result file, sorted: its rows come in no particular order. */
async function secondCells(job: Json, kind: 'successfulResults' | 'failedResults'): Promise<string[]> {
  const texts = (await lines(job, kind)).slice(1)
  return texts.map((line) => line.split('","')[1] ?? '').toSorted()
}

describe('the life of a job', () => {
  it('begins open, with an address to upload to that has no leading slash', async () => {
    const job = await create({ object: 'account', operation: 'upsert', externalIdFieldName: 'pryzm_id__C', contentType: 'CSV' })
    expect(job).toEqual({
      id: expect.stringMatching(/^750\w{15}$/),
      operation: 'upsert',
      object: 'Account',
      createdById: expect.stringMatching(/^005/),
      createdDate: '2026-07-01T08:00:00.000+0000',
      systemModstamp: '2026-07-01T08:00:00.000+0000',
      state: 'Open',
      externalIdFieldName: 'Pryzm_ID__c',
      concurrencyMode: 'Parallel',
      contentType: 'CSV',
      apiVersion: 67,
      contentUrl: `services/data/v67.0/jobs/ingest/${String(job.id)}/batches`,
      lineEnding: 'LF',
      columnDelimiter: 'COMMA',
    })
  })

  it('stays open until its creator says that the upload is whole', async () => {
    const { id } = await create({ object: 'Account', operation: 'update' })
    await upload(id, `Id,Name\n${account(0)},Changed\n`)
    expect(await json(call('GET', `${JOBS}/${String(id)}`))).toMatchObject({ state: 'Open', numberRecordsProcessed: 0 })
    expect(org.admin.record('Account', account(0))?.Name).toBe('Northgate Pumps')
  })

  it('takes one upload', async () => {
    const { id } = await create({ object: 'Account', operation: 'update' })
    await upload(id, 'Id\n')
    expect(await refusal(upload(id, 'Id\n'))).toMatch(/^400 CLIENTINPUTERROR .*Found multiple contents for job/)
  })

  it('starts by itself when the upload comes along with it', async () => {
    const form = new FormData()
    form.set('job', new Blob([JSON.stringify({ object: 'Account', operation: 'update' })], { type: 'application/json' }))
    form.set('content', new Blob([`Id,Name\n${account(0)},Changed\n`], { type: 'text/csv' }), 'content')
    const response = await fetch(`${org.url}/services/data/v67.0${JOBS}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${connection.accessToken}` },
      body: form,
    })
    const job = await json(response)
    expect(job).toMatchObject({ state: 'UploadComplete', operation: 'update' })
    expect(await ended(job.id)).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 1 })
    expect(org.admin.record('Account', account(0))?.Name).toBe('Changed')
  })

  it('can be aborted, after which nothing is written and it can be deleted', async () => {
    org.admin.change({ bulk: { processingMs: 4_000 } })
    const { id } = await create({ object: 'Account', operation: 'update' })
    const path = `${JOBS}/${String(id)}`
    expect(await refusal(call('DELETE', path))).toMatch(/^400 API_ERROR .*the job is not terminated$/)
    await upload(id, `Id,Name\n${account(0)},Changed\n`)
    expect(await json(call('PATCH', path, { state: 'Aborted' }))).toMatchObject({ state: 'Aborted' })
    expect(await refusal(call('PATCH', path, { state: 'UploadComplete' }))).toMatch(/^400 INVALIDJOBSTATE/)
    expect(await lines({ id }, 'unprocessedrecords')).toEqual(['Id,Name', `${account(0)},Changed`])
    expect(org.admin.record('Account', account(0))?.Name).toBe('Northgate Pumps')
    expect((await call('DELETE', path)).status).toBe(204)
    expect((await call('GET', path)).status).toBe(404)
  })

  it('takes as long as the org is set to take', async () => {
    org.admin.change({ bulk: { processingMs: 4_000 } })
    const { id } = await create({ object: 'Account', operation: 'update' })
    await upload(id, `Id,Name\n${account(0)},Changed\n`)
    const poll = async (ms: number) => {
      now = new Date(now.getTime() + ms)
      return json(call('GET', `${JOBS}/${String(id)}`))
    }
    await call('PATCH', `${JOBS}/${String(id)}`, { state: 'UploadComplete' })
    expect(await poll(0)).toMatchObject({ state: 'UploadComplete' })
    expect(await poll(3_000)).toMatchObject({ state: 'InProgress', numberRecordsProcessed: 0 })
    expect(await poll(1_000)).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 1, totalProcessingTime: 4_000 })
  })

  it('refuses unknown objects, operations and keys', async () => {
    expect(await refused({ object: 'blah', operation: 'insert' })).toBe('400 INVALIDJOB InvalidJob : Unable to find object: blah')
    expect(await refused({ object: 'Account', operation: 'merge' })).toMatch(/^400 INVALIDJOB/)
    expect(await refused({ object: 'Account', operation: 'upsert' })).toMatch(/^400 INVALIDJOB .*externalIdFieldName/)
    expect(await refused({ object: 'Account', operation: 'upsert', externalIdFieldName: 'Phone' })).toMatch(
      /^400 INVALIDJOB .*Phone does not match an External ID/,
    )
    expect(await refused({ object: 'Account', operation: 'hardDelete' })).toMatch(/^400 FEATURENOTENABLED/)
  })
})

describe('update', () => {
  it('writes good rows, and tells of bad ones in the words of Salesforce', async () => {
    org.admin.update('Account', account(3), { Pryzm_ID__c: 'taken' })
    const job = await run(
      { object: 'Account', operation: 'update' },
      ['Id,Pryzm_ID__c', `${account(0)},A-1`, `${account(1)},TAKEN`, `${account(999)},A-3`, `${contact(0)},A-4`, ',A-5', ''].join(
        '\n',
      ),
    )
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 5, numberRecordsFailed: 4, jobType: 'V2Ingest' })
    expect(await lines(job, 'successfulResults')).toEqual([
      '"sf__Id","sf__Created",Id,Pryzm_ID__c',
      `"${account(0)}","false","${account(0)}","A-1"`,
    ])
    const failed = await lines(job, 'failedResults')
    expect(failed[0]).toBe('"sf__Id","sf__Error",Id,Pryzm_ID__c')
    const holder = account(3).slice(0, 15)
    expect(failed.slice(1).toSorted()).toEqual(
      [
        `"${account(1)}","DUPLICATE_VALUE:duplicate value found: Pryzm_ID__c duplicates value on record with id: ${holder}:--","${account(1)}","TAKEN"`,
        `"${account(999)}","INVALID_CROSS_REFERENCE_KEY:invalid cross reference id:--","${account(999)}","A-3"`,
        `"${contact(0)}","MALFORMED_ID:Account ID: id value of incorrect type: ${contact(0)}:Id --","${contact(0)}","A-4"`,
        `"","MISSING_ARGUMENT:Id not specified in an update call:--","","A-5"`,
      ].toSorted(),
    )
    expect(await lines(job, 'unprocessedrecords')).toEqual(['Id,Pryzm_ID__c'])
    expect(org.admin.record('Account', account(0))?.Pryzm_ID__c).toBe('A-1')
  })

  it('leaves a field alone for an empty cell, and empties it for #N/A', async () => {
    await run({ object: 'Account', operation: 'update' }, `Id,Phone,Industry\n${account(0)},,#N/A\n`)
    expect(org.admin.record('Account', account(0))).toMatchObject({ Phone: '(216) 555-0110', Industry: null })
  })

  it('does not keep the order of the rows', async () => {
    const job = await run(
      { object: 'Account', operation: 'update' },
      `Id,Site\n${account(0)},a\n${account(1)},b\n${account(2)},c\n`,
    )
    const ids = (await lines(job, 'successfulResults')).slice(1).map((line) => line.slice(1, 19))
    expect(ids).not.toEqual([account(0), account(1), account(2)])
    expect(ids.toSorted()).toEqual([account(0), account(1), account(2)])
  })

  it('fails as a whole for a column that is not there or not visible, naming the first', async () => {
    org.admin.setPermissions('dana@acme-industrial.example', { fields: { 'Account.Site': 'none' } })
    const csv = `Id,Site,Nonsense\n${account(0)},x,y\n`
    const job = await run({ object: 'Account', operation: 'update' }, csv)
    expect(job).toMatchObject({
      state: 'Failed',
      errorMessage: 'InvalidBatch : Field name not found : Site',
      numberRecordsProcessed: 0,
    })
    expect((await lines(job, 'unprocessedrecords')).join('\n')).toBe(csv.trim())
  })

  it('does not know the first column after a byte order mark', async () => {
    const job = await run({ object: 'Account', operation: 'update' }, `\uFEFFId,Site\n${account(0)},x\n`)
    expect(job.errorMessage).toBe('InvalidBatch : Field name not found : \uFEFFId')
  })

  it('fails as a whole for an unreadable upload, without writing any of it', async () => {
    const bodies = [
      `Id,Site\r\n${account(0)},x\r\n`,
      `Id,Site\n${account(0)},"x\n`,
      `Id,Site\n${account(0)},x\n${account(1)}\n`,
      '',
    ]
    for (const body of bodies) {
      const job = await run({ object: 'Account', operation: 'update' }, body)
      expect(job).toMatchObject({ state: 'Failed', errorMessage: expect.stringMatching(/^ClientInputError : /) })
    }
    expect(org.admin.record('Account', account(0))?.Site ?? null).toBeNull()
  })

  it('reads the delimiter and line ending that were agreed on', async () => {
    const csv = `Id;Name\r\n${account(0)};"Semi;colon"\r\n`
    const job = await run({ object: 'Account', operation: 'update', columnDelimiter: 'SEMICOLON', lineEnding: 'CRLF' }, csv)
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsFailed: 0 })
    expect(org.admin.record('Account', account(0))?.Name).toBe('Semi;colon')
  })
})

describe('insert', () => {
  it('makes records of typed cells and links them to parents by external id', async () => {
    org.admin.update('Account', account(1), { Pryzm_ID__c: 'A-1' })
    const job = await run(
      { object: 'Contact', operation: 'insert' },
      'LastName,Birthdate,Account.Pryzm_ID__c\nDiaz,1990-02-28,a-1\nVoss,#N/A,missing\n',
    )
    const [failed] = (await lines(job, 'failedResults')).slice(1)
    expect(failed).toBe(
      '"","INVALID_FIELD:Foreign key external ID: missing not found for field Pryzm_ID__c in entity Account:--","Voss","#N/A","missing"',
    )
    const [made] = (await lines(job, 'successfulResults')).slice(1)
    expect(made).toMatch(/^"003\w{15}","true","Diaz","1990-02-28","a-1"$/)
    expect(org.admin.find('Contact', { LastName: 'Diaz' })).toMatchObject([{ Birthdate: '1990-02-28', AccountId: account(1) }])
  })

  it('tells which cell its type cannot hold', async () => {
    const csv = 'Name,StageName,IsPrivate,CloseDate,Amount\n'
    const rows = ['A,New,true,2003-04-987,1', 'B,New,maybe,2026-01-01,1', 'C,New,1,2026-01-01,much', 'D,New,1,2026-01-01,12.5']
    const job = await run({ object: 'Opportunity', operation: 'insert' }, csv + rows.join('\n'))
    expect(await secondCells(job, 'failedResults')).toEqual([
      unreadable(2, 'maybe', 'boolean:IsPrivate'),
      unreadable(3, '2003-04-987', 'date:CloseDate'),
      unreadable(4, 'much', 'double:Amount'),
    ])
    expect(org.admin.find('Opportunity', { Name: 'D' })).toMatchObject([{ Amount: 12.5, IsPrivate: true }])
  })

  it('tells of missing and over-long fields', async () => {
    const job = await run({ object: 'Account', operation: 'insert' }, `Name,Phone\n,1\nA,${'9'.repeat(41)}\n`)
    expect(await secondCells(job, 'failedResults')).toEqual([
      'REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --',
      `STRING_TOO_LONG:Account Phone: data value too large: ${'9'.repeat(41)} (max length=40):Phone --`,
    ])
  })
})

describe('upsert and delete', () => {
  it('updates by external id or inserts', async () => {
    org.admin.update('Account', account(1), { Pryzm_ID__c: 'A-1' })
    const details = { object: 'Account', operation: 'upsert', externalIdFieldName: 'Pryzm_ID__c' }
    const job = await run(details, 'Pryzm_ID__c,Name\na-1,Old\nA-2,New\n,Nobody\n')
    expect(await secondCells(job, 'successfulResults')).toEqual(['false', 'true'])
    expect((await lines(job, 'failedResults'))[1]).toContain('MISSING_ARGUMENT:Pryzm_ID__c not specified:--')
    expect(org.admin.record('Account', account(1))?.Name).toBe('Old')
    expect(org.admin.find('Account', { Pryzm_ID__c: 'A-2' })).toMatchObject([{ Name: 'New' }])
  })

  it('deletes by id', async () => {
    const job = await run({ object: 'Contact', operation: 'delete' }, `Id\n${contact(0)}\n${contact(0)}\n`)
    expect(job).toMatchObject({ numberRecordsProcessed: 2, numberRecordsFailed: 1 })
    expect((await lines(job, 'failedResults'))[1]).toContain('ENTITY_IS_DELETED:entity is deleted:--')
    expect(org.admin.record('Contact', contact(0))?.IsDeleted).toBe(true)
  })
})

describe('jsforce', () => {
  it('loads records and gets back what became of them', async () => {
    const results = await connection.bulk2.loadAndWaitForResults({
      object: 'Account',
      operation: 'update',
      input: [
        { Id: account(0), Site: 'Plant 7' },
        { Id: account(1), Site: null },
        { Id: account(77), Site: 'x' },
      ],
      pollInterval: 5,
      pollTimeout: 10_000,
    })
    expect(results.successfulResults.map(({ sf__Id }) => sf__Id).toSorted()).toEqual([account(0), account(1)])
    expect(results.failedResults).toMatchObject([{ sf__Error: 'INVALID_CROSS_REFERENCE_KEY:invalid cross reference id:--' }])
    expect(results.unprocessedRecords).toEqual([])
    expect(org.admin.record('Account', account(0))?.Site).toBe('Plant 7')
  })
})

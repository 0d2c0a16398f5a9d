import { expect } from 'vitest'
import { salesforceId } from '../src/org/salesforce-id.ts'
import { connect } from '../test/sign-in.ts'
import { bulkJobs, json } from './bulk-jobs.ts'
import { onEmulator } from './scenario.ts'

const account = (number: number) => salesforceId('001', number)
const update = { object: 'Account', operation: 'update' }

onEmulator(60, async (org) => {
  org.admin.addPryzmIdField('Account')
  org.admin.update('Account', account(3), { Pryzm_ID__c: 'taken' })
  const jobs = await bulkJobs(org)
  const rows = [`${account(0)},A-0`, `${account(2)},A-2`, `${account(1)},taken`, `${account(999)},A-999`]
  const job = await jobs.ingest(update, ['Id,Pryzm_ID__c', ...rows, ''].join('\n'))
  expect(job).toMatchObject({ state: 'JobComplete', jobType: 'V2Ingest', numberRecordsProcessed: 4, numberRecordsFailed: 2 })
  const duplicate = `DUPLICATE_VALUE:duplicate value found: Pryzm_ID__c duplicates value on record with id: ${account(3).slice(0, 15)}:--`
  expect(await jobs.results(job, 'failedResults')).toMatchObject([
    { sf__Id: account(1), sf__Error: duplicate, Id: account(1), Pryzm_ID__c: 'taken' },
    { sf__Error: 'INVALID_CROSS_REFERENCE_KEY:invalid cross reference id:--', Id: account(999), Pryzm_ID__c: 'A-999' },
  ])
  expect(await jobs.results(job, 'successfulResults')).toEqual([
    { sf__Id: account(0), sf__Created: 'false', Id: account(0), Pryzm_ID__c: 'A-0' },
    { sf__Id: account(2), sf__Created: 'false', Id: account(2), Pryzm_ID__c: 'A-2' },
  ])
  const written = await (await jobs.call('GET', `/jobs/ingest/${String(job.id)}/successfulResults`)).text()
  const order = written
    .split('\n')
    .slice(1, -1)
    .map((line) => line.slice(1, 19))
  expect(order).not.toEqual(order.toSorted())
  expect(await jobs.results(job, 'unprocessedrecords')).toEqual([])

  const byJsforce = await (
    await connect(org)
  ).bulk2.loadAndWaitForResults({
    object: 'Account',
    operation: 'update',
    input: [
      { Id: account(0), Pryzm_ID__c: 'B-0' },
      { Id: account(1), Pryzm_ID__c: 'TAKEN' },
    ],
    pollInterval: 20,
    pollTimeout: 20_000,
  })
  expect(byJsforce.successfulResults).toMatchObject([{ sf__Id: account(0), sf__Created: 'false' }])
  expect(byJsforce.failedResults).toMatchObject([{ sf__Error: duplicate }])
})

onEmulator(61, async (org) => {
  org.admin.setPermissions('dana@acme-industrial.example', { fields: { 'Account.Site': 'none' } })
  const jobs = await bulkJobs(org)
  const csv = `Id,Site,Bacon__c\n${account(0)},Plant 7,x\n`
  const job = await jobs.ingest(update, csv)
  expect(job).toMatchObject({
    state: 'Failed',
    errorMessage: 'InvalidBatch : Field name not found : Site',
    numberRecordsProcessed: 0,
    numberRecordsFailed: 0,
  })
  expect(await jobs.results(job, 'unprocessedrecords')).toEqual([{ Id: account(0), Site: 'Plant 7', Bacon__c: 'x' }])
  const { bulk2 } = await connect(org)
  const load = bulk2.loadAndWaitForResults({
    object: 'Account',
    operation: 'update',
    input: csv,
    pollInterval: 20,
    pollTimeout: 20_000,
  })
  await expect(load).rejects.toThrow('Ingest job failed to complete due to: InvalidBatch : Field name not found : Site')
})

onEmulator(62, async (org) => {
  const jobs = await bulkJobs(org)
  const before = org.admin.record('Account', account(0))
  const job = await json(jobs.call('POST', '/jobs/ingest', update))
  expect((await jobs.upload(job, `Id,Name\n${account(0)},Changed\n`)).status).toBe(201)
  for (let poll = 0; poll < 3; poll++) {
    expect(await jobs.ended(job, 'ingest')).toMatchObject({ state: 'Open', numberRecordsProcessed: 0, numberRecordsFailed: 0 })
  }
  expect(org.admin.record('Account', account(0))).toEqual(before)
})

onEmulator(63, async (org) => {
  const jobs = await bulkJobs(org)
  const before = org.admin.record('Account', account(0))
  expect(before).toMatchObject({ Phone: '(216) 555-0110', Industry: 'Manufacturing' })
  const job = await jobs.ingest(update, `Id,Phone,Industry\n${account(0)},,#N/A\n`)
  expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 1, numberRecordsFailed: 0 })
  expect(org.admin.record('Account', account(0))).toMatchObject({ Phone: '(216) 555-0110', Industry: null })
})

import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest'
import { createOrg, type EmulatedOrg } from '../../src/index.ts'
import { pryzmIdField } from '../../src/org/pryzm-id-field.ts'
import { app, caller, tokensFor } from '../sign-in.ts'
import { itRecorded, recordedText, recording } from './recordings.ts'
import { shapeDifferences } from './shape.ts'

interface Job extends Record<string, unknown> {
  id: string
  state: string
}

let org: EmulatedOrg
let call: ReturnType<typeof caller>
beforeAll(async () => {
  org = await createOrg({ seed: 'tiny', app })
})
beforeEach(async () => {
  org.reset()
  org.admin.addField('Opportunity', { ...pryzmIdField, name: 'external_id__c' })
  call = caller(org, (await tokensFor(org)).access_token ?? '', '60.0')
})
afterAll(() => org.close())

const job = async (method: string, path: string, body?: unknown): Promise<Job> => {
  const response = await call(method, `/jobs/${path}`, body)
  expect(response.status).toBe(200)
  return JSON.parse(await response.text())
}
const upsert = {
  object: 'Opportunity',
  operation: 'upsert',
  externalIdFieldName: 'external_id__c',
  contentType: 'CSV',
  lineEnding: 'LF',
}
const upload = (id: string, csv: string) =>
  fetch(`${org.url}/services/data/v60.0/jobs/ingest/${id}/batches`, {
    method: 'PUT',
    headers: { Authorization: authorization(), 'Content-Type': 'text/csv' },
    body: csv,
  })
let token = ''
const authorization = () => `Bearer ${token}`
beforeEach(async () => {
  token = (await tokensFor(org)).access_token ?? ''
})

/** Runs an upsert of opportunities to its end. */
async function upserted(csv: string): Promise<Job> {
  const { id } = await job('POST', 'ingest', upsert)
  await upload(id, csv)
  await job('PATCH', `ingest/${id}`, { state: 'UploadComplete' })
  return ended(`ingest/${id}`)
}

async function ended(path: string): Promise<Job> {
  for (;;) {
    const polled = await job('GET', path)
    if (['JobComplete', 'Failed', 'Aborted'].includes(polled.state)) return polled
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

const rows = 'Name,StageName,external_id__c,CloseDate\nA,Prospecting,1,2026-01-02\n'

describe('a bulk job', () => {
  itRecorded('of a query is created as recorded', 'amp-labs/bulk/read-launch-job-account.json', async () => {
    const ours = await job('POST', 'query', { operation: 'query', query: 'SELECT Id FROM Account' })
    expect(shapeDifferences(ours, recording('amp-labs/bulk/read-launch-job-account.json'))).toEqual([])
  })

  for (const [operation, request] of [
    ['write', upsert],
    ['delete', { object: 'Opportunity', operation: 'delete', lineEnding: 'LF' }],
  ] as const) {
    const launch = `amp-labs/bulk/${operation}/launch-job-opportunity.json`
    const update = `amp-labs/bulk/${operation}/update-job-opportunity.json`
    itRecorded(`is created and closed as recorded in ${operation}`, [launch, update], async () => {
      const created = await job('POST', 'ingest', request)
      expect(shapeDifferences(created, recording(launch))).toEqual([])
      await upload(created.id, operation === 'delete' ? 'Id\n' : rows)
      const closed = await job('PATCH', `ingest/${created.id}`, { state: 'UploadComplete' })
      expect(shapeDifferences(closed, recording(update))).toEqual([])
    })
  }

  itRecorded('is refused for an unknown object in the recorded words', 'bulk2/error_unknown_object_400.json', async () => {
    const refused = await call('POST', '/jobs/ingest', { object: 'blah', operation: 'insert' })
    expect([refused.status, await refused.json()]).toEqual([400, recording('bulk2/error_unknown_object_400.json')])
  })

  itRecorded('tells its success as recorded', 'amp-labs/bulk/info/success.json', async () => {
    expect(shapeDifferences(await upserted(rows), recording('amp-labs/bulk/info/success.json'))).toEqual([])
  })

  itRecorded('tells that it is in progress as recorded', 'amp-labs/bulk/info/in-progress.json', async () => {
    org.admin.change({ bulk: { processingMs: 60_000 } })
    const { id } = await job('POST', 'ingest', upsert)
    await upload(id, rows)
    await job('PATCH', `ingest/${id}`, { state: 'UploadComplete' })
    const ours = await job('GET', `ingest/${id}`)
    expect(['UploadComplete', 'InProgress']).toContain(ours.state)
    expect(shapeDifferences(ours, recording('amp-labs/bulk/info/in-progress.json'))).toEqual([])
  })

  itRecorded('tells the first unknown column as recorded', 'amp-labs/bulk/info/complete-failure.json', async () => {
    const recorded = recording<Job>('amp-labs/bulk/info/complete-failure.json')
    const ours = await upserted(rows.replace('StageName', 'StageName_invalid_field_on_purpose'))
    expect(shapeDifferences(ours, recorded)).toEqual([])
    expect([ours.state, ours.errorMessage]).toEqual([recorded.state, recorded.errorMessage])
  })

  const partial = ['amp-labs/bulk/info/partial-failure.json', 'amp-labs/bulk/info/partial-failure.csv']
  itRecorded('tells the rows that failed as recorded', partial, async () => {
    const recorded = recordedText(partial[1] ?? '').trim()
    // The upload as it must have been: what the failed row repeats of it.
    const sent = recorded.split('\n').map((line) => line.replace(/^"sf__Id","sf__Error",/, '').replace(/^"","(?:[^"]|"")*",/, ''))
    const ours = await upserted(`${sent.join('\n')}\n"B","Prospecting","2","2026-01-02"\n`)
    expect(shapeDifferences(ours, recording(partial[0] ?? ''))).toEqual([])
    expect([ours.state, ours.numberRecordsProcessed, ours.numberRecordsFailed]).toEqual(['JobComplete', 2, 1])
    const failed = await call('GET', `/jobs/ingest/${ours.id}/failedResults`)
    expect((await failed.text()).trim()).toBe(recorded)
  })
})

describe('cells of bulk results', () => {
  const path = 'bulk2/dataloader_account_export_sample.csv'

  itRecorded('are written as in an export', path, async () => {
    const [header = '', first = ''] = recordedText(path).split('\n')
    const shared = 'ID ISDELETED MASTERRECORDID NAME PARENTID PHONE ANNUALREVENUE OWNERID CREATEDDATE LASTACTIVITYDATE'.split(' ')
    const { id } = await job('POST', 'query', { operation: 'query', query: `SELECT ${shared.join(', ')} FROM Account` })
    await ended(`query/${id}`)
    const lines = (await (await call('GET', `/jobs/query/${id}/results`)).text()).trim().split('\n')
    const recordedCells = cells(first)
    for (const line of lines.slice(1)) {
      for (const [index, cell] of cells(line).entries()) {
        const recorded = recordedCells[cells(header).indexOf(`"${shared[index]}"`)] ?? ''
        if (cell !== '""' && recorded !== '""') expect([shared[index], formOf(cell)]).toEqual([shared[index], formOf(recorded)])
        expect(cell).toMatch(/^".*"$/)
      }
    }
  })
})

/** The quoted cells of a line, none of which has a comma or quote inside. */
function cells(line: string): string[] {
  return line.trim().match(/"(?:[^"]|"")*"/g) ?? []
}

function formOf(cell: string): string {
  const forms: Record<string, RegExp> = {
    moment: /^"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z"$/,
    boolean: /^"(true|false)"$/,
    id: /^"\w{15}[A-Z0-5]{3}"$/,
  }
  return Object.entries(forms).find(([, pattern]) => pattern.test(cell))?.[0] ?? 'text'
}

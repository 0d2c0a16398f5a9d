import { expect } from 'vitest'
import type { EmulatedOrg } from '../src/index.ts'
import { csvDialect } from '../src/wire/csv-dialect.ts'
import { readCsv } from '../src/wire/read-csv.ts'
import { caller, connect } from '../test/sign-in.ts'

type Call = ReturnType<typeof caller>

/** The JSON of a job or of a refusal. */
export type Json = Record<string, unknown>

/** A page of results as it came. */
export interface ResultPage {
  readonly text: string
  readonly records: string[][]
  readonly count: string | null
  readonly locator: string | null
}

/** Bulk jobs over plain HTTP, with the session of an administrator. */
export interface BulkJobs {
  readonly call: Call
  readonly accessToken: string
  createQuery(query: string, operation?: 'query' | 'queryAll'): Promise<Json>
  /** Creates an ingest job, uploads to it and closes it; gives it as it is once it has ended. */
  ingest(details: Json, csv: string): Promise<Json>
  upload(job: Json, csv: string): Promise<Response>
  /** Polls until a job has ended. */
  ended(job: Json, kind?: 'query' | 'ingest'): Promise<Json>
  page(job: Json, parameters?: Record<string, string>): Promise<ResultPage>
  /** The records of a result file of an ingest job, by column name, sorted by id. */
  results(job: Json, name: 'successfulResults' | 'failedResults' | 'unprocessedrecords'): Promise<Record<string, string>[]>
}

export async function bulkJobs(org: EmulatedOrg): Promise<BulkJobs> {
  const accessToken = (await connect(org)).accessToken ?? ''
  const call = caller(org, accessToken)
  const jobs: BulkJobs = {
    call,
    accessToken,
    createQuery: (query, operation = 'query') => json(call('POST', '/jobs/query', { operation, query })),
    async ingest(details, csv) {
      const job = await json(call('POST', '/jobs/ingest', details))
      expect((await jobs.upload(job, csv)).status).toBe(201)
      expect((await call('PATCH', `/jobs/ingest/${String(job.id)}`, { state: 'UploadComplete' })).status).toBe(200)
      return jobs.ended(job, 'ingest')
    },
    upload: ({ contentUrl }, csv) =>
      fetch(`${org.url}/${String(contentUrl)}`, {
        method: 'PUT',
        headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'text/csv' },
        body: csv,
      }),
    async ended(job, kind = 'query') {
      const polled = await json(call('GET', `/jobs/${kind}/${String(job.id)}`))
      return polled.state === 'UploadComplete' || polled.state === 'InProgress' ? jobs.ended(job, kind) : polled
    },
    async page(job, parameters = {}) {
      const response = await call('GET', `/jobs/query/${String(job.id)}/results?${new URLSearchParams(parameters)}`)
      expect(response.status).toBe(200)
      expect(response.headers.get('Content-Type')).toMatch(/^text\/csv/)
      const text = await response.text()
      const { headers } = response
      return {
        text,
        records: [...readCsv(text, csvDialect('COMMA', 'LF'))],
        count: headers.get('Sforce-NumberOfRecords'),
        locator: headers.get('Sforce-Locator'),
      }
    },
    async results(job, name) {
      const text = await (await call('GET', `/jobs/ingest/${String(job.id)}/${name}`)).text()
      const [header = [], ...rows] = readCsv(text, csvDialect('COMMA', 'LF'))
      const records = rows.map((cells) => Object.fromEntries(header.map((column, at) => [column, cells[at] ?? ''])))
      return records.toSorted((a, b) => ((a.Id ?? '') < (b.Id ?? '') ? -1 : 1))
    },
  }
  return jobs
}

/** The JSON of an answer that must be good. */
export async function json(response: Promise<Response>): Promise<Json> {
  expect((await response).status).toBe(200)
  const body: Json = await (await response).json()
  return body
}

/** The status and the one error of a refusal. */
export async function refusalOf(response: Promise<Response>): Promise<Json> {
  const { status } = await response
  const errors: Json[] = await (await response).json()
  expect(errors).toHaveLength(1)
  return { status, ...errors[0] }
}

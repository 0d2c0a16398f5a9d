// A peer: the script that a careful developer would write. Bulk API 2.0 page by page with fetch, csv-parse as a stream, and
// drizzle upserts of 500 rows into three tables, a transaction each.
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { setTimeout as pause } from 'node:timers/promises'
import { parse } from 'csv-parse'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { ownUsage, processInput, tell } from '../json-process.ts'
import type { PeerInput } from '../peer-input.ts'

const BATCH = 500

const records = pgTable('records', { id: uuid().primaryKey(), attributes: jsonb().notNull() })
const links = pgTable('links', {
  salesforceId: text('salesforce_id').primaryKey(),
  recordId: uuid('record_id').notNull(),
  stamp: timestamp(),
})
const outcomes = pgTable('outcomes', { salesforceId: text('salesforce_id').primaryKey(), outcome: text().notNull() })

const { orgUrl, accessToken, soql, database } = processInput<PeerInput>()
const pool = new pg.Pool({ connectionString: database })
const db = drizzle({ client: pool })
await db.execute(sql`create table records (id uuid primary key, attributes jsonb not null)`)
await db.execute(sql`create table links (salesforce_id text primary key, record_id uuid not null unique, stamp timestamp)`)
await db.execute(sql`create table outcomes (salesforce_id text primary key, outcome text not null)`)

let rows = 0
const jobs = '/services/data/v66.0/jobs/query'
const { id } = await ask<{ id: string }>(jobs, { method: 'POST', body: JSON.stringify({ operation: 'query', query: soql }) })
while ((await ask<{ state: string }>(`${jobs}/${id}`)).state !== 'JobComplete') await pause(250)
const started = performance.now()
for (let locator = ''; locator !== 'null';) {
  const response = await call(`${jobs}/${id}/results?maxRecords=50000${locator && `&locator=${locator}`}`)
  locator = response.headers.get('Sforce-Locator') ?? 'null'
  const parser = Readable.fromWeb(response.body as unknown as NodeStream).pipe(parse({ columns: true, bom: true }))
  let batch: Record<string, string>[] = []
  for await (const row of parser) {
    batch.push(row as Record<string, string>)
    if (batch.length === BATCH) {
      await write(batch)
      batch = []
    }
  }
  if (batch.length > 0) await write(batch)
}
await pool.end()
tell({ rows, seconds: (performance.now() - started) / 1000, ...ownUsage() })

async function write(batch: Record<string, string>[]): Promise<void> {
  rows += batch.length
  await db.transaction(async (transaction) => {
    const ids = batch.map((row) => row.Id ?? '')
    const known = await transaction
      .select()
      .from(links)
      .where(sql`${links.salesforceId} in ${ids}`)
    const recordIds = new Map(known.map(({ salesforceId, recordId }) => [salesforceId, recordId]))
    const wanted = batch.map((row) => ({ row, recordId: recordIds.get(row.Id ?? '') ?? randomUUID() }))
    await transaction
      .insert(records)
      .values(wanted.map(({ row, recordId }) => ({ id: recordId, attributes: attributesOf(row) })))
      .onConflictDoUpdate({ target: records.id, set: { attributes: sql`excluded.attributes` } })
    await transaction
      .insert(links)
      .values(
        wanted.map(({ row, recordId }) => ({ salesforceId: row.Id ?? '', recordId, stamp: new Date(row.SystemModstamp ?? 0) })),
      )
      .onConflictDoUpdate({ target: links.salesforceId, set: { stamp: sql`excluded.stamp` } })
    await transaction
      .insert(outcomes)
      .values(
        wanted.map(({ row }) => ({ salesforceId: row.Id ?? '', outcome: recordIds.has(row.Id ?? '') ? 'updated' : 'created' })),
      )
      .onConflictDoUpdate({ target: outcomes.salesforceId, set: { outcome: sql`excluded.outcome` } })
  })
}

function attributesOf({ Id: _id, SystemModstamp: _stamp, ...row }: Record<string, string>): Record<string, unknown> {
  const {
    NumberOfEmployees,
    AnnualRevenue,
    BillingStreet,
    BillingCity,
    BillingState,
    BillingPostalCode,
    BillingCountry,
    ...texts
  } = row
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== '')),
    employees: NumberOfEmployees ? Number(NumberOfEmployees) : null,
    annualRevenue: AnnualRevenue ? Number(AnnualRevenue) : null,
    address: { BillingStreet, BillingCity, BillingState, BillingPostalCode, BillingCountry },
  }
}

async function ask<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  return (await (await call(path, init)).json()) as Answer
}

async function call(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(orgUrl + path, {
    ...init,
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response
}

import { asSyncError } from './errors.ts'
import { parseRecords } from './parse-records.ts'
import { cutRecords } from './record-cutter.ts'
import type { Session } from './session.ts'
import { streamRequest } from './stream-request.ts'

/** A row of an ingest job that Salesforce did not write. */
export interface FailedRow {
  salesforceId: string
  code: string
  message: string
}

/** Rows that Salesforce refused, then those it never got to. */
export async function* failedRows(session: Session, ingestId: string): AsyncGenerator<FailedRow> {
  try {
    for await (const row of rowsOf(session, ingestId, 'failedResults')) {
      yield { salesforceId: row.get('Id') || row.get('sf__Id') || '', ...readError(row.get('sf__Error') ?? '') }
    }
    for await (const row of rowsOf(session, ingestId, 'unprocessedrecords')) {
      const message = 'Salesforce ended the upload before it came to this record.'
      yield { salesforceId: row.get('Id') ?? '', code: 'NOT_PROCESSED', message }
    }
  } catch (error) {
    throw asSyncError(error)
  }
}

async function* rowsOf(session: Session, ingestId: string, resource: string): AsyncGenerator<ReadonlyMap<string, string>> {
  const path = `/jobs/ingest/${encodeURIComponent(ingestId)}/${resource}`
  const answer = await streamRequest(session, { method: 'GET', path, headers: { accept: 'text/csv' } })
  let header: string[] | null = null
  for await (const bytes of cutRecords(answer.bytes())) {
    const records = parseRecords(bytes.toString())
    header ??= records.shift() ?? []
    const names = header
    for (const record of records) yield new Map(names.map((name, index) => [name, record[index] ?? '']))
  }
}

/** Takes apart `CODE:message:Field --`. */
function readError(text: string): { code: string; message: string } {
  const match = /^([A-Z][A-Z0-9_]*):(.*?)(?::[^:]*--)?$/s.exec(text)
  return match === null ? { code: 'UNKNOWN', message: text } : { code: match[1] ?? '', message: match[2] ?? '' }
}

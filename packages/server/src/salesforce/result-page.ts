import { SyncError } from '@pryzm/salesforce-sdk/contract'
import { parseRecord } from './parse-records.ts'
import { cutRecords } from './record-cutter.ts'
import { recordTexts } from './record-texts.ts'
import type { Session } from './session.ts'
import { type StreamAnswer, streamRequest } from './stream-request.ts'
import { Unanswered } from './unanswered.ts'

/** One page of a Bulk query result whose headers have come and whose rows have not been read. */
export interface PageDownload {
  locator: string | null
  recordCount: number
  next: string | null
  answer: StreamAnswer
}

/** Rows asked for with each page: large enough to be worth a request, small enough for one transaction. */
export const rowsPerPage = 50_000

/** Few enough that a block is written and forgotten before the heap's young generation is collected twice. */
const rowsPerBlock = 750

/**
 * The first rows that a process reads come in small blocks. V8 watches how long the first objects live that a piece of code makes.
 * Where nearly all of them outlive a collection, later ones go straight to the old generation, and keep there what they point
 * at: a pull would fill the memory with rows that were written long ago.
 */
const slowStart = { rowsPerBlock: 64, rows: 3000 }
let rowsRead = 0

/** Asks for a page and resolves with its headers. */
export async function openPage(
  session: Session,
  request: { queryId: string; locator: string | null; signal: AbortSignal },
): Promise<PageDownload> {
  const { queryId, locator, signal } = request
  const query = new URLSearchParams({ maxRecords: String(rowsPerPage), ...(locator !== null && { locator }) })
  const path = `/jobs/query/${encodeURIComponent(queryId)}/results?${query.toString()}`
  const answer = await streamRequest(session, { method: 'GET', path, headers: { accept: 'text/csv' }, signal })
  const count = answer.header('sforce-numberofrecords') ?? ''
  const next = answer.header('sforce-locator')
  if (!/^\d+$/.test(count) || next === null || next === '') {
    answer.discard()
    throw new Unanswered('Salesforce answered with a result page that does not tell its rows or the next page.', 'no')
  }
  return { locator, recordCount: Number(count), next: next === 'null' ? null : next, answer }
}

/** Rows of a page in blocks of some hundred, its header taken off and compared with the columns asked. */
export async function* rowBlocks(
  page: PageDownload,
  columns: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<string[][]> {
  let atHeader = true
  let block: string[][] = []
  for await (const bytes of cutRecords(page.answer.bytes(signal))) {
    for (const text of recordTexts(bytes)) {
      const record = parseRecord(atHeader ? withoutByteOrderMark(text) : text, columns.length)
      if (atHeader) checkHeader(record, columns)
      else block.push(record)
      atHeader = false
      if (block.length >= (rowsRead < slowStart.rows ? slowStart.rowsPerBlock : rowsPerBlock)) {
        rowsRead += block.length
        yield block
        block = []
      }
    }
  }
  if (block.length > 0) yield block
}

function withoutByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

function checkHeader(header: readonly string[], columns: readonly string[]): void {
  const same = header.every((name, index) => name.toLowerCase() === columns[index]?.toLowerCase())
  if (!same) {
    throw new SyncError('internal', `Salesforce sent the columns ${header.join(', ')} where ${columns.join(', ')} were asked.`)
  }
}

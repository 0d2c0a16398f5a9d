import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Org, ResultPage } from '../../../src/engine/ports/index.ts'

export interface ServedPage {
  header: readonly string[]
  rows: readonly (readonly string[])[]
}

/** A result as Salesforce serves it: locator `1` is the second page, and so on. */
export function servePage(request: IncomingMessage, response: ServerResponse, pages: readonly ServedPage[]): void {
  const number = pageNumber(request)
  const page = pages[number]
  if (page === undefined) return void response.writeHead(404).end()
  const body = Buffer.from([page.header, ...page.rows].map(csvLine).join(''))
  const headers = pageHeaders(page.rows.length, number + 1 < pages.length ? String(number + 1) : null)
  if (request.headers['accept-encoding']?.includes('gzip')) {
    response.writeHead(200, { ...headers, 'content-encoding': 'gzip' }).end(gzipSync(body))
  } else response.writeHead(200, headers).end(body)
}

export function pageNumber(request: IncomingMessage): number {
  return Number(new URL(request.url ?? '', 'http://org').searchParams.get('locator') ?? 0)
}

export function pageHeaders(rows: number, next: string | null): Record<string, string> {
  return { 'content-type': 'text/csv', 'sforce-numberofrecords': String(rows), 'sforce-locator': next ?? 'null' }
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`
}

/** Rows `n` to `n + count` of two columns, awkward ones among them. */
export function rowsFrom(start: number, count: number): string[][] {
  const awkward = ['', 'plain', 'a "quoted", cell', 'two\nlines', 'Ödegård 漢字 🙂']
  return Array.from({ length: count }, (_, index) => [String(start + index), awkward[index % awkward.length] ?? ''])
}

export const columns = ['Id', 'Name']

export function readPages(org: Org, options: { from?: string | null; signal?: AbortSignal } = {}): AsyncIterable<ResultPage> {
  const { from = null, signal = new AbortController().signal } = options
  return org.resultPages('750', { columns, from, signal })
}

/** Reads to the end: rows by page. */
export async function readAll(pages: AsyncIterable<ResultPage>): Promise<string[][][]> {
  const read: string[][][] = []
  for await (const page of pages) {
    const rows: string[][] = []
    for await (const block of page.blocks) rows.push(...block)
    read.push(rows)
  }
  return read
}

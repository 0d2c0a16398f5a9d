import { SyncError } from '@pryzm/salesforce-sdk/contract'

const QUOTE = 0x22
const COMMA = 0x2c
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/** Parses whole CSV records with LF or CRLF line ends. Rejects with `internal` what is no CSV. */
export function parseRecords(text: string): string[][] {
  const records: string[][] = []
  let position = 0
  while (position < text.length) {
    const record: string[] = []
    position = readRecord(text, position, record)
    records.push(record)
  }
  return records
}

/** Parses the text of one record. Rejects with `internal` what is no CSV, and another number of cells. */
export function parseRecord(text: string, width: number): string[] {
  // Of its final size from the start: an array that grows ends half as large again, and leaves behind what it has outgrown.
  const record: string[] = []
  record.length = width
  readRecord(text, 0, record)
  if (record.length > width || record[width - 1] === undefined) {
    const cells = record.filter((cell) => cell !== undefined).length
    throw malformed(`a record has ${cells} cells where ${width} belong`)
  }
  return record
}

/** Fills in the cells of the record at a position; returns where the next one starts. */
function readRecord(text: string, start: number, record: string[]): number {
  let position = start
  let cells = 0
  for (;;) {
    let end: number
    if (text.charCodeAt(position) === QUOTE) {
      end = closingQuote(text, position)
      const cell = text.slice(position + 1, end)
      record[cells] = cell.includes('"') ? cell.replaceAll('""', '"') : cell
      end += 1
    } else {
      end = bareEnd(text, position)
      record[cells] = text.slice(position, end)
    }
    cells += 1
    if (text.charCodeAt(end) !== COMMA) return afterLineEnd(text, end)
    position = end + 1
  }
}

function closingQuote(text: string, opening: number): number {
  let quote = text.indexOf('"', opening + 1)
  while (quote !== -1 && text.charCodeAt(quote + 1) === QUOTE) quote = text.indexOf('"', quote + 2)
  if (quote === -1) throw malformed('a quoted cell does not end')
  return quote
}

function bareEnd(text: string, start: number): number {
  let end = start
  while (end < text.length) {
    const character = text.charCodeAt(end)
    if (character === COMMA || character === LINE_FEED || character === CARRIAGE_RETURN) break
    end += 1
  }
  return end
}

function afterLineEnd(text: string, end: number): number {
  if (end === text.length) return end
  const character = text.charCodeAt(end)
  if (character === LINE_FEED) return end + 1
  if (character === CARRIAGE_RETURN && text.charCodeAt(end + 1) === LINE_FEED) return end + 2
  throw malformed('a cell goes on after its closing quote')
}

/** What there is to say about rows that are no CSV. */
export function malformed(what: string): SyncError {
  return new SyncError('internal', `Salesforce sent rows that cannot be read: ${what}.`)
}

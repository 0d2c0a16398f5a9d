import { SyncError } from '@pryzm/salesforce-sdk/contract'

const QUOTE = 0x22
const COMMA = 0x2c
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/**
 * Parses whole CSV records with LF or CRLF line ends. Rejects with `internal` what is no CSV, and, where a width is given, a
 * record of another number of cells.
 */
export function parseRecords(text: string, width?: number): string[][] {
  const records: string[][] = []
  let position = 0
  while (position < text.length) {
    const record: string[] = []
    let more = true
    while (more) {
      let end: number
      if (text.charCodeAt(position) === QUOTE) {
        end = closingQuote(text, position)
        const cell = text.slice(position + 1, end)
        record.push(cell.includes('"') ? cell.replaceAll('""', '"') : cell)
        end += 1
      } else {
        end = bareEnd(text, position)
        record.push(text.slice(position, end))
      }
      more = text.charCodeAt(end) === COMMA
      position = more ? end + 1 : afterLineEnd(text, end)
    }
    if (width !== undefined && record.length !== width) {
      throw malformed(`a record has ${record.length} cells where ${width} belong`)
    }
    records.push(record)
  }
  return records
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

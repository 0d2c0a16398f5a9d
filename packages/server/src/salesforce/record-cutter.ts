import { SyncError } from '@pryzm/salesforce-sdk/contract'
import { Unanswered } from './unanswered.ts'

const QUOTE = 0x22
const LINE_FEED = 0x0a

/** Blocks end at the first chunk after either of these. */
export interface BlockSize {
  bytes: number
  records: number
}

export const blockSize: BlockSize = { bytes: 1024 * 1024, records: 2500 }

/** More than any record can hold: a quote that never closes would otherwise gather the whole rest of the page in memory. */
const longestRecord = 64 * 1024 * 1024

/**
 * Cuts a stream of CSV bytes into blocks of whole records, however the chunks fall: a line end within quotes ends no record.
 * The last block may lack its line end.
 */
export async function* cutRecords(
  chunks: AsyncIterable<Uint8Array>,
  size: BlockSize = blockSize,
): AsyncGenerator<Buffer<ArrayBuffer>> {
  let held: Uint8Array[] = []
  let heldBytes = 0
  let wholeBytes = 0
  let records = 0
  let quoted = false

  for await (const chunk of chunks) {
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index]
      if (byte === QUOTE) quoted = !quoted
      else if (byte === LINE_FEED && !quoted) {
        wholeBytes = heldBytes + index + 1
        records += 1
      }
    }
    held.push(chunk)
    heldBytes += chunk.length
    if (heldBytes - wholeBytes > longestRecord) throw new SyncError('internal', 'Salesforce sent a record that does not end.')
    if (wholeBytes >= size.bytes || records >= size.records) {
      const all = Buffer.concat(held, heldBytes)
      yield all.subarray(0, wholeBytes)
      held = [all.subarray(wholeBytes)]
      heldBytes -= wholeBytes
      wholeBytes = 0
      records = 0
    }
  }
  if (quoted) throw new Unanswered('The answer of Salesforce ended within a record.', 'no')
  if (heldBytes > 0) yield Buffer.concat(held, heldBytes)
}

import { SyncError } from '@pryzm/salesforce-sdk/contract'
import { Unanswered } from './unanswered.ts'

const QUOTE = 0x22
const LINE_FEED = 0x0a

/** Small enough to stay in the processor's cache from cutting to parsing. */
const pieceBytes = 128 * 1024

/** More than any record can hold: a quote that never closes would otherwise gather the whole rest of the page in memory. */
const longestRecord = 64 * 1024 * 1024

/**
 * Cuts a stream of CSV bytes into pieces of whole records, however the chunks fall: a line end within quotes ends no record. A
 * piece ends after the first chunk that fills it; the last one may lack its line end.
 */
export async function* cutRecords(chunks: AsyncIterable<Uint8Array>, size = pieceBytes): AsyncGenerator<Buffer<ArrayBuffer>> {
  let held: Uint8Array[] = []
  let heldBytes = 0
  let wholeBytes = 0
  let quoted = false

  for await (const chunk of chunks) {
    const scanned = scan(chunk, quoted)
    quoted = scanned.quoted
    if (scanned.wholeBytes > 0) wholeBytes = heldBytes + scanned.wholeBytes
    held.push(chunk)
    heldBytes += chunk.length
    if (heldBytes - wholeBytes > longestRecord) throw new SyncError('internal', 'Salesforce sent a record that does not end.')
    if (wholeBytes >= size) {
      const all = Buffer.concat(held, heldBytes)
      yield all.subarray(0, wholeBytes)
      held = [all.subarray(wholeBytes)]
      heldBytes -= wholeBytes
      wholeBytes = 0
    }
  }
  if (quoted) throw new Unanswered('The answer of Salesforce ended within a record.', 'no')
  if (heldBytes > 0) yield Buffer.concat(held, heldBytes)
}

/** Whether a chunk ends within quotes, and its bytes up to the end of the last record that ends in it. */
function scan(chunk: Uint8Array, quotedBefore: boolean): { quoted: boolean; wholeBytes: number } {
  let quoted = quotedBefore
  let wholeBytes = 0
  const { length } = chunk
  for (let index = 0; index < length; index += 1) {
    const byte = chunk[index]
    if (byte === QUOTE) quoted = !quoted
    else if (byte === LINE_FEED && !quoted) wholeBytes = index + 1
  }
  return { quoted, wholeBytes }
}

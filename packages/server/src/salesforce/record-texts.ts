import { isUtf8 } from 'node:buffer'
import { malformed } from './parse-records.ts'

const QUOTE = 0x22
const LINE_FEED = 0x0a

/**
 * Decodes whole CSV records one by one. Decoded together, a single character beyond Latin-1 would make every string that is cut
 * from the text take twice the memory and time. Throws `internal` where the bytes are not UTF-8.
 */
export function* recordTexts(bytes: Buffer): Generator<string> {
  if (!isUtf8(bytes)) throw malformed('they are not UTF-8')
  let start = 0
  let quoted = false
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index]
    if (byte === QUOTE) quoted = !quoted
    else if (byte === LINE_FEED && !quoted) {
      yield bytes.toString('utf8', start, index + 1)
      start = index + 1
    }
  }
  if (start < bytes.length) yield bytes.toString('utf8', start)
}

/** A cell of a text COPY; null becomes SQL NULL. */
export type CopyCell = string | number | boolean | null

const CHUNK_BYTES = 128 * 1024
const SPECIAL = /[\\\n\r\t\0]/
/** The most that UTF-8 takes for one UTF-16 unit. */
const BYTES_PER_UNIT = 3

/**
 * Writes rows as the chunks of a `COPY … FROM STDIN` in text format. NUL, which Postgres cannot hold, becomes U+FFFD. Rows become
 * bytes one by one: as one string, a single character beyond Latin-1 would make all of a chunk slow to encode.
 */
export function* copyText<Row>(
  rows: Iterable<Row>,
  cells: (row: Row) => readonly CopyCell[],
): Generator<Uint8Array<ArrayBuffer>> {
  let chunk = Buffer.allocUnsafe(CHUNK_BYTES)
  let used = 0
  for (const row of rows) {
    const line = copyLine(cells(row))
    const room = line.length * BYTES_PER_UNIT
    if (used + room > chunk.length) {
      if (used > 0) yield chunk.subarray(0, used)
      chunk = Buffer.allocUnsafe(Math.max(CHUNK_BYTES, room))
      used = 0
    }
    used += chunk.write(line, used)
  }
  if (used > 0) yield chunk.subarray(0, used)
}

function copyLine(cells: readonly CopyCell[]): string {
  let line = ''
  let separator = ''
  for (const cell of cells) {
    line += separator + copyCell(cell)
    separator = '\t'
  }
  return `${line}\n`
}

function copyCell(cell: CopyCell): string {
  if (cell === null) return '\\N'
  if (typeof cell !== 'string') return String(cell)
  if (!SPECIAL.test(cell)) return cell
  return cell
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll('\0', '\uFFFD')
}

/** A cell of a text COPY; null becomes SQL NULL. */
export type CopyCell = string | number | boolean | null

const CHUNK_CHARACTERS = 64 * 1024
const SPECIAL = /[\\\n\r\t\0]/

/** Writes rows as the chunks of a `COPY … FROM STDIN` in text format. NUL, which Postgres cannot hold, becomes U+FFFD. */
export function* copyText<Row>(rows: Iterable<Row>, cells: (row: Row) => readonly CopyCell[]): Generator<string> {
  let chunk = ''
  for (const row of rows) {
    let separator = ''
    for (const cell of cells(row)) {
      chunk += separator + copyCell(cell)
      separator = '\t'
    }
    chunk += '\n'
    if (chunk.length >= CHUNK_CHARACTERS) {
      yield chunk
      chunk = ''
    }
  }
  if (chunk !== '') yield chunk
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

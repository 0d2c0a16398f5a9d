import type { CsvDialect } from '../wire/csv-dialect.ts'
import { csvLine, lineWriter, type CsvColumn } from '../wire/csv.ts'

/** Bytes gathered before they are sent: enough that sending costs little, and few enough that memory stays flat. */
const CHUNK = 128 * 1024
/** Characters encoded at a time. Few, since one letter beyond Latin makes the whole text around it twice as wide and slow. */
const PIECE = 4 * 1024

/** Writes records as a CSV body with a header row. Records are read only as fast as the client takes them. */
export function csvStream<Record>(
  columns: readonly CsvColumn<Record>[],
  records: Iterable<Record>,
  dialect: CsvDialect,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = encodedPieces(columns, records, dialect)
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const chunk: Buffer[] = []
      for (let size = 0; size < CHUNK; size += chunk.at(-1)?.length ?? 0) {
        const next = pieces.next()
        if (next.done) break
        chunk.push(next.value)
      }
      if (chunk.length > 0) controller.enqueue(Buffer.concat(chunk))
      else controller.close()
    },
    cancel: () => void pieces.return(),
  })
}

function* encodedPieces<Record>(
  columns: readonly CsvColumn<Record>[],
  records: Iterable<Record>,
  dialect: CsvDialect,
): Generator<Buffer, void, void> {
  const write = lineWriter(columns, dialect)
  const header = columns.map(({ path }) => path)
  let text = csvLine(header, dialect)
  for (const record of records) {
    text += write(record)
    if (text.length < PIECE) continue
    yield Buffer.from(text)
    text = ''
  }
  if (text) yield Buffer.from(text)
}

import type { CsvDialect } from '../wire/csv-dialect.ts'
import { csvLine, lineWriter, type CsvColumn } from '../wire/csv.ts'

/** Characters gathered before they are sent: enough that sending costs little, and few enough that memory stays flat. */
const CHUNK = 128 * 1024

/** Writes records as a CSV body with a header row. Records are read only as fast as the client takes them. */
export function csvStream<Record>(
  columns: readonly CsvColumn<Record>[],
  records: Iterable<Record>,
  dialect: CsvDialect,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const write = lineWriter(columns, dialect)
  const iterator = records[Symbol.iterator]()
  let text = csvLine(
    columns.map(({ path }) => path),
    dialect,
  )
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      let next = iterator.next()
      for (; !next.done; next = iterator.next()) {
        text += write(next.value)
        if (text.length >= CHUNK) break
      }
      controller.enqueue(Buffer.from(text))
      text = ''
      if (next.done) controller.close()
    },
    cancel: () => void iterator.return?.(),
  })
}

import type { FieldType } from '../org/objects/field.ts'
import type { Value } from '../org/table.ts'
import type { CsvDialect } from './csv-dialect.ts'

/** Where the cells of one CSV column come from. */
export interface CsvColumn<Record> {
  readonly path: string
  readonly type: FieldType
  readonly read: (record: Record) => Value
}

/** Makes the function that writes a record as one CSV line, its line ending included. Every value is quoted; null is `""`. */
function lineWriter<Record>(columns: readonly CsvColumn<Record>[], dialect: CsvDialect): (record: Record) => string {
  const cells = columns.map(({ type, read }) => ({ read, write: cellWriter(type) }))
  const between = `"${dialect.delimiter}"`
  const end = `"${dialect.lineEnding}`
  return (record) => {
    let line = '"'
    let separator = ''
    for (const { read, write } of cells) {
      line += separator + write(read(record))
      separator = between
    }
    return line + end
  }
}

/** Writes a header row and one line for each record. */
export function* csvLines<Record>(
  columns: readonly CsvColumn<Record>[],
  records: Iterable<Record>,
  dialect: CsvDialect,
): Iterable<string> {
  const header = columns.map(({ path }) => path)
  yield csvLine(header, dialect)
  const write = lineWriter(columns, dialect)
  for (const record of records) yield write(record)
}

/** A line of texts, quoted as Salesforce quotes headers and values. */
export function csvLine(texts: readonly string[], { delimiter, lineEnding }: CsvDialect): string {
  return texts.map((text) => `"${escaped(text)}"`).join(delimiter) + lineEnding
}

/** Types whose values never hold a quote. */
const plainTypes: ReadonlySet<FieldType> = new Set(['id', 'reference', 'date', 'datetime', 'time', 'boolean', 'int'])

function cellWriter(type: FieldType): (value: Value) => string {
  if (plainTypes.has(type)) return (value) => (value === null ? '' : String(value))
  const decimal = type === 'double' || type === 'currency' || type === 'percent'
  return (value) => {
    if (typeof value === 'string') return escaped(value)
    if (value === null) return ''
    return decimal && typeof value === 'number' ? javaDouble(value) : String(value)
  }
}

function escaped(text: string): string {
  return text.includes('"') ? text.replaceAll('"', '""') : text
}

/** A number as Java prints a double: `15000.0`, and `9.12260031E8` from ten million up. */
export function javaDouble(number: number): string {
  const size = Math.abs(number)
  if (size === 0 || (size >= 1e-3 && size < 1e7)) return withPoint(String(number))
  const [mantissa = '', exponent = ''] = number.toExponential().split('e')
  return `${withPoint(mantissa)}E${Number(exponent)}`
}

function withPoint(digits: string): string {
  return digits.includes('.') ? digits : `${digits}.0`
}

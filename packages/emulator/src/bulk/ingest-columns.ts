import type { Field, FieldType } from '../org/objects/field.ts'
import type { ObjectView } from '../org/object-view.ts'
import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import type { RecordInput } from '../org/writing/read-body.ts'
import { coerce } from '../org/writing/coerce.ts'
import { SalesforceError, writeRefusal } from '../wire/salesforce-error.ts'

const NULL = '#N/A'

/** A column of an upload: the name of the field (or relationship) it fills, and how its texts are read. */
interface IngestColumn {
  readonly name: string
  readonly read: (text: string) => unknown
}

/** The columns of an upload. */
export interface IngestColumns {
  /** The text in the column of the field called `name`, without regard to case; empty when there is none. */
  text(name: string, cells: readonly string[]): string
  /** The fields of a record, without those in `except`. Empty cells are left out; `#N/A` becomes null. */
  fields(cells: readonly string[], except: readonly string[]): RecordInput
}

/** Understands the header of an upload. Throws what a failed job says when a column is not a field the user can see. */
export function ingestColumns(org: Org, user: Row, view: ObjectView, header: readonly string[]): IngestColumns {
  const columns = header.map((written, at) => ingestColumn(org, user, view, written, at))
  const places = new Map(columns.map(({ name }, at) => [name.toLowerCase(), at]))
  return {
    text: (name, cells) => cells[places.get(name.toLowerCase()) ?? -1] ?? '',
    fields(cells, except) {
      const input: Record<string, unknown> = {}
      let at = 0
      for (const { name, read } of columns) {
        const text = cells[at++] ?? ''
        if (text !== '' && !except.includes(name)) input[name] = text === NULL ? null : read(text)
      }
      return input
    },
  }
}

function ingestColumn(org: Org, user: Row, view: ObjectView, written: string, at: number): IngestColumn {
  const field = view.field(written)
  if (field) return { name: field.name, read: (text) => typedValue(field, text, at) }
  const [relationship = '', key = ''] = written.replace(/^\w+:/, '').split('.')
  const reference = view.fields.find((candidate) => candidate.relationshipName?.toLowerCase() === relationship.toLowerCase())
  const parentKey = reference && org.view(user, reference.referenceTo[0] ?? '')?.field(key)
  if (!reference?.relationshipName || !parentKey) throw new Error(`InvalidBatch : Field name not found : ${written}`)
  return { name: reference.relationshipName, read: (text) => ({ [parentKey.name]: text }) }
}

const xsdTypes: Partial<Record<FieldType, string>> = {
  boolean: 'boolean',
  int: 'int',
  double: 'double',
  currency: 'double',
  percent: 'double',
  date: 'date',
  datetime: 'dateTime',
  time: 'time',
}

/** A cell as the value that REST would be given; throws the refusal of a text that its type cannot hold. */
function typedValue(field: Field, text: string, at: number): unknown {
  const xsdType = xsdTypes[field.type]
  if (xsdType === undefined) return text
  const value = field.type === 'boolean' ? booleanOf(text) : /date|time/.test(field.type) ? text.trim() : numberOf(text)
  if (value !== undefined && isReadable(field, value)) return value
  const sentence = `Failed to deserialize field at col ${at}. Due to, '${text}' is not a valid value for the type xsd:${xsdType}`
  throw writeRefusal('INVALID_FIELD', sentence, [field.name])
}

function booleanOf(text: string): boolean | undefined {
  return { true: true, '1': true, false: false, '0': false }[text.trim().toLowerCase()]
}

function numberOf(text: string): number | undefined {
  const number = Number(text)
  return text.trim() === '' || Number.isNaN(number) ? undefined : number
}

function isReadable(field: Field, value: unknown): boolean {
  try {
    coerce(field, value)
    return true
  } catch (error) {
    return !(error instanceof SalesforceError && error.errors.some(({ errorCode }) => errorCode === 'JSON_PARSER_ERROR'))
  }
}

import { emulatorLimit, writeRefusal, type SalesforceError } from '../wire/salesforce-error.ts'
import type { FieldSummary, SummaryFilter } from './objects/field.ts'
import type { ObjectType } from './objects/object-type.ts'
import type { Org } from './org.ts'
import type { Row, Value } from './table.ts'
import { valueReader } from './value-reader.ts'

/** Makes the function that sums up the children of a record. Throws the refusal of a summary that does not fit its objects. */
export function summaryReader(org: Org, object: ObjectType, summary: FieldSummary): (row: Row) => Value {
  const children = org.schema.object(summary.object)
  const lookup = children && org.schema.field(children, summary.lookup)
  if (!children || !lookup?.referenceTo.includes(object.name)) {
    throw misfit(`${summary.object}.${summary.lookup} does not point to ${object.name}.`)
  }
  const value = summary.field === null ? () => 1 : childReader(org, children, summary.field)
  const holds = summary.filters.map((filter) => filterOf(org, children, filter))
  const table = org.table(children.name)
  return (row) => {
    const rows = table
      .find(lookup.name, String(row.Id))
      .filter((child) => child.IsDeleted !== true && holds.every((meets) => meets(child)))
    return folds[summary.operation](rows.map(value).filter((read) => read !== null))
  }
}

const folds: Readonly<Record<FieldSummary['operation'], (values: readonly Value[]) => Value>> = {
  count: (values) => values.length,
  sum: (values) => values.reduce<number>((total, value) => total + Number(value), 0),
  min: (values) => values.toSorted(inOrder)[0] ?? null,
  max: (values) => values.toSorted(inOrder).at(-1) ?? null,
}

/** Dates and datetimes are stored in a form that sorts as text. */
function inOrder(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : Number(String(a) > String(b))
}

function childReader(org: Org, children: ObjectType, name: string): (row: Row) => Value {
  const field = org.schema.field(children, name)
  if (!field) throw misfit(`${children.name} has no field ${name}.`)
  return valueReader(org, children.name, field)
}

type Test = (value: Value, wanted: readonly string[]) => boolean

/** What a child's value must be to count. Texts are compared without regard to case. */
const tests: Readonly<Record<string, Test>> = {
  equals: (value, wanted) => wanted.some((text) => keyOf(value) === text),
  notEqual: (value, wanted) => wanted.every((text) => keyOf(value) !== text),
  lessThan: compared((order) => order < 0),
  greaterThan: compared((order) => order > 0),
  lessOrEqual: compared((order) => order <= 0),
  greaterOrEqual: compared((order) => order >= 0),
  contains: (value, wanted) => wanted.some((text) => keyOf(value).includes(text)),
  notContain: (value, wanted) => wanted.every((text) => !keyOf(value).includes(text)),
  startsWith: (value, wanted) => wanted.some((text) => keyOf(value).startsWith(text)),
}

function filterOf(org: Org, children: ObjectType, { field, operation, value }: SummaryFilter): (row: Row) => boolean {
  const test = tests[operation]
  if (!test) throw emulatorLimit(`the operation ${operation} in the filters of roll-up summaries`)
  const read = childReader(org, children, field)
  const wanted = value.split(',').map((text) => numberText(text.trim().toLowerCase()))
  return (row) => test(read(row), wanted)
}

function compared(holds: (order: number) => boolean): Test {
  return (value, [wanted = '']) => {
    if (value === null || wanted === '') return false
    return holds(inOrder(typeof value === 'number' ? value : keyOf(value), typeof value === 'number' ? Number(wanted) : wanted))
  }
}

function keyOf(value: Value): string {
  return String(value ?? '').toLowerCase()
}

/** `100.00` is the number 100. */
function numberText(text: string): string {
  return text !== '' && !Number.isNaN(Number(text)) ? String(Number(text)) : text
}

function misfit(sentence: string): SalesforceError {
  return writeRefusal('FIELD_INTEGRITY_EXCEPTION', sentence)
}

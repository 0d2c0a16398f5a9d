import { emulatorLimit } from '../../wire/salesforce-error.ts'
import type { Field, FieldType } from '../objects/field.ts'
import type { ObjectType } from '../objects/object-type.ts'
import type { Org } from '../org.ts'
import type { Row, Value } from '../table.ts'
import { valueReader } from '../value-reader.ts'
import type { Expression, FormulaType } from './expression.ts'
import { formulaError } from './formula-error.ts'

/** The field at the end of a path, and the object that has it. */
interface FoundField {
  readonly object: ObjectType
  readonly field: Field
  /** The record that holds the field: `row` itself, or one of its parents. */
  readonly holder: (row: Row) => Row | undefined
}

const types: Partial<Record<FieldType, FormulaType>> = {
  boolean: 'boolean',
  int: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'datetime',
  picklist: 'picklist',
  id: 'text',
  reference: 'text',
  string: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  textarea: 'text',
}

/** A field of the record or of a parent in a formula, which sees every field whatever its reader may. */
export function recordField(org: Org, object: ObjectType, path: readonly string[], blanksAsZero: boolean): Expression {
  const { field, holder, object: holding } = findField(org, object, path)
  const type = types[field.type]
  if (!type) throw emulatorLimit(`fields of type ${field.type} in formulas (${path.join('.')})`)
  const value = valueReader(org, holding.name, field)
  const inFormula = readings[field.type] ?? ((read: Value) => read)
  const blank = type === 'number' && blanksAsZero ? 0 : type === 'boolean' ? false : null
  return {
    type,
    field: field.name,
    read(row) {
      const record = holder(row)
      const read = record ? value(record) : null
      return read === null || read === '' ? blank : inFormula(read)
    },
  }
}

/** What formulas make of stored values: ids of 15 characters, and percentages as parts of 1. */
const readings: Partial<Record<FieldType, (value: Value) => Value>> = {
  id: (value) => String(value).slice(0, 15),
  reference: (value) => String(value).slice(0, 15),
  percent: (value) => Number(value) / 100,
}

/** Follows a path such as `Account.Owner.Email`. Throws the refusal of one that leads nowhere. */
function findField(org: Org, start: ObjectType, path: readonly string[]): FoundField {
  let object = start
  let holder: (row: Row) => Row | undefined = (row) => row
  for (const relationship of path.slice(0, -1)) {
    const wanted = relationship.toLowerCase()
    const lookup = org.schema.fields(object).find((field) => field.relationshipName?.toLowerCase() === wanted)
    if (!lookup) throw noSuchField(path)
    object = parentObject(org, lookup, path)
    holder = parentOf(org, object, lookup.name, holder)
  }
  const field = org.schema.field(object, path.at(-1) ?? '')
  if (!field) throw noSuchField(path)
  return { object, field, holder }
}

function parentObject(org: Org, lookup: Field, path: readonly string[]): ObjectType {
  const [target = ''] = lookup.referenceTo
  const object = org.schema.object(target)
  if (!object) throw emulatorLimit(`${path.join('.')} in formulas, because it has no object ${target}`)
  return object
}

function parentOf(org: Org, parent: ObjectType, lookupName: string, child: (row: Row) => Row | undefined) {
  const table = org.table(parent.name)
  return (row: Row): Row | undefined => {
    const id = child(row)?.[lookupName]
    return typeof id === 'string' ? table.get(id) : undefined
  }
}

function noSuchField(path: readonly string[]): Error {
  const written = path.join('.')
  return written.startsWith('$')
    ? emulatorLimit(`${written} in formulas`)
    : formulaError(`Field ${written} does not exist. Check spelling.`)
}

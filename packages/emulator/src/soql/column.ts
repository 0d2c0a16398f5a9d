import type { Field } from '../org/objects/field.ts'
import type { ObjectView } from '../org/object-view.ts'
import type { Org } from '../org/org.ts'
import type { Row, Value } from '../org/table.ts'
import { valueReader } from '../org/value-reader.ts'
import { emulatorLimit } from '../wire/salesforce-error.ts'
import { noSuchColumn, noSuchRelationship } from './soql-error.ts'

const MAX_PARENTS = 5

/** A field that a query reads, of the record itself or of a parent. */
export interface Column {
  /** In canonical case: `Account.Owner.Email`. */
  readonly path: string
  /** The relationships to follow, outermost first; none for a field of the record itself. */
  readonly parents: readonly Parent[]
  readonly field: Field
  /** The record that holds the field: `row` itself, or the parent, where there is one. */
  readonly holder: (row: Row) => Row | undefined
  /** The value; null where there is no parent. A compound field reads as null: see `compoundOf`. */
  readonly read: (row: Row) => Value
}

interface Parent {
  readonly relationship: string
  readonly object: ObjectView
  /** The parent record of a row, where there is one. */
  readonly holder: (row: Row) => Row | undefined
}

/** What a query is compiled against. */
export interface QueryScope {
  readonly org: Org
  readonly user: Row
  readonly soql: string
  /** What the query calls its object, in lower case: `a` in `FROM Account a`. */
  readonly alias: string | undefined
  readonly object: ObjectView
  /** Whether this is a query inside `IN (…)`, which can hold no other. */
  readonly inJoin: boolean
}

/** Finds the column that `written` names, such as `account.owner.EMAIL`; throws Salesforce's error when there is none. */
export function resolveColumn(scope: QueryScope, written: string): Column {
  const parts = withoutAlias(scope, written).split('.')
  const fieldName = parts.pop() ?? ''
  if (parts.length > MAX_PARENTS) throw emulatorLimit(`more than ${MAX_PARENTS} levels of parents`)
  let view = scope.object
  let holder: (row: Row) => Row | undefined = itself
  const parents: Parent[] = []
  for (const part of parts) {
    const step = follow(scope, view, part, written)
    holder = chain(holder, step.parentOf)
    view = step.view
    parents.push({ relationship: step.relationship, object: view, holder })
  }
  const field = view.field(fieldName)
  if (!field) throw noSuchColumn(scope.soql, written, fieldName, view.type.name)
  const value = valueReader(scope.org, view.type.name, field)
  return {
    path: [...parents.map((parent) => parent.relationship), field.name].join('.'),
    parents,
    field,
    holder,
    read: parents.length === 0 ? value : (row) => readFrom(holder(row), value),
  }
}

/** Takes the object's alias, or its name, off a field name: `a.Name` is `Name` after `FROM Account a`. */
export function withoutAlias({ alias, object }: QueryScope, written: string): string {
  const [first = '', ...rest] = written.split('.')
  const prefix = first.toLowerCase()
  if (rest.length === 0) return written
  const isName = prefix === object.type.name.toLowerCase() && !relationship(object, prefix)
  return prefix === alias || isName ? rest.join('.') : written
}

function relationship(view: ObjectView, name: string): Field | undefined {
  const wanted = name.toLowerCase()
  return view.fields.find((field) => field.relationshipName?.toLowerCase() === wanted)
}

function itself(row: Row): Row {
  return row
}

function readFrom(row: Row | undefined, value: (row: Row) => Value): Value {
  return row ? value(row) : null
}

function chain(first: (row: Row) => Row | undefined, next: (row: Row) => Row | undefined): (row: Row) => Row | undefined {
  return (row) => {
    const between = first(row)
    return between && next(between)
  }
}

function follow(scope: QueryScope, view: ObjectView, name: string, written: string) {
  const field = relationship(view, name)
  const [target] = field?.referenceTo ?? []
  if (!field?.relationshipName || !target) throw noSuchRelationship(scope.soql, written, name)
  const parentView = scope.org.view(scope.user, target)
  if (!parentView) {
    if (scope.org.schema.object(target)) throw noSuchRelationship(scope.soql, written, name)
    throw emulatorLimit(`queries over ${field.relationshipName}, because it has no object ${target}`)
  }
  const table = scope.org.table(parentView.type.name)
  const parentOf = (row: Row): Row | undefined => {
    const id = row[field.name]
    return typeof id === 'string' ? table.get(id) : undefined
  }
  return { view: parentView, relationship: field.relationshipName, parentOf }
}

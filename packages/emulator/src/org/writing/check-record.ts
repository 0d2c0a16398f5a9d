import { writeRefusal } from '../../wire/salesforce-error.ts'
import { isRequired, type Field } from '../objects/field.ts'
import type { Row } from '../table.ts'
import { malformedId } from './coerce.ts'
import type { WriteContext } from './read-body.ts'

/**
 * Throws when a field that every record needs is missing from a new record, or emptied in an old one. Custom fields can be needed
 * and have a default all the same; emptying them is refused.
 */
export function checkRequired({ org, view }: WriteContext, changes: Row, mode: 'create' | 'update'): void {
  // Most updates empty nothing, and are not worth a look at every field of the object.
  if (mode === 'update' && Object.values(changes).every((value) => value != null)) return
  const missing = org.schema
    .fields(view.type)
    .filter((field) => isRequired(field) || (isNeeded(field) && field.name in changes))
    .filter((field) => (mode === 'create' || field.name in changes) && changes[field.name] == null)
    .map((field) => field.name)
  requireValues(missing, changes)
}

/** Throws when one of the fields called `names` has no value. */
export function requireValues(names: readonly string[], row: Row): void {
  const missing = names.filter((name) => row[name] == null)
  if (missing.length > 0) {
    throw writeRefusal('REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing)
  }
}

function isNeeded({ custom, createable, nillable }: Field): boolean {
  return custom && createable && !nillable
}

/** Throws when a reference points to a record that is not there, is deleted, or is of another object. */
export function checkReferences(context: WriteContext, changes: Row): void {
  for (const [name, id] of Object.entries(changes)) {
    const field = typeof id === 'string' ? context.view.field(name) : undefined
    if (field?.type === 'reference') checkReference(context, field, String(id))
  }
}

function checkReference({ org, user, view }: WriteContext, field: Field, id: string): void {
  const target = org.schema.object(field.referenceTo[0] ?? '')
  if (!target) return
  if (!id.startsWith(target.keyPrefix)) throw malformedId(field, id)
  const row = org.table(target.name).get(id)
  if (!row || row.IsDeleted === true) throw writeRefusal('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id')
  if (org.access.hiddenRecords(user).has(id)) {
    const message = `insufficient access rights on cross-reference id: ${id.slice(0, 15)}`
    throw writeRefusal('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', message)
  }
  if (field.name === 'OwnerId' && row.IsActive !== true) {
    const message = `operation performed with inactive user [${id.slice(0, 15)}] as owner of ${view.type.name.toLowerCase()}`
    throw writeRefusal('INACTIVE_OWNER_OR_USER', message)
  }
}

/** Throws when another record already holds the value of a unique field. `id` is the record's own, if it has one. */
export function checkUnique({ org, view }: WriteContext, changes: Row, id: string | undefined): void {
  for (const [name, value] of Object.entries(changes)) {
    const field = value == null ? undefined : org.schema.field(view.type, name)
    if (!field?.unique) continue
    const other = org
      .table(view.type.name)
      .find(field.name, String(value))
      .find((row) => row.Id !== id && row.IsDeleted !== true && (!field.caseSensitive || row[field.name] === value))
    if (!other) continue
    const message = `duplicate value found: ${field.name} duplicates value on record with id: ${String(other.Id).slice(0, 15)}`
    throw writeRefusal('DUPLICATE_VALUE', message)
  }
}

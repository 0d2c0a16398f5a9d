import { writeRefusal } from '../../wire/salesforce-error.ts'
import type { Field } from '../objects/field.ts'
import type { Row, Value } from '../table.ts'
import { badPicklistValue, malformedId } from './coerce.ts'
import type { WriteContext } from './read-body.ts'

/**
 * The record type to store: the one that was written, or the user's default for a new record. Throws Salesforce's refusal of
 * one that the user may not choose, and of values that a record type does not leave of restricted picklists.
 */
export function recordTypeValues(context: WriteContext, changes: Row, before?: Row): Row {
  const field = context.view.field('RecordTypeId')
  if (!field) return {}
  const values = chosenType(context, field, changes, before)
  checkValues(context, changes, { ...before, ...values }.RecordTypeId ?? null, before)
  return values
}

function chosenType(context: WriteContext, field: Field, changes: Row, before?: Row): Row {
  const given = changes.RecordTypeId
  if (!before && given == null) return { RecordTypeId: defaultType(context, changes) }
  if (given === undefined || given === before?.RecordTypeId) return {}
  return { RecordTypeId: given === null ? null : availableType(context, field, String(given)) }
}

/** A body with the last name of a person, and no name of a business, makes a person account. */
function defaultType({ org, user, view }: WriteContext, changes: Row): Value {
  const isPerson = org.schema.personAccounts && view.type.name === 'Account' && changes.LastName != null && changes.Name == null
  const person = isPerson ? org.recordTypes.personDefault(user) : undefined
  const standard = view.recordTypes.find(({ isDefault, isMaster }) => isDefault && !isMaster)
  return person ?? standard?.id ?? null
}

function availableType({ view }: WriteContext, field: Field, id: string): Value {
  if (!id.startsWith('012')) throw malformedId(field, id)
  const type = view.recordTypes.find((candidate) => candidate.id === id)
  if (!type?.available || (type.isMaster && !type.isDefault)) {
    throw writeRefusal('INVALID_CROSS_REFERENCE_KEY', `${field.label}: this ID value isn't valid for the user: ${id}`, [
      field.name,
    ])
  }
  return type.isMaster ? null : id
}

function checkValues({ org, view }: WriteContext, changes: Row, recordTypeId: Value, before?: Row): void {
  if (!org.settings.recordTypePicklists || typeof recordTypeId !== 'string') return
  for (const [name, value] of Object.entries(changes)) {
    const field = view.field(name)
    const allowed = field?.restrictedPicklist ? org.recordTypes.valuesOf(recordTypeId, name) : undefined
    if (!field || !allowed || typeof value !== 'string' || value === before?.[name]) continue
    const refused = value.split(field.type === 'multipicklist' ? ';' : '\0').find((part) => !allowed.includes(part))
    if (refused !== undefined) throw badPicklistValue(field, refused)
  }
}

import { notFound, refusal, writeRefusal, type SalesforceError } from '../../wire/salesforce-error.ts'
import type { Field } from '../objects/field.ts'
import type { ObjectView } from '../object-view.ts'
import type { Org } from '../org.ts'
import type { Row, Value } from '../table.ts'
import { coerce } from './coerce.ts'

/** The fields of a record as a request gives them, by API name in any case; a parent can be named by an external id. */
export type RecordInput = Readonly<Record<string, unknown>>

export interface WriteContext {
  readonly org: Org
  readonly user: Row
  readonly view: ObjectView
}

/** Reads the fields of a request into cells to store. Throws the refusal Salesforce gives first. */
export function readBody(context: WriteContext, input: RecordInput, mode: 'create' | 'update'): Row {
  const given = Object.entries(input).filter(([key]) => key !== 'attributes')
  if (given.some(([key]) => key.toLowerCase() === 'id')) throw shouldNotBeSpecified('Id')
  const fields = given.map(([key, value]) => fieldOf(context, key, value))
  refuseReadOnly(fields, mode)
  return Object.fromEntries(fields.map(({ field, value }) => [field.name, coerce(field, value)]))
}

/** The refusal of a key in the body that the URL already holds. */
export function shouldNotBeSpecified(name: string): SalesforceError {
  return refusal('INVALID_FIELD', `The ${name} field should not be specified in the sobject data.`)
}

interface GivenField {
  readonly field: Field
  readonly value: unknown
}

function fieldOf(context: WriteContext, key: string, value: unknown): GivenField {
  const { view } = context
  const field = view.field(key) ?? referenceNamed(view, key)
  if (!field) throw refusal('INVALID_FIELD', `No such column '${key}' on sobject of type ${view.type.name}`)
  const isParent = field.name.toLowerCase() !== key.toLowerCase()
  return { field, value: isParent && value !== null ? parentId(context, field, value) : value }
}

function referenceNamed(view: ObjectView, relationship: string): Field | undefined {
  return view.fields.find((field) => field.relationshipName?.toLowerCase() === relationship.toLowerCase())
}

/** Finds the id of a parent that is given by external id: `"Account": { "Pryzm_ID__c": "A-1" }`. */
function parentId({ org, user, view }: WriteContext, reference: Field, value: unknown): Value {
  const target = org.view(user, reference.referenceTo[0] ?? '')
  const [key, wanted] = Object.entries(isRecord(value) ? value : {}).find(([name]) => name !== 'attributes') ?? []
  const keyField = key === undefined ? undefined : target?.field(key)
  if (!target || !keyField || !(keyField.externalId || keyField.idLookup)) {
    throw notFound(
      `Provided external ID field does not exist or is not accessible: ${key ?? reference.relationshipName ?? reference.name}`,
    )
  }
  const found = org
    .table(target.type.name)
    .find(keyField.name, String(wanted))
    .filter((row) => row.IsDeleted !== true && (target.type.name !== 'RecordType' || row.SobjectType === view.type.name))
  if (found.length === 1) return found[0]?.Id ?? null
  const message = `Foreign key external ID: ${String(wanted)} not found for field ${keyField.name} in entity ${target.type.name}`
  throw writeRefusal('INVALID_FIELD', message)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function refuseReadOnly(given: readonly GivenField[], mode: 'create' | 'update'): void {
  const names = given
    .map(({ field }) => field)
    .filter((field) => !(mode === 'create' ? field.createable : field.updateable))
    .map((field) => field.name)
  if (names.length > 0) throw notWritable(names)
}

/** The refusal of fields that a record has and that cannot be written. */
export function notWritable(names: string[]): SalesforceError {
  const message = `Unable to create/update fields: ${names.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`
  return writeRefusal('INVALID_FIELD_FOR_INSERT_UPDATE', message, names)
}

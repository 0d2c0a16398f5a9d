import { notFound } from '../../wire/salesforce-error.ts'
import type { Field } from '../objects/field.ts'
import type { ObjectView } from '../object-view.ts'
import type { Org } from '../org.ts'
import type { Row } from '../table.ts'
import { shouldNotBeSpecified, type RecordInput } from './read-body.ts'
import { findRecord, insertRecord, updateRecord, type WriteOptions } from './write-record.ts'

export interface UpsertKey {
  /** An external id, another look-up field such as Contact.Email, or Id. */
  field: string
  value: string
}

/** What an upsert did: `matches` holds the ids when several records have the value and nothing was written. */
export type UpsertResult = { id: string; created: boolean } | { matches: readonly string[] }

export interface UpsertOptions extends WriteOptions {
  /** Refuses to make a record where none holds the key. */
  updateOnly?: boolean
}

/** Updates the record that holds the key, or makes one. Throws `SalesforceError` with Salesforce's refusal. */
export function upsertRecord(
  org: Org,
  user: Row,
  objectName: string,
  key: UpsertKey,
  input: RecordInput,
  options: UpsertOptions = {},
): UpsertResult {
  const view = org.view(user, objectName)
  if (!view) throw notFound()
  const field = keyField(view, key.field)
  if (Object.keys(input).some((name) => name.toLowerCase() === field.name.toLowerCase())) throw shouldNotBeSpecified(field.name)
  const found = recordsWithKey(org, user, view, field, key.value)
  if (found.length > 1) return { matches: found.map((row) => String(row.Id)) }
  const [match] = found
  if (match) {
    updateRecord(org, user, objectName, String(match.Id), input, options)
    return { id: String(match.Id), created: false }
  }
  if (options.updateOnly || field.type === 'id') throw notFound()
  return { id: insertRecord(org, user, objectName, { ...input, [field.name]: key.value }, options), created: true }
}

/** The field that records are looked up by. Throws Salesforce's 404 when the object has no such key. */
export function keyField(view: ObjectView, name: string): Field {
  const field = view.field(name)
  if (!field || !(field.externalId || field.idLookup)) {
    throw notFound(`Provided external ID field does not exist or is not accessible: ${name}`)
  }
  return field
}

/** The records that hold a key's value, deleted ones and those hidden from the user left out. */
export function recordsWithKey(org: Org, user: Row, view: ObjectView, field: Field, value: string): Row[] {
  if (field.type === 'id') return [findRecord(org, user, view.type.name, value)]
  const hidden = org.access.hiddenRecords(user)
  const rows = org.table(view.type.name).find(field.name, value.trim())
  return rows.filter(
    (row) => row.IsDeleted !== true && !hidden.has(String(row.Id)) && (!field.caseSensitive || row[field.name] === value),
  )
}

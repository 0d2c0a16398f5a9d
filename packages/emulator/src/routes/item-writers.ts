import { toId18 } from '../org/salesforce-id.ts'
import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { givenId } from '../org/writing/given-id.ts'
import type { RecordInput } from '../org/writing/read-body.ts'
import { upsertRecord } from '../org/writing/upsert-record.ts'
import { deleteRecord, insertRecord, updateRecord, type WriteOptions } from '../org/writing/write-record.ts'
import { refusal, writeRefusal } from '../wire/salesforce-error.ts'
import { isObject } from './read-json.ts'
import type { ItemWriter } from './write-all.ts'

/** Makes records of a collection. */
export function creator(org: Org, user: Row, options: WriteOptions): ItemWriter<RecordInput> {
  return {
    write: (record) => ({ id: insertRecord(org, user, typeOf(record), record, options), success: true, errors: [] }),
    onFailure: () => ({}),
  }
}

/** Changes records of a collection, each of which holds its id. */
export function updater(org: Org, user: Row, options: WriteOptions): ItemWriter<RecordInput> {
  return {
    write(record) {
      const { value, rest } = takeOut(record, 'Id')
      const type = typeOf(record)
      const id = givenId(org, type, value ?? '', 'update')
      updateRecord(org, user, type, id, rest, options)
      return { id, success: true, errors: [] }
    },
    onFailure: (record) => knownId(org, takeOut(record, 'Id').value),
  }
}

/** Deletes records by their ids. */
export function deleter(org: Org, user: Row): ItemWriter<string> {
  return {
    write(id) {
      const object = org.schema.objects.find(({ keyPrefix }) => id.startsWith(keyPrefix))
      if (!object || !toId18(id)) throw writeRefusal('MALFORMED_ID', `malformed id ${id}`)
      const known = givenId(org, object.name, id, 'delete')
      deleteRecord(org, user, object.name, known)
      return { id: known, success: true, errors: [] }
    },
    onFailure: (id) => knownId(org, id),
  }
}

/** Makes or changes records of a collection, each of which holds the value of the key. */
export function upserter(org: Org, user: Row, key: string, options: WriteOptions): ItemWriter<RecordInput> {
  return {
    write(record) {
      const { value, rest } = takeOut(record, key)
      if (!value && key === 'Id')
        return { id: insertRecord(org, user, typeOf(record), rest, options), success: true, errors: [], created: true }
      if (!value) throw writeRefusal('MISSING_ARGUMENT', `${key} not specified`)
      const result = upsertRecord(org, user, typeOf(record), { field: key, value }, rest, options)
      if ('matches' in result) {
        throw writeRefusal(
          'DUPLICATE_EXTERNAL_ID',
          `${key}: more than one record found for external id field: [${result.matches.join(', ')}]`,
        )
      }
      return { id: result.id, success: true, errors: [], created: result.created }
    },
    onFailure: () => ({ created: false }),
  }
}

function typeOf(record: RecordInput): string {
  const attributes = record.attributes
  if (isObject(attributes) && typeof attributes.type === 'string') return attributes.type
  const sentence = 'Nested object for polymorphic foreign key must have an attributes field before any other fields.'
  throw refusal('JSON_PARSER_ERROR', sentence)
}

/** Takes a key out of a record, whatever its case: collections carry the id or external id among the fields. */
function takeOut(record: RecordInput, name: string): { value: string | undefined; rest: RecordInput } {
  const entries = Object.entries(record)
  const isKey = ([key]: [string, unknown]) => key.toLowerCase() === name.toLowerCase()
  const value = entries.find(isKey)?.[1]
  const rest = Object.fromEntries(entries.filter((entry) => !isKey(entry)))
  return { value: typeof value === 'string' && value !== '' ? value : undefined, rest }
}

function knownId(org: Org, id: string | undefined): { id?: string } {
  const id18 = toId18(id ?? '')
  const known = id18 !== undefined && org.schema.objects.some(({ name }) => org.table(name).get(id18))
  return known ? { id: id18 } : {}
}

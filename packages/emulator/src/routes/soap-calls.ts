import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { mergeRecords } from '../org/writing/merge-records.ts'
import type { RecordInput } from '../org/writing/read-body.ts'
import { emptyFromBin, undeleteRecord } from '../org/writing/recycle-bin.ts'
import type { WriteOptions } from '../org/writing/write-record.ts'
import { failedItem, type CollectionItem } from '../wire/collection-item.ts'
import { refusal, SalesforceError, writeRefusal } from '../wire/salesforce-error.ts'
import { element, elements, nil, textOf, type SoapMessage, type XmlContent, type XmlElement } from '../wire/soap-xml.ts'
import { userInfoXml } from '../wire/user-info-xml.ts'
import { creator, deleter, updater, upserter } from './item-writers.ts'
import { writeAll, type ItemWriter } from './write-all.ts'
import { duplicateOptions } from './write-options.ts'

/** Who calls, and with which version. */
interface SoapCaller {
  readonly org: Org
  readonly user: Row
  readonly version: number
}

/** Does what a message asks for and gives a result for each thing it names. Throws what the whole call is refused with. */
type SoapCall = (caller: SoapCaller, message: SoapMessage) => XmlElement[]

const MOST_RECORDS = 200
const MOST_MERGED = 2

/** The calls that the emulator knows, by name. */
export const soapCalls: Readonly<Record<string, SoapCall>> = {
  create: (caller, message) => writeRecords(caller, message, creator(caller.org, caller.user, options(caller, message))),
  update: (caller, message) => writeRecords(caller, message, updater(caller.org, caller.user, options(caller, message))),
  upsert(caller, message) {
    const key = textOf(message.input.externalIDFieldName)
    return writeRecords(caller, message, upserter(caller.org, caller.user, key, options(caller, message)))
  },
  delete: (caller, message) => writeIds(caller, message, deleter(caller.org, caller.user)),
  undelete: (caller, message) =>
    writeIds(
      caller,
      message,
      idWriter((id) => undeleteRecord(caller.org, caller.user, id)),
    ),
  emptyRecycleBin: (caller, message) =>
    writeIds(
      caller,
      message,
      idWriter((id) => emptyFromBin(caller.org, caller.user, id)),
    ),
  merge: ({ org, user }, { input }) => elements(input.mergeRequests).map((request) => merge(org, user, element(request))),
  getServerTimestamp: ({ org }) => [{ timestamp: org.clock().toISOString() }],
  getUserInfo: ({ org, user }) => [userInfoXml(org, user)],
}

function writeRecords({ org }: SoapCaller, message: SoapMessage, writer: ItemWriter<RecordInput>): XmlElement[] {
  const records = elements(message.input.sObjects).map((record) => recordIn(element(record)))
  refuseCount(records.length)
  return writeAll(org, records, isAllOrNone(message), writer).map(resultXml)
}

function writeIds({ org }: SoapCaller, message: SoapMessage, writer: ItemWriter<string>): XmlElement[] {
  const ids = elements(message.input.ids).map(textOf)
  refuseCount(ids.length)
  return writeAll(org, ids, isAllOrNone(message), writer).map(resultXml)
}

function idWriter(write: (id: string) => string): ItemWriter<string> {
  return { write: (id) => ({ id: write(id), success: true, errors: [] }), onFailure: (id) => ({ id }) }
}

function merge(org: Org, user: Row, request: XmlElement): XmlElement {
  try {
    const { Id: masterId = '', attributes, ...changes } = recordIn(element(request.masterRecord))
    const loserIds = elements(request.recordToMergeIds).map(textOf)
    if (loserIds.length > MOST_MERGED) throw writeRefusal('INVALID_ARGUMENT', 'At most three records can be merged at a time')
    const object = String(Object(attributes).type)
    const merged = mergeRecords(org, user, { object, masterId: String(masterId), loserIds, changes })
    return { id: merged.masterId, mergedRecordIds: merged.loserIds, success: 'true', updatedRelatedIds: merged.childIds }
  } catch (error) {
    if (error instanceof SalesforceError) return resultXml(failedItem(error))
    throw error
  }
}

/** A record as collections hold it. Every value is a text. */
function recordIn({ type, fieldsToNull, ...fields }: XmlElement): RecordInput & { attributes: { type: string } } {
  const given = Object.entries(fields).filter(([name]) => !name.startsWith('@'))
  const empty = elements(fieldsToNull).map((name) => [textOf(name), null] as const)
  return {
    attributes: { type: textOf(type) },
    ...Object.fromEntries(given.map(([name, value]) => [name, valueOf(value)])),
    ...Object.fromEntries(empty),
  }
}

/** A text, nothing, or a parent that is named by an external id. */
function valueOf(content: XmlContent): unknown {
  if (typeof content === 'string') return content
  const { type: _, ...inner } = element(content)
  if (inner['@nil'] === 'true') return null
  const parts = Object.entries(inner).filter(([name]) => !name.startsWith('@') && name !== '#text')
  return parts.length === 0 ? textOf(content) : Object.fromEntries(parts.map(([name, value]) => [name, textOf(value)]))
}

function resultXml({ id, created, success, errors }: CollectionItem): XmlElement {
  return {
    ...(created === undefined ? {} : { created: String(created) }),
    errors: errors.map(errorXml),
    id: id ?? nil,
    success: String(success),
  }
}

function errorXml({ statusCode, message, fields }: CollectionItem['errors'][number]): XmlElement {
  return { fields, message, statusCode }
}

function options({ version }: SoapCaller, { headers }: SoapMessage): WriteOptions {
  const header = element(headers.DuplicateRuleHeader)
  return { duplicates: duplicateOptions((part) => textOf(header[part]) === 'true', version) }
}

function isAllOrNone({ headers }: SoapMessage): boolean {
  return textOf(element(headers.AllOrNoneHeader).allOrNone) === 'true'
}

function refuseCount(count: number): void {
  if (count > MOST_RECORDS)
    throw refusal('EXCEEDED_ID_LIMIT', `record limit reached. cannot submit more than ${MOST_RECORDS} records in one call`)
}

import { type SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import type { FieldValues, WriteBody, WriteOutcome } from '../engine/ports/index.ts'
import { refusalsIn } from './api-error.ts'
import { asSyncError, concernsWholeRequest, refusalAsSyncError } from './errors.ts'
import { exactRequest, jsonBody } from './exact-request.ts'
import { fieldValues } from './field-values.ts'
import { isJsonObject } from './json-object.ts'
import type { Session } from './session.ts'
import { buildQuery, textLiteral } from './soql.ts'
import { Unanswered } from './unanswered.ts'

/** What names the record to write: its id, or its external id, which Salesforce refuses in the body. */
export type RecordKey = { field: 'Id' | 'Pryzm_ID__c'; value: string }

/**
 * Writes one record and reads it back in one composite call. It is never sent twice: where the answer is lost the outcome is
 * `unknown`.
 */
export async function writeRecord(
  session: Session,
  write: { object: SalesforceObject; key: RecordKey; body: WriteBody; readBack: readonly string[] },
): Promise<WriteOutcome> {
  const { object, key, body, readBack } = write
  const path = key.field === 'Id' ? `${object}/${key.value}` : `${object}/${key.field}/${encodeURIComponent(key.value)}`
  try {
    const { body: answer } = await session.authorized((connection) => {
      const data = `/services/data/v${connection.version}`
      const requests = [
        { method: 'PATCH', url: `${data}/sobjects/${path}`, referenceId: 'write', body },
        ...readBackRequests(data, object, key, readBack),
      ]
      const composite = jsonBody({ allOrNone: false, compositeRequest: requests })
      return exactRequest(connection, session.patience, { method: 'POST', url: '/composite', ...composite })
    })
    const [written, read] = answersIn(answer)
    if (written === undefined) return { kind: 'unknown', message: 'Salesforce answered the write without its result.' }
    return outcomeOf(written, key, keptValues(read, readBack))
  } catch (error) {
    if (error instanceof Unanswered && error.processed === 'unknown') return { kind: 'unknown', message: error.message }
    throw asSyncError(error)
  }
}

function readBackRequests(data: string, object: SalesforceObject, key: RecordKey, readBack: readonly string[]) {
  if (readBack.length === 0) return []
  const soql = buildQuery({ object, columns: readBack, where: [`${key.field} = ${textLiteral(key.value)}`] })
  return [{ method: 'GET', url: `${data}/query?q=${encodeURIComponent(soql)}`, referenceId: 'kept' }]
}

interface SubAnswer {
  status: number
  body: unknown
}

function answersIn(answer: unknown): SubAnswer[] {
  const items = isJsonObject(answer) ? answer['compositeResponse'] : null
  if (!Array.isArray(items)) return []
  return items.filter(isJsonObject).map((item) => ({ status: Number(item['httpStatusCode']), body: item['body'] }))
}

function keptValues(read: SubAnswer | undefined, readBack: readonly string[]): FieldValues | null {
  const records = isJsonObject(read?.body) ? read.body['records'] : null
  const row: unknown = Array.isArray(records) ? records[0] : null
  return isJsonObject(row) ? fieldValues(row, readBack) : null
}

function outcomeOf({ status, body }: SubAnswer, key: RecordKey, kept: FieldValues | null): WriteOutcome {
  if (status === 300) return { kind: 'several', salesforceIds: idsInUrls(body) }
  if (status >= 200 && status < 300) {
    const said = isJsonObject(body) && typeof body['id'] === 'string' ? body['id'] : null
    const salesforceId = said ?? (key.field === 'Id' ? key.value : null)
    const created = status === 201 || (isJsonObject(body) && body['created'] === true)
    if (salesforceId === null) return { kind: 'unknown', message: 'Salesforce answered the write without an id.' }
    return { kind: 'written', salesforceId, created, kept }
  }
  const refusals = refusalsIn(body)
  const [first] = refusals
  if (first === undefined || status >= 500) {
    return { kind: 'unknown', message: first?.message ?? `Salesforce answered the write with HTTP ${status}.` }
  }
  if (first.code === 'ENTITY_IS_DELETED') return { kind: 'deleted' }
  if (concernsWholeRequest(first)) throw refusalAsSyncError(first)
  return { kind: 'refused', refusals }
}

/** `300` answers with the addresses of the records that share the external id. */
function idsInUrls(body: unknown): string[] {
  if (!Array.isArray(body)) return []
  return body.flatMap((url) => (typeof url === 'string' ? [url.slice(url.lastIndexOf('/') + 1)] : []))
}

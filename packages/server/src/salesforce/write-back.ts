import { type SalesforceObject, SyncError } from '@pryzm/salesforce-sdk/contract'
import { abortJob, closeIngest, openIngest } from './bulk-jobs.ts'
import { asSyncError } from './errors.ts'
import type { Session } from './session.ts'
import { streamRequest } from './stream-request.ts'

/** A row whose Salesforce record gets the id of its Pryzm record. */
export interface WriteBackRow {
  salesforceId: string
  recordId: string
}

/** Salesforce takes 150 MB after base64. */
const uploadLimit = 100 * 1000 * 1000
const chunkLength = 64 * 1024

/** Uploads `Id,Pryzm_ID__c` as one ingest job of updates and starts it; null where there is no row. */
export async function startWriteBack(
  session: Session,
  object: SalesforceObject,
  rows: AsyncIterable<WriteBackRow>,
): Promise<{ ingestId: string } | null> {
  const iterator = rows[Symbol.asyncIterator]()
  try {
    const first = await iterator.next()
    if (first.done === true) return null
    return await uploadRows(session, object, first.value, iterator)
  } catch (error) {
    throw asSyncError(error)
  } finally {
    await iterator.return?.()
  }
}

async function uploadRows(
  session: Session,
  object: SalesforceObject,
  first: WriteBackRow,
  others: AsyncIterator<WriteBackRow>,
): Promise<{ ingestId: string }> {
  const ingestId = await openIngest(session, object)
  const upload = { failure: null as unknown }
  try {
    const answer = await streamRequest(session, {
      method: 'PUT',
      path: `/jobs/ingest/${encodeURIComponent(ingestId)}/batches`,
      headers: { 'content-type': 'text/csv; charset=UTF-8' },
      body: rememberingFailure(csvChunks(first, others), upload),
    })
    answer.discard()
    await closeIngest(session, ingestId)
    return { ingestId }
  } catch (error) {
    await abortJob(session, 'ingest', ingestId).catch(() => undefined)
    throw upload.failure ?? error
  }
}

/** The request tells of a failing body only that it failed. */
async function* rememberingFailure(chunks: AsyncIterable<Uint8Array>, upload: { failure: unknown }): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks
  } catch (failure) {
    upload.failure = failure
    throw failure
  }
}

async function* csvChunks(first: WriteBackRow, others: AsyncIterator<WriteBackRow>): AsyncGenerator<Uint8Array> {
  let text = `Id,Pryzm_ID__c\n${line(first)}`
  let uploaded = 0
  for (let next = await others.next(); next.done !== true; next = await others.next()) {
    text += line(next.value)
    if (text.length >= chunkLength) {
      const bytes = Buffer.from(text)
      uploaded += bytes.length
      if (uploaded > uploadLimit) throw new SyncError('too_large', 'One upload to Salesforce holds at most 100 MB of rows.')
      yield bytes
      text = ''
    }
  }
  yield Buffer.from(text)
}

function line({ salesforceId, recordId }: WriteBackRow): string {
  return `${salesforceId},"${recordId.replaceAll('"', '""')}"\n`
}

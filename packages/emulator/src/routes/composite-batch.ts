import type { Org } from '../org/org.ts'
import { refusal } from '../wire/salesforce-error.ts'
import type { App } from './app.ts'
import { countCall } from './count-call.ts'
import { isObject, readJsonObject } from './read-json.ts'
import { runInside } from './run-subrequests.ts'

interface BatchRequest {
  readonly method: string
  readonly url: string
  readonly body: unknown
}

interface BatchResult {
  readonly statusCode: number
  readonly result: unknown
}

const MOST_REQUESTS = 25
const OLDEST_VERSION = 34
const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
const RESOURCE_URL = /^\/?(?:services\/data\/)?v(\d+)\.0\/(.+)$/

/** Up to 25 independent requests in one. What one has done stays done, whatever becomes of the others. */
export function registerCompositeBatch(app: App, org: Org): void {
  app.post('/services/data/:version/composite/batch', async (c) => {
    const body = await readJsonObject(c)
    const requests = readRequests(body.batchRequests, c.var.version)
    const results: BatchResult[] = []
    let hasErrors = false
    for (const request of requests) {
      if (hasErrors && body.haltOnError === true) {
        results.push(haltedResult)
        continue
      }
      if (results.length > 0) countCall(org, c.var.caller)
      const { httpStatusCode, body: result } = await runInside(app, c, { ...request, httpHeaders: {} })
      results.push({ statusCode: httpStatusCode, result })
      hasErrors ||= httpStatusCode >= 400
    }
    return c.json({ hasErrors, results })
  })
}

const haltedResult: BatchResult = {
  statusCode: 412,
  result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }],
}

function readRequests(value: unknown, version: number): BatchRequest[] {
  const list = Array.isArray(value) ? value.filter(isObject) : []
  if (list.length === 0) throw refusal('JSON_PARSER_ERROR', 'The batch has no requests')
  if (list.length > MOST_REQUESTS) {
    const message = `The batch has ${list.length} requests; at most ${MOST_REQUESTS} are allowed.`
    throw refusal('EXCEEDED_MAX_SIZE_REQUEST', message)
  }
  return list.map((entry) => readRequest(entry, version))
}

/** The version of each request must be 34 or later and no later than that of the batch. */
function readRequest({ method, url, richInput }: Record<string, unknown>, batchVersion: number): BatchRequest {
  const verb = String(method).toUpperCase()
  if (!METHODS.has(verb)) throw refusal('INVALID_INPUT', `A request of the batch has no valid method: ${String(method)}`)
  const [, version, resource] = RESOURCE_URL.exec(String(url)) ?? []
  if (resource === undefined || Number(version) < OLDEST_VERSION || Number(version) > batchVersion) {
    throw refusal('INVALID_INPUT', `A request of the batch has no valid url: ${String(url)}`)
  }
  return { method: verb, url: `/services/data/v${version}.0/${resource}`, body: richInput }
}

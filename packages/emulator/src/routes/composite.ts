import type { Context } from 'hono'
import type { Org } from '../org/org.ts'
import { refusal } from '../wire/salesforce-error.ts'
import type { App, AppEnv } from './app.ts'
import { fillReferences, type ReferenceBodies } from './composite-references.ts'
import { isObject, readJsonObject } from './read-json.ts'

const MOST_SUBREQUESTS = 25

interface Subrequest {
  method: string
  url: string
  referenceId: string
  body: unknown
  httpHeaders: Record<string, string>
}

interface Subresponse {
  body: unknown
  httpHeaders: Record<string, string>
  httpStatusCode: number
  referenceId: string
}

/** Several requests in one; later ones can use the answers of earlier ones as `@{reference.field}`. */
export function registerComposite(app: App, org: Org): void {
  app.post('/services/data/:version/composite', async (c) => {
    const body = await readJsonObject(c)
    const subrequests = readSubrequests(body.compositeRequest)
    const transaction = org.journal.begin()
    const responses = await runInOrder(app, c, subrequests)
    const failed = responses.some((response) => response.httpStatusCode >= 400)
    if (body.allOrNone !== true || !failed) {
      transaction.commit()
      return c.json({ compositeResponse: responses })
    }
    transaction.rollBack()
    return c.json({ compositeResponse: responses.map(halted) })
  })
}

function readSubrequests(value: unknown): Subrequest[] {
  const list = Array.isArray(value) ? value.filter(isObject) : []
  if (list.length === 0) throw refusal('JSON_PARSER_ERROR', 'The composite request has no subrequests')
  if (list.length > MOST_SUBREQUESTS) {
    throw refusal(
      'EXCEEDED_MAX_SIZE_REQUEST',
      `The composite request has ${list.length} subrequests; at most ${MOST_SUBREQUESTS} are allowed.`,
    )
  }
  const ids = list.map((entry) => String(entry.referenceId))
  if (new Set(ids).size < ids.length) throw refusal('INVALID_INPUT', 'Provided reference ids are not unique')
  return list.map((entry) => ({
    method: String(entry.method).toUpperCase(),
    url: String(entry.url),
    referenceId: String(entry.referenceId),
    body: entry.body,
    httpHeaders: textValues(entry.httpHeaders),
  }))
}

function textValues(value: unknown): Record<string, string> {
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)])) : {}
}

async function runInOrder(app: App, c: Context<AppEnv>, subrequests: readonly Subrequest[]): Promise<Subresponse[]> {
  const bodies: ReferenceBodies = new Map()
  const responses: Subresponse[] = []
  for (const subrequest of subrequests) {
    const response = await runOne(app, c, subrequest, bodies)
    if (response.httpStatusCode < 400) bodies.set(subrequest.referenceId, response.body)
    responses.push(response)
  }
  return responses
}

async function runOne(app: App, c: Context<AppEnv>, subrequest: Subrequest, bodies: ReferenceBodies): Promise<Subresponse> {
  const { referenceId } = subrequest
  const filled = fillReferences({ url: subrequest.url, body: subrequest.body }, bodies)
  if ('missing' in filled) {
    const message = `Invalid reference specified. No value for ${filled.missing} found in ${filled.missing.split(/[.[]/)[0]}`
    return { body: [{ errorCode: 'PROCESSING_HALTED', message }], httpHeaders: {}, httpStatusCode: 400, referenceId }
  }
  const { url, body } = filled.value
  const request = new Request(new URL(url, c.req.url), {
    method: subrequest.method,
    headers: { 'Content-Type': 'application/json', ...subrequest.httpHeaders },
    ...(body === undefined || body === null ? {} : { body: JSON.stringify(body) }),
  })
  const response = await app.fetch(request, { insideOf: c.var.caller })
  const text = await response.text()
  return {
    body: text === '' ? null : JSON.parse(text),
    httpHeaders: sentHeaders(response),
    httpStatusCode: response.status,
    referenceId,
  }
}

function sentHeaders(response: Response): Record<string, string> {
  const location = response.headers.get('Location')
  return location === null ? {} : { Location: location }
}

function halted(response: Subresponse): Subresponse {
  if (response.httpStatusCode >= 400) return response
  const message = 'The transaction was rolled back since another operation in the same transaction failed.'
  return { ...response, body: [{ errorCode: 'PROCESSING_HALTED', message }], httpHeaders: {}, httpStatusCode: 400 }
}

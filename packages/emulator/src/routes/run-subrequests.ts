import type { Context } from 'hono'
import type { App, AppEnv } from './app.ts'
import { fillReferences, type ReferenceSources } from './composite-references.ts'
import { isObject } from './read-json.ts'
import { malformedReference, type Subrequest } from './subrequest.ts'

/** What became of a subrequest, as the answer shows it. */
export interface Subresponse {
  readonly body: unknown
  readonly httpHeaders: Readonly<Record<string, string>>
  readonly httpStatusCode: number
  readonly referenceId: string
}

/** From this version on an empty field of a record that was read counts as a value. */
const EMPTY_FIELDS_SINCE = 52
const RECORD_PATH = /\/sobjects\/\w+\/\w{15,18}(?:\?|$)/
const COLLECTION_PATH = /\/composite\/sobjects(?:[/?]|$)/

/**
 * Runs subrequests one after another; later ones can use the answers of earlier ones. With `together`, the first failure keeps
 * the rest from being run, and all but that one are answered as halted; taking their work back is for the caller.
 */
export async function runSubrequests(
  app: App,
  c: Context<AppEnv>,
  subrequests: readonly Subrequest[],
  together: boolean,
): Promise<{ responses: Subresponse[]; failed: boolean }> {
  const sources: ReferenceSources = new Map()
  const responses: Subresponse[] = []
  for (const subrequest of subrequests) {
    const response = await runOne(app, c, subrequest, sources)
    responses.push(response)
    if (together && hasFailed(subrequest, response)) {
      return {
        responses: subrequests.map((each, index) => haltedUnless(index === responses.length - 1, each, responses[index])),
        failed: true,
      }
    }
    if (response.httpStatusCode < 300) {
      const emptyFieldsCount =
        c.var.version >= EMPTY_FIELDS_SINCE && subrequest.method === 'GET' && RECORD_PATH.test(subrequest.url)
      sources.set(subrequest.referenceId, { body: response.body, emptyFieldsCount })
    }
  }
  return { responses, failed: false }
}

/** The answer of a subrequest that was not run, or taken back, because another one failed. */
export function halted(referenceId: string): Subresponse {
  const message = 'The transaction was rolled back since another operation in the same transaction failed.'
  return { body: [{ errorCode: 'PROCESSING_HALTED', message }], httpHeaders: {}, httpStatusCode: 400, referenceId }
}

function haltedUnless(kept: boolean, { referenceId }: Subrequest, response: Subresponse | undefined): Subresponse {
  return kept && response ? response : halted(referenceId)
}

/** A collection fails with any of its records, though it is answered 200. */
function hasFailed({ url }: Subrequest, { httpStatusCode, body }: Subresponse): boolean {
  if (httpStatusCode >= 400 || httpStatusCode === 300) return true
  return COLLECTION_PATH.test(url) && Array.isArray(body) && body.some((item) => isObject(item) && item.success === false)
}

async function runOne(app: App, c: Context<AppEnv>, subrequest: Subrequest, sources: ReferenceSources): Promise<Subresponse> {
  const { method, referenceId, httpHeaders } = subrequest
  const filled = fillReferences({ url: subrequest.url, body: subrequest.body }, sources)
  if ('missing' in filled) return missingReference(referenceId, filled.missing)
  const response = await runInside(app, c, { method, ...filled.value, httpHeaders })
  return { ...response, referenceId }
}

/** Runs a request within another one, in the name of the same caller. */
export async function runInside(
  app: App,
  c: Context<AppEnv>,
  { method, url, body, httpHeaders }: Pick<Subrequest, 'method' | 'url' | 'body' | 'httpHeaders'>,
): Promise<Omit<Subresponse, 'referenceId'>> {
  const request = new Request(new URL(url, c.req.url), {
    method,
    headers: { 'Content-Type': 'application/json', ...httpHeaders },
    ...(body === undefined || body === null ? {} : { body: JSON.stringify(body) }),
  })
  const response = await app.fetch(request, { insideOf: c.var.caller })
  const text = await response.text()
  return { body: text === '' ? null : parsed(text), httpHeaders: shownHeaders(response), httpStatusCode: response.status }
}

function missingReference(referenceId: string, path: string): Subresponse {
  const from = path.split(/[.[]/)[0]
  const message = `Invalid reference specified. No value for ${path} found in ${from}. ${malformedReference(path)}`
  return { body: [{ errorCode: 'PROCESSING_HALTED', message }], httpHeaders: {}, httpStatusCode: 400, referenceId }
}

/** An answer that is no JSON, such as a page of a fault, is shown as the text it is. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** When something last changed is shown only together with its mark, which records other than accounts do not have. */
function shownHeaders({ headers }: Response): Record<string, string> {
  const names = headers.has('ETag') ? ['ETag', 'Last-Modified', 'Location'] : ['Location']
  return Object.fromEntries(names.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? '']] : [])))
}

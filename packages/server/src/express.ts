import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express'
import type { SalesforceServer } from './create-salesforce-server.ts'

/**
 * Mounts the kit in an Express app, before or after `express.json()`.
 *
 * @example
 * app.use('/api/salesforce', toExpress(server))
 */
export function toExpress(server: Pick<SalesforceServer, 'handle'>): RequestHandler {
  return async (request, response) => {
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const answer = await server.handle(toRequest(request, gone.signal), { basePath: request.baseUrl })
    await send(answer, response)
  }
}

function toRequest(request: ExpressRequest, signal: AbortSignal): Request {
  const url = new URL(request.originalUrl, `${request.protocol}://${request.get('host') ?? 'localhost'}`)
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) for (const each of [value ?? []].flat()) headers.append(name, each)
  const body = bodyOf(request)
  if (typeof body === 'string') headers.delete('content-length')
  return new Request(url, { method: request.method, headers, signal, ...(body !== null && { body, duplex: 'half' }) })
}

/** What `express.json()` has read already is written out again. */
function bodyOf(request: ExpressRequest): string | ReadableStream | null {
  if (request.method === 'GET' || request.method === 'HEAD') return null
  if (request.readableEnded || request.body !== undefined) return request.body === undefined ? null : JSON.stringify(request.body)
  return Readable.toWeb(request) as unknown as ReadableStream
}

async function send(answer: Response, response: ExpressResponse): Promise<void> {
  response.status(answer.status)
  for (const [name, value] of answer.headers) response.setHeader(name, value)
  if (answer.body === null) return void response.end()
  response.flushHeaders()
  // A client that goes away ends the stream; there is nobody left to be told.
  await pipeline(Readable.fromWeb(answer.body as unknown as NodeStream), response).catch(() => undefined)
}

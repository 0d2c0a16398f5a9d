import { randomUUID } from 'node:crypto'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { ORPCError } from '@orpc/server'
import { SyncError } from '@pryzm/salesforce-sdk/contract'
import { requireModule } from '../engine/authorize.ts'
import { noteLostAccess } from '../engine/note-lost-access.ts'
import type { Caller, Ports } from '../engine/ports/index.ts'
import { asSyncError } from './as-sync-error.ts'
import { answerCallback } from './callback.ts'
import { errorResponse } from './error-response.ts'
import { findMountPath, matchPlainRoute } from './mount-path.ts'
import { readBody } from './read-body.ts'
import type { RequestContext } from './request-context.ts'
import { answerResultsCsv } from './results-csv.ts'
import { router } from './router.ts'
import { refuseForeignOrigin } from './same-site.ts'
import { answerStart } from './start.ts'

export interface HandlerOptions {
  /** Who asks; null where nobody is signed in. */
  authenticate: (request: Request) => Promise<Caller | null>
  /** Where the host mounts the kit; found from the request where left out. */
  basePath?: string | undefined
  /** Origins of other sites that may change things with a signed-in user's cookies. */
  allowedOrigins: readonly string[]
}

/** Answers a request; never rejects. `basePath` overrides where the kit is mounted for this one. */
export type Handle = (request: Request, options?: { basePath?: string }) => Promise<Response>

interface Asked {
  request: Request
  requestId: string
  /** The path within the kit, such as `/jobs/7`. */
  path: string
  mountPath: string
}

/**
 * The request of each answer that is still being sent. Node tells a request's signal of an abort only while somebody holds the
 * request: without this, a page that leaves a quiet stream would not be noticed.
 */
const requests = new WeakMap<ReadableStream, Request>()

/** Makes the one function that answers every request of the kit. */
export function createHandler(ports: Ports, options: HandlerOptions): Handle {
  const handler = new OpenAPIHandler<RequestContext & { requestId: string }>(router, {
    eventIteratorKeepAliveInterval: 10_000,
    interceptors: [
      async (options) => {
        const { context } = options
        try {
          return await options.next()
        } catch (error) {
          await noteLostAccess(ports, context.caller.workspace, error)
          throw asWireError(asSyncError(error, { log: ports.log, requestId: context.requestId }))
        }
      },
    ],
  })

  async function answer(asked: Asked): Promise<Response> {
    const { request, path } = asked
    refuseForeignOrigin(request, options.allowedOrigins)
    const caller = await options.authenticate(request)
    if (request.method === 'GET' && matchPlainRoute(path, 'callback')) return answerCallback(ports, caller, request)
    if (caller === null) throw new SyncError('not_signed_in', 'Sign in to Pryzm first.')
    requireModule(caller)
    if (request.method === 'GET' && matchPlainRoute(path, 'start'))
      return answerStart(ports, caller, request, options.allowedOrigins)
    const csv = request.method === 'GET' && matchPlainRoute(path, 'resultsCsv')
    if (csv) return answerResultsCsv(ports, caller, decodeURIComponent(csv.id ?? ''))
    return answerRoute(asked, caller)
  }

  async function answerRoute({ request, requestId, mountPath }: Asked, caller: Caller): Promise<Response> {
    const readable = changes(request) ? await withBody(request) : request
    const prefix = mountPath === '' ? undefined : (mountPath as `/${string}`)
    const { matched, response } = await handler.handle(readable, {
      ...(prefix && { prefix }),
      context: { ports, caller, requestId },
    })
    if (!matched) throw noSuchRoute(request)
    response.headers.set('cache-control', 'no-store')
    return response
  }

  return async (request, { basePath } = {}) => {
    const requestId = randomUUID()
    try {
      const { pathname } = new URL(request.url)
      const mountPath = trimmed(basePath ?? options.basePath) ?? findMountPath(pathname)
      if (mountPath === null || !isWithin(pathname, mountPath)) throw noSuchRoute(request)
      const response = await answer({ request, requestId, mountPath, path: pathname.slice(mountPath.length) })
      if (response.body) requests.set(response.body, request)
      return response
    } catch (error) {
      return errorResponse(asSyncError(error, { log: ports.log, requestId }))
    }
  }
}

function asWireError(error: SyncError): ORPCError<string, unknown> {
  const { code, status, message, details } = error
  return new ORPCError(code, { defined: true, status, message, data: details, cause: error })
}

function noSuchRoute({ method, url }: Request): SyncError {
  return new SyncError('not_found', `There is no route ${method} ${new URL(url).pathname}.`)
}

function changes({ method }: Request): boolean {
  return method !== 'GET' && method !== 'HEAD'
}

async function withBody(request: Request): Promise<Request> {
  const body = await readBody(request)
  const headers = new Headers(request.headers)
  headers.set('content-type', 'application/json')
  headers.delete('content-length')
  return new Request(request.url, { method: request.method, headers, body, signal: request.signal })
}

function trimmed(path: string | undefined): string | undefined {
  return path?.replace(/\/+$/, '')
}

function isWithin(pathname: string, mountPath: string): boolean {
  return pathname === mountPath || pathname.startsWith(`${mountPath}/`)
}

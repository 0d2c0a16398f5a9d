import { setTimeout as wait } from 'node:timers/promises'
import type { App, Connection } from '../routes/app.ts'
import type { Fault, FaultResponse } from './fault.ts'
import type { Faults } from './faults.ts'

/** Lets the faults of an org strike requests of the API and of sign-in. */
export function registerFaults(app: App, faults: Faults): void {
  for (const path of ['/services/*', '/id/*']) {
    app.use(path, async (c, next) => {
      const url = new URL(c.req.url)
      const fault = faults.strike(c.req.method, c.req.path + url.search, c.env.insideOf !== undefined)
      if (!fault) return next()
      if (fault.latencyMs) await wait(fault.latencyMs)
      if (fault.respond && !fault.afterWork) return respond(fault.respond)
      await next()
      c.res = spoil(c.res, fault, c.env.outgoing)
    })
  }
}

function respond({ status, body, headers }: FaultResponse): Response {
  if (body === undefined) return new Response(null, { status, headers: { ...headers } })
  if (typeof body === 'string') return new Response(body, { status, headers: { ...headers } })
  return Response.json(body, { status, headers: { 'Content-Type': 'application/json;charset=UTF-8', ...headers } })
}

function spoil(response: Response, fault: Fault, connection: Connection | undefined): Response {
  const told = fault.respond ? respond(fault.respond) : response
  return fault.cutAfterBytes === undefined ? told : cut(told, fault.cutAfterBytes, connection)
}

/** The same answer, which breaks off. Its length is announced as one byte more, so that no client takes it for whole. */
function cut(response: Response, bytes: number, connection: Connection | undefined): Response {
  const source = response.body?.getReader()
  let left = bytes
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = left > 0 ? await source?.read() : undefined
      const part = chunk?.value?.subarray(0, left)
      left -= part?.length ?? 0
      if (part?.length) controller.enqueue(part)
      // The bytes before the cut are on their way by the next turn of the event loop.
      if (!part?.length) setImmediate(() => connection?.destroy())
    },
  })
  const headers = new Headers(response.headers)
  headers.set('Content-Length', String(bytes + 1))
  return new Response(body, { status: response.status === 204 ? 200 : response.status, headers })
}

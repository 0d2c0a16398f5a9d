import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { contract } from '@pryzm/salesforce-sdk/contract'
import { createScenarioTransport, type RouteName, type Scenario, type ScenarioTransport } from '@pryzm/salesforce-sdk/testing'

export interface Received {
  method: string
  path: string
  body: string
}

/** What a route does instead of answering. */
export type Fault =
  | { kind: 'answer'; status: number; contentType: string; body: string }
  /** The connection breaks before anything was done. */
  | { kind: 'break' }
  /**
   * What was asked is done, and the connection breaks within the answer. Not before it: a browser by itself sends a request
   * again, under the same key, when a connection that it had kept open closes without a word.
   */
  | { kind: 'break_after' }

/** A server on this machine that answers a page's real requests from a scenario, and fails as it is told. */
export interface ScenarioServer {
  /** The `server` of a story's toolbar values. */
  port: string
  /** Requests so far, oldest first, without the browser's own preflights. */
  received: Received[]
  /** Starts over with this scenario, without faults. */
  reset: (scenario: Scenario) => void
  /** Lets one route fail from now on, or one address of it; null mends it. */
  fail: (route: RouteName, fault: Fault | null, path?: string) => void
  close: () => Promise<void>
}

const mount = '/api/salesforce'

export async function serveScenario(scenario: Scenario): Promise<ScenarioServer> {
  let transport: ScenarioTransport = createScenarioTransport(scenario)
  let faults: readonly Planned[] = []
  const received: Received[] = []

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(anyPage)) response.setHeader(name, value)
    if (request.method === 'OPTIONS') return void response.writeHead(204).end()
    const { method = 'GET', url = '/' } = request
    const body = await text(request)
    const path = new URL(url, 'http://127.0.0.1').pathname.slice(mount.length)
    received.push({ method, path, body })
    const fault = faults.find((planned) => planned.method === method && planned.path.test(path))?.fault
    if (fault?.kind === 'break') return void request.socket.destroy()
    if (fault?.kind === 'answer') {
      return void response.writeHead(fault.status, { 'content-type': fault.contentType }).end(fault.body)
    }
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const answered = await transport(
      new Request(`http://127.0.0.1${url}`, {
        method,
        signal: gone.signal,
        headers: { 'content-type': request.headers['content-type'] ?? '' },
        ...(body !== '' && { body }),
      }),
    )
    response.writeHead(answered.status, Object.fromEntries(answered.headers))
    if (fault?.kind === 'break_after') return void response.write('{', () => request.socket.destroy())
    if (answered.body === null) return void response.end()
    response.flushHeaders()
    await pipeline(Readable.fromWeb(answered.body as unknown as NodeStream), response).catch(() => undefined)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: String((server.address() as AddressInfo).port),
    received,
    reset(next) {
      transport = createScenarioTransport(next)
      faults = []
      received.length = 0
    },
    fail(route, fault, path) {
      const { method, path: every } = routeOf(route)
      const others = faults.filter((known) => known.name !== route)
      faults =
        fault === null
          ? others
          : [...others, { name: route, method, path: path === undefined ? every : new RegExp(`^${path}$`), fault }]
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** The page is of another port, so that every answer has to say that it may be read. */
const anyPage = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': '*',
  'access-control-max-age': '600',
}

interface Route {
  method: string
  path: RegExp
}

interface Planned extends Route {
  name: RouteName
  fault: Fault
}

function routeOf(name: RouteName): Route {
  const [group = '', key = ''] = name.split('.')
  const procedures = (contract as Record<string, Record<string, { '~orpc': { route: { method?: string; path?: string } } }>>)[
    group
  ]
  const { method = 'GET', path = '' } = procedures?.[key]?.['~orpc'].route ?? {}
  return { method, path: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }
}

import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { implement, ORPCError } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { type ErrorCode, errors, SyncError } from '../contract/errors.ts'
import type { LiveEvent } from '../contract/event.ts'
import { contract } from '../contract/routes.ts'
import { buildConnection } from '../testing/build-connection.ts'
import {
  connectUrl,
  createSalesforceClient,
  downloadResults,
  type SalesforceClientOptions,
  type Transport,
} from './create-salesforce-client.ts'

/** A client over a transport that keeps what it was sent and answers the same each time. */
function clientOf(answer: (request: Request) => Response | Promise<Response>, options: Partial<SalesforceClientOptions> = {}) {
  const requests: Request[] = []
  const transport: Transport = async (request) => {
    requests.push(request.clone())
    return answer(request)
  }
  return { client: createSalesforceClient({ baseUrl: 'https://app.example/api/salesforce', transport, ...options }), requests }
}

const json = (body: unknown, status = 200) => Response.json(body, { status })

/** Catches what a call rejects with. */
async function failure(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => {
      throw new Error('The call did not fail.')
    },
    (error: unknown) => error,
  )
}

describe('requests', () => {
  it('go to the route of the contract, whatever way the base URL is written', async () => {
    for (const baseUrl of ['https://app.example/api/salesforce', 'https://app.example/api/salesforce/']) {
      const { client, requests } = clientOf(() => json({ items: [], next: null }), { baseUrl })
      await client.jobs.list({ state: 'failed', limit: 10 })
      expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
        'GET https://app.example/api/salesforce/jobs?state=failed&limit=10',
      ])
    }
  })

  it('are made relative to the page where the base URL is a path', async () => {
    const { client, requests } = clientOf(() => json(buildConnection()), { baseUrl: '/api/salesforce' })
    await client.connection.get()
    expect(new URL(requests[0]?.url ?? '').pathname).toBe('/api/salesforce/connection')
  })

  it('carry their input as JSON, and what belongs into the path in the path', async () => {
    const { client, requests } = clientOf(() => json({ run: null, alreadyRunning: false }))
    await client.runs.start({ mode: 'changes' })
    await client.jobs.fields({ id: 'job/1', recordResultId: 'ä b' })
    expect(requests[0]?.headers.get('content-type')).toContain('application/json')
    await expect(requests[0]?.json()).resolves.toEqual({ mode: 'changes' })
    expect(requests[1]?.url).toBe('https://app.example/api/salesforce/jobs/job%2F1/records/%C3%A4%20b/fields')
  })

  it('carry the headers of the host, asked anew for each request', async () => {
    let asked = 0
    const headers = async () => {
      asked += 1
      return { authorization: `Bearer token-${asked}` }
    }
    const { client, requests } = clientOf(() => json(buildConnection()), { headers })
    await client.connection.get()
    await client.connection.get()
    expect(requests.map((request) => request.headers.get('authorization'))).toEqual(['Bearer token-1', 'Bearer token-2'])
  })

  it('name their own kind of body, whatever the host writes there', async () => {
    const { client, requests } = clientOf(() => json({ run: null, alreadyRunning: false }), {
      headers: { 'Content-Type': 'text/plain', 'X-Tenant': 'acme' },
    })
    await client.runs.start({})
    expect(requests[0]?.headers.get('content-type')).toBe('application/json')
    expect(requests[0]?.headers.get('x-tenant')).toBe('acme')
    await expect(requests[0]?.json()).resolves.toEqual({})
  })

  it('have no body where the route takes no input', async () => {
    const { client, requests } = clientOf(() => json(buildConnection()))
    await client.connection.disconnect()
    expect(requests[0]?.body).toBeNull()
    expect(requests[0]?.headers.get('content-type')).toBeNull()
  })

  it('are not led elsewhere by a redirect', async () => {
    const { client, requests } = clientOf(() => json(buildConnection()))
    await client.connection.get()
    expect(requests[0]?.redirect).toBe('manual')
  })

  it('end with an abort, which is no error of the server', async () => {
    const { client, requests } = clientOf(
      (request) =>
        new Promise((_, reject) => {
          request.signal.addEventListener('abort', () => reject(request.signal.reason))
        }),
    )
    const controller = new AbortController()
    const call = failure(client.connection.get(undefined, { signal: controller.signal }))
    await expect.poll(() => requests).toHaveLength(1)
    controller.abort()
    expect(await call).toMatchObject({ name: 'AbortError' })
  })

  it('are not sent at all once aborted', async () => {
    const { client, requests } = clientOf(() => json(buildConnection()))
    const call = failure(client.connection.get(undefined, { signal: AbortSignal.abort() }))
    expect(await call).toMatchObject({ name: 'AbortError' })
    expect(requests).toEqual([])
  })

  it('are not sent either where they are aborted in the moment of the call', async () => {
    const { client, requests } = clientOf(() => json(buildConnection()))
    const controller = new AbortController()
    const call = failure(client.connection.get(undefined, { signal: controller.signal }))
    controller.abort()
    expect(await call).toMatchObject({ name: 'AbortError' })
    expect(requests).toEqual([])
  })
})

describe('errors', () => {
  it.each(Object.keys(errors) as ErrorCode[])('%s arrives as a SyncError with its status, remedy and details', async (code) => {
    const { status, remedy } = errors[code]
    const data = { requestId: 'req-1', field: 'name' }
    const { client } = clientOf(() => json({ defined: true, code, status, message: 'Something to say.', data }, status))
    const error = await failure(client.connection.get())
    expect(error).toBeInstanceOf(SyncError)
    expect(error).toMatchObject({ code, status, remedy, message: 'Something to say.', requestId: 'req-1', details: data })
  })

  it.each([
    [
      'a page of HTML',
      () => new Response('<html>502 Bad Gateway</html>', { status: 502, headers: { 'content-type': 'text/html' } }),
    ],
    ['broken JSON', () => new Response('{"items":', { status: 500, headers: { 'content-type': 'application/json' } })],
    ['an error in another shape', () => json({ error: 'nope' }, 500)],
    [
      'a code that the contract does not have',
      () => json({ defined: false, code: 'TEAPOT', status: 418, message: 'I am', data: {} }, 418),
    ],
    ['nothing', () => new Response(null, { status: 500 })],
  ])('%s instead of an answer is internal, with a sentence for a person', async (_, answer) => {
    const { client } = clientOf(answer)
    const error = await failure(client.jobs.list({}))
    expect(error).toBeInstanceOf(SyncError)
    expect(error).toMatchObject({ code: 'internal', remedy: 'report', message: expect.stringContaining('could not be read') })
  })

  it.each([
    ['a gateway gives up', () => new Response('<html>504</html>', { status: 504 }), { unreadable: true }],
    [
      'the answer breaks off',
      () => new Response('{"job":', { headers: { 'content-type': 'application/json' } }),
      { unreadable: true },
    ],
    ['something on the way refuses', () => new Response('<html>413</html>', { status: 413 }), {}],
  ])('say whether it may have been done all the same where %s', async (_, answer, details) => {
    const error = await failure(clientOf(answer).client.connection.disconnect())
    expect(error).toMatchObject({ code: 'internal' })
    expect(error).toHaveProperty('details', details)
  })

  it.each([
    ['a page', () => new Response('<html>Sign in</html>', { status: 401, headers: { 'content-type': 'text/html' } })],
    ['JSON of its own', () => json({ error: 'session_expired' }, 401)],
    ['nothing', () => new Response(null, { status: 401 })],
  ])('ask to sign in where the host says 401 with %s', async (_, answer) => {
    const expected = { code: 'not_signed_in', remedy: 'sign_in', message: 'Sign in to Pryzm first.' }
    expect(await failure(clientOf(answer).client.connection.get())).toMatchObject(expected)
    expect(await failure(downloadResults(clientOf(answer).client, '1'))).toMatchObject(expected)
  })

  it.each([
    ['a page', () => new Response('<html>Forbidden</html>', { status: 403, headers: { 'content-type': 'text/html' } })],
    ['JSON of its own', () => json({ error: 'forbidden', message: 'CSRF token mismatch.' }, 403)],
    ['a code of its own', () => json({ code: 'FORBIDDEN', message: 'No.', data: {} }, 403)],
    ['nothing', () => new Response(null, { status: 403 })],
  ])('send to an admin where the host says 403 with %s', async (_, answer) => {
    const message = 'Pryzm refused this. Ask a Workspace Admin for access.'
    const expected = { code: 'not_permitted', remedy: 'ask_admin', message, details: { byHost: true } }
    expect(await failure(clientOf(answer).client.connection.get())).toMatchObject(expected)
    expect(await failure(clientOf(answer).client.events.stream())).toMatchObject(expected)
    expect(await failure(downloadResults(clientOf(answer).client, '1'))).toMatchObject(expected)
  })

  it('leave what the kit’s own server says to a 403 alone', async () => {
    const body = { defined: true, code: 'module_disabled', status: 403, message: 'The module is off.', data: {} }
    const error = await failure(clientOf(() => json(body, 403)).client.connection.get())
    expect(error).toMatchObject({ code: 'module_disabled', message: 'The module is off.' })
  })

  it.each([
    ['a page with 200', () => new Response('<html>App</html>', { headers: { 'content-type': 'text/html' } })],
    ['an empty answer', () => new Response(null, { status: 204 })],
    ['a redirect that was not followed', () => Response.json({}, { status: 302, headers: { location: '/sign-in' } })],
  ])('%s instead of data is no answer of the server', async (_, answer) => {
    const { client } = clientOf(answer)
    expect(await failure(client.connection.get())).toMatchObject({ code: 'internal', details: { unreadable: true } })
    expect(await failure(client.events.stream())).toMatchObject({ code: 'internal', details: { unreadable: true } })
  })

  it.each([200, 500])('tell of a connection that breaks off within the answer, and of an abort there (%s)', async (status) => {
    const broken = (reason: unknown) => new ReadableStream({ pull: (controller) => controller.error(reason) })
    const calling = (reason: unknown) => clientOf(() => new Response(broken(reason), { status })).client.connection.get()
    const lost = status === 200 ? { offline: true } : { unreadable: true }
    expect(await failure(calling(new TypeError('network error')))).toMatchObject({ code: 'internal', details: lost })
    expect(await failure(calling(new DOMException('Left.', 'AbortError')))).toMatchObject({ name: 'AbortError' })
  })

  it('tell that nothing was sent where the host cannot give its headers', async () => {
    const headers = () => Promise.reject(new Error('The session could not be renewed.'))
    const { client, requests } = clientOf(() => json(buildConnection()), { headers })
    const expected = { details: { offline: true }, cause: { message: 'The session could not be renewed.' } }
    expect(await failure(client.connection.get())).toMatchObject(expected)
    expect(await failure(downloadResults(client, '1'))).toMatchObject(expected)
    expect(requests).toEqual([])
  })

  it('tells a server that cannot be reached from one that answers badly', async () => {
    const { client } = clientOf(() => Promise.reject(new TypeError('fetch failed')))
    expect(await failure(client.connection.get())).toMatchObject({
      code: 'internal',
      details: { offline: true },
      message: expect.stringContaining('could not be reached'),
    })
  })

  it('of a transport keep what it threw as their cause, and never lose a SyncError', async () => {
    const thrown = new SyncError('rate_limited', 'Wait a moment.')
    const { client } = clientOf(() => Promise.reject(thrown))
    expect(await failure(client.connection.get())).toBe(thrown)
    const other = clientOf(() => Promise.reject(new Error('socket hang up')))
    expect(await failure(other.client.connection.get())).toMatchObject({
      details: { offline: true },
      cause: { message: 'socket hang up' },
    })
  })
})

describe('live events', () => {
  const routes = implement(contract)

  /** A server of the same contract that streams these events and then ends, fails or waits. */
  function streaming(events: LiveEvent[], then: (signal: AbortSignal | undefined) => Promise<void>) {
    const stream = routes.events.stream.handler(async function* ({ signal }) {
      yield* events
      await then(signal)
    })
    const handler = new OpenAPIHandler({ events: { stream } })
    const transport: Transport = async (request) => {
      const { response } = await handler.handle(request, { prefix: '/api/salesforce' })
      return response ?? new Response(null, { status: 404 })
    }
    return createSalesforceClient({ baseUrl: 'https://app.example/api/salesforce', transport })
  }

  const events: LiveEvent[] = [
    { type: 'changed', what: 'connection' },
    { type: 'changed', what: 'mapping' },
  ]

  it('arrive one by one, in order, until the server ends the stream', async () => {
    const client = streaming(events, async () => {})
    const received: LiveEvent[] = []
    for await (const event of await client.events.stream()) received.push(event)
    expect(received).toEqual(events)
  })

  it('end for the server too when the page aborts', async () => {
    let ended: () => void = () => {}
    const serverEnded = new Promise<void>((resolve) => {
      ended = resolve
    })
    const client = streaming(
      events,
      (signal) =>
        new Promise((resolve) => {
          signal?.addEventListener('abort', () => {
            ended()
            resolve()
          })
        }),
    )
    const controller = new AbortController()
    const stream = await client.events.stream(undefined, { signal: controller.signal })
    await expect(stream.next()).resolves.toMatchObject({ value: events[0] })
    await expect(stream.next()).resolves.toMatchObject({ value: events[1] })
    const waiting = stream.next()
    controller.abort()
    await expect(waiting).resolves.toMatchObject({ done: true })
    await serverEnded
  })

  it('that break off in the middle reject with a SyncError', async () => {
    const client = streaming(events.slice(0, 1), async () => {
      throw new ORPCError('internal', { defined: true, status: 500, message: 'The server is going down.', data: {} })
    })
    const stream = await client.events.stream()
    await stream.next()
    const error = await failure(stream.next())
    expect(error).toBeInstanceOf(SyncError)
    expect(error).toMatchObject({ code: 'internal' })
  })
})

describe('a job’s results as a file', () => {
  it('are asked for with the headers of the host', async () => {
    const { client, requests } = clientOf(() => new Response('outcome,name'), { headers: { authorization: 'Bearer x' } })
    const file = await downloadResults(client, 'job/1')
    expect(await file.text()).toBe('outcome,name')
    expect(requests[0]?.url).toBe('https://app.example/api/salesforce/jobs/job%2F1/results.csv')
    expect(requests[0]?.headers.get('authorization')).toBe('Bearer x')
  })

  it('reject with the server’s error, and with the abort where they are called off', async () => {
    const { client } = clientOf(() =>
      json({ code: 'not_permitted', message: 'Not open to you.', data: { requestId: 'r1' } }, 403),
    )
    expect(await failure(downloadResults(client, '1'))).toMatchObject({
      code: 'not_permitted',
      message: 'Not open to you.',
      requestId: 'r1',
    })
    expect(await failure(downloadResults(client, '1', AbortSignal.abort()))).toMatchObject({ name: 'AbortError' })
  })

  it('reject where the connection breaks off within the file', async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new TypeError('network error')) })
    const { client } = clientOf(() => new Response(broken))
    expect(await failure(downloadResults(client, '1'))).toMatchObject({ code: 'internal', details: { offline: true } })
  })
})

describe('connectUrl', () => {
  it('is an address that a plain link can carry', () => {
    const client = createSalesforceClient({ baseUrl: '/api/salesforce/' })
    expect(connectUrl(client, { returnTo: '/settings?tab=crm', loginHost: 'acme.my.salesforce.com' })).toBe(
      '/api/salesforce/connection/start?returnTo=%2Fsettings%3Ftab%3Dcrm&loginHost=acme.my.salesforce.com',
    )
  })

  it('is none where requests are signed by header, which a link cannot', () => {
    const client = createSalesforceClient({ baseUrl: '/api', headers: { authorization: 'Bearer 1' } })
    expect(connectUrl(client, { returnTo: '/' })).toBeNull()
  })
})

import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { implement, ORPCError } from '@orpc/server'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SyncError } from '../contract/errors.ts'
import type { LiveEvent } from '../contract/event.ts'
import { contract } from '../contract/routes.ts'
import { buildJob } from '../testing/build-job.ts'
import { createSalesforceClient } from './create-salesforce-client.ts'

const routes = implement(contract)
const changed: LiveEvent = { type: 'changed', what: 'connection' }

/** What the kit's kind of server sends for these events, as it is on the wire. */
async function wire(events: () => AsyncGenerator<LiveEvent>, keepAlive = 10_000): Promise<Response> {
  const stream = routes.events.stream.handler(events)
  const handler = new OpenAPIHandler({ events: { stream } }, { eventIteratorKeepAliveInterval: keepAlive })
  const { response } = await handler.handle(new Request('http://app.test/events'))
  if (!response) throw new Error('The route was not found.')
  return response
}

async function* each(events: readonly LiveEvent[]) {
  yield* events
}

/** A client whose stream is this body; `canceled` once the body was called off. */
function over(body: ReadableStream<Uint8Array>) {
  let canceled = false
  const reader = body.getReader()
  const watched = new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.read()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: () => void (canceled = true),
  })
  const sent: Request[] = []
  const client = createSalesforceClient({
    baseUrl: 'http://app.test',
    transport: async (request) => {
      sent.push(request)
      return new Response(watched, { headers: { 'content-type': 'text/event-stream' } })
    },
  })
  return { client, sent, canceled: () => canceled }
}

/** A body of these pieces, which then stays open, ends or breaks. */
function bodyOf(pieces: readonly (string | Uint8Array)[], then: 'stays' | 'ends' | TypeError = 'ends') {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(typeof piece === 'string' ? encoder.encode(piece) : piece)
      if (then === 'ends') controller.close()
    },
    pull(controller) {
      if (then instanceof TypeError) controller.error(then)
      return new Promise(() => undefined)
    },
  })
}

async function received(body: ReadableStream<Uint8Array>): Promise<LiveEvent[]> {
  const events: LiveEvent[] = []
  for await (const event of await over(body).client.events.stream()) events.push(event)
  return events
}

async function failure(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => {
      throw new Error('The call did not fail.')
    },
    (error: unknown) => error,
  )
}

const message = `event: message\ndata: ${JSON.stringify(changed)}\n\n`

describe('the events of a stream', () => {
  const anyText = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
  const anyEvents = fc.array(
    fc.oneof(
      fc.constant(changed),
      anyText.map((label): LiveEvent => ({ type: 'job', job: buildJob({ id: '1', label }) })),
    ),
    { maxLength: 6 },
  )

  it('arrive whole however the bytes are cut, within a character too', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvents, fc.infiniteStream(fc.integer({ min: 1, max: 90 })), async (events, sizes) => {
        const bytes = new Uint8Array(await (await wire(() => each(events))).arrayBuffer())
        const pieces: Uint8Array[] = []
        for (let at = 0; at < bytes.length; at += pieces.at(-1)?.length ?? 1) {
          pieces.push(bytes.slice(at, at + (sizes.next().value ?? 1)))
        }
        expect(await received(bodyOf(pieces))).toEqual(events)
      }),
      { numRuns: 200 },
    )
  })

  it('arrive whole a byte at a time', async () => {
    const events: LiveEvent[] = [{ type: 'job', job: buildJob({ id: '1', label: 'Größe 💥\n\ndata: x' }) }, changed]
    const bytes = new Uint8Array(await (await wire(() => each(events))).arrayBuffer())
    expect(await received(bodyOf(Array.from(bytes, (byte) => Uint8Array.of(byte))))).toEqual(events)
  })

  it('come without what the server sends in between to keep the connection alive', async () => {
    const response = await wire(async function* () {
      yield changed
      await new Promise((resolve) => setTimeout(resolve, 30))
      yield changed
    }, 1)
    const text = await response.text()
    expect(text.match(/^: *$/gm)?.length).toBeGreaterThan(1)
    expect(await received(bodyOf([text]))).toEqual([changed, changed])
  })

  it('come without kinds of event that this client does not know, and without ids and delays', async () => {
    const body = bodyOf([`event: later\ndata: {"type":"other"}\n\n`, `id: 7\nretry: 10\n${message}`])
    expect(await received(body)).toEqual([changed])
  })

  it('need not be named', async () => {
    expect(await received(bodyOf([`data: ${JSON.stringify(changed)}\n\n`]))).toEqual([changed])
  })

  it('come without one that was cut off by the end', async () => {
    expect(await received(bodyOf([message, message.slice(0, -2)]))).toEqual([changed])
  })
})

describe('a stream', () => {
  it.each([
    ['when the server closes it', [message]],
    ['when the server says that it is done', [message, 'event: done\ndata: {}\n\n', message]],
  ])('ends %s, and stays ended', async (_, pieces) => {
    const { client } = over(bodyOf(pieces))
    const stream = await client.events.stream()
    expect(await stream.next()).toEqual({ done: false, value: changed })
    for (let again = 0; again < 3; again += 1) expect(await stream.next()).toEqual({ done: true, value: undefined })
  })

  it.each<[string, (stream: AsyncIteratorObject<LiveEvent, unknown, void>) => Promise<unknown>]>([
    ['returns before it has begun', async (stream) => stream.return?.()],
    [
      'breaks out of its loop',
      async (stream) => {
        for await (const _ of stream) break
      },
    ],
    [
      'returns while it waits for the next event',
      async (stream) => {
        await stream.next()
        const waiting = stream.next()
        await stream.return?.()
        expect(await waiting).toEqual({ done: true, value: undefined })
      },
    ],
    ['throws into it', async (stream) => expect(failure(Promise.resolve(stream.throw?.('enough')))).resolves.toBe('enough')],
    ['disposes of it', async (stream) => stream[Symbol.asyncDispose]()],
  ])('is called off where who reads it %s', async (_, leave) => {
    const { client, canceled } = over(bodyOf([message], 'stays'))
    const stream = await client.events.stream()
    await leave(stream)
    await expect.poll(canceled).toBe(true)
    expect(await stream.next()).toEqual({ done: true, value: undefined })
  })

  it('ends for the server too where who reads it leaves', async () => {
    let ended = false
    const response = await wire(async function* () {
      try {
        for (;;) {
          yield changed
          await new Promise((resolve) => setTimeout(resolve, 1))
        }
      } finally {
        ended = true
      }
    })
    const client = createSalesforceClient({ baseUrl: 'http://app.test', transport: async () => response })
    for await (const _ of await client.events.stream()) break
    await expect.poll(() => ended).toBe(true)
  })

  it('is called off by an abort, which stays one', async () => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(message)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const left = once(server, 'request').then(([, response]: ServerResponse[]) => response && once(response, 'close'))
    const client = createSalesforceClient({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
    const leaving = new AbortController()
    const stream = await client.events.stream(undefined, { signal: leaving.signal })
    expect(await stream.next()).toEqual({ done: false, value: changed })
    const waiting = failure(stream.next())
    leaving.abort()
    expect(await waiting).toMatchObject({ name: 'AbortError' })
    await left
    expect(await stream.next()).toMatchObject({ done: true })
    server.close()
  })

  it('is not opened where it was aborted before', async () => {
    const { client, sent } = over(bodyOf([message], 'stays'))
    expect(await failure(client.events.stream(undefined, { signal: AbortSignal.abort() }))).toMatchObject({ name: 'AbortError' })
    expect(sent).toEqual([])
  })

  it('asks to go on after the event that it is told', async () => {
    const { client, sent } = over(bodyOf([message]))
    await client.events.stream(undefined, { lastEventId: '7' })
    expect(sent[0]?.headers.get('last-event-id')).toBe('7')
  })
})

describe('a stream that fails', () => {
  it('tells the error of the contract that the server sends, with its details', async () => {
    const response = await wire(async function* () {
      yield changed
      throw new ORPCError('rate_limited', { status: 429, message: 'Wait a moment.', data: { requestId: 'r1' } })
    })
    const { client } = over(response.body ?? bodyOf([]))
    const stream = await client.events.stream()
    await stream.next()
    const error = await failure(stream.next())
    expect(error).toBeInstanceOf(SyncError)
    expect(error).toMatchObject({ code: 'rate_limited', message: 'Wait a moment.', requestId: 'r1' })
    expect(await stream.next()).toMatchObject({ done: true })
  })

  it.each([
    ['an error that the contract does not have', 'event: error\ndata: {"code":"INTERNAL_SERVER_ERROR","message":"No."}\n\n'],
    ['an error in another shape', 'event: error\ndata: "no"\n\n'],
    ['an event that is no JSON', 'event: message\ndata: {"type":\n\n'],
  ])('is unreadable where the server sends %s, and is called off', async (_, event) => {
    const { client, canceled } = over(bodyOf([message, event], 'stays'))
    const stream = await client.events.stream()
    await stream.next()
    expect(await failure(stream.next())).toMatchObject({ code: 'internal', details: { unreadable: true } })
    await expect.poll(canceled).toBe(true)
    expect(await stream.next()).toMatchObject({ done: true })
  })

  it('could not be reached any more where the connection breaks', async () => {
    const { client } = over(bodyOf([message], new TypeError('network error')))
    const stream = await client.events.stream()
    expect(await stream.next()).toMatchObject({ value: changed })
    expect(await failure(stream.next())).toMatchObject({ code: 'internal', details: { offline: true } })
    expect(await stream.next()).toMatchObject({ done: true })
  })
})

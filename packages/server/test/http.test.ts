import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createSalesforceClient, type LiveEvent } from '@pryzm/salesforce-sdk'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { toExpress } from '../src/express.ts'
import { setUp } from './support/map.ts'
import { signedBy } from './support/people.ts'
import { ended, jobOf, pull } from './support/pull.ts'
import { createWorkbench, type Workbench, workspace } from './support/workbench.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

let bench: Workbench
beforeAll(async () => {
  bench = await createWorkbench()
  await bench.server.work()
  await setUp(bench)
})
afterAll(() => bench.close())

const asJson = async (response: Response) => ({
  status: response.status,
  body: (await response.json()) as { code?: string; message?: string },
})

describe('every answer', () => {
  it('asks people to sign in, without a stack trace', async () => {
    const response = await bench.server.handle(new Request('http://app.test/api/salesforce/connection'))
    expect(await asJson(response)).toMatchObject({ status: 401, body: { code: 'not_signed_in', defined: true } })
  })

  it('says that a route does not exist', async () => {
    expect(await asJson(await bench.ask('GET', '/nothing'))).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect(await asJson(await bench.ask('DELETE', '/mapping'))).toMatchObject({ status: 404, body: { code: 'not_found' } })
  })

  it('is not to be cached', async () => {
    expect((await bench.ask('GET', '/connection')).headers.get('cache-control')).toBe('no-store')
  })

  it('answers module_disabled on every route while the module is off', async () => {
    bench.moduleOff.add(workspace)
    for (const [method, path] of [
      ['GET', '/connection'],
      ['GET', '/jobs'],
      ['POST', '/runs'],
      ['GET', '/events'],
      ['GET', '/jobs/1/results.csv'],
    ])
      expect(await asJson(await bench.ask(method as string, path as string))).toMatchObject({
        status: 403,
        body: { code: 'module_disabled' },
      })
    bench.moduleOff.clear()
  })

  it('is the same wherever the host mounts the kit', async () => {
    for (const baseUrl of ['http://app.test', 'http://app.test/a/b/c', 'http://app.test/api/salesforce/']) {
      const client = createSalesforceClient({ baseUrl, transport: bench.server.handle, headers: signedBy('admin', workspace) })
      expect((await client.connection.get()).status).toBe('connected')
    }
  })

  it('hides what went wrong inside behind a request id, and logs it under the same', async () => {
    const read = vi.spyOn(bench.records, 'pipelines').mockRejectedValueOnce(new Error('the password is hunter2'))
    const { status, body } = await asJson(await bench.ask('GET', '/pipelines'))
    expect({ status, code: body.code }).toEqual({ status: 500, code: 'internal' })
    expect(JSON.stringify(body)).not.toContain('hunter2')
    expect(bench.logged.at(-1)).toMatchObject({ level: 'error', message: 'A request failed unexpectedly' })
    expect(body.message).toContain(bench.logged.at(-1)?.requestId)
    read.mockRestore()
  })
})

describe('a request from another site', () => {
  const start = (headers: Record<string, string>) => bench.ask('POST', '/connection/connect', { body: '{}', headers })

  it('is refused where it borrows cookies', async () => {
    expect(await asJson(await start({ origin: 'https://evil.test', cookie: 'session=1' }))).toMatchObject({
      status: 403,
      body: { code: 'not_permitted' },
    })
    expect((await start({ origin: 'null', cookie: 'session=1' })).status).toBe(403)
  })

  it('passes from the own site, and without cookies', async () => {
    expect((await start({ origin: 'http://app.test', cookie: 'session=1' })).status).toBe(200)
    expect((await start({ origin: 'https://partner.test' })).status).toBe(200)
  })
})

describe('live events', () => {
  it('tell an open page of a run from start to end', async () => {
    const leaving = new AbortController()
    const events: LiveEvent[] = []
    const stream = await bench.client('viewer').events.stream(undefined, { signal: leaving.signal })
    const listening = (async () => {
      for await (const event of stream) events.push(event)
    })().catch(() => undefined)
    const { id } = await pull(bench.client())
    await vi.waitFor(() =>
      expect(events.some((event) => event.type === 'run' && event.run.id === id && event.run.finishedAt !== null)).toBe(true),
    )
    leaving.abort()
    await listening
    const states = events.flatMap((event) => (event.type === 'job' && event.job.object === 'Account' ? [event.job.state] : []))
    expect(states.at(0)).toBe('running')
    expect(states.at(-1)).toBe('succeeded')
  })
})

it('live events end for a page that leaves, however long they were quiet', async () => {
  const leaving = new AbortController()
  const reader = await openEvents(leaving.signal)
  const rest = (async () => {
    let read = await reader.read()
    while (!read.done) read = await reader.read()
  })()
  for (let collection = 0; collection < 3; collection++) {
    collectGarbage()
    await new Promise(setImmediate)
  }
  leaving.abort()
  await expect(rest).resolves.toBeUndefined()
})

/** The body of the stream; nothing here holds its request. */
async function openEvents(signal: AbortSignal): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  const { body } = await bench.server.handle(
    new Request('http://app.test/api/salesforce/events', { signal, headers: signedBy('viewer', workspace) }),
  )
  if (!body) throw new Error('The stream has no body.')
  return body.getReader()
}

describe('the export of a job', () => {
  it('is a CSV of every record, read by those who may see them', async () => {
    const job = jobOf(await pull(bench.client()), 'Account')
    const response = await bench.ask('GET', `/jobs/${job.id}/results.csv`, { person: 'viewer' })
    expect(response.headers.get('content-type')).toContain('text/csv')
    const lines = (await response.text()).trim().split('\r\n')
    expect(lines).toHaveLength(5)
    expect(lines.find((line) => line.includes('Precision'))).toContain('"Ödegård ""Precision"" Bearings, AB"')
    expect((await bench.ask('GET', `/jobs/${job.id}/results.csv`, { person: 'outsider' })).status).toBe(403)
    expect((await bench.ask('GET', '/jobs/none/results.csv')).status).toBe(404)
  })
})

describe('mounted in Express', () => {
  let listening: Server
  let url: string
  beforeAll(async () => {
    const app = express()
    app.use('/plain', toExpress(bench.server))
    app.use('/parsed', express.json(), toExpress(bench.server))
    listening = createServer(app).listen(0, '127.0.0.1')
    await new Promise((resolve) => listening.once('listening', resolve))
    url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`
  })
  afterAll(() => {
    listening.closeAllConnections()
    listening.close()
  })

  it.each(['/plain', '/parsed'])('reads and writes at %s, whether or not the body was parsed before', async (path) => {
    const client = createSalesforceClient({ baseUrl: url + path, headers: signedBy('admin', workspace) })
    expect((await client.connection.get()).org?.name).toBe('Acme Industrial')
    const { run } = await client.runs.start({ mode: 'changes' })
    expect((await ended(client, run.id)).mode).toBe('changes')
  })

  it('streams events until the page is closed', async () => {
    const leaving = new AbortController()
    const client = createSalesforceClient({ baseUrl: `${url}/plain`, headers: signedBy('viewer', workspace) })
    const stream = await client.events.stream(undefined, { signal: leaving.signal })
    const first = stream.next()
    await pull(bench.client(), 'changes')
    expect((await first).value).toMatchObject({ type: expect.stringMatching(/run|job/) })
    leaving.abort()
    const rest = async () => {
      for await (const event of stream) expect(event.type).toMatch(/run|job/)
    }
    await expect(rest()).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('refuses a body that is too large before it is read whole', async () => {
    const response = await fetch(`${url}/plain/mapping`, {
      method: 'PUT',
      headers: { ...signedBy('admin', workspace), 'content-type': 'application/json' },
      body: JSON.stringify({ filler: 'x'.repeat(1_100_000) }),
    })
    expect(response.status).toBe(413)
  })
})

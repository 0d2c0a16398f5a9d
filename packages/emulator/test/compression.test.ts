import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { request } from 'node:http'
import { gunzipSync, inflateSync } from 'node:zlib'
import { textStream } from '../src/bulk/text-stream.ts'
import type { AppEnv } from '../src/routes/app.ts'
import { registerCompression } from '../src/routes/compression.ts'
import { startServer, type RunningServer } from '../src/serve.ts'

const long = 'Ödegård "Precision" Bearings, AB\n'.repeat(20_000)
const middling = 'Northgate Pumps\n'.repeat(10)
const plain = { 'Content-Type': 'text/csv' }
let server: RunningServer

beforeAll(async () => {
  const app = new Hono<AppEnv>()
  registerCompression(app)
  app.get('/long', () => new Response(long, { headers: { ...plain, ETag: '"1"', Vary: 'Origin' } }))
  app.get('/tagged', () => new Response(long, { headers: { ...plain, ETag: '"1--gzip"' } }))
  app.get('/short', () => new Response('Id\n', { headers: plain }))
  app.get('/middling', () => new Response(middling, { headers: plain }))
  app.get('/image', () => new Response(long, { headers: { 'Content-Type': 'image/png' } }))
  app.get('/zipped', () => new Response(long, { headers: { ...plain, 'Content-Encoding': 'br' } }))
  app.get('/as-it-is', () => new Response(long, { headers: { ...plain, 'Cache-Control': 'no-store, no-transform' } }))
  app.get('/nothing', () => new Response(null, { status: 204 }))
  app.get('/broken', (c) => new Response(textStream(breakingLines(), c.env.outgoing), { headers: plain }))
  server = await startServer((asked, outgoing) => app.fetch(asked, { outgoing }), { port: 0, hostname: '127.0.0.1' })
})
afterAll(() => server.close())

function* breakingLines(): Iterable<string> {
  for (let line = 0; line < 10; line++) yield long
  throw new Error('The rows ran out')
}

/** The answer as it comes over the wire, without anybody unzipping it. */
function ask(path: string, accepts?: string, method = 'GET') {
  return new Promise<{ encoding?: string; vary?: string; tag?: string; bytes: Buffer; isWhole: boolean }>((resolve, reject) => {
    const headers = accepts === undefined ? {} : { 'Accept-Encoding': accepts }
    const sent = request(server.url + path, { method, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', () => undefined)
      answer.on('close', () => {
        const { 'content-encoding': encoding, vary, etag: tag } = answer.headers
        const found = { bytes: Buffer.concat(chunks), isWhole: answer.complete }
        resolve({ ...found, ...(encoding && { encoding }), ...(vary && { vary }), ...(tag && { tag }) })
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}

it('answers gzip or deflate, whichever the client likes better', async () => {
  for (const accepts of ['gzip', 'gzip, deflate', 'deflate;q=0.5, gzip;q=0.8', '*', 'br, GZIP']) {
    const { encoding, bytes } = await ask('/long', accepts)
    expect(encoding).toBe('gzip')
    expect(gunzipSync(bytes).toString()).toBe(long)
  }
  for (const accepts of ['deflate', 'gzip;q=0, deflate', 'gzip;q=0.1, deflate; q=1']) {
    const { encoding, bytes } = await ask('/long', accepts)
    expect(encoding).toBe('deflate')
    expect(inflateSync(bytes).toString()).toBe(long)
  }
})

it('compresses answers of any length but the shortest', async () => {
  expect(gunzipSync((await ask('/middling', 'gzip')).bytes).toString()).toBe(middling)
  expect(inflateSync((await ask('/middling', 'deflate')).bytes).toString()).toBe(middling)
})

it('leaves answers alone for clients that take neither', async () => {
  for (const accepts of [undefined, 'br', 'identity', 'gzip;q=0']) {
    const { encoding, bytes } = await ask('/long', accepts)
    expect(encoding).toBeUndefined()
    expect(bytes.toString()).toBe(long)
  }
})

it('tells caches that the answer depends on what the client takes', async () => {
  expect(await ask('/long')).toMatchObject({ vary: 'Origin, Accept-Encoding', tag: '"1"' })
  expect(await ask('/long', 'gzip')).toMatchObject({ vary: 'Origin, Accept-Encoding', tag: 'W/"1"' })
  expect(await ask('/tagged', 'gzip')).toMatchObject({ vary: 'Accept-Encoding', tag: '"1--gzip"' })
})

it('leaves short, compressed and unchangeable answers, and those of other kinds, as they are', async () => {
  for (const path of ['/short', '/image', '/as-it-is', '/nothing']) {
    expect((await ask(path, 'gzip')).encoding).toBeUndefined()
  }
  const { encoding, bytes } = await ask('/zipped', 'gzip')
  expect(encoding).toBe('br')
  expect(bytes.toString()).toBe(long)
  expect((await ask('/long', 'gzip', 'HEAD')).bytes).toHaveLength(0)
})

it('breaks off where the body does, instead of ending well', async () => {
  expect((await ask('/broken', 'gzip')).isWhole).toBe(false)
  expect((await ask('/broken')).isWhole).toBe(false)
  expect((await ask('/long', 'gzip')).isWhole).toBe(true)
})

import { afterEach, describe, expect, it } from 'vitest'
import { type AnsweringOrg, answering, deadSession, json } from './support/answering.ts'

const limits = { DailyApiRequests: { Max: 100, Remaining: 40 } }
let server: AnsweringOrg

afterEach(() => server.close())

describe('a token that Salesforce does not accept', () => {
  it('is renewed once, and the request repeated with the new one', async () => {
    server = await answering((request, response) => {
      if (request.headers.authorization === 'Bearer first') json(response, 401, deadSession)
      else json(response, 200, limits)
    })
    const { org, renewed } = server.open()
    expect(await org.limits()).toEqual({ used: 60, limit: 100 })
    expect(renewed).toEqual(['first'])
  })

  it('is not renewed again when the new one is refused too', async () => {
    let requests = 0
    server = await answering((_, response) => {
      requests += 1
      json(response, 401, deadSession)
    })
    const { org, renewed } = server.open()
    await expect(org.limits()).rejects.toMatchObject({
      code: 'reauthorization_required',
      details: { reason: 'token_revoked' },
    })
    expect({ renewed, requests }).toEqual({ renewed: ['first'], requests: 2 })
  })

  it('is renewed once for all the requests that met it', async () => {
    server = await answering((request, response) => {
      if (request.headers.authorization === 'Bearer first') json(response, 401, deadSession)
      else json(response, 200, limits)
    })
    const { org, renewed } = server.open()
    await Promise.all(Array.from({ length: 5 }, () => org.limits()))
    expect(renewed).toEqual(['first'])
  })

  it('is renewed while result pages are read, by the same rule', async () => {
    server = await answering((request, response) => {
      if (request.headers.authorization === 'Bearer first') return json(response, 401, deadSession)
      response.writeHead(200, { 'sforce-numberofrecords': '1', 'sforce-locator': 'null' }).end('"Id"\n"001"\n')
    })
    const { org, renewed } = server.open()
    const pages = org.resultPages('750', { columns: ['Id'], from: null, signal: new AbortController().signal })
    const rows: string[][] = []
    for await (const page of pages) for await (const block of page.blocks) rows.push(...block)
    expect({ rows, renewed }).toEqual({ rows: [['001']], renewed: ['first'] })
  })
})

describe('a read without an answer', () => {
  it('is repeated after a cut connection, which jsforce alone would not survive', async () => {
    let requests = 0
    server = await answering((_, response) => {
      requests += 1
      if (requests === 3) return json(response, 200, limits)
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
      response.write('{"DailyApi', () => response.destroy())
    })
    expect(await server.open().org.limits()).toEqual({ used: 60, limit: 100 })
    expect(requests).toBe(3)
  })

  it('is given up after some tries, with a sentence and what to do', async () => {
    let requests = 0
    server = await answering((_, response) => {
      requests += 1
      response.writeHead(503, { 'content-type': 'text/html' }).end('<html>Down for maintenance</html>')
    })
    await expect(server.open().org.limits()).rejects.toMatchObject({
      code: 'salesforce_busy',
      remedy: 'wait',
      message: expect.stringContaining('HTTP 503'),
    })
    expect(requests).toBe(3)
  })

  it('is not waited for without end', async () => {
    server = await answering(() => undefined, { answerMs: 30, tries: 1 })
    await expect(server.open().org.limits()).rejects.toMatchObject({
      code: 'salesforce_busy',
      message: expect.stringContaining('did not answer in time'),
    })
  })

  it('does not carry the token to where a redirect points', async () => {
    const asked: (string | undefined)[] = []
    server = await answering((request, response) => {
      asked.push(request.url)
      response.writeHead(302, { location: '/elsewhere' }).end()
    })
    await expect(server.open().org.limits()).rejects.toMatchObject({ code: 'salesforce_busy' })
    expect(asked).not.toContain('/elsewhere')
  })
})

describe('a write without an answer', () => {
  it.each([
    ['is cut', (response: { destroy(): void }) => response.destroy()],
    [
      'is answered with a broken page',
      (response: import('node:http').ServerResponse) => void response.writeHead(502).end('<html>'),
    ],
  ])('has an unknown outcome when it %s, and is not sent again', async (_, answer) => {
    let requests = 0
    server = await answering((request, response) => {
      requests += 1
      request.resume()
      request.on('end', () => answer(response))
    })
    const outcome = await server.open().org.upsertByPryzmId('Account', 'p1', { Name: 'Acme' }, ['Name'])
    expect(outcome).toMatchObject({ kind: 'unknown', message: expect.any(String) })
    expect(requests).toBe(1)
  })

  it('is sent again where Salesforce only asked for a pause', async () => {
    let requests = 0
    server = await answering((_, response) => {
      requests += 1
      if (requests === 1) return json(response, 429, [])
      const body = { id: '001', success: true, errors: [], created: true }
      json(response, 200, { compositeResponse: [{ body, httpHeaders: {}, httpStatusCode: 201, referenceId: 'write' }] })
    })
    const outcome = await server.open().org.upsertByPryzmId('Account', 'p1', { Name: 'Acme' })
    expect(outcome).toEqual({ kind: 'written', salesforceId: '001', created: true, kept: null })
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrg, type EmulatedOrg } from '../src/index.ts'
import { app, caller, tokensFor } from './sign-in.ts'

let org: EmulatedOrg
let call: ReturnType<typeof caller>
let account: string
beforeAll(async () => {
  org = await createOrg({ seed: 'tiny', app })
})
beforeEach(async () => {
  org.reset()
  org.admin.addPryzmIdField('Account')
  account = String(org.admin.find('Account', { Name: 'Lakeside Foods' })[0]?.Id)
  call = caller(org, (await tokensFor(org)).access_token ?? '')
})
afterAll(() => org.close())

const query = (soql: string) => `/query?q=${encodeURIComponent(soql)}`
const span = () => `start=${new Date(Date.now() - 3_600_000).toISOString()}&end=${new Date(Date.now() + 60_000).toISOString()}`

const filled = (path: string) => path.replace('{account}', account).replace('{span}', span())

/** Requests whose answer has a body of JSON, with the status each is answered with. */
const answered: readonly (readonly [number, string, string, object?])[] = [
  [200, 'GET', ''],
  [200, 'GET', '/limits'],
  [200, 'GET', '/limits/recordCount?sObjects=Account'],
  [200, 'GET', '/sobjects'],
  [200, 'GET', '/sobjects/Account'],
  [200, 'GET', '/sobjects/Account/describe'],
  [200, 'GET', '/sobjects/Account/{account}'],
  [200, 'GET', '/sobjects/Account/updated?{span}'],
  [200, 'GET', '/sobjects/Account/deleted?{span}'],
  [200, 'GET', query('SELECT Id FROM Account')],
  [200, 'GET', query('SELECT Id FROM Account').replace('query', 'queryAll')],
  [200, 'GET', '/tooling/sobjects'],
  [200, 'GET', query('SELECT Id FROM CustomField').replace('query', 'tooling/query')],
  [200, 'GET', '/jobs/query'],
  [200, 'GET', '/jobs/ingest'],
  [201, 'POST', '/sobjects/Account', { Name: 'A' }],
  [201, 'PATCH', '/sobjects/Account/Pryzm_ID__c/1', { Name: 'A' }],
  [200, 'POST', '/composite', { compositeRequest: [{ method: 'GET', url: '/services/data/v67.0/limits', referenceId: 'a' }] }],
  [200, 'POST', '/composite/sobjects', { records: [{ attributes: { type: 'Account' }, Name: 'A' }] }],
  [200, 'POST', '/jobs/query', { operation: 'query', query: 'SELECT Id FROM Account' }],
  [200, 'POST', '/jobs/ingest', { operation: 'insert', object: 'Account', lineEnding: 'LF' }],
  [400, 'GET', query('SELECT Nothing FROM Account')],
  [400, 'POST', '/sobjects/Account', {}],
  [404, 'GET', '/sobjects/Nothing/describe'],
  [405, 'PUT', '/sobjects/Account', {}],
  [415, 'POST', '/sobjects/Account', {}],
]

describe('headers', () => {
  for (const [status, method, path, body] of answered) {
    it(`of the answer ${status} to ${method} ${path} are those of Salesforce`, async () => {
      const before = org.admin.apiUsage
      const type: Record<string, string> = status === 415 ? { 'Content-Type': 'text/plain' } : {}
      const { headers, ...response } = await send(method, filled(path), body, type)
      expect(response.status).toBe(status)
      expect(headers['content-type']).toBe('application/json;charset=UTF-8')
      expect(headers['sforce-limit-info']).toBe(`api-usage=${before + 1}/15000`)
      expectWireHeaders(headers)
    })
  }

  it('tell one request from another', async () => {
    const first = await send('GET', '/limits')
    const second = await send('GET', '/limits')
    expect(first.headers['x-sfdc-request-id']).not.toBe(second.headers['x-sfdc-request-id'])
  })

  it('show no usage where nothing is used: in the list of versions, and without a session', async () => {
    const versions = await send('GET', '/services/data')
    expect(versions.status).toBe(200)
    expect(versions.headers['sforce-limit-info']).toBeUndefined()
    expectWireHeaders(versions.headers)
    const dead = await caller(org, 'dead')('GET', '/limits')
    expect(dead.status).toBe(401)
    expect(dead.headers.get('WWW-Authenticate')).toBe('Token')
    expect(dead.headers.get('Sforce-Limit-Info')).toBeNull()
  })

  it('tell when metadata and records last changed, and mark metadata', async () => {
    for (const path of ['/sobjects', '/sobjects/Account/describe', `/sobjects/Account/${account}`]) {
      const { headers } = await send('GET', path)
      expect(headers['last-modified']).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/)
    }
    const plain = await call('GET', '/sobjects/Account/describe', undefined, { 'Accept-Encoding': 'identity' })
    const zipped = await call('GET', '/sobjects/Account/describe', undefined, { 'Accept-Encoding': 'gzip' })
    expect(plain.headers.get('ETag')).toMatch(/^"[0-9a-f]{8}"$/)
    expect(zipped.headers.get('ETag')).toBe(plain.headers.get('ETag')?.replace(/"$/, '--gzip"'))
    expect((await send('GET', '/limits')).headers['last-modified']).toBeUndefined()
  })

  it('say where a record is that was created or upserted', async () => {
    const created = await call('POST', '/sobjects/Account', { Name: 'A' })
    const { id }: { id: string } = JSON.parse(await created.text())
    expect(created.headers.get('Location')).toBe(`/services/data/v67.0/sobjects/Account/${id}`)
    for (const status of [201, 200]) {
      const upserted = await call('PATCH', '/sobjects/Account/Pryzm_ID__c/2', { Name: 'B' })
      const answer: { id: string } = JSON.parse(await upserted.text())
      expect([upserted.status, upserted.headers.get('Location')]).toEqual([
        status,
        `/services/data/v67.0/sobjects/Account/${answer.id}`,
      ])
    }
  })

  it('have no type where there is no content', async () => {
    const updated = await send('PATCH', `/sobjects/Account/${account}`, { Name: 'C' })
    const upserted = await send('PATCH', `/services/data/v45.0/sobjects/Account/Id/${account}`, { Name: 'D' })
    const deleted = await send('DELETE', `/sobjects/Account/${account}`)
    for (const { status, headers } of [updated, upserted, deleted]) {
      expect([status, headers['content-type'], headers.location]).toEqual([204, undefined, undefined])
      expect(headers['sforce-limit-info']).toMatch(/^api-usage=\d+\/15000$/)
      expectWireHeaders(headers)
    }
  })

  it('of bulk results are those of CSV', async () => {
    const job: { id: string } = JSON.parse(
      await (await call('POST', '/jobs/query', { operation: 'query', query: 'SELECT Id FROM Account' })).text(),
    )
    await expect.poll(async () => (await call('GET', `/jobs/query/${job.id}/results`)).status).toBe(200)
    const { headers } = await send('GET', `/jobs/query/${job.id}/results`)
    expect(headers['content-type']).toMatch(/^text\/csv/)
    expect([headers['sforce-numberofrecords'], headers['sforce-locator']]).toEqual(['4', 'null'])
    expectWireHeaders(headers)
  })
})

describe('a method that a resource does not have', () => {
  const recordMethods = 'HEAD,GET,PATCH,DELETE'
  it.each([
    ['/services/data', 'POST PUT PATCH DELETE', 'HEAD,GET'],
    ['/limits', 'POST PUT PATCH DELETE', 'HEAD,GET'],
    ['/sobjects', 'POST PUT PATCH DELETE', 'HEAD,GET'],
    ['/sobjects/Account', 'PUT PATCH DELETE', 'HEAD,GET,POST'],
    ['/sobjects/Account/describe', 'POST PUT PATCH DELETE', 'HEAD,GET'],
    ['/sobjects/Account/describe/layouts', 'POST PUT PATCH DELETE', 'HEAD,GET'],
    ['/sobjects/Account/updated', 'POST PUT PATCH DELETE', 'HEAD,GET'],
    ['/sobjects/Account/deleted', 'POST PUT PATCH DELETE', 'HEAD,GET'],
    ['/sobjects/Account/001000000000001AAA', 'POST PUT', recordMethods],
    ['/query', 'PUT PATCH DELETE', 'HEAD,GET'],
    ['/queryAll', 'PUT PATCH DELETE', 'HEAD,GET'],
    ['/composite/sobjects', 'PUT', 'POST,PATCH,DELETE'],
    ['/tooling/query', 'PUT PATCH DELETE', 'HEAD,GET'],
    ['/tooling/sobjects', 'POST PUT PATCH DELETE', 'HEAD,GET'],
    ['/tooling/sobjects/CustomField/describe', 'POST PUT PATCH DELETE', 'HEAD,GET'],
    ['/jobs/query', 'PUT PATCH DELETE', 'HEAD,GET,POST'],
    ['/jobs/query/750000000000001AAA', 'POST PUT', recordMethods],
    ['/jobs/query/750000000000001AAA/results', 'POST PUT PATCH DELETE', 'HEAD,GET'],
    ['/jobs/ingest', 'PUT PATCH DELETE', 'HEAD,GET,POST'],
    ['/jobs/ingest/750000000000001AAA', 'POST PUT', recordMethods],
    ['/jobs/ingest/750000000000001AAA/batches', 'POST PATCH DELETE', 'PUT'],
  ])('%s refuses %s and names %s', async (path, methods, allowed) => {
    for (const method of methods.split(' ')) {
      const refused = await call(method, path, method === 'DELETE' ? undefined : {})
      const message = `HTTP Method '${method}' not allowed. Allowed are ${allowed}`
      expect([refused.status, await refused.json()]).toEqual([405, [{ message, errorCode: 'METHOD_NOT_ALLOWED' }]])
    }
  })
})

describe('a request that is out of bounds', () => {
  it('is refused by Salesforce’s web server when its address, or address and headers, pass 16,384 bytes', async () => {
    const path = '/services/data/v67.0/query?q='
    const longest = 'x'.repeat(16_384 - path.length)
    expect((await call('GET', `${path}${longest}x`)).status).toBe(414)
    expect((await call('GET', path + longest)).status).toBe(431)
    const half = await call('GET', path + 'x'.repeat(8000), undefined, { 'X-Long': 'y'.repeat(9000) })
    expect([half.status, half.headers.get('Content-Type')]).toEqual([431, expect.stringMatching(/^text\/html/)])
  })

  it('is refused when it is not JSON', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      const refused = await call('POST', '/sobjects/Account', { Name: 'A' }, { 'Content-Type': type })
      expect([refused.status, await refused.json()]).toMatchObject([415, [{ errorCode: 'UNSUPPORTED_MEDIA_TYPE' }]])
    }
  })
})

describe('the body of an answer', () => {
  it('is compact unless it is asked to be pretty', async () => {
    const path = '/limits/recordCount?sObjects=Account'
    expect(await (await call('GET', path)).text()).toBe('{"sObjects":[{"count":4,"name":"Account"}]}')
    const pretty = await call('GET', path, undefined, { 'X-PrettyPrint': '1' })
    expect(await pretty.text()).toBe('{\n  "sObjects" : [ {\n    "count" : 4,\n    "name" : "Account"\n  } ]\n}')
    expectWireHeaders(Object.fromEntries(pretty.headers))
  })

  it('is compressed when the client can read that', async () => {
    const zipped = await call('GET', '/sobjects/Account/describe', undefined, { 'Accept-Encoding': 'gzip' })
    expect(zipped.headers.get('Content-Encoding')).toBe('gzip')
    expect(zipped.headers.get('Vary')).toBe('Accept-Encoding')
    const plain = await call('GET', '/sobjects/Account/describe', undefined, { 'Accept-Encoding': 'identity' })
    expect(plain.headers.get('Content-Encoding')).toBeNull()
    expect(await zipped.json()).toEqual(await plain.json())
  })
})

async function send(method: string, path: string, body?: unknown, headers?: Record<string, string>) {
  const response = await call(method, path, body, headers)
  await response.arrayBuffer()
  const sent: Record<string, string | undefined> = Object.fromEntries(response.headers)
  return { status: response.status, headers: sent }
}

/** The headers that every answer of the API has. */
function expectWireHeaders(headers: Record<string, string | undefined>): void {
  expect(headers).toMatchObject({
    'cache-control': 'no-cache,must-revalidate,max-age=0,no-store,private',
    vary: 'Accept-Encoding',
    'x-robots-tag': 'none',
    server: 'sfdcedge',
    'x-sfdc-request-id': expect.stringMatching(/^\w+$/),
  })
  expect(headers['x-request-id']).toBe(headers['x-sfdc-request-id'])
}

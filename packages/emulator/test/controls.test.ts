import { get as httpGet } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrg, type EmulatedOrg } from '../src/index.ts'
import { app, authorizeUrl, caller } from './sign-in.ts'

let org: EmulatedOrg
beforeAll(async () => {
  org = await createOrg({ seed: 'tiny', app })
})
beforeEach(() => org.reset())
afterAll(() => org.close())

const answer = async (response: Response) => {
  const text = await response.text()
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  return { status: response.status, body }
}
const post = async (operation: string, input?: object, headers: Record<string, string> = {}) =>
  answer(
    await fetch(`${org.url}/emulator/${operation}`, {
      method: 'POST',
      headers,
      ...(input === undefined ? {} : { body: JSON.stringify(input) }),
    }),
  )
const get = async (path: string, headers: Record<string, string> = {}) =>
  answer(await fetch(`${org.url}/emulator/${path}`, { headers }))

describe('the controls over HTTP', () => {
  it('have an operation for every method of the typed API', async () => {
    const { paths } = JSON.parse(await (await fetch(`${org.url}/emulator`)).text()) as { paths: Record<string, object> }
    const names = Object.keys(paths).map((path) => path.replace('/emulator/', ''))
    expect(names).toEqual(expect.arrayContaining(Object.keys(org.admin)))
    expect(names).toEqual(expect.arrayContaining(['addFault', 'faults', 'clearFaults', 'reset']))
    expect(Object.keys(paths['/emulator/insert'] ?? {})).toEqual(['post'])
    expect(Object.keys(paths['/emulator/find'] ?? {})).toEqual(['get', 'post'])
  })

  it('describe their inputs in JSON Schema', async () => {
    const { body } = await get('openapi.json')
    const where = { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean', 'null'] } }
    expect(body).toMatchObject({
      paths: {
        '/emulator/find': {
          get: {
            parameters: [
              { name: 'object', in: 'query', required: true, description: 'a text', schema: { type: 'string' } },
              { name: 'where', in: 'query', required: false, content: { 'application/json': { schema: where } } },
            ],
          },
        },
        '/emulator/setKind': {
          post: {
            requestBody: {
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    properties: { kind: { type: 'string', enum: ['production', 'developer', 'sandbox', 'scratch'] } },
                    required: ['kind'],
                    additionalProperties: false,
                  },
                },
              },
            },
          },
        },
      },
    })
  })

  it('show a browser what there is', async () => {
    const page = await fetch(`${org.url}/emulator`, { headers: { Accept: 'text/html,*/*' } })
    expect(page.headers.get('Content-Type')).toContain('text/html')
    expect(await page.text()).toContain('addPryzmIdField')
  })

  it('write, find and read records by the rules of the org', async () => {
    const made = await post('insert', { object: 'Account', fields: { Name: 'By HTTP' } })
    expect(made).toEqual({ status: 200, body: expect.stringMatching(/^001\w{15}$/) })
    expect(await post('update', { object: 'Account', id: made.body, fields: { Site: 'HQ' } })).toEqual({ status: 204 })
    const where = encodeURIComponent(JSON.stringify({ Name: 'By HTTP' }))
    expect((await get(`find?object=Account&where=${where}`)).body).toMatchObject([{ Id: made.body, Site: 'HQ' }])
    expect((await get(`record?object=Account&id=${String(made.body)}`)).body).toMatchObject({ Name: 'By HTTP' })
    expect(await post('insert', { object: 'Contact', fields: {} })).toEqual({
      status: 400,
      body: { error: 'REQUIRED_FIELD_MISSING: Required fields are missing: [LastName]' },
    })
  })

  it('make users with permissions and let them in', async () => {
    const username = 'bot@acme.example'
    await post('createPermissionSet', { name: 'Bots', permissions: { fields: { 'Account.Industry': 'none' } } })
    await post('createProfile', {
      name: 'Bot',
      like: 'Standard User',
      permissions: { objects: { Contact: { read: false } }, fields: { 'Account.Industry': 'none' } },
    })
    expect((await post('createUser', { username, profile: 'Bot', permissionSets: ['Bots'] })).status).toBe(200)
    const token = (await post('accessToken', { username })).body
    const call = caller(org, String(token))
    expect((await call('GET', '/sobjects/Contact')).status).toBe(404)
    expect((await get(`permissions?username=${username}`)).body).toMatchObject({ fields: { 'Account.Industry': 'none' } })
    await post('expireSessions', { username })
    expect((await call('GET', '/sobjects/Account')).status).toBe(401)
  })

  it('turn switches, the app, the kind of org and its API usage', async () => {
    await post('change', { settings: { sessionMinutes: 5, bulk: { queryFailure: 'No luck' } } })
    await post('setApp', { app: { state: 'blocked' } })
    await post('setKind', { kind: 'sandbox' })
    await post('setApiUsage', { calls: 77 })
    expect((await get('settings')).body).toMatchObject({ sessionMinutes: 5, bulk: { queryFailure: 'No luck', processingMs: 0 } })
    expect((await get('app')).body).toMatchObject({ state: 'blocked' })
    expect((await get('apiUsage')).body).toBe(77)
    expect(org.admin.find('Organization')).toMatchObject([{ IsSandbox: true }])
    expect(await post('reset')).toEqual({ status: 204 })
    expect((await get('app')).body).toMatchObject({ state: 'installed' })
  })

  it('add fields from metadata, and rules', async () => {
    const metadata = { type: 'Number', precision: 6, scale: 1 }
    expect((await post('addField', { object: 'Account', name: 'Score__c', metadata })).status).toBe(204)
    await post('addValidationRule', { rule: { object: 'Account', refuses: 'Score__c > 10', message: 'Too good' } })
    expect((await post('insert', { object: 'Account', fields: { Name: 'A', Score__c: 11 } })).body).toEqual({
      error: 'FIELD_CUSTOM_VALIDATION_EXCEPTION: Too good',
    })
  })

  it('do what a person does in the browser', async () => {
    const { body } = await post('approve', { authorizeUrl: authorizeUrl(org).url, decision: 'deny' })
    expect(body).toContain('error=access_denied')
  })

  it('list requests and count faults', async () => {
    const fault = { path: { regex: 'limits$' }, times: 2, respond: { status: 503, body: [] } }
    const { body } = await post('addFault', { fault })
    expect(body).toMatchObject({ id: 'fault-1', fault, hits: 0, remaining: 2 })
    await post('addPreset', { preset: 'slow', times: 'always' })
    expect((await caller(org, org.admin.accessToken())('GET', '/limits')).status).toBe(503)
    expect((await get('requests?last=1')).body).toMatchObject([{ method: 'GET', status: 503 }])
    expect((await get('faults')).body).toMatchObject([
      { hits: 1, remaining: 1 },
      { id: 'fault-2', remaining: 'always' },
    ])
    expect((await post('removeFault', { id: 'fault-1' })).status).toBe(204)
    expect((await post('clearFaults')).status).toBe(204)
    expect((await get('faults')).body).toEqual([])
    expect((await get('faultPresets')).body).toHaveProperty('maintenance')
  })
})

describe('an input that does not fit', () => {
  it.each([
    ['addPryzmIdField', {}, '"object" is missing. Give a text.'],
    ['addPryzmIdField', { object: 7 }, '"object" is 7. Give a text.'],
    ['addPryzmIdField', { object: 'Account', field: 'x' }, 'There is no "field". Known are: object.'],
    ['addPryzmIdField', { object: 'Nothing' }, 'This org has no object Nothing, so it cannot have a field Pryzm_ID__c.'],
    ['setKind', { kind: 'trial' }, '"kind" is "trial". Give one of: production, developer, sandbox, scratch.'],
    ['change', { settings: { bulk: { pageRows: '9' } } }, '"settings.bulk.pageRows" is "9". Give a number of at least 0.'],
    ['change', { settings: { grantsPerUser: 0 } }, '"settings.grantsPerUser" is 0. Give a whole number of at least 1, or null.'],
    ['change', { settings: { loginUrl: 5 } }, '"settings.loginUrl" is 5. Give a text, or null.'],
    ['change', { settings: { colour: 1 } }, 'There is no "colour" in "settings". Known are: refreshTokenRotation,'],
    ['addFault', { fault: { times: 0 } }, '"fault.times" is 0. Give a whole number of at least 1, or "always".'],
    ['addFault', { fault: { drip: { bytes: 9 } } }, '"fault.drip.everyMs" is missing. Give a whole number of at least 0.'],
    ['addFault', { fault: { path: { regex: '(' } } }, '"fault.path" is {"regex":"("}. Give a text, or'],
    ['addFault', { fault: { times: 1.5 } }, '"fault.times" is 1.5. Give a whole number of at least 1, or "always".'],
    ['addPreset', { preset: 'nothing' }, '"preset" is "nothing". Give one of: slow, '],
    [
      'setProfilePermissions',
      { profile: 'Standard User', changes: { fields: { 'Account.Site': 'write' } } },
      '"changes.fields.Account.Site" is "write". Give one of: none, read, edit.',
    ],
    ['deactivateUser', { username: 'nobody' }, 'This org has no user "nobody"'],
    ['merge', { object: 'Account', winnerId: 'x', loserIds: [1] }, '"loserIds[0]" is 1. Give a text.'],
  ])('of %s %j is refused with what is allowed', async (operation, input, sentence) => {
    const { status, body } = await post(operation, input)
    expect(status).toBe(400)
    expect(body).toEqual({ error: expect.stringContaining(sentence) })
  })

  it('is no JSON, or goes to an operation that is not there or needs POST', async () => {
    const bad = await answer(await fetch(`${org.url}/emulator/reset`, { method: 'POST', body: '{' }))
    expect(bad).toMatchObject({ status: 400, body: { error: expect.stringMatching(/^The body is no JSON/) } })
    expect(await post('nothing')).toMatchObject({
      status: 404,
      body: { error: expect.stringContaining('no operation "nothing"') },
    })
    expect(await post('toString')).toMatchObject({ status: 404 })
    expect(await get('reset')).toMatchObject({ status: 405, body: { error: '"reset" changes something: use POST.' } })
  })
})

describe('a page of another site', () => {
  it.each([
    [{ Origin: 'http://evil.test' }],
    [{ Origin: 'null' }],
    [{ 'Sec-Fetch-Site': 'cross-site' }],
    [{ 'Sec-Fetch-Site': 'same-site' }],
  ])('with %j can neither change nor look at anything', async (headers: Record<string, string>) => {
    expect((await post('reset', {}, headers)).status).toBe(403)
    expect((await get('app', headers)).status).toBe(403)
  })

  it('that gave this machine a name of its own can do no more', async () => {
    const own = { 'Sec-Fetch-Site': 'same-origin' }
    // `fetch` would not send another Host.
    const statusAs = (host: string, headers: Record<string, string>) =>
      new Promise((resolve, reject) => {
        const request = httpGet(`${org.url}/emulator/app`, { headers: { Host: host, ...headers } }, ({ statusCode }) =>
          resolve(statusCode),
        )
        request.on('error', reject)
      })
    expect(await statusAs('evil.test', { ...own, Origin: 'http://evil.test' })).toBe(403)
    expect(await statusAs('localhost', { ...own, Origin: 'http://localhost' })).toBe(200)
    expect(await statusAs('org.internal', {})).toBe(200)
  })

  it('is told apart from the org’s own pages', async () => {
    expect((await post('reset', {}, { Origin: org.url, 'Sec-Fetch-Site': 'same-origin' })).status).toBe(204)
  })
})

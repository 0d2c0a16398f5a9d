import { Connection, OAuth2 } from 'jsforce'
import { expect } from 'vitest'
import { faultAnswers, type EmulatedOrg, type OrgKind } from '../src/index.ts'
import { app, caller, connect, tokensFor } from '../test/sign-in.ts'
import { onEmulator, startOrg, version } from './scenario.ts'

const priya = 'priya@acme-industrial.example'
const soql = 'SELECT Id FROM Account LIMIT 1'

onEmulator(14, async (org) => {
  org.admin.change({ refreshTokenRotation: true })
  const connection = await connect(org)
  const before = { access: connection.accessToken, refresh: connection.refreshToken }
  const given: unknown[] = []
  connection.on('refresh', (accessToken, answer) => given.push([accessToken, Object(answer).refresh_token]))
  org.admin.expireSessions()
  const seen = org.admin.requests.length
  // Held back, so that all five are on their way before the first is answered.
  org.faults.add({ path: '/query', times: 5, latencyMs: 200 })
  const results = await Promise.all(Array.from({ length: 5 }, () => connection.query(soql)))
  expect(results.map(({ totalSize }) => totalSize)).toEqual([1, 1, 1, 1, 1])
  expect(countsOf(org, seen)).toEqual({ 'query 401': 5, 'token 200': 1, 'query 200': 5 })
  expect(given).toEqual([[connection.accessToken, expect.any(String)]])
  expect(connection.accessToken).not.toBe(before.access)
  // The rotated token was in the answer, but jsforce holds on to the spent one.
  expect(connection.refreshToken).toBe(before.refresh)
  expect(given).not.toEqual([[connection.accessToken, before.refresh]])
})

onEmulator(15, async (org) => {
  // Without rotation, for with it jsforce would end at its spent refresh token.
  org.admin.change({ refreshTokenRotation: false })
  const connection = await connect(org)
  const rounds = 25
  const fault = org.faults.add({ path: '/query', times: rounds, respond: faultAnswers.deadSession })
  const seen = org.admin.requests.length
  expect((await connection.query(soql)).totalSize).toBe(1)
  expect(fault.hits).toBe(rounds)
  expect(countsOf(org, seen)).toEqual({ 'query 401': rounds, 'token 200': rounds, 'query 200': 1 })

  const guarded = guardedConnection(connection)
  org.faults.add({ path: '/query', times: Infinity, respond: faultAnswers.deadSession })
  const start = org.admin.requests.length
  await expect(guarded.query(soql)).rejects.toThrow('Unable to refresh session due to: a new token is refused too')
  expect(countsOf(org, start)).toEqual({ 'query 401': 2, 'token 200': 1 })

  // A 401 that says a new token would not help ends jsforce's loop by itself.
  org.faults.clear()
  org.faults.add({ path: '/query', times: Infinity, respond: faultAnswers.notForApi })
  const last = org.admin.requests.length
  await expect(connection.query(soql)).rejects.toMatchObject({ errorCode: 'INVALID_SESSION_ID' })
  expect(countsOf(org, last)).toEqual({ 'query 401': 1 })
})

/** A connection for one request, which may refresh once. */
function guardedConnection({ instanceUrl, refreshToken }: Connection): Connection {
  const oauth2 = new OAuth2({ ...app, redirectUri: app.redirectUris[0] ?? '', loginUrl: instanceUrl })
  let refreshes = 0
  const refreshOnce = async (callback: (error: Error | null, accessToken?: string) => void) => {
    if (refreshes++ > 0) return callback(new Error('a new token is refused too'))
    const { access_token } = await oauth2.refreshToken(refreshToken ?? '')
    return callback(null, access_token)
  }
  return new Connection({
    instanceUrl,
    version,
    accessToken: 'dead',
    oauth2,
    refreshFn: (_connection, callback) => void refreshOnce(callback),
  })
}

onEmulator(17, async (org) => {
  const disabled = [{ message: 'API is not enabled for this Organization or Partner', errorCode: 'API_DISABLED_FOR_ORG' }]
  const dana = caller(org, (await tokensFor(org)).access_token ?? '')
  const other = caller(org, (await tokensFor(org, priya)).access_token ?? '')
  const answerOf = async (call: typeof dana) => {
    const answer = await call('GET', '/sobjects')
    return [answer.status, await answer.json()] as const
  }
  org.admin.setPermissions(priya, { system: { ApiEnabled: false } })
  expect(await answerOf(other)).toEqual([403, disabled])
  expect((await answerOf(dana))[0]).toBe(200)

  org.admin.setPermissions(priya, { system: { ApiEnabled: true } })
  org.admin.setEdition('Professional Edition')
  for (const call of [dana, other]) expect(await answerOf(call)).toEqual([403, disabled])
  expect((await tokensFor(org)).access_token).toEqual(expect.any(String))
  org.admin.change({ apiAddOn: true })
  for (const call of [dana, other]) expect((await answerOf(call))[0]).toBe(200)
})

onEmulator(18, async (production) => {
  const columns = 'Id, Name, InstanceName, IsSandbox, TrialExpirationDate, NamespacePrefix, OrganizationType'
  const rowOf = async (kind?: OrgKind) => {
    const org = kind ? await startOrg({ kind }) : production
    const connection = await connect(org)
    const { records, totalSize } = await connection.query(`SELECT ${columns} FROM Organization`)
    expect(totalSize).toBe(1)
    expect(Object.keys(records[0] ?? {})).toEqual(['attributes', ...columns.split(', ')])
    return records[0]
  }
  const anEdition = expect.stringMatching(/^(?!Developer).* Edition$/)
  const expected = [
    [undefined, { IsSandbox: false, TrialExpirationDate: null, OrganizationType: anEdition }],
    ['developer', { IsSandbox: false, TrialExpirationDate: null, OrganizationType: 'Developer Edition' }],
    ['sandbox', { IsSandbox: true, TrialExpirationDate: null, OrganizationType: anEdition }],
    ['scratch', { IsSandbox: true, TrialExpirationDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}\.000\+0000$/) }],
  ] as const
  for (const [kind, cells] of expected) expect(await rowOf(kind)).toMatchObject(cells)
  await identityUrlsStandOnTheLoginHosts()
})

/**
 * The emulator has one address for the login hosts and the My Domain, and `id` stands on it, since clients ask it as it is. Here
 * another name of the same machine plays the test host, as a name of one's own would.
 */
async function identityUrlsStandOnTheLoginHosts(): Promise<void> {
  const org = await startOrg()
  const testUrl = org.url.replace('127.0.0.1', 'localhost')
  org.admin.change({ testUrl })
  const idOf = async () => (await tokensFor(org)).id ?? ''
  expect(await idOf()).toMatch(`${org.url}/id/`)
  for (const kind of ['sandbox', 'scratch'] as const) {
    org.admin.setKind(kind)
    expect(await idOf()).toMatch(`${testUrl}/id/`)
    const { access_token = '', instance_url = '', id = '' } = await tokensFor(org)
    expect(instance_url).toBe(org.url)
    const connection = new Connection({ instanceUrl: org.url, accessToken: access_token, version })
    expect(await connection.identity()).toMatchObject({ id, username: 'dana@acme-industrial.example' })
  }
  org.admin.setKind('developer')
  expect(await idOf()).toMatch(`${org.url}/id/`)
}

/** How often each kind of request was answered how, since request number `from`. */
function countsOf(org: EmulatedOrg, from: number): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { path, status } of org.admin.requests.slice(from)) {
    const key = `${/query|token/.exec(path)?.[0]} ${status}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

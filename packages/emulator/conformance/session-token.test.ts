import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect } from 'vitest'
import type { EmulatedOrg } from '../src/index.ts'
import { app, caller, connect, tokenRequest, tokensFor } from '../test/sign-in.ts'
import { onEmulator } from './scenario.ts'

const priya = 'priya@acme-industrial.example'
const spent = { status: 400, body: { error: 'invalid_grant', error_description: 'expired access/refresh token' } }

onEmulator(9, async (org) => {
  org.admin.change({ refreshTokenRotation: true })
  const { refresh_token: old = '' } = await tokensFor(org)
  const first = await refresh(org, old)
  expect(first.status).toBe(200)
  expect(first.body.refresh_token).toEqual(expect.any(String))
  expect(first.body.refresh_token).not.toBe(old)
  expect(await refresh(org, old)).toEqual(spent)
  expect((await refresh(org, first.body.refresh_token ?? '')).status).toBe(200)
})

onEmulator(10, async (org) => {
  org.admin.change({ refreshTokenRotation: true })
  const { refresh_token = '' } = await tokensFor(org)
  const answers = await Promise.all([refreshInAnotherProcess(org, refresh_token), refreshInAnotherProcess(org, refresh_token)])
  const won = answers.filter(({ status }) => status === 200)
  expect(won).toEqual([{ status: 200, body: expect.objectContaining({ refresh_token: expect.any(String) }) }])
  expect(answers.filter(({ status }) => status !== 200)).toEqual([spent])
  const token = String(Object(won[0]?.body).refresh_token)
  expect((await refresh(org, token)).status).toBe(200)
})

onEmulator(11, async (org) => {
  org.admin.change({ refreshTokenRotation: false })
  const { refresh_token = '' } = await tokensFor(org)
  for (let time = 0; time < 2; time++) {
    const { status, body } = await refresh(org, refresh_token)
    expect(status).toBe(200)
    expect(body).not.toHaveProperty('refresh_token')
    expect((await caller(org, body.access_token ?? '')('GET', '/limits')).status).toBe(200)
  }
})

onEmulator(12, async (org) => {
  const { refresh_token = '' } = await tokensFor(org, priya)
  org.admin.deactivateUser(priya)
  expect(await refresh(org, refresh_token)).toEqual({
    status: 400,
    body: { error: 'invalid_grant', error_description: 'inactive user' },
  })
})

onEmulator(13, async (org) => {
  const connection = await connect(org)
  const body = new URLSearchParams({ token: connection.refreshToken ?? '' })
  const revoked = await fetch(`${org.url}/services/oauth2/revoke`, { method: 'POST', body })
  expect([revoked.status, await revoked.text()]).toEqual([200, ''])

  const dead = await caller(org, connection.accessToken ?? '')('GET', '/sobjects')
  expect(dead.status).toBe(401)
  expect(dead.headers.get('WWW-Authenticate')).toBe('Token')
  expect(dead.headers.get('Sforce-Limit-Info')).toBeNull()
  expect(await dead.json()).toEqual([{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }])

  await expect(connection.query('SELECT Id FROM Account')).rejects.toMatchObject({
    name: 'Error',
    message: 'Unable to refresh session due to: expired access/refresh token',
  })
})

onEmulator(16, async (org) => {
  const connection = await connect(org)
  const { accessToken = '' } = connection
  const userinfo = () => fetch(`${org.url}/services/oauth2/userinfo`, { headers: { Authorization: `Bearer ${accessToken}` } })
  expect((await userinfo()).status).toBe(200)
  org.admin.expireSessions()
  expect((await userinfo()).status).toBe(403)

  let refreshes = 0
  connection.on('refresh', () => refreshes++)
  const seen = org.admin.requests.length
  await expect(connection.request(`${org.url}/services/oauth2/userinfo`)).rejects.toMatchObject({ name: 'ERROR_HTTP_403' })
  expect(org.admin.requests.slice(seen).map(({ path, status }) => [path, status])).toEqual([['/services/oauth2/userinfo', 403]])
  expect(refreshes).toBe(0)
})

function refresh(org: EmulatedOrg, refreshToken: string) {
  return tokenRequest(org, { grant_type: 'refresh_token', refresh_token: refreshToken })
}

/** The same from a process of its own, as a second server of the app would do it. */
async function refreshInAnotherProcess(org: EmulatedOrg, refreshToken: string): Promise<{ status: number; body: unknown }> {
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    client_id: app.clientId,
    client_secret: app.clientSecret,
  })
  const script = `
    const [url, form] = process.argv.slice(1)
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form) })
    console.log(JSON.stringify({ status: answer.status, body: await answer.json() }))`
  const args = ['--input-type=module', '--eval', script, `${org.url}/services/oauth2/token`, form.toString()]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout) as { status: number; body: unknown }
}

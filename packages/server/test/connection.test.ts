import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { comeBack, signIn } from './support/connect.ts'
import { createWorkbench, databases, type Workbench } from './support/workbench.ts'

describe.each(databases)('connecting on $name', ({ open }) => {
  let bench: Workbench
  beforeAll(async () => {
    bench = await createWorkbench({ database: await open() })
  })
  afterAll(() => bench.close())

  it('starts disconnected and says what the person may do', async () => {
    const connection = await bench.client('viewer').connection.get()
    expect(connection).toMatchObject({ status: 'disconnected', org: null, reason: null })
    expect(connection.viewer).toEqual({ canManage: false, canPush: false, missingEntityAccess: ['organization', 'person'] })
  })

  it('says so while somebody signs in', async () => {
    const { authorizeUrl } = await bench.client().connection.connect({ returnTo: '/settings' })
    expect(new URL(authorizeUrl).searchParams.get('code_challenge_method')).toBe('S256')
    expect((await bench.client().connection.get()).status).toBe('connecting')
  })

  it('starts a sign-in by a plain link too, for people who may manage and for paths of this site alone', async () => {
    const started = await bench.ask('GET', '/connection/start?returnTo=/settings?tab=crm')
    expect(started.status).toBe(302)
    const callback = await bench.org.admin.approve(started.headers.get('location') ?? '', undefined, 'deny')
    expect(await comeBack(bench, callback)).toBe('/settings?tab=crm&salesforce=access_denied')
    expect((await bench.ask('GET', '/connection/start?returnTo=//evil.example')).status).toBe(400)
    expect((await bench.ask('GET', '/connection/start?returnTo=/', { person: 'viewer' })).status).toBe(403)
  })

  it('takes a link on another site to the settings, and starts nothing', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', referer: 'https://evil.example/' }
    const started = await bench.ask('GET', '/connection/start?returnTo=/', { headers })
    expect(started.headers.get('location')).toBe('/integrations')
    expect((await bench.client().connection.get()).status).toBe('disconnected')
  })

  it('does not connect when access is denied, and says so', async () => {
    expect(await signIn(bench, { decision: 'deny', returnTo: '/settings?tab=crm' })).toBe(
      '/settings?tab=crm&salesforce=access_denied',
    )
    expect(await bench.client().connection.get()).toMatchObject({ status: 'disconnected', reason: 'access_denied' })
  })

  it('connects and shows org and user', async () => {
    expect(await signIn(bench)).toBe('/settings?salesforce=connected')
    const connection = await bench.client('viewer').connection.get()
    expect(connection).toMatchObject({
      status: 'connected',
      reason: null,
      org: { name: 'Acme Industrial', username: 'dana@acme-industrial.example' },
      connectedBy: { id: 'user-admin' },
    })
    expect(connection.org?.id).toMatch(/^00D\w{15}$/)
  })

  it('takes a sign-in once', async () => {
    const { authorizeUrl } = await bench.client().connection.connect({ returnTo: '/settings' })
    const callback = await bench.org.admin.approve(authorizeUrl)
    expect(await comeBack(bench, callback)).toBe('/settings?salesforce=connected')
    expect(await comeBack(bench, callback)).toBe('/integrations?salesforce=sign_in_expired')
  })

  it('takes a sign-in only from the person and the workspace that began it', async () => {
    const { authorizeUrl } = await bench.client('admin', 'acme').connection.connect({ returnTo: '/settings' })
    const callback = await bench.org.admin.approve(authorizeUrl)
    expect(await comeBack(bench, callback, { workspace: 'globex' })).toBe('/integrations?salesforce=sign_in_expired')
    expect((await bench.client('admin', 'globex').connection.get()).status).toBe('disconnected')
  })

  it('disconnects: the access dies at Salesforce, the org stays known', async () => {
    const connection = await bench.client().connection.disconnect()
    expect(connection).toMatchObject({ status: 'disconnected', reason: null, org: { name: 'Acme Industrial' } })
    await expect(bench.client().setup.check()).rejects.toMatchObject({ code: 'not_connected' })
    await expect(bench.client().connection.disconnect()).rejects.toMatchObject({ code: 'not_connected' })
    expect(bench.told.map(({ type }) => type)).toContain('connection.disconnected')
  })

  it('connects again to the same org', async () => {
    expect(await signIn(bench)).toBe('/settings?salesforce=connected')
  })

  it('refuses a sandbox and keeps nothing of it', async () => {
    bench.org.admin.setKind('sandbox')
    expect(await signIn(bench, { workspace: 'sandboxed' })).toBe('/settings?salesforce=sandbox_org')
    bench.org.admin.setKind('production')
    expect(await bench.client('admin', 'sandboxed').connection.get()).toMatchObject({
      status: 'disconnected',
      reason: 'sandbox_org',
      org: null,
    })
  })
})

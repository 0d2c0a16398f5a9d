import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrg, type EmulatedOrg } from '../src/index.ts'
import { app, authorizeUrl, tokensFor } from './sign-in.ts'

const dana = 'dana@acme-industrial.example'
const priya = 'priya@acme-industrial.example'
const gone = 'gregory@acme-industrial.example'

let org: EmulatedOrg
beforeAll(async () => {
  org = await createOrg({ seed: 'tiny', app })
})
beforeEach(() => org.reset())
afterAll(() => org.close())

/** A browser that keeps its cookie, and shows where it stands: on a page, or on its way elsewhere. */
function openBrowser() {
  let cookie = ''
  const visit = async (address: string, form?: Record<string, string>) => {
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { Cookie: cookie },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    const given = response.headers.get('Set-Cookie')
    if (given) cookie = given.split(';')[0] ?? ''
    return { status: response.status, location: response.headers.get('Location') ?? '', text: await response.text() }
  }
  const query = (extra: Record<string, string> = {}) => new URL(authorizeUrl(org, extra).url).search.slice(1)
  const send = (step: string, form: Record<string, string>, request = query()) =>
    visit(`${org.url}/services/oauth2/authorize/${step}`, { request, ...form })
  return {
    visit,
    open: (extra: Record<string, string> = {}) => visit(`${org.url}/services/oauth2/authorize?${query(extra)}`),
    logIn: (username: string, request?: string) => send('login', { username, password: 'any' }, request),
    send,
  }
}

const asksWho = expect.stringContaining('Log in to Acme Industrial')

describe('the login page', () => {
  it('is filled in with the login hint', async () => {
    expect((await openBrowser().open({ login_hint: priya })).text).toMatch(new RegExp(`id="username"[^>]*value="${priya}"`))
  })

  it.each([
    ['a user there is not', 'nobody@x.example', 'any', 'This org has no user &quot;nobody@x.example&quot;.'],
    ['an inactive user', gone, 'any', `${gone} is inactive in this org.`],
    ['a user without a password', dana, '', 'Any password will do, but there must be one.'],
  ])('tells %s what Salesforce tells, and why, and keeps the name', async (_who, username, password, why) => {
    const page = await openBrowser().send('login', { username, password })
    expect(page.status).toBe(401)
    expect(page.text).toContain('Please check your username and password.')
    expect(page.text).toContain(why)
    expect(page.text).toMatch(new RegExp(`id="username"[^>]*value="${username}"`))
  })

  it('notes in LoginHistory who got in and who did not', async () => {
    const browser = openBrowser()
    await browser.send('login', { username: dana, password: '' })
    await browser.logIn(dana)
    await browser.logIn('nobody@x.example')
    const [user] = org.admin.find('User', { Username: dana })
    expect(org.admin.find('LoginHistory')).toMatchObject([
      { UserId: user?.Id, LoginType: 'Application', Status: 'Invalid Password' },
      { UserId: user?.Id, LoginType: 'Application', Status: 'Success' },
    ])
    expect(user?.LastLoginDate).toBe(org.admin.find('LoginHistory', { Status: 'Success' })[0]?.LoginTime)
  })
})

describe('a person who is signed in', () => {
  it('is asked for consent at once, and who they are where the app wants that', async () => {
    const browser = openBrowser()
    await browser.logIn(dana)
    expect((await browser.open()).text).toContain('Allow Access?')
    for (const prompt of ['login', 'select_account', 'login consent']) {
      expect((await browser.open({ prompt })).text).toEqual(asksWho)
    }
  })

  it('is let through without a question while the approval lasts, and asked with prompt=consent', async () => {
    await tokensFor(org, dana)
    const browser = openBrowser()
    await browser.logIn(dana)
    expect((await browser.open()).location).toContain('code=')
    expect((await browser.open({ prompt: 'consent' })).text).toContain('Allow Access?')
    org.admin.revokeGrants(dana)
    expect((await browser.open()).text).toContain('Allow Access?')
  })

  it('can say that they are somebody else', async () => {
    const browser = openBrowser()
    expect((await browser.logIn(dana)).text).toContain('Not Dana? Log in as someone else')
    expect((await browser.send('logout', {})).text).toEqual(asksWho)
    expect((await browser.open()).text).toEqual(asksWho)
    await browser.logIn(priya)
    expect((await browser.open()).text).toContain(`allow access for <strong>${priya}</strong>`)
  })

  it('has to sign in again once deactivated, even in the middle of the consent page', async () => {
    const browser = openBrowser()
    await browser.logIn(priya)
    org.admin.deactivateUser(priya)
    expect((await browser.open()).text).toEqual(asksWho)
    const decided = await browser.send('decision', { decision: 'allow' })
    expect([decided.status, decided.text]).toEqual([401, expect.stringContaining('Your session has ended.')])
  })

  it('cannot allow what was blocked or removed while they looked at the consent page', async () => {
    const browser = openBrowser()
    await browser.logIn(priya)
    org.admin.setApp({ state: 'blocked' })
    expect((await browser.send('decision', { decision: 'allow' })).location).toContain('error=OAUTH_APP_BLOCKED')
    org.admin.setApp({ state: 'not_installed' })
    expect((await browser.send('decision', { decision: 'allow' })).location).toContain('/setup/secur/RemoteAccessErrorPage.apexp')
  })

  it('cannot allow a request without the code challenge that the app must send', async () => {
    const browser = openBrowser()
    await browser.logIn(dana)
    const request = new URLSearchParams(new URL(authorizeUrl(org).url).search)
    request.delete('code_challenge')
    const answer = await browser.send('decision', { decision: 'allow' }, request.toString())
    expect(answer.location).toContain('error=invalid_request')
  })
})

describe('a page that the browser does not leave', () => {
  it.each([
    ['client_id', { client_id: 'other' }, 'The client id that this org knows is test-client.'],
    ['redirect_uri', { redirect_uri: 'http://app.test/' }, 'The callbacks of Pryzm are http://app.test/callback;'],
  ] as const)('says what is registered when %s is wrong', async (_name, change, hint) => {
    const page = await openBrowser().open(change)
    expect([page.status, page.text]).toEqual([400, expect.stringContaining(hint)])
  })

  it('says that the app is not installed, and works again once it is', async () => {
    org.admin.setApp({ state: 'not_installed' })
    const browser = openBrowser()
    const sent = await browser.logIn(priya)
    expect((await browser.visit(sent.location)).text).toContain('Pryzm is not installed in this org.')
    org.admin.setApp({ state: 'installed' })
    expect((await browser.open()).text).toContain('Allow Access?')
  })
})

describe('the setup page', () => {
  const send = async (path: string, form: Record<string, string>) =>
    (await fetch(org.url + path, { method: 'POST', headers: { Origin: org.url }, body: new URLSearchParams(form) })).text()

  it('sets when refresh tokens expire and which edition the org has', async () => {
    const form = { policy: 'unused', 'refresh-minutes': '5', kind: 'production', edition: 'Professional Edition' }
    expect(await send('/manage/setup', form)).toMatch(/value="Professional Edition" selected/)
    expect(org.admin.settings).toMatchObject({ refreshTokenPolicy: 'unused', refreshTokenMinutes: 5 })
    await send('/manage/setup', { kind: 'developer', edition: 'Professional Edition' })
    expect(org.admin.find('Organization')).toMatchObject([{ OrganizationType: 'Developer Edition' }])
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrg, type EmulatedOrg } from '../src/index.ts'
import { tinySalesOrg } from '../src/seeds/tiny.ts'
import { app, caller, tokenRequest, tokensFor } from './sign-in.ts'

let org: EmulatedOrg
beforeAll(async () => {
  org = await createOrg({ seed: tinySalesOrg, app })
})
beforeEach(() => org.reset())
afterAll(() => org.close())

const show = async (path: string) => {
  const response = await fetch(org.url + path)
  return { status: response.status, text: await response.text() }
}
const send = async (path: string, form: Record<string, string> = {}, origin = org.url) => {
  const response = await fetch(org.url + path, { method: 'POST', headers: { Origin: origin }, body: new URLSearchParams(form) })
  return { status: response.status, text: await response.text() }
}
const northgate = () => String(org.admin.find('Account', { Name: 'Northgate Pumps' })[0]?.Id)

describe('the pages of the org', () => {
  it('show what it holds', async () => {
    const { text } = await show('/')
    expect(text).toContain('Acme Industrial')
    expect(text).toContain('/manage/Account/records')
  })

  it('bring their icon along, so that browsers ask for no other', async () => {
    expect((await show('/')).text).toContain('<link rel="icon" href="data:image/svg+xml,')
  })

  it('list and search records', async () => {
    expect((await show('/manage/Account/records')).text).toContain('Lakeside Foods')
    const found = await show('/manage/Account/records?search=northGATE')
    expect(found.text).toContain('Northgate Pumps Service')
    expect(found.text).not.toContain('Lakeside Foods')
    expect((await show('/manage/Account/records?page=none')).text).toContain('Lakeside Foods')
    expect((await show(`/manage/Account/records?search=${northgate()}`)).text).toContain('Northgate Pumps')
  })

  it('show a record at its short address and at that of Lightning, with its texts escaped', async () => {
    const id = org.admin.insert('Account', { Name: '<script>alert(1)</script>' })
    for (const path of [`/${id}`, `/${id.slice(0, 15)}`, `/lightning/r/Account/${id}/view`]) {
      const { status, text } = await show(path)
      expect(status).toBe(200)
      expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
      expect(text).not.toContain('<script>alert')
    }
  })

  it('save what a person changes and nothing else', async () => {
    const id = northgate()
    const before = org.admin.record('Account', id)
    const form = { Name: 'Northgate', Phone: String(before?.Phone), AnnualRevenue: '12.5' }
    expect((await send(`/manage/Account/${id}`, form)).text).toContain('Saved.')
    expect(org.admin.record('Account', id)).toEqual({
      ...before,
      Name: 'Northgate',
      AnnualRevenue: 13,
      LastModifiedDate: expect.any(String),
      LastModifiedById: expect.any(String),
      SystemModstamp: expect.any(String),
    })
  })

  it('say in the words of Salesforce why something cannot be saved, and keep what was typed', async () => {
    const { text } = await send(`/manage/Account/${northgate()}`, { Name: '', Site: 'Typed and not saved' })
    expect(text).toContain('Required fields are missing: [Name]')
    expect(text).toContain('value="Typed and not saved"')
    expect(org.admin.record('Account', northgate())?.Site).not.toBe('Typed and not saved')
  })

  it('save nothing when nothing was changed, not even values that the org derives', async () => {
    const [deal] = org.admin.find('Opportunity')
    const page = await show(`/${String(deal?.Id)}`)
    const forecast = /name="ForecastCategoryName"\s+value="([^"]*)"/.exec(page.text)?.[1] ?? ''
    expect(forecast).not.toBe('')
    await send(`/manage/Opportunity/${String(deal?.Id)}`, { ForecastCategoryName: forecast, Description: '' })
    expect(org.admin.record('Opportunity', String(deal?.Id))?.ForecastCategoryName ?? null).toBe(null)
  })

  it('make a record, where Salesforce has the form for it', async () => {
    expect((await show('/001/e')).text).toContain('New Account')
    const refused = await send('/manage/Account/new', { Name: '', Site: 'Typed' })
    expect(refused.text).toContain('Required fields are missing: [Name]')
    expect(refused.text).toContain('value="Typed"')
    expect((await send('/manage/Account/new', { Name: 'Made by hand', AnnualRevenue: '1500' })).text).toContain('Made by hand')
    expect(org.admin.find('Account', { Name: 'Made by hand' })).toMatchObject([{ AnnualRevenue: 1500 }])
    expect((await show('/005/e')).text).toContain('New User')
    expect((await show('/00D/e')).status).toBe(404)
  })

  it('delete a record', async () => {
    const id = northgate()
    expect((await send(`/manage/Account/${id}/delete`)).text).toContain('recycle bin')
    expect(org.admin.record('Account', id)?.IsDeleted).toBe(true)
  })

  it('add and remove the Pryzm_ID field at the address of the Object Manager', async () => {
    const path = '/lightning/setup/ObjectManager/Contact/FieldsAndRelationships/view'
    expect((await show(path)).text).toContain('Add Pryzm_ID field')
    expect((await send('/manage/Contact/fields/pryzm-id')).text).toContain('Pryzm_ID__c was added.')
    expect((await show(path)).text).not.toContain('Add Pryzm_ID field')
    expect((await send('/manage/Contact/fields/remove', { field: 'Pryzm_ID__c' })).text).toContain('was deleted')
  })

  it('turn the switches of the org and install the package', async () => {
    await send('/manage/setup', { kind: 'sandbox', state: 'blocked' })
    expect(org.admin.find('Organization')).toMatchObject([{ IsSandbox: true }])
    expect((await show('/lightning/setup/SetupOneHome/home')).text).toMatch(/value="blocked"\s+selected/)
    expect((await show('/packaging/installPackage.apexp?p0=04t')).text).toContain('Install for All Users')
    expect((await send('/manage/package')).text).toContain('Pryzm is installed.')
  })

  it('turn off users and what they approved', async () => {
    const [priya] = org.admin.find('User', { Username: 'priya@acme-industrial.example' })
    const form = { user: String(priya?.Id) }
    const { access_token = '' } = await tokensFor(org, 'priya@acme-industrial.example')
    const call = caller(org, access_token)
    expect((await show('/manage/users')).text).toContain('Revoke')
    expect((await send('/manage/users', { ...form, do: 'deactivate' })).text).toContain('is inactive now')
    expect((await call('GET', '/limits')).status).toBe(401)
    await send('/manage/users', { ...form, do: 'activate' })
    expect((await call('GET', '/limits')).status).toBe(200)
    expect((await send('/manage/users', { ...form, do: 'revoke' })).text).not.toContain('>Revoke<')
    expect((await call('GET', '/limits')).status).toBe(401)
  })

  it('show the API usage and set it', async () => {
    expect((await send('/manage/usage', { used: '90', limit: '90' })).text).toContain('The org refuses further calls.')
    const { access_token = '' } = await tokensFor(org)
    expect((await caller(org, access_token)('GET', '/limits')).status).toBe(403)
    await send('/manage/usage', { used: '0', limit: 'many' })
    expect((await caller(org, access_token)('GET', '/limits')).status).toBe(200)
  })

  it('set how long tokens live and jobs take', async () => {
    const { refresh_token = '' } = await tokensFor(org)
    const { text } = await send('/manage/setup', { rotation: 'stay', minutes: '5', bulk: '1.5' })
    expect(text).toMatch(/name="minutes"[^>]*value="5"/)
    expect(text).toMatch(/name="bulk"[^>]*value="1.5"/)
    const refreshed = await tokenRequest(org, { grant_type: 'refresh_token', refresh_token })
    expect(refreshed.body).not.toHaveProperty('refresh_token')
  })

  it('set off faults and list requests', async () => {
    expect((await send('/manage/faults', { fault: 'unavailable' })).text).toContain('Waiting to strike: 1')
    expect((await fetch(`${org.url}/services/data`)).status).toBe(503)
    expect((await show('/manage/requests')).text).toContain('/services/data')
    const rows = (await show('/manage/requests/rows')).text
    expect(rows).toMatch(/^\s*<tr>/)
    expect(rows).toContain('/services/data')
    expect((await show('/manage/faults')).text).toMatch(
      /find Salesforce unavailable<\/td>\s*<td class="number" data-label="Strikes left">9</,
    )
    expect((await send('/manage/faults', { fault: 'clear' })).text).toContain('Waiting to strike: 0')
  })

  it('make a user, change its profile and permission sets, and show what it may do', async () => {
    org.admin.createPermissionSet('Readers', { fields: { 'Account.Site': 'read' } })
    org.admin.setProfilePermissions('Standard User', { fields: { 'Account.Site': 'none', 'Account.Fax': 'none' } })
    const refused = await send('/manage/users/new', { username: 'late', profile: 'Standard User' })
    expect(refused.text).toContain('invalid email address: late')
    expect(refused.text).toContain('value="late"')
    const made = await send('/manage/users/new', { username: 'late@acme.example', profile: 'Standard User', active: 'yes' })
    expect(made.text).toContain('Fax (hidden), ')
    const [user] = org.admin.find('User', { Username: 'late@acme.example' })
    const path = `/manage/users/${String(user?.Id)}`
    expect((await show('/manage/users')).text).toContain(path)
    const set = String(org.admin.find('PermissionSet', { Name: 'Readers' })[0]?.Id)
    const saved = await send(path, { profile: 'Standard User', active: 'no', set })
    expect(saved.text).toContain('Site (read only)')
    expect(org.admin.record('User', String(user?.Id))?.IsActive).toBe(false)
    expect((await send(path, { profile: 'System Administrator', active: 'yes' })).text).toContain('all open')
  })

  it('tick what a profile gives, and make more profiles and permission sets', async () => {
    expect((await send('/manage/permissions', { profile: 'Clone', like: 'Standard User' })).text).toContain('Clone is there.')
    expect((await send('/manage/permissions', { set: 'Extra' })).text).toContain('Extra is there.')
    expect((await send('/manage/permissions', { set: 'Extra' })).text).toContain(
      'There is already a permission set &quot;Extra&quot;',
    )
    const id = String(org.admin.find('PermissionSet', { Label: 'Clone' })[0]?.Id)
    const { text } = await show(`/manage/permissions/${id}?object=Contact`)
    expect(text).toMatch(/name="read"\s+value="Email"\s+aria-label="Email: read"\s+checked/)
    const form = new URLSearchParams([
      ['for', 'Contact'],
      ['system', 'ApiEnabled'],
      ['object', 'read'],
      ['read', 'Email'],
      ['edit', 'Phone'],
    ])
    const saved = await fetch(`${org.url}/manage/permissions/${id}`, { method: 'POST', headers: { Origin: org.url }, body: form })
    expect(await saved.text()).toContain('Saved.')
    org.admin.createUser({ username: 'c@acme.example', profile: 'Clone' })
    const { system, objects, fields } = org.admin.permissions('c@acme.example')
    expect(system).toMatchObject({ ApiEnabled: true, ViewSetup: false })
    expect(objects.Contact).toEqual({ read: true, create: false, edit: false, delete: false })
    expect(objects.Account?.edit).toBe(true)
    expect([fields['Contact.Email'], fields['Contact.Phone'], fields['Contact.Title']]).toEqual(['read', 'edit', 'none'])
  })

  it('bring deleted records back, with what was deleted along', async () => {
    expect((await show('/manage/recycle-bin')).text).toContain('Nothing was deleted.')
    const id = northgate()
    const contacts = org.admin.find('Contact', { AccountId: id }).length
    org.admin.delete('Account', id)
    expect(org.admin.find('Contact', { AccountId: id })).toEqual([])
    expect((await show('/manage/recycle-bin')).text).toContain('Restore Northgate Pumps')
    expect((await send('/manage/recycle-bin', { object: 'Account', id })).text).toContain('Restored.')
    expect(org.admin.find('Contact', { AccountId: id })).toHaveLength(contacts)
    expect((await send('/manage/recycle-bin', { object: 'Account', id })).text).toContain('There is no record')
  })

  it('do not bring back what would be double', () => {
    org.admin.addPryzmIdField('Account')
    const id = org.admin.insert('Account', { Name: 'One', Pryzm_ID__c: 'P-1' })
    org.admin.delete('Account', id)
    org.admin.insert('Account', { Name: 'Two', Pryzm_ID__c: 'P-1' })
    expect(() => org.admin.restore('Account', id)).toThrow('Another record has Pryzm_ID__c P-1 by now.')
  })

  it('put everything back', async () => {
    org.admin.insert('Account', { Name: 'Gone soon' })
    expect((await send('/manage/reset')).text).toContain('Acme Industrial')
    expect(org.admin.find('Account', { Name: 'Gone soon' })).toEqual([])
  })

  it('show what a client sent and what it was answered, cut and without secrets', async () => {
    const { access_token = '' } = await tokensFor(org)
    const call = caller(org, access_token)
    await call('POST', '/sobjects/Account', { Name: 'Sent by a client', Description: 'x'.repeat(5000) })
    await (await call('GET', '/sobjects/Account/describe', undefined, { 'Accept-Encoding': 'gzip' })).text()
    org.faults.addPreset('unavailable', { times: 1 })
    await (await call('GET', '/limits')).text()
    const requests = org.admin.requests.slice(-3)
    expect(requests[0]?.sent).toMatch(/^\{"Name":"Sent by a client".*x… \([\d,]+ bytes in all\)$/)
    expect(requests[0]?.answered).toMatch(/"success":true/)
    expect(requests[1]?.answered).toMatch(/^\{"actionOverrides":/)
    expect(requests[2]).toMatchObject({ status: 503, fault: expect.stringContaining('unavailable') })
    const page = await show(`/manage/requests/${requests[2]?.number}`)
    expect(page.text).toContain('SERVER_UNAVAILABLE')
    expect((await show('/manage/requests/rows')).text).toContain(`/manage/requests/${requests[0]?.number}`)
    const token = org.admin.requests.find(({ path }) => path.endsWith('/oauth2/token'))
    expect(token?.sent).toMatch(/client_secret=…&grant_type=authorization_code&code=…/)
    expect(token?.answered).toContain('"access_token":"…"')
    expect(JSON.stringify(org.admin.requests)).not.toContain(access_token)
    expect((await show('/manage/requests/99999')).status).toBe(404)
  })

  it('refuse forms that another site sends', async () => {
    expect((await send('/manage/Contact/fields/pryzm-id', {}, 'http://evil.test')).status).toBe(403)
  })

  it('answer 404 to unknown addresses', async () => {
    for (const path of ['/nothing', '/manage/Nothing/records', '/001000000000001AAA', '/zzz/e', '/manage/Organization/new'])
      expect((await show(path)).status).toBe(404)
  })
})

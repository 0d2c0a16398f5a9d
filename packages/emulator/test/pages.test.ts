import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrg, type EmulatedOrg } from '../src/index.ts'
import { tinySalesOrg } from '../src/seeds/tiny.ts'
import { app } from './sign-in.ts'

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

  it('say in the words of Salesforce why something cannot be saved', async () => {
    const { text } = await send(`/manage/Account/${northgate()}`, { Name: '' })
    expect(text).toContain('Required fields are missing: [Name]')
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

  it('set off faults and list requests', async () => {
    expect((await send('/manage/faults', { fault: 'unavailable' })).text).toContain('Waiting to strike: 1')
    expect((await fetch(`${org.url}/services/data`)).status).toBe(503)
    expect((await show('/manage/requests')).text).toContain('/services/data')
    expect((await send('/manage/faults', { fault: 'clear' })).text).toContain('Waiting to strike: 0')
  })

  it('refuse forms that another site sends', async () => {
    expect((await send('/manage/Contact/fields/pryzm-id', {}, 'http://evil.test')).status).toBe(403)
  })

  it('answer 404 to unknown addresses', async () => {
    for (const path of ['/nothing', '/manage/Nothing/records', '/001000000000001AAA']) expect((await show(path)).status).toBe(404)
  })
})

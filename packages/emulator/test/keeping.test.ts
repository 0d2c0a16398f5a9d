import { Connection, OAuth2 } from 'jsforce'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bulkJobs } from '../conformance/bulk-jobs.ts'
import {
  createOrg,
  customTextField,
  KeptFileError,
  largeSalesOrg,
  type CreateOrgOptions,
  type EmulatedOrg,
} from '../src/index.ts'

import { app, caller, tokenRequest, tokensFor } from './sign-in.ts'

const priya = 'priya@acme-industrial.example'

let folder: string
let file: string
const open: EmulatedOrg[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-org-'))
  file = join(folder, 'org.jsonl')
})
afterEach(async () => {
  for (const org of open.splice(0)) await org.close()
  rmSync(folder, { recursive: true })
})

async function start(options: CreateOrgOptions = {}): Promise<EmulatedOrg> {
  const org = await createOrg({ seed: 'tiny', app, keepIn: file, ...options })
  open.push(org)
  return org
}

async function restart(org: EmulatedOrg, options: CreateOrgOptions = {}): Promise<EmulatedOrg> {
  await org.close()
  open.splice(open.indexOf(org), 1)
  return start(options)
}

const accountId = (org: EmulatedOrg, name: string) => String(org.admin.find('Account', { Name: name })[0]?.Id)
const json = async (response: Response): Promise<unknown> => response.json()

function connectWith(org: EmulatedOrg, tokens: Record<string, string>): Connection {
  const oauth2 = new OAuth2({ ...app, redirectUri: app.redirectUris[0] ?? '', loginUrl: org.url })
  const { access_token = '', refresh_token = '' } = tokens
  return new Connection({ oauth2, instanceUrl: org.url, accessToken: access_token, refreshToken: refresh_token, version: '67.0' })
}

describe('an org that is started again', () => {
  it('still knows its tokens, and which refresh token has had its turn', async () => {
    const first = await start()
    const tokens = await tokensFor(first)
    const later = (await tokenRequest(first, { grant_type: 'refresh_token', refresh_token: tokens.refresh_token ?? '' })).body
    const second = await restart(first)
    expect(await connectWith(second, tokens).query('SELECT COUNT() FROM Account')).toMatchObject({ totalSize: 4 })
    const spent = await tokenRequest(second, { grant_type: 'refresh_token', refresh_token: tokens.refresh_token ?? '' })
    expect(spent).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    const next = await tokenRequest(second, { grant_type: 'refresh_token', refresh_token: later.refresh_token ?? '' })
    expect(next.status).toBe(200)
    const third = await restart(second)
    expect((await caller(third, next.body.access_token ?? '')('GET', '/limits')).status).toBe(200)
  })

  it('still knows which tokens have ended', async () => {
    const first = await start()
    const [dana, other] = [await tokensFor(first), await tokensFor(first, priya)]
    first.admin.revokeGrants(priya)
    first.admin.expireSessions()
    const second = await restart(first)
    expect((await caller(second, dana.access_token ?? '')('GET', '/limits')).status).toBe(401)
    const connection = connectWith(second, dana)
    expect(await connection.query('SELECT COUNT() FROM Account')).toMatchObject({ totalSize: 4 })
    const revoked = await tokenRequest(second, { grant_type: 'refresh_token', refresh_token: other.refresh_token ?? '' })
    expect(revoked.status).toBe(400)
  })

  it('has its records as they were changed, made and deleted, and gives new ids to new ones', async () => {
    const first = await start()
    const tokens = await tokensFor(first)
    const connection = connectWith(first, tokens)
    const [changed, gone] = [accountId(first, 'Lakeside Foods'), accountId(first, 'Northgate Pumps')]
    const made = await connection.sobject('Account').create({ Name: 'Made before' })
    await connection.sobject('Account').update({ Id: changed, Site: 'HQ' })
    await connection.sobject('Account').destroy(gone)
    const rows = ['Account', 'Contact', 'Opportunity'].map((object) => first.admin.find(object))

    const second = await restart(first)
    expect(['Account', 'Contact', 'Opportunity'].map((object) => second.admin.find(object))).toEqual(rows)
    const again = connectWith(second, tokens)
    expect(await again.sobject('Account').retrieve(changed)).toMatchObject({ Name: 'Lakeside Foods', Site: 'HQ' })
    const deleted = await again.query(`SELECT Name FROM Account WHERE Id = '${gone}' AND IsDeleted = true`, { scanAll: true })
    expect(deleted.totalSize).toBe(1)
    const later = await again.sobject('Account').create({ Name: 'Made after' })
    expect(later.success && made.success && later.id !== made.id).toBe(true)
    expect(accountId(await restart(second), 'Made after')).toBe(later.id)
  })

  it('has its fields and what permissions say about them', async () => {
    const first = await start()
    first.admin.addPryzmIdField('Account')
    first.admin.addField('Contact', customTextField('Nickname__c', { length: 20 }))
    first.admin.addField('Contact', customTextField('Mistake__c', { length: 20 }))
    first.admin.removeField('Contact', 'Mistake__c')
    first.admin.setPermissions(priya, { fields: { 'Account.Industry': 'none' } })
    first.admin.hideRecords(priya, [accountId(first, 'Lakeside Foods')])
    const dana = await tokensFor(first)
    const call = caller(first, dana.access_token ?? '')
    const metadata = { type: 'Text', label: 'Secret', length: 10 }
    await call('POST', '/tooling/sobjects/CustomField', { FullName: 'Contact.Secret__c', Metadata: metadata })
    const set = await json(await call('POST', '/sobjects/PermissionSet', { Name: 'Sync', Label: 'Sync' }))
    const tokens = await tokensFor(first, priya)
    const describe = async (org: EmulatedOrg, { access_token = '' }, object: string): Promise<unknown> =>
      Object(await json(await caller(org, access_token)('GET', `/sobjects/${object}/describe`))).fields
    const fields = (org: EmulatedOrg) =>
      Promise.all([dana, tokens].flatMap((of) => [describe(org, of, 'Account'), describe(org, of, 'Contact')]))
    const before = await fields(first)
    expect(before[0]).toContainEqual(expect.objectContaining({ name: 'Pryzm_ID__c' }))

    const second = await restart(first)
    expect(await fields(second)).toEqual(before)
    expect(await connectWith(second, tokens).query('SELECT Id FROM Account')).toMatchObject({ totalSize: 3 })
    expect(second.admin.find('PermissionSet', { Name: 'Sync' })).toMatchObject([{ Id: Object(set).id }])
    expect(() => second.admin.addPryzmIdField('Opportunity')).not.toThrow()
  })

  it('has fields of every kind, and its auto-numbers go on', async () => {
    const first = await start()
    const text = { type: 'Text', label: 'Phone' }
    first.admin.addField('Account', { fullName: 'Number__c', type: 'AutoNumber', label: 'Number', displayFormat: 'A-{0000}' })
    first.admin.addField('Contact', { fullName: 'Phone__c', ...text, formula: 'Account.Phone & "/" & Account.Number__c' })
    first.admin.addField('Account', {
      fullName: 'Deals__c',
      type: 'Summary',
      label: 'Deals',
      summaryForeignKey: 'Opportunity.AccountId',
      summaryOperation: 'count',
    })
    const add = ({ admin }: EmulatedOrg) => admin.record('Account', admin.insert('Account', { Name: 'A' }))?.Number__c
    expect([add(first), add(first)]).toEqual(['A-0001', 'A-0002'])
    const tokens = await tokensFor(first)
    const second = await restart(first)
    expect(add(second)).toBe('A-0003')
    const soql = "SELECT Phone__c, Account.Deals__c FROM Contact WHERE LastName = 'Chen'"
    const { records } = await connectWith(second, tokens).query(soql)
    expect(records).toMatchObject([{ Phone__c: '(216) 555-0110/', Account: { Deals__c: 2 } }])
    second.reset()
    expect(second.admin.find('CustomField')).toEqual([])
  })

  it('has its picklists, countries and currencies', async () => {
    const first = await start()
    first.admin.setPicklistValues('Account', 'Rating', ['A', 'B'])
    first.admin.restrictPicklist('Account', 'Rating', true)
    first.admin.change({ stateAndCountryPicklists: true })
    first.admin.setCountries([{ code: 'DE', name: 'Deutschland', states: [{ code: 'BY', name: 'Bayern' }] }])
    first.admin.useCurrencies([
      { isoCode: 'EUR', conversionRate: 1 },
      { isoCode: 'USD', conversionRate: 1.1 },
    ])
    const tokens = await tokensFor(first)
    const fields = { Name: 'A', Rating: 'B', BillingCountryCode: 'DE', BillingStateCode: 'BY', CurrencyIsoCode: 'USD' }
    const id = first.admin.insert('Account', fields)
    const second = await restart(first)
    expect(await connectWith(second, tokens).sobject('Account').retrieve(id)).toMatchObject(fields)
    expect(() => second.admin.insert('Account', { Name: 'A', Rating: 'Hot' })).toThrow('bad value for restricted picklist')
    expect(() => second.admin.insert('Account', { Name: 'A', BillingCountry: 'Germany' })).toThrow('a problem with this country')
    second.reset()
    expect(second.admin.insert('Account', { Name: 'A', Rating: 'Hot', BillingCountry: 'Germany' })).toMatch(/^001/)
  })

  it('has its rules and locks', async () => {
    const first = await start()
    first.admin.addValidationRule({ object: 'Account', refuses: 'AnnualRevenue < 0', message: 'No debts, please.' })
    first.admin.addDuplicateRule({ object: 'Contact', field: 'Email', action: 'block', message: 'Known already.' })
    first.admin.lock(accountId(first, 'Northgate Pumps'))
    const { admin } = await restart(first)
    expect(() => admin.insert('Account', { Name: 'Poor', AnnualRevenue: -1 })).toThrow('No debts, please.')
    expect(admin.insert('Account', { Name: 'Rich', AnnualRevenue: 1 })).toMatch(/^001/)
    expect(() => admin.insert('Contact', { LastName: 'Double', Email: 'maya.chen@northgate.example' })).toThrow('Known already.')
    const [locked] = admin.find('Account', { Name: 'Northgate Pumps' })
    expect(() => admin.update('Account', String(locked?.Id), { Site: 'HQ' })).toThrow('locked')
  })

  it('has its switches as they were turned, and takes new options for the others', async () => {
    const first = await start({ settings: { sessionMinutes: 30 } })
    first.admin.setApp({ state: 'blocked' })
    first.admin.change({ dailyApiRequests: 100, bulk: { pageRows: 7 } })
    first.admin.setKind('sandbox')
    first.admin.deactivateUser(priya)
    first.admin.setApiUsage(42)
    const redirectUris = ['http://other.test/callback']
    const { admin } = await restart(first, { app: { ...app, redirectUris }, kind: 'developer', settings: { sessionMinutes: 60 } })
    expect(admin.app).toMatchObject({ state: 'blocked', redirectUris })
    expect(admin.find('Organization')).toMatchObject([{ IsSandbox: true }])
    expect(admin.find('User', { Username: priya })).toMatchObject([{ IsActive: false }])
    expect(admin.apiUsage).toBe(42)
  })

  it('plays bulk jobs as it was set to, and has no records that were deleted for good', async () => {
    const first = await start()
    first.admin.change({ bulk: { queryFailure: 'Out of luck', dailyQueryJobs: 5, keptDays: 3 } })
    first.admin.setPermissions('dana@acme-industrial.example', { system: { BulkApiHardDelete: true } })
    const gone = accountId(first, 'Lakeside Foods')
    const jobs = await bulkJobs(first)
    await jobs.ingest({ object: 'Account', operation: 'hardDelete' }, `Id\n${gone}\n`)
    const second = await restart(first)
    expect(second.admin.settings.bulk).toMatchObject({ queryFailure: 'Out of luck', dailyQueryJobs: 5, keptDays: 3, retries: 0 })
    const { call } = await bulkJobs(second)
    const all = await json(await call('GET', '/queryAll?q=SELECT+Id+FROM+Account+WHERE+IsDeleted+=+true'))
    expect(all).toMatchObject({ totalSize: 0 })
    second.reset()
    expect(accountId(second, 'Lakeside Foods')).toBe(gone)
  })

  it('has what was set about tokens, limits and hosts, and who signed in', async () => {
    const settings = {
      refreshTokenPolicy: 'unused',
      refreshTokenMinutes: 90,
      refreshTokenRotation: false,
      sessionMinutes: 15,
      grantsPerUser: 3,
      wrongVerifierDescription: 'in other words',
      apiAddOn: true,
      concurrentLongRequests: 7,
      longRequestMs: 50,
      testUrl: 'http://test.example',
    } as const
    let now = Date.parse('2026-06-01T10:00:00Z')
    const clock = () => new Date(now)
    const first = await start({ clock })
    first.admin.change(settings)
    first.admin.setApp({ dailyApiRequests: 250 })
    first.admin.setEdition('Professional Edition')
    const { refresh_token = '', access_token = '' } = await tokensFor(first)
    const history = first.admin.find('LoginHistory')
    expect(history).toHaveLength(2)
    now += 80 * 60_000
    await tokenRequest(first, { grant_type: 'refresh_token', refresh_token })

    const second = await restart(first, { clock })
    expect(second.admin.settings).toMatchObject({ ...settings, app: { dailyApiRequests: 250 } })
    expect(second.admin.find('Organization')).toMatchObject([{ OrganizationType: 'Professional Edition' }])
    expect(second.admin.find('LoginHistory')).toEqual(history)
    expect((await caller(second, access_token)('GET', '/limits')).status).toBe(401)
    now += 89 * 60_000
    expect((await tokenRequest(second, { grant_type: 'refresh_token', refresh_token })).status).toBe(200)
    now += 90 * 60_000
    expect((await tokenRequest(second, { grant_type: 'refresh_token', refresh_token })).status).toBe(400)
    second.reset()
    expect(second.admin.settings).toMatchObject({
      refreshTokenPolicy: 'until_revoked',
      grantsPerUser: null,
      longRequestMs: 20_000,
    })
  })

  it('has lost nothing older than a moment when it was killed', async () => {
    const first = await start()
    first.admin.update('Account', accountId(first, 'Lakeside Foods'), { Name: 'Riverside Foods' })
    await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toContain('Riverside Foods'), 5000)
    const copy = join(folder, 'copy.jsonl')
    copyFileSync(file, copy)
    const second = await start({ keepIn: copy })
    expect(accountId(second, 'Riverside Foods')).toBe(accountId(first, 'Riverside Foods'))
  })

  it('has forgotten everything when it was reset', async () => {
    const first = await start()
    const tokens = await tokensFor(first)
    first.admin.addPryzmIdField('Account')
    first.admin.delete('Account', accountId(first, 'Lakeside Foods'))
    first.reset()
    const second = await restart(first)
    expect(second.admin.find('Account')).toHaveLength(4)
    expect(second.admin.find('CustomField')).toEqual([])
    expect((await caller(second, tokens.access_token ?? '')('GET', '/limits')).status).toBe(401)
  })
})

describe('the file of an org', () => {
  it('holds changed records only, and can be read by its owner only', async () => {
    const first = await start({ seed: 'large' })
    const id = first.admin.insert('Account', { Name: 'Number 10,000,001' })
    await restart(first, { seed: 'large' })
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toContain(id)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it.each([
    ['that is no kept org', 'hello', 'holds no emulated org'],
    ['that is empty', '', 'holds no emulated org'],
    ['of something else', '{"name":"x"}\n', 'holds no emulated org'],
    ['of another version', '{"keptBy":"salesforce-emulator","version":0}\n', 'kept by another version'],
  ])('%s is refused in a clear sentence', async (_what, text, sentence) => {
    writeFileSync(file, text)
    const opened = start()
    await expect(opened).rejects.toThrow(KeptFileError)
    await expect(opened).rejects.toThrow(sentence)
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it('that was damaged is refused and left as it is', async () => {
    const first = await start()
    first.admin.update('Account', accountId(first, 'Lakeside Foods'), { Site: 'HQ' })
    await first.close()
    open.pop()
    const whole = readFileSync(file, 'utf8')
    for (const [text, how] of [
      [whole.replace('"Site"', '"Site'), 'is broken at line 2'],
      [whole.replace('["Account"', '["Nothing"'), 'is broken at line 2'],
      [whole.split('\n').slice(0, 2).join('\n'), 'breaks off before its end'],
    ] as const) {
      writeFileSync(file, text)
      await expect(start()).rejects.toThrow(`The file ${file} ${how}. Delete it to start afresh`)
      expect(readFileSync(file, 'utf8')).toBe(text)
    }
  })

  it('of another seed, or of another edition of the seed, is refused', async () => {
    await (await start({ seed: largeSalesOrg(10) })).close()
    open.pop()
    await expect(start()).rejects.toThrow('keeps an org of the seed "large", not "tiny". Choose that seed, or another file.')
    await expect(start({ seed: largeSalesOrg(11) })).rejects.toThrow('The seed "large" is another one than when the org')
  })

  it('that cannot be written is refused at the start, and the port is free again', async () => {
    const within = join(folder, 'a-file')
    writeFileSync(within, '')
    const port = await freePort()
    await expect(start({ keepIn: join(within, 'org.jsonl'), port })).rejects.toThrow(KeptFileError)
    expect((await start({ port })).url).toContain(String(port))
  })
})

async function freePort(): Promise<number> {
  const org = await createOrg({ seed: 'tiny' })
  await org.close()
  return Number(new URL(org.url).port)
}

import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { createOrg, type EmulatedOrg, largeSalesOrg } from '../packages/emulator/src/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SalesforceCli } from './salesforce-cli.ts'

const accounts = 100_000
const folder = mkdtempSync(join(tmpdir(), 'pryzm-cli-'))
let org: EmulatedOrg
let sf: SalesforceCli

beforeAll(async () => {
  org = await createOrg({ seed: largeSalesOrg(accounts), settings: { bulk: { pageRows: 40_000 } } })
  org.admin.addPryzmIdField('Account')
  sf = new SalesforceCli(folder, org.admin.accessToken())
})
afterAll(async () => {
  await org.close()
  rmSync(folder, { recursive: true })
})

async function lineCount(file: string): Promise<number> {
  let lines = 0
  for await (const _ of createInterface({ input: createReadStream(join(folder, file)) })) lines += 1
  return lines
}

function csv(file: string, rows: readonly (readonly string[])[]): string {
  writeFileSync(join(folder, file), rows.map((cells) => `${cells.join(',')}\n`).join(''))
  return file
}

describe('the Salesforce CLI', () => {
  it('logs in by access token, and takes the org for what it is', async () => {
    const flags = ['--instance-url', org.url, '--no-prompt', '--alias', 'emulated', '--set-default']
    const { status, result } = await sf.json('org login access-token', ...flags)
    expect({ status, ...result }).toMatchObject({
      status: 0,
      username: 'dana@acme-industrial.example',
      isDevHub: false,
      isScratch: false,
    })
  })

  it('shows the org it is logged in to, connected', async () => {
    expect((await sf.json('org display')).result).toMatchObject({
      id: org.admin.find('Organization')[0]?.Id,
      connectedStatus: 'Connected',
      alias: 'emulated',
    })
    const { result } = await sf.json<{ nonScratchOrgs: unknown[] }>('org list')
    expect(result.nonScratchOrgs).toMatchObject([
      { alias: 'emulated', connectedStatus: 'Connected', orgEdition: 'Enterprise Edition' },
    ])
  })

  it('queries, as JSON and as a table with the columns of parents', async () => {
    const soql = "SELECT Name, Owner.Email FROM Account WHERE Name LIKE '% 7' ORDER BY Id LIMIT 2"
    const { result } = await sf.json<{ totalSize: number; records: unknown[] }>('data query', '--query', soql)
    expect(result).toMatchObject({
      totalSize: 1,
      records: [{ Name: expect.stringMatching(/ 7$/), Owner: { Email: expect.any(String) } }],
    })
    const table = await sf.text('data query', '--query', soql)
    expect(table).toMatch(/NAME\s.*OWNER\.EMAIL/)
    expect(table).toContain('Total number of records retrieved: 1.')
  })

  it('prints what is wrong with a query in the words of Salesforce', async () => {
    const refusal = await sf.json('data query', '--query', 'SELECT Bacon__c FROM Account')
    expect(refusal).toMatchObject({ status: 1, name: 'INVALID_FIELD' })
    expect(refusal.message).toContain("No such column 'Bacon__c' on entity 'Account'")
  })

  it(`exports ${accounts.toLocaleString('en')} rows in bulk, over several pages`, async () => {
    const { status, result } = await sf.json(
      'data export bulk',
      '--query',
      'SELECT Id, Name, Industry, AnnualRevenue, Pryzm_ID__c FROM Account',
      '--output-file',
      'accounts.csv',
      '--result-format',
      'csv',
      '--wait',
      '10',
    )
    expect({ status, ...result }).toMatchObject({ status: 0, totalSize: accounts })
    expect(await lineCount('accounts.csv')).toBe(accounts + 1)
  })

  it('upserts in bulk by external id, and tells which rows failed', async () => {
    const rows = Array.from({ length: 400 }, (_, row) => [`cli-${row}`, `Account of the CLI ${row}`])
    const file = csv('upsert.csv', [['Pryzm_ID__c', 'Name'], ...rows])
    const flags = ['--sobject', 'Account', '--file', file, '--external-id', 'Pryzm_ID__c', '--line-ending', 'LF', '--wait', '10']
    expect(await sf.json('data upsert bulk', ...flags)).toMatchObject({
      status: 0,
      result: { jobInfo: { state: 'JobComplete', numberRecordsProcessed: 400, numberRecordsFailed: 0 } },
    })
    expect(org.admin.find('Account', { Pryzm_ID__c: 'cli-399' })).toMatchObject([{ Name: 'Account of the CLI 399' }])
    csv('upsert.csv', [
      ['Pryzm_ID__c', 'Name'],
      ['cli-0', 'Renamed'],
      ['cli-1', 'x'.repeat(300)],
    ])
    await sf.json('data upsert bulk', ...flags)
    expect(org.admin.find('Account', { Pryzm_ID__c: 'cli-0' })).toMatchObject([{ Name: 'Renamed' }])
    expect(org.admin.find('Account', { Pryzm_ID__c: 'cli-1' })).toMatchObject([{ Name: 'Account of the CLI 1' }])
  })

  it('deletes in bulk', async () => {
    const ids = org.admin.find('Account', { Name: 'Renamed' }).map(({ Id }) => [String(Id)])
    expect(ids).toHaveLength(1)
    const flags = ['--sobject', 'Account', '--file', csv('delete.csv', [['Id'], ...ids]), '--line-ending', 'LF', '--wait', '10']
    expect(await sf.json('data delete bulk', ...flags)).toMatchObject({ status: 0 })
    expect(org.admin.find('Account', { Name: 'Renamed' })).toEqual([])
  })

  it('lists and describes objects', async () => {
    expect((await sf.json('sobject list')).result).toEqual(expect.arrayContaining(['Account', 'Contact', 'Opportunity']))
    const { result } = await sf.json<{ name: string; fields: { name: string }[] }>('sobject describe', '--sobject', 'Account')
    expect(result).toMatchObject({
      name: 'Account',
      fields: expect.arrayContaining([expect.objectContaining({ name: 'Pryzm_ID__c' })]),
    })
  })

  it('lists limits, which calls use up', async () => {
    const remaining = async () => {
      const { result } = await sf.json<{ name: string; remaining: number }[]>('org list limits')
      return result.find(({ name }) => name === 'DailyApiRequests')?.remaining ?? Number.NaN
    }
    const before = await remaining()
    expect(await remaining()).toBeLessThan(before)
  })

  it('creates, reads, updates and deletes a record', async () => {
    const contact = ['--sobject', 'Contact']
    const { result } = await sf.json('data create record', ...contact, '--values', "LastName='van Cli' FirstName=Ann")
    expect(result).toMatchObject({ success: true, errors: [] })
    const record = [...contact, '--record-id', String(result['id'])]
    expect((await sf.json('data get record', ...record)).result).toMatchObject({ LastName: 'van Cli', FirstName: 'Ann' })
    expect(await sf.json('data update record', ...record, '--values', 'FirstName=Anna')).toMatchObject({ status: 0 })
    expect(org.admin.record('Contact', String(result['id']))).toMatchObject({ FirstName: 'Anna' })
    expect(await sf.json('data delete record', ...record)).toMatchObject({ status: 0 })
    expect(await sf.json('data get record', ...record)).toMatchObject({ status: 1 })
  })

  it('sends a request of your own', async () => {
    expect(JSON.parse(await sf.text('api request rest', '/services/data/v67.0/limits'))).toMatchObject({
      DailyApiRequests: { Max: 15_000 },
    })
  })
})

import type { Connection } from 'jsforce'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrg, type EmulatedOrg, type Seed } from '../src/index.ts'
import { keyPrefix, salesforceId } from '../src/org/salesforce-id.ts'
import { tinySalesOrg } from '../src/seeds/tiny.ts'
import { app, caller, connect } from './sign-in.ts'

let org: EmulatedOrg
let connection: Connection
let call: ReturnType<typeof caller>
beforeAll(async () => {
  org = await createOrg({ seed: tinySalesOrg, app })
})
beforeEach(async () => {
  org.reset()
  connection = await connect(org)
  call = caller(org, connection.accessToken ?? '')
})
afterAll(() => org.close())

const names = async (soql: string) => (await connection.query<{ Name: string }>(soql)).records.map((row) => row.Name)
const refusal = async (soql: string): Promise<unknown> => (await call('GET', `/query?q=${encodeURIComponent(soql)}`)).json()

describe('SOQL', () => {
  it('answers in canonical case with attributes first', async () => {
    const { records } = await connection.query("select id, name from account where name = 'LAKESIDE foods'")
    expect(records).toEqual([
      {
        attributes: { type: 'Account', url: expect.stringMatching(/^\/services\/data\/v67\.0\/sobjects\/Account\/001/) },
        Id: expect.any(String),
        Name: 'Lakeside Foods',
      },
    ])
  })

  it('nests parents, and gives null where there is none', async () => {
    const soql =
      "SELECT LastName, Account.Name, Account.Owner.Email FROM Contact WHERE LastName IN ('Chen', 'Nobody') ORDER BY LastName"
    const { records } = await connection.query(soql)
    expect(records).toMatchObject([
      { LastName: 'Chen', Account: { Name: 'Northgate Pumps', Owner: { Email: 'dana@acme-industrial.example' } } },
      { LastName: 'Nobody', Account: null },
    ])
  })

  it.each([
    ["Name LIKE 'north%'", ['Northgate Pumps', 'Northgate Pumps Service']],
    ["Name LIKE '%gate_pumps'", ['Northgate Pumps']],
    ['Industry = null', ['Lakeside Foods']],
    ["Industry != 'Consulting' AND AnnualRevenue != null", ['Northgate Pumps', 'Ödegård "Precision" Bearings, AB']],
    ["NOT Industry = 'Machinery'", ['Northgate Pumps', 'Lakeside Foods', 'Northgate Pumps Service']],
    ["(Industry = 'Machinery' OR Industry = 'Consulting') AND AnnualRevenue > 0", ['Northgate Pumps Service']],
    ["Industry NOT IN ('Machinery', 'Consulting', 'Manufacturing')", ['Lakeside Foods']],
    ['AnnualRevenue >= 1250000.5', ['Northgate Pumps', 'Northgate Pumps Service']],
    ['SystemModstamp > 2026-05-06T09:12:00Z', ['Northgate Pumps Service']],
    ['SystemModstamp >= 2026-05-06T11:12:00+02:00', ['Ödegård "Precision" Bearings, AB', 'Northgate Pumps Service']],
    ["Parent.Name = 'Northgate Pumps'", ['Northgate Pumps Service']],
    ['Name = \'Ödegård \\"Precision\\" Bearings, AB\'', ['Ödegård "Precision" Bearings, AB']],
    ['IsDeleted = false AND ParentId != null', ['Northgate Pumps Service']],
    ['CreatedDate < TODAY', ['Northgate Pumps', 'Lakeside Foods', 'Ödegård "Precision" Bearings, AB', 'Northgate Pumps Service']],
  ])('finds the rows where %s', async (condition, expected) => {
    expect(await names(`SELECT Name FROM Account WHERE ${condition}`)).toEqual(expected)
  })

  it('sorts, limits and skips', async () => {
    expect(await names('SELECT Name FROM Account ORDER BY AnnualRevenue DESC NULLS LAST LIMIT 2')).toEqual([
      'Northgate Pumps',
      'Northgate Pumps Service',
    ])
    expect(await names('SELECT Name FROM Account ORDER BY AnnualRevenue LIMIT 2 OFFSET 1')).toEqual([
      'Ödegård "Precision" Bearings, AB',
      'Northgate Pumps Service',
    ])
    expect(await names('SELECT a.Name FROM Account a WHERE a.ParentId != null ORDER BY a.Name')).toEqual([
      'Northgate Pumps Service',
    ])
  })

  it('finds records by id, 15 characters too', async () => {
    const [account] = org.admin.find('Account', { Name: 'Lakeside Foods' })
    expect(await names(`SELECT Name FROM Account WHERE Id = '${String(account?.Id).slice(0, 15)}'`)).toEqual(['Lakeside Foods'])
    expect(await names(`SELECT Name FROM Account WHERE Id IN ('${String(account?.Id)}', '001000000000001AAA')`)).toEqual([
      'Lakeside Foods',
    ])
  })

  it('counts and aggregates', async () => {
    expect(await connection.query('SELECT COUNT() FROM Account')).toEqual({ totalSize: 4, done: true, records: [] })
    const { records } = await connection.query(
      'SELECT AccountId, COUNT(Id), MAX(Amount) most FROM Opportunity WHERE AccountId != null GROUP BY AccountId LIMIT 1',
    )
    expect(records).toEqual([
      { attributes: { type: 'AggregateResult' }, AccountId: expect.any(String), expr0: 2, most: 48_500.75 },
    ])
  })

  it('gives addresses as compounds', async () => {
    const { records } = await connection.query("SELECT BillingAddress FROM Account WHERE Name = 'Northgate Pumps'")
    expect(records[0]).toMatchObject({ BillingAddress: { city: 'Cleveland', street: null, geocodeAccuracy: null } })
  })

  it('hides deleted records from query and shows them to queryAll', async () => {
    const [account] = org.admin.find('Account', { Name: 'Lakeside Foods' })
    org.admin.delete('Account', String(account?.Id))
    expect(await names('SELECT Name FROM Account')).not.toContain('Lakeside Foods')
    const all = await connection.query('SELECT Name, IsDeleted FROM Account WHERE IsDeleted = true', { scanAll: true })
    expect(all.records).toMatchObject([{ Name: 'Lakeside Foods', IsDeleted: true }])
  })

  it('lists stages in their order, inactive ones too', async () => {
    const { records } = await connection.query(
      'SELECT ApiName, IsActive, IsClosed, IsWon, DefaultProbability FROM OpportunityStage ORDER BY SortOrder',
    )
    expect(records).toHaveLength(11)
    expect(records[8]).toMatchObject({ ApiName: 'Closed Won', IsClosed: true, IsWon: true, DefaultProbability: 100 })
    expect(records[10]).toMatchObject({ ApiName: 'Site Survey', IsActive: false })
  })
})

describe('refusals of a query', () => {
  it('points at an unknown column', async () => {
    expect(await refusal('SELECT Bacon__c FROM Account LIMIT 2')).toEqual([
      {
        message:
          "\nSELECT Bacon__c FROM Account LIMIT 2\n       ^\nERROR at Row:1:Column:8\nNo such column 'Bacon__c' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.",
        errorCode: 'INVALID_FIELD',
      },
    ])
  })

  it('points at an unknown object', async () => {
    expect(await refusal('select count() from XYZZY')).toEqual([
      {
        message:
          "\nselect count() from XYZZY\n                    ^\nERROR at Row:1:Column:21\nsObject type 'XYZZY' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.",
        errorCode: 'INVALID_TYPE',
      },
    ])
  })

  it('names the unexpected token', async () => {
    expect(await refusal('SELEKT Id FROM Account')).toEqual([
      { message: 'unexpected token: SELEKT', errorCode: 'MALFORMED_QUERY' },
    ])
    expect(await refusal('SELECT Id FROM Account WHERE')).toMatchObject([{ errorCode: 'MALFORMED_QUERY' }])
    expect(await refusal("SELECT Id FROM Account WHERE Name = 'a' OR Site = 'b' AND Rating = 'Hot'")).toMatchObject([
      { errorCode: 'MALFORMED_QUERY' },
    ])
  })

  it('refuses literals of the wrong type, unknown relationships and fields that cannot be filtered', async () => {
    expect(await refusal("SELECT Id FROM Account WHERE CreatedDate > '2026-01-01'")).toMatchObject([
      { errorCode: 'INVALID_FIELD', message: expect.stringContaining("field 'CreatedDate' must be of type dateTime") },
    ])
    expect(await refusal('SELECT Boss.Name FROM Account')).toMatchObject([
      { errorCode: 'INVALID_FIELD', message: expect.stringContaining("Didn't understand relationship 'Boss' in field path") },
    ])
    expect(await refusal("SELECT Id FROM Account WHERE Description = 'x'")).toMatchObject([{ errorCode: 'INVALID_FIELD' }])
  })

  it('says of what it lacks that it is the emulator that lacks it', async () => {
    for (const soql of ['SELECT Campaign.Name FROM Opportunity', 'SELECT Name FROM Account GROUP BY ROLLUP(Name)']) {
      expect(await refusal(soql)).toMatchObject([
        { errorCode: 'EMULATOR_LIMIT', message: expect.stringContaining('The org emulator does not support') },
      ])
    }
  })

  it('tells the Salesforce CLI that the org is no Dev Hub', async () => {
    expect(await refusal('SELECT Id FROM ScratchOrgInfo limit 1')).toMatchObject([{ errorCode: 'INVALID_TYPE' }])
  })
})

describe('pages of a query', () => {
  const manyAccounts: Seed = {
    ...tinySalesOrg,
    objects: {
      ...tinySalesOrg.objects,
      Account: {
        ...tinySalesOrg.objects.Account,
        count: 2086,
        row: (index) => ({ ...tinySalesOrg.objects.Account.row(0), Id: accountId(index), Name: `Account ${index}` }),
      },
    },
  }

  async function withManyAccounts(test: (connection: Connection, many: EmulatedOrg) => Promise<void>) {
    const many = await createOrg({ seed: manyAccounts, app })
    try {
      await test(await connect(many), many)
    } finally {
      await many.close()
    }
  }

  it('come in 2000 rows, then the rest', () =>
    withManyAccounts(async (many) => {
      const first = await many.query('SELECT Id FROM Account')
      expect([first.records.length, first.done, first.totalSize]).toEqual([2000, false, 2086])
      expect(first.nextRecordsUrl).toMatch(/\/services\/data\/v67\.0\/query\/0r8\w+-2000$/)
      const rest = await many.queryMore(first.nextRecordsUrl ?? '')
      expect([rest.records.length, rest.done, rest.totalSize, rest.nextRecordsUrl]).toEqual([86, true, 2086, undefined])
    }))

  it('are shorter when a long text is selected', () =>
    withManyAccounts(async (many) => {
      expect((await many.query('SELECT Id, Description FROM Account')).records).toHaveLength(1000)
    }))

  it('keep to what was there when the query was asked', () =>
    withManyAccounts(async (many, manyOrg) => {
      const first = await many.query('SELECT Id, Name FROM Account')
      manyOrg.admin.insert('Account', { Name: 'Late' })
      manyOrg.admin.update('Account', accountId(2001), { Name: 'Changed' })
      const rest = await many.queryMore<{ Name: string }>(first.nextRecordsUrl ?? '')
      expect(rest.records).toHaveLength(86)
      expect(rest.records[1]?.Name).toBe('Account 2001')
    }))

  it('are gone once ten newer cursors are open', () =>
    withManyAccounts(async (many) => {
      const first = await many.query('SELECT Id FROM Account')
      for (let more = 0; more < 10; more++) await many.query('SELECT Id FROM Account')
      await expect(many.queryMore(first.nextRecordsUrl ?? '')).rejects.toMatchObject({ errorCode: 'INVALID_QUERY_LOCATOR' })
    }))
})

function accountId(index: number): string {
  return salesforceId(keyPrefix.Account, index)
}

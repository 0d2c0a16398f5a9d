import { describe, expect, it } from 'vitest'
import { type FreshOrg, inFreshOrg } from './fresh-org.ts'

let org: FreshOrg['org']
let connection: FreshOrg['connection']
let call: FreshOrg['call']
inFreshOrg((fresh) => ({ org, connection, call } = fresh))

const records = async (soql: string) => (await connection.query(soql)).records
const rows = async (soql: string) =>
  (await records(soql)).map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'attributes')))
const names = async (condition: string, object = 'Account') =>
  (await rows(`SELECT Name FROM ${object} WHERE ${condition}`)).map((row) => row.Name)
const refusal = async (soql: string): Promise<unknown> => (await call('GET', `/query?q=${encodeURIComponent(soql)}`)).json()

describe('groups', () => {
  it('are made of several columns, of parents and of parts of dates, and named by alias or number', async () => {
    expect(
      await records(
        'SELECT Account.Name, CALENDAR_QUARTER(CloseDate), COUNT(Id) deals, SUM(Amount), MAX(CloseDate) latest ' +
          'FROM Opportunity GROUP BY Account.Name, CALENDAR_QUARTER(CloseDate) ORDER BY Account.Name, COUNT(Id)',
      ),
    ).toEqual([
      { attributes: { type: 'AggregateResult' }, Name: 'Lakeside Foods', expr0: 4, deals: 1, expr1: null, latest: '2026-12-01' },
      {
        attributes: { type: 'AggregateResult' },
        Name: 'Northgate Pumps',
        expr0: 3,
        deals: 1,
        expr1: 12_000,
        latest: '2026-09-30',
      },
      {
        attributes: { type: 'AggregateResult' },
        Name: 'Northgate Pumps',
        expr0: 1,
        deals: 1,
        expr1: 48_500.75,
        latest: '2026-03-15',
      },
      {
        attributes: { type: 'AggregateResult' },
        Name: 'Ödegård "Precision" Bearings, AB',
        expr0: 3,
        deals: 1,
        expr1: 7200,
        latest: '2026-08-20',
      },
    ])
  })

  it('are filtered by HAVING', async () => {
    const having = 'SELECT AccountId, AVG(Amount) a FROM Opportunity GROUP BY AccountId HAVING'
    expect(await rows(`${having} COUNT(Id) > 1`)).toEqual([{ AccountId: expect.any(String), a: 30_250.375 }])
    expect(await rows(`${having} COUNT(Amount) = 0 OR MIN(Amount) < 7200.5`)).toHaveLength(2)
  })

  it('count rows, values and different values', async () => {
    expect(await rows('SELECT COUNT(Id), COUNT(Amount) c, COUNT_DISTINCT(AccountId), MIN(Name) FROM Opportunity')).toEqual([
      { expr0: 4, c: 3, expr1: 3, expr2: 'Lakeside Foods - pilot' },
    ])
    expect(await rows("SELECT COUNT(Id), SUM(Amount) FROM Opportunity WHERE Name = 'none'")).toEqual([{ expr0: 0, expr1: null }])
  })

  it.each([
    ['SELECT Name, COUNT(Id) FROM Account', 'MALFORMED_QUERY', 'Field must be grouped or aggregated: Name'],
    ['SELECT COUNT(Id) FROM Account ORDER BY Name', 'MALFORMED_QUERY', 'Ordered field must be grouped or aggregated: Name'],
    ['SELECT SUM(Name) FROM Account', 'MALFORMED_QUERY', 'field Name does not support aggregate operator SUM'],
    ['SELECT COUNT(Description) FROM Account', 'MALFORMED_QUERY', 'field Description does not support aggregate operator COUNT'],
    [
      'SELECT COUNT(Id) FROM Account GROUP BY Description',
      'MALFORMED_QUERY',
      "field 'Description' can not be grouped in a query call",
    ],
    [
      'SELECT COUNT(Id) FROM Account LIMIT 1',
      'MALFORMED_QUERY',
      'Non-grouped query that uses overall aggregate functions cannot also use LIMIT',
    ],
    [
      'SELECT Id, (SELECT COUNT(Id) FROM Contacts) FROM Account',
      'MALFORMED_QUERY',
      'only root queries support aggregate expressions',
    ],
    ['SELECT Name n FROM Account', 'MALFORMED_QUERY', 'only aggregate expressions use field aliasing'],
  ])('are refused for %s', async (soql, errorCode, message) => {
    expect(await refusal(soql)).toEqual([{ message, errorCode }])
  })
})

describe('queries inside IN', () => {
  it('find records by what points at them, or does not', async () => {
    expect(await names("Id IN (SELECT AccountId FROM Contact WHERE Title = 'CEO')")).toEqual(['Ödegård "Precision" Bearings, AB'])
    expect(await names('Id NOT IN (SELECT AccountId FROM Contact)')).toEqual(['Northgate Pumps Service'])
    expect(await names("AccountId IN (SELECT Id FROM Account WHERE Industry = null) AND Name LIKE 'L%'", 'Opportunity')).toEqual([
      'Lakeside Foods - pilot',
    ])
  })

  it('see no more than the user does', async () => {
    const [chen] = org.admin.find('Contact', { LastName: "O'Brien" })
    org.admin.delete('Contact', String(chen?.Id))
    expect(await names("Id IN (SELECT AccountId FROM Contact WHERE LastName = 'O\\'Brien')")).toEqual([])
  })

  it.each([
    ["Id IN (SELECT AccountId FROM Contact) OR Name = 'x'", "Semi join sub-selects are not allowed with the 'OR' operator"],
    [
      "(Name = 'x' OR Id IN (SELECT AccountId FROM Contact)) AND Name != 'y'",
      'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.',
    ],
    ['Id IN (SELECT Id FROM Account)', 'The inner and outer selects should not be on the same object type'],
    ['Id IN (SELECT Title FROM Contact)', "Semi join sub-selects can only query id fields, cannot use: 'Title'"],
    ['Id IN (SELECT AccountId FROM Contact GROUP BY AccountId)', "missing value at 'GROUP'"],
    [
      'Id IN (SELECT AccountId FROM Contact WHERE AccountId IN (SELECT AccountId FROM Opportunity))',
      'Nesting of semi join sub-selects is not supported',
    ],
  ])('are refused in %s', async (condition, message) => {
    expect(await refusal(`SELECT Id FROM Account WHERE ${condition}`)).toEqual([{ message, errorCode: 'MALFORMED_QUERY' }])
  })
})

describe('functions of fields', () => {
  it('take parts of dates in UTC or in the time zone of the user', async () => {
    expect(await names('HOUR_IN_DAY(CreatedDate) = 9 AND HOUR_IN_DAY(convertTimezone(CreatedDate)) = 5')).toHaveLength(4)
    expect(await names('DAY_ONLY(CreatedDate) = 2026-05-06 AND FISCAL_YEAR(CreatedDate) IN (2026, 2027)')).toHaveLength(4)
    expect(await names('CALENDAR_MONTH(CloseDate) > 9', 'Opportunity')).toEqual(['Lakeside Foods - pilot'])
  })

  it('write values for people', async () => {
    const soql =
      "SELECT Amount, FORMAT(Amount) money, FORMAT(CloseDate), FORMAT(CreatedDate) made, toLabel(StageName) FROM Opportunity WHERE StageName = 'Closed Won'"
    expect(await rows(soql)).toEqual([
      { Amount: 48_500.75, money: '$48,500.75', CloseDate: '3/15/2026', made: '5/6/2026, 5:11 AM', StageName: 'Closed Won' },
    ])
  })

  it('select all fields, the standard ones or the custom ones', async () => {
    org.admin.addPryzmIdField('Account')
    const { fields } = await connection.describe('Account')
    const [all] = await rows('SELECT FIELDS(ALL) FROM Account LIMIT 1')
    expect(Object.keys(all ?? {}).toSorted()).toEqual(fields.map(({ name }) => name).toSorted())
    expect(await rows('SELECT Name, FIELDS(CUSTOM) FROM Account LIMIT 1')).toEqual([
      { Name: 'Northgate Pumps', Pryzm_ID__c: null },
    ])
    expect(await refusal('SELECT FIELDS(ALL) FROM Account LIMIT 201')).toEqual([
      { message: 'The SOQL FIELDS function must have a LIMIT of at most 200', errorCode: 'MALFORMED_QUERY' },
    ])
    expect(await refusal('SELECT Id, FIELDS(STANDARD) FROM Account')).toEqual([
      { message: 'duplicate field selected: Id', errorCode: 'INVALID_FIELD' },
    ])
  })
})

describe('conditions', () => {
  it.each([
    ["Name like 'NORTH%' and name <> 'northgate pumps'", ['Northgate Pumps Service']],
    ["Name LIKE 'North\\\\_%'", []],
    ["account.NAME = 'Lakeside\\u0020Foods'", ['Lakeside Foods']],
    ['CreatedDate = LAST_N_YEARS:100 AND CreatedDate != TODAY', []],
    ['CreatedDate < LAST_N_YEARS:100', []],
  ])('hold where %s', async (condition, expected) => {
    expect(await names(condition)).toEqual(expected)
  })

  it('begin and end days where the user is', async () => {
    const [account] = org.admin.find('Account', { Name: 'Lakeside Foods' })
    const shown = new Date(String(account?.CreatedDate)).getTime()
    const agoInDays = Math.floor((Date.now() - shown) / 86_400_000)
    const found = await Promise.all(
      [agoInDays - 1, agoInDays, agoInDays + 1].map((days) => names(`CreatedDate = N_DAYS_AGO:${days}`)),
    )
    expect(found.filter((list) => list.length > 0)).toEqual([expect.objectContaining({ length: 4 })])
  })

  it('compare ids of 15 and of 18 characters, in their own order', async () => {
    const ids = (await rows('SELECT Id FROM Account ORDER BY Id')).map(({ Id }) => String(Id))
    expect(await names(`Id > '${ids[1]?.slice(0, 15)}' AND Id <= '${ids[3]}'`)).toHaveLength(2)
    expect(await names(`OwnerId != null AND Id NOT IN ('${ids[0]?.slice(0, 15)}', '${ids[1]}')`)).toHaveLength(2)
  })

  it('find records without an external id', async () => {
    org.admin.addPryzmIdField('Account')
    const [account] = org.admin.find('Account', { Name: 'Lakeside Foods' })
    org.admin.update('Account', String(account?.Id), { Pryzm_ID__c: 'p-1' })
    expect(await names('Pryzm_ID__c = null')).toHaveLength(3)
    expect(await names("Pryzm_ID__c IN ('P-1', null)")).toHaveLength(4)
    expect(await names("Pryzm_ID__c = 'P-1'")).toEqual(['Lakeside Foods'])
  })

  it.each([
    ["Description = 'x'", 'INVALID_FIELD', "field 'Description' can not be filtered in a query call"],
    ["BillingAddress = 'x'", 'INVALID_FIELD', 'Address fields can only be filtered using Distance expressions'],
    ["Id = 'Acme'", 'INVALID_QUERY_FILTER_OPERATOR', 'invalid ID field: Acme'],
    [
      "IsDeleted = 'true'",
      'INVALID_FIELD',
      "value of filter criterion for field 'IsDeleted' must be of type boolean and should not be enclosed in quotes",
    ],
    [
      "NumberOfEmployees > '5'",
      'INVALID_FIELD',
      "value of filter criterion for field 'NumberOfEmployees' must be of type int and should not be enclosed in quotes",
    ],
  ])('are refused at the place where they stand: %s', async (condition, errorCode, sentence) => {
    const field = condition.split(' ')[0] ?? ''
    const soql = `SELECT Name, ${field} FROM Account WHERE ${condition}`
    const column = soql.lastIndexOf(field) + 1
    expect(await refusal(soql)).toEqual([
      { message: expect.stringMatching(new RegExp(`\\^\nERROR at Row:1:Column:${column}\n`)), errorCode },
    ])
    expect(await refusal(soql)).toMatchObject([{ message: expect.stringContaining(sentence) }])
  })

  it('leave a like on ids to nobody', async () => {
    expect(await refusal("SELECT Id FROM Account WHERE Id LIKE '001%'")).toEqual([
      { message: 'invalid operator on id field', errorCode: 'INVALID_QUERY_FILTER_OPERATOR' },
    ])
  })
})

describe('orders', () => {
  it('put picklist values in the order of their picklist', async () => {
    expect((await rows('SELECT StageName FROM Opportunity ORDER BY StageName DESC')).map((row) => row.StageName)).toEqual([
      'Verbal OK (phone)',
      'Closed Won',
      'Negotiation/Review',
      'Prospecting',
    ])
  })

  it('skip no more than 2000 rows', async () => {
    expect(await rows('SELECT Id FROM Account OFFSET 2000')).toEqual([])
    expect(await refusal('SELECT Id FROM Account OFFSET 2001')).toEqual([
      { message: 'Maximum SOQL offset allowed is 2000', errorCode: 'NUMBER_OUTSIDE_VALID_RANGE' },
    ])
  })
})

describe('the picture of an error', () => {
  it('shows the words around the place, not the whole query', async () => {
    const soql = 'SELECT Id, Name, Industry, AnnualRevenue, Dispenser__c, NumberOfEmployees, Description, Rating FROM Account'
    expect(await refusal(soql)).toEqual([
      {
        message: expect.stringMatching(
          /^\nName, Industry, AnnualRevenue, Dispenser__c, NumberOfEmployees\n {31}\^\nERROR at Row:1:Column:43\nNo such column/,
        ),
        errorCode: 'INVALID_FIELD',
      },
    ])
  })

  it('stands where an unexpected word begins to be one', async () => {
    expect(await refusal('SELECT Id, FROM Account')).toEqual([
      {
        message: "\nSELECT Id, FROM Account\n          ^\nERROR at Row:1:Column:11\nunexpected token: 'FROM'",
        errorCode: 'MALFORMED_QUERY',
      },
    ])
    expect(await refusal('SELECT Id FROM Account WHERE')).toEqual([
      {
        message:
          "\nSELECT Id FROM Account WHERE\n                            ^\nERROR at Row:1:Column:29\nunexpected token: '<EOF>'",
        errorCode: 'MALFORMED_QUERY',
      },
    ])
  })

  it('is drawn for conditions that the parser would have let pass', async () => {
    for (const condition of ["AND Name = 'a'", "Name = 'a' Rating = 'b'", "Name IN 'a'", "Name = ('a', 'b')"]) {
      expect(await refusal(`SELECT Id FROM Account WHERE ${condition}`)).toMatchObject([
        { errorCode: 'MALFORMED_QUERY', message: expect.stringContaining('unexpected token') },
      ])
    }
  })
})

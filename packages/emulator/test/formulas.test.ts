import type { Connection } from 'jsforce'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrg, type CustomFieldDefinition, type EmulatedOrg, type Row } from '../src/index.ts'
import { app, caller, connect } from './sign-in.ts'

let org: EmulatedOrg
let connection: Connection
let call: ReturnType<typeof caller>
const start = new Date('2026-09-16T10:11:12.000Z')
let now = start
beforeAll(async () => {
  org = await createOrg({ seed: 'tiny', app, clock: () => now })
})
beforeEach(async () => {
  now = start
  org.reset()
  connection = await connect(org)
  call = caller(org, connection.accessToken ?? '')
})
afterAll(() => org.close())

type Part = Partial<CustomFieldDefinition>
const add = (object: string, fullName: string, type: string, formula: string, more: Part = {}) =>
  org.admin.addField(object, { fullName, type, label: fullName.replace('__c', ''), formula, ...more })
const accountId = (name = 'Northgate Pumps') => String(org.admin.find('Account', { Name: name })[0]?.Id)
const read = async (field: string, id: string, object = 'Account'): Promise<unknown> =>
  Object(await connection.sobject(object).retrieve(id, { fields: [field] }))[field]

/** The value of a formula for an account with these fields. */
async function value(type: string, formula: string, fields: Row = {}, more: Part = {}): Promise<unknown> {
  add('Account', 'F__c', type, formula, { scale: 2, ...more })
  return read('F__c', org.admin.insert('Account', { Name: 'Formula', ...fields }))
}

describe('a formula field', () => {
  it('is described as computed, is read-only, and can be searched and sorted by', async () => {
    add('Account', 'Double__c', 'Number', 'AnnualRevenue * 2', { scale: 1 })
    const { fields } = await connection.describe('Account')
    expect(fields.find((field) => field.name === 'Double__c')).toMatchObject({
      type: 'double',
      precision: 18,
      scale: 1,
      calculated: true,
      calculatedFormula: 'AnnualRevenue * 2',
      formulaTreatNullNumberAsZero: true,
      createable: false,
      updateable: false,
      nillable: true,
    })
    const soql = 'SELECT Name, Double__c FROM Account WHERE Double__c > 0 ORDER BY Double__c DESC'
    expect((await connection.query(soql)).records).toMatchObject([
      { Name: 'Northgate Pumps', Double__c: 1_824_520_062 },
      { Name: 'Northgate Pumps Service', Double__c: 2_500_001 },
    ])
    const written = await call('PATCH', `/sobjects/Account/${accountId()}`, { Double__c: 1 })
    const refused: unknown = await written.json()
    expect([written.status, refused]).toMatchObject([
      400,
      [{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['Double__c'] }],
    ])
  })

  it('reads parents, through other formulas too, whatever its reader may see', async () => {
    org.admin.setPermissions('priya@acme-industrial.example', { fields: { 'Account.Industry': 'none' } })
    add('Account', 'Line__c', 'Text', 'UPPER(TEXT(Industry)) & " / " & Owner.Email')
    add('Contact', 'Line__c', 'Text', 'Account.Line__c')
    const priya = await connect(org, 'priya@acme-industrial.example')
    const soql = "SELECT Line__c, Account.Line__c FROM Contact WHERE LastName IN ('Chen', 'Nobody') ORDER BY LastName"
    expect((await priya.query(soql)).records).toMatchObject([
      { Line__c: 'MANUFACTURING / dana@acme-industrial.example' },
      { Line__c: null, Account: null },
    ])
  })

  it('follows a change of the record it reads, and a bulk query and a validation rule see it', async () => {
    add('Contact', 'Site__c', 'Text', 'Account.Site')
    org.admin.addValidationRule({ object: 'Contact', refuses: "Site__c = 'closed'", message: 'That site is closed.' })
    org.admin.update('Account', accountId(), { Site: 'closed' })
    const [maya] = org.admin.find('Contact', { LastName: 'Chen' })
    expect(await read('Site__c', String(maya?.Id), 'Contact')).toBe('closed')
    expect(() => org.admin.update('Contact', String(maya?.Id), { Title: 'Head' })).toThrow('That site is closed.')
    const rows = await connection.bulk2.query(`SELECT Site__c FROM Contact WHERE Id = '${String(maya?.Id)}'`)
    expect(await rows.toArray()).toEqual([{ Site__c: 'closed' }])
  })
})

describe('the value of a formula', () => {
  it.each<[string, string, unknown]>([
    ['Number', '1 + 2 * 3 - 4 / 2', 5],
    ['Number', '(1 + 2) * 3 ^ 2', 27],
    ['Number', '-2 + +5', 3],
    ['Number', '1 / 0', null],
    ['Number', 'ROUND(2.345, 2)', 2.35],
    ['Number', 'ROUND(-2.5, 0)', -3],
    ['Number', 'MOD(7, 3) + ABS(-1) + MAX(1, 4, 2) + MIN(3, 2) + FLOOR(1.9) + CEILING(1.1)', 11],
    ['Percent', '0.255', 25.5],
    ['Text', '"a" & "b" + \'c\'', 'abc'],
    ['Text', '"say \\"hi\\""', 'say "hi"'],
    ['Text', 'LEFT("abcdef", 2) & MID("abcdef", 3, 2) & RIGHT("abcdef", 1)', 'abcdf'],
    ['Text', 'UPPER("ab") & LOWER("CD") & TRIM("  e ")', 'ABcde'],
    ['Text', 'SUBSTITUTE("a-b-c", "-", "+")', 'a+b+c'],
    ['Text', 'TEXT(12.50) & TEXT(DATE(2026, 2, 3))', '12.52026-02-03'],
    ['Text', 'TEXT(NOW())', '2026-09-16 10:11:12Z'],
    ['Text', '""', null],
    ['Number', 'LEN("abc") + FIND("c", "abc") + VALUE("4.5")', 10.5],
    ['Number', 'VALUE("four")', null],
    ['Number', 'YEAR(TODAY()) * 10000 + MONTH(TODAY()) * 100 + DAY(TODAY())', 20_260_916],
    ['Date', 'TODAY() + 30', '2026-10-16'],
    ['Date', 'DATE(2026, 2, 30)', null],
    ['Date', 'DATEVALUE("2026-02-28") + 1', '2026-03-01'],
    ['DateTime', 'NOW() + 0.5', '2026-09-16T22:11:12.000+0000'],
    ['Number', 'DATE(2026, 3, 1) - DATE(2026, 2, 1)', 28],
    ['Checkbox', 'AND(TRUE, NOT(FALSE)) && OR(FALSE, 1 < 2)', true],
    ['Checkbox', '!(1 <> 2) || "a" = "A"', false],
    ['Checkbox', 'CONTAINS("Northgate", "gate") && BEGINS("Northgate", "North")', true],
    ['Checkbox', 'CONTAINS("Northgate", "Gate")', false],
    ['Text', 'IF(1 >= 2, "yes", IF(2 <= 2, "no", NULL))', 'no'],
    ['Text', 'CASE(2, 1, "one", 2, "two", "many")', 'two'],
    ['Text', 'CASE("x", "y", "z", "other")', 'other'],
    ['Text', 'BLANKVALUE(NULL, "nothing") /* a comment */', 'nothing'],
  ])('as %s of %s', async (type, formula, expected) => {
    expect(await value(type, formula)).toBe(expected)
  })

  it.each<[string, string, Row, unknown]>([
    ['Checkbox', 'ISBLANK(Phone)', {}, true],
    ['Checkbox', 'ISBLANK(Phone)', { Phone: '1' }, false],
    ['Checkbox', 'Phone = ""', {}, true],
    ['Text', 'BLANKVALUE(Phone, "none") & Site', { Site: 'HQ' }, 'noneHQ'],
    ['Checkbox', 'ISPICKVAL(Industry, "Energy")', { Industry: 'Energy' }, true],
    ['Checkbox', 'ISPICKVAL(Industry, "")', {}, true],
    ['Number', 'CASE(Industry, "Energy", 1, "Banking", 2, 0)', { Industry: 'Banking' }, 2],
    ['Text', 'TEXT(Industry)', { Industry: 'Energy' }, 'Energy'],
    ['Number', 'LEN(OwnerId)', {}, 15],
    ['Number', 'AnnualRevenue + NumberOfEmployees', { AnnualRevenue: 5 }, 5],
    ['Checkbox', 'AnnualRevenue = 0', {}, true],
  ])('as %s of %s for %o', async (type, formula, fields, expected) => {
    expect(await value(type, formula, fields)).toBe(expected)
  })

  it('is blank where a number is, if blanks are to stay blank', async () => {
    const blank = { formulaTreatBlanksAs: 'BlankAsBlank' } as const
    expect(await value('Number', 'AnnualRevenue + 1', {}, blank)).toBeNull()
  })

  it('counts percentages as parts of one', async () => {
    add('Opportunity', 'Part__c', 'Number', 'Probability', { scale: 2 })
    add('Opportunity', 'Whole__c', 'Percent', 'Probability', { scale: 0 })
    const [deal] = org.admin.find('Opportunity', { StageName: 'Negotiation/Review' })
    expect(await connection.sobject('Opportunity').retrieve(String(deal?.Id))).toMatchObject({ Part__c: 0.9, Whole__c: 90 })
  })
})

describe('a formula that is wrong', () => {
  it.each([
    ['Text', '1 +', 'Syntax error'],
    ['Text', 'LEN("a"', "Syntax error. Missing ')'"],
    ['Text', '"a" "b"', 'Syntax error. Extra b'],
    ['Text', '#', "Syntax error. Found '#'"],
    ['Text', 'Nothing__c', 'Field Nothing__c does not exist. Check spelling.'],
    ['Text', 'Owner.Nothing', 'Field Owner.Nothing does not exist. Check spelling.'],
    ['Number', 'LEN(1)', "Incorrect parameter type for function 'LEN()'. Expected Text, received Number"],
    ['Number', 'LEN()', "Incorrect number of parameters for function 'LEN()'. Expected 1, received 0"],
    ['Number', 'IF(TRUE, 1)', "Incorrect number of parameters for function 'IF()'. Expected 3, received 2"],
    ['Number', 'IF(TRUE, 1, "a")', "Incorrect parameter type for function 'IF()'. Expected Number, received Text"],
    ['Number', '1 + TRUE', "Incorrect parameter type for operator '+'. Expected Number, received Boolean"],
    ['Text', '"a" & 1', "Incorrect parameter type for operator '&'. Expected Text, received Number"],
    [
      'Checkbox',
      'Industry = "Energy"',
      'Field Industry is a picklist field. Picklist fields are only supported in certain functions.',
    ],
    ['Text', 'Industry', 'is data type (Picklist), incompatible with expected data type (Text).'],
    ['Text', '1', 'Formula result is data type (Number), incompatible with expected data type (Text).'],
  ])('is refused: %s of %s', (type, formula, sentence) => {
    expect(() => add('Account', 'F__c', type, formula)).toThrow(`FIELD_INTEGRITY_EXCEPTION: `)
    expect(() => add('Account', 'F__c', type, formula)).toThrow(sentence)
  })

  it.each([
    ['HYPERLINK("a", "b")', 'the function HYPERLINK() in formulas'],
    ['$User.Email', '$User.Email in formulas'],
    ['DandbCompany.Name', 'DandbCompany.Name in formulas, because it has no object DandBCompany'],
  ])("is called the emulator's limit when only a real org computes it: %s", async (formula, what) => {
    const answer = await call('POST', '/tooling/sobjects/CustomField', {
      FullName: 'Account.F__c',
      Metadata: { type: 'Text', label: 'F', formula },
    })
    const body: unknown = await answer.json()
    const message = `The org emulator does not support ${what}. A real Salesforce org may.`
    expect([answer.status, body]).toEqual([501, [{ errorCode: 'EMULATOR_LIMIT', message }]])
  })

  it('cannot be made by a change either, nor one that goes in circles, and what it reads cannot be deleted', async () => {
    add('Account', 'One__c', 'Number', '1')
    add('Account', 'Two__c', 'Number', 'One__c + 1')
    const [one] = org.admin.find('CustomField', { DeveloperName: 'One' })
    const change = (formula: string) =>
      call('PATCH', `/tooling/sobjects/CustomField/${String(one?.Id)}`, {
        Metadata: { type: 'Number', label: 'One', scale: 0, formula },
      })
    expect((await change('Two__c')).status).toBe(400)
    expect((await change('Nothing__c')).status).toBe(400)
    expect(await read('Two__c', accountId())).toBe(2)
    expect((await change('10')).status).toBe(204)
    expect(await read('Two__c', accountId())).toBe(11)
    const deleted = await call('DELETE', `/tooling/sobjects/CustomField/${String(one?.Id)}`)
    const refusal: unknown = await deleted.json()
    expect([deleted.status, refusal]).toMatchObject([400, [{ errorCode: 'DEPENDENCY_EXISTS' }]])
    expect(() => org.admin.removeField('Account', 'One__c')).toThrow('Account.Two__c')
    org.admin.removeField('Account', 'Two__c')
    org.admin.removeField('Account', 'One__c')
  })
})

describe('a roll-up summary', () => {
  const rollUp = (fullName: string, more: Part) =>
    org.admin.addField('Account', {
      fullName,
      type: 'Summary',
      label: fullName,
      summaryForeignKey: 'Opportunity.AccountId',
      ...more,
    })

  it('counts, sums and compares the children that meet its filter', async () => {
    rollUp('Deals__c', { summaryOperation: 'count' })
    rollUp('Total__c', { summaryOperation: 'sum', summarizedField: 'Opportunity.Amount' })
    rollUp('Next__c', { summaryOperation: 'min', summarizedField: 'Opportunity.CloseDate' })
    rollUp('Largest__c', { summaryOperation: 'max', summarizedField: 'Opportunity.Amount' })
    const filter = [{ field: 'Opportunity.IsWon', operation: 'equals', value: 'True' }]
    rollUp('Won__c', { summaryOperation: 'sum', summarizedField: 'Opportunity.Amount', summaryFilterItems: filter })
    const few = [{ field: 'Opportunity.Amount', operation: 'lessThan', value: '20000.00' }]
    rollUp('Small__c', { summaryOperation: 'count', summaryFilterItems: few })
    expect(await connection.sobject('Account').retrieve(accountId())).toMatchObject({
      Deals__c: 2,
      Total__c: 60_500.75,
      Next__c: '2026-03-15',
      Largest__c: 48_500.75,
      Won__c: 48_500.75,
      Small__c: 1,
    })
    expect(await connection.sobject('Account').retrieve(accountId('Northgate Pumps Service'))).toMatchObject({
      Deals__c: 0,
      Total__c: 0,
      Next__c: null,
    })
    const { fields } = await connection.describe('Account')
    const described = (name: string) => fields.find((field) => field.name === name)
    expect(described('Total__c')).toMatchObject({
      type: 'currency',
      scale: 2,
      calculated: true,
      calculatedFormula: null,
      createable: false,
    })
    expect(described('Next__c')).toMatchObject({ type: 'date' })
    expect((await connection.query('SELECT Id FROM Account WHERE Total__c > 50000')).totalSize).toBe(1)
  })

  it('moves the SystemModstamp of the parent when a child changes it, and of no other record', async () => {
    rollUp('Total__c', { summaryOperation: 'sum', summarizedField: 'Opportunity.Amount' })
    const [from, to] = [accountId(), accountId('Lakeside Foods')]
    const [deal] = org.admin.find('Opportunity', { AccountId: from })
    const stamps = () => org.admin.find('Account').map((row) => row.SystemModstamp === now.toISOString())
    const later = () => void (now = new Date(now.getTime() + 60_000))
    later()
    org.admin.update('Opportunity', String(deal?.Id), { Description: 'No matter' })
    expect(stamps()).toEqual([false, false, false, false])
    org.admin.update('Opportunity', String(deal?.Id), { AccountId: to })
    expect(stamps()).toEqual([true, true, false, false])
    later()
    org.admin.delete('Opportunity', String(deal?.Id))
    expect(stamps()).toEqual([false, true, false, false])
    later()
    org.admin.insert('Opportunity', { Name: 'D', StageName: 'Prospecting', CloseDate: '2026-12-01', AccountId: from, Amount: 5 })
    expect(stamps()).toEqual([true, false, false, false])
    expect(org.admin.record('Account', from)?.LastModifiedDate).toBe('2026-05-06T09:10:00.000Z')
  })

  it.each([
    [{ summaryOperation: 'sum' } as const, "Must specify 'summarizedField'"],
    [{ summaryOperation: 'sum', summarizedField: 'Opportunity.Name' } as const, "can't be summarized by sum"],
    [
      { summaryOperation: 'count', summaryForeignKey: 'Opportunity.OwnerId' } as const,
      'Opportunity.OwnerId does not point to Account',
    ],
  ])('that does not fit is refused: %o', (more, sentence) => {
    expect(() => rollUp('Bad__c', more)).toThrow(sentence)
  })
})

describe('the computed fields of a contact', () => {
  it('are those of its person account too', async () => {
    org.admin.addRecordType({ object: 'Account', name: 'Business', developerName: 'Business' })
    org.admin.enablePersonAccounts()
    add('Contact', 'Line__c', 'Text', 'LastName & " of " & Account.Name')
    org.admin.addField('Contact', { fullName: 'No__c', type: 'AutoNumber', label: 'No', displayFormat: 'C-{0}' })
    org.admin.insert('Contact', { LastName: 'First' })
    const id = org.admin.insert('Account', { LastName: 'Chen', FirstName: 'Maya' })
    const account = await connection.sobject('Account').retrieve(id)
    expect(account).toMatchObject({ IsPersonAccount: true, Line__pc: 'Chen of Maya Chen', No__pc: 'C-2' })
    expect(await read('No__c', String(account.PersonContactId), 'Contact')).toBe('C-2')
    expect(await read('Line__pc', accountId())).toBeNull()
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createOrg, customTextField, type EmulatedOrg, type Row } from '../src/index.ts'
import { app, caller, connect, tokensFor } from './sign-in.ts'

const priya = 'priya@acme-industrial.example'
const ada = { FirstName: 'Ada', LastName: 'Lovelace', PersonEmail: 'Ada@Mail.example', PersonMailingCity: 'London' }

let org: EmulatedOrg
let dana: ReturnType<typeof caller>
let types: { business: string; person: string }

beforeAll(async () => {
  org = await createOrg({ seed: 'tiny', app })
})
beforeEach(async () => {
  org.reset()
  types = setUp(org)
  dana = caller(org, (await tokensFor(org)).access_token ?? '')
})
afterAll(() => org.close())

function setUp({ admin }: EmulatedOrg) {
  const business = admin.addRecordType({
    object: 'Account',
    name: 'Business',
    defaultOf: ['System Administrator', 'Standard User'],
  })
  admin.enablePersonAccounts()
  return { business, person: String(admin.find('RecordType', { DeveloperName: 'PersonAccount' })[0]?.Id) }
}

const made = async (response: Response) => ((await response.json()) as { id: string }).id
const refusalOf = async (response: Response) => ((await response.json()) as { errorCode: string; message: string }[])[0]
const newPerson = async (fields: object = {}) => made(await dana('POST', '/sobjects/Account', { ...ada, ...fields }))
const account = (id: string) => org.admin.record('Account', id) ?? {}
const contactOf = (id: string): Row => org.admin.record('Contact', String(account(id).PersonContactId)) ?? {}

describe('an org with person accounts', () => {
  it('describes accounts with a name or the fields of a person, and requires neither', async () => {
    const describeOf = async (object: string) => (await dana('GET', `/sobjects/${object}/describe`)).json()
    const { fields, recordTypeInfos } = await describeOf('Account')
    const names = fields.map(({ name }: { name: string }) => name)
    expect(names.slice(3, 10)).toEqual(['Name', 'LastName', 'FirstName', 'Salutation', 'Type', 'RecordTypeId', 'ParentId'])
    const at = names.indexOf('PersonContactId')
    expect(names.slice(at, at + 4)).toEqual(['PersonContactId', 'IsPersonAccount', 'PersonMailingStreet', 'PersonMailingCity'])
    const named = Object.fromEntries(fields.map((field: { name: string }) => [field.name, field]))
    for (const name of ['Name', 'LastName']) {
      expect(named[name]).toMatchObject({ createable: true, updateable: true, nillable: true, compoundFieldName: 'Name' })
      expect(named[name].extraTypeInfo).toBe('switchablepersonname')
    }
    expect(named.PersonEmail).toMatchObject({ label: 'Email', type: 'email', length: 80, idLookup: false, nillable: true })
    expect(named.PersonMailingStreet).toMatchObject({ label: 'Mailing Street', compoundFieldName: 'PersonMailingAddress' })
    expect(named.PersonContactId).toMatchObject({
      createable: false,
      referenceTo: ['Contact'],
      relationshipName: 'PersonContact',
    })
    expect(named.IsPersonAccount).toMatchObject({ createable: false, updateable: false, nillable: false, type: 'boolean' })
    expect(recordTypeInfos).toMatchObject([
      { developerName: 'Business', defaultRecordTypeMapping: true },
      { developerName: 'PersonAccount', defaultRecordTypeMapping: false, available: true },
      { developerName: 'Master' },
    ])
    const contactNames = (await describeOf('Contact')).fields.map(({ name }: { name: string }) => name)
    expect(contactNames).toContain('IsPersonAccount')
    const personTypes = await (await dana('GET', '/query?q=SELECT+DeveloperName+FROM+RecordType+WHERE+IsPersonType=true')).json()
    expect(personTypes.records).toMatchObject([{ DeveloperName: 'PersonAccount' }])
  })

  it('has them only once an administrator turns them on, which needs a record type for businesses', async () => {
    org.reset()
    const call = caller(org, (await tokensFor(org)).access_token ?? '')
    expect(await (await call('GET', '/query?q=SELECT+IsPersonAccount+FROM+Account')).json()).toMatchObject([
      { errorCode: 'INVALID_FIELD' },
    ])
    expect(() => org.admin.enablePersonAccounts()).toThrow('Person accounts need a record type for businesses first.')
    expect(() => org.admin.addRecordType({ object: 'Account', name: 'Patient', person: true })).toThrow('Enable person accounts')
  })

  it('shows the custom fields of contacts on accounts, to those who may see them', async () => {
    org.admin.addField('Contact', customTextField('Shoe_Size__c', { length: 10 }))
    org.admin.addPryzmIdField('Contact')
    org.admin.setPermissions(priya, { fields: { 'Contact.Shoe_Size__c': 'none' } })
    const { fields } = await (await dana('GET', '/sobjects/Account/describe')).json()
    const copies = fields.filter(({ name }: { name: string }) => name.endsWith('__pc'))
    expect(copies).toMatchObject([
      { name: 'Shoe_Size__pc', custom: true, createable: true, length: 10 },
      { name: 'Pryzm_ID__pc', externalId: false, unique: false, idLookup: false },
    ])
    const salesUser = await connect(org, priya)
    const seen = (await salesUser.sobject('Account').describe()).fields.map(({ name }) => name)
    expect(seen).toContain('Pryzm_ID__pc')
    expect(seen).not.toContain('Shoe_Size__pc')

    const id = await newPerson({ Shoe_Size__pc: '42', Pryzm_ID__pc: 'P-1' })
    expect(contactOf(id)).toMatchObject({ Shoe_Size__c: '42', Pryzm_ID__c: 'P-1' })
    const twice = await dana('POST', '/sobjects/Account', { ...ada, Pryzm_ID__pc: 'P-1' })
    expect(await refusalOf(twice)).toMatchObject({ errorCode: 'DUPLICATE_VALUE', fields: [] })
  })
})

describe('a person account', () => {
  it('is named by first and last name, and has a contact of its own', async () => {
    const id = await newPerson({ RecordTypeId: types.person, Phone: '555', Salutation: 'Ms.' })
    expect(account(id)).toMatchObject({
      Name: 'Ada Lovelace',
      IsPersonAccount: true,
      PersonEmail: 'ada@mail.example',
      RecordTypeId: types.person,
    })
    expect(contactOf(id)).toMatchObject({
      AccountId: id,
      IsPersonAccount: true,
      FirstName: 'Ada',
      LastName: 'Lovelace',
      Salutation: 'Ms.',
      Email: 'ada@mail.example',
      MailingCity: 'London',
      Phone: '555',
      OwnerId: account(id).OwnerId,
    })
  })

  it('is what a body with a last name and no record type makes; one with a name makes a business', async () => {
    const connection = await connect(org, priya)
    const person = String((await connection.sobject('Account').create({ LastName: 'Curie' })).id)
    expect(account(person)).toMatchObject({ Name: 'Curie', IsPersonAccount: true, RecordTypeId: types.person })
    const business = String((await connection.sobject('Account').create({ Name: 'Curie Ltd' })).id)
    expect(account(business)).toMatchObject({ IsPersonAccount: false, RecordTypeId: types.business })
    expect(account(business).PersonContactId ?? null).toBeNull()
  })

  it('refuses what only a business has, and the other way round', async () => {
    const notWritable = (name: string) => ({
      errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      message: `Unable to create/update fields: ${name}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
      fields: [name],
    })
    const both = await dana('POST', '/sobjects/Account', { ...ada, Name: 'Ada', RecordTypeId: types.person })
    expect([both.status, await refusalOf(both)]).toEqual([400, notWritable('Name')])
    const id = await newPerson()
    expect(await refusalOf(await dana('PATCH', `/sobjects/Account/${id}`, { Name: 'Ada' }))).toEqual(notWritable('Name'))

    const badFields = await dana('POST', '/sobjects/Account', { Name: 'Ada Ltd', ...ada })
    expect([badFields.status, await refusalOf(badFields)]).toEqual([
      400,
      {
        errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
        message: 'Account: bad field names on insert/update call: FirstName, LastName, PersonEmail, PersonMailingCity',
        fields: ['FirstName', 'LastName', 'PersonEmail', 'PersonMailingCity'],
      },
    ])
    for (const [body, missing] of [
      [{ Phone: '1' }, 'Name'],
      [{ FirstName: 'Ada', RecordTypeId: types.person }, 'LastName'],
    ] as const) {
      const refused = await refusalOf(await dana('POST', '/sobjects/Account', body))
      expect(refused).toMatchObject({ errorCode: 'REQUIRED_FIELD_MISSING', message: `Required fields are missing: [${missing}]` })
    }
    const emptied = await dana('PATCH', `/sobjects/Account/${id}`, { LastName: null })
    expect(await refusalOf(emptied)).toMatchObject({ errorCode: 'REQUIRED_FIELD_MISSING', fields: ['LastName'] })
  })

  it('and its contact change together, whichever of the two is written to', async () => {
    const connection = await connect(org)
    const id = await newPerson()
    await connection.sobject('Account').update({ Id: id, LastName: 'Byron', PersonTitle: 'Countess' })
    expect(account(id)).toMatchObject({ Name: 'Ada Byron' })
    expect(contactOf(id)).toMatchObject({ LastName: 'Byron', Title: 'Countess' })

    const contactId = String(contactOf(id).Id)
    await connection
      .sobject('Contact')
      .update({ Id: contactId, FirstName: 'Augusta', Email: 'augusta@mail.example', Description: 'Poet' })
    expect(account(id)).toMatchObject({ Name: 'Augusta Byron', PersonEmail: 'augusta@mail.example' })
    expect(contactOf(id)).toMatchObject({ Email: 'augusta@mail.example', Description: 'Poet' })
    expect(contactOf(id).SystemModstamp).toBe(account(id).SystemModstamp)
  })

  it('keeps its contact to itself', async () => {
    const id = await newPerson()
    const contactId = String(contactOf(id).Id)
    const moved = await dana('PATCH', `/sobjects/Contact/${contactId}`, { AccountId: org.admin.find('Account')[0]?.Id })
    expect(await refusalOf(moved)).toEqual({
      errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      message: 'Account: bad field names on insert/update call: AccountId',
      fields: ['AccountId'],
    })
    expect((await dana('DELETE', `/sobjects/Contact/${contactId}`)).status).toBe(400)
    expect((await dana('POST', '/sobjects/Contact', { LastName: 'Second', AccountId: id })).status).toBe(400)
    expect(org.admin.find('Contact', { AccountId: id })).toHaveLength(1)
    expect((await dana('DELETE', `/sobjects/Account/${id}`)).status).toBe(204)
    expect(org.admin.record('Contact', contactId)).toMatchObject({ IsDeleted: true })
  })

  it('leaves no contact behind when its transaction is taken back', async () => {
    const before = org.admin.find('Contact').length
    const records = [
      { attributes: { type: 'Account' }, ...ada },
      { attributes: { type: 'Account' }, FirstName: 'Nobody', RecordTypeId: types.person },
    ]
    const response = await dana('POST', '/composite/sobjects', { allOrNone: true, records })
    expect(await response.json()).toMatchObject([{ success: false }, { success: false }])
    expect(org.admin.find('Contact')).toHaveLength(before)
  })

  it('shows in queries of accounts, of contacts, and of what belongs to it', async () => {
    const connection = await connect(org)
    const id = await newPerson()
    await connection
      .sobject('Opportunity')
      .create({ Name: 'Engine', StageName: 'Prospecting', CloseDate: '2026-12-31', AccountId: id })
    const persons = await connection.query(
      'SELECT Name, LastName, PersonContact.Email, PersonMailingAddress, RecordType.DeveloperName FROM Account WHERE IsPersonAccount = true',
    )
    expect(persons.records).toMatchObject([
      {
        Name: 'Ada Lovelace',
        LastName: 'Lovelace',
        PersonContact: { Email: 'ada@mail.example' },
        PersonMailingAddress: { city: 'London', country: null },
        RecordType: { DeveloperName: 'PersonAccount' },
      },
    ])
    const contacts = await connection.query(
      'SELECT Name, IsPersonAccount, Account.IsPersonAccount FROM Contact WHERE IsPersonAccount = true',
    )
    expect(contacts.records).toMatchObject([{ Name: 'Ada Lovelace', IsPersonAccount: true, Account: { IsPersonAccount: true } }])
    const deals = await connection.query('SELECT Name FROM Opportunity WHERE Account.IsPersonAccount = true')
    expect(deals.records).toMatchObject([{ Name: 'Engine' }])
    const businesses = await connection.query('SELECT COUNT() FROM Account WHERE IsPersonAccount = false')
    expect(businesses.totalSize).toBe(4)
  })

  it('can be loaded and unloaded in bulk', async () => {
    const connection = await connect(org)
    const input = [
      { LastName: 'Hopper', FirstName: 'Grace', PersonEmail: 'grace@mail.example', 'RecordType.Name': 'Person Account' },
      { LastName: 'Hamilton', FirstName: 'Margaret', PersonEmail: '', 'RecordType.Name': 'Person Account' },
    ]
    const loaded = await connection.bulk2.loadAndWaitForResults({ object: 'Account', operation: 'insert', input })
    expect(loaded.successfulResults).toHaveLength(2)
    const stream = await connection.bulk2.query(
      'SELECT Name, PersonEmail, IsPersonAccount FROM Account WHERE IsPersonAccount = true ORDER BY Name',
    )
    expect(await stream.toArray()).toEqual([
      { Name: 'Grace Hopper', PersonEmail: 'grace@mail.example', IsPersonAccount: 'true' },
      { Name: 'Margaret Hamilton', PersonEmail: '', IsPersonAccount: 'true' },
    ])
  })

  it('merges with another one together with their contacts', async () => {
    const [winner, loser] = [await newPerson(), await newPerson({ FirstName: 'A.' })]
    org.admin.merge('Account', winner, [loser])
    expect(contactOf(loser)).toMatchObject({ IsDeleted: true, MasterRecordId: contactOf(winner).Id })
    expect(org.admin.find('Contact', { AccountId: winner })).toHaveLength(1)
    const business = String(org.admin.find('Account', { Name: 'Lakeside Foods' })[0]?.Id)
    expect(() => org.admin.merge('Account', winner, [business])).toThrow('can only be merged with other person accounts')
  })

  it('becomes a business with its record type, and a business with exactly one contact a person', async () => {
    const id = await newPerson({ Phone: '555' })
    const contactId = String(account(id).PersonContactId)
    expect((await dana('PATCH', `/sobjects/Account/${id}`, { RecordTypeId: types.business })).status).toBe(204)
    expect(account(id)).toMatchObject({ Name: 'Ada Lovelace', IsPersonAccount: false, PersonContactId: null, LastName: null })
    expect(org.admin.record('Contact', contactId)).toMatchObject({ IsPersonAccount: false, AccountId: id, LastName: 'Lovelace' })

    org.admin.update('Contact', contactId, { FirstName: 'Augusta', Phone: '777' })
    expect((await dana('PATCH', `/sobjects/Account/${id}`, { RecordTypeId: types.person, PersonTitle: 'Countess' })).status).toBe(
      204,
    )
    expect(account(id)).toMatchObject({ Name: 'Augusta Lovelace', PersonContactId: contactId, Phone: '555' })
    expect(account(id)).toMatchObject({ PersonMailingCity: 'London', PersonEmail: 'ada@mail.example' })
    expect(contactOf(id)).toMatchObject({ IsPersonAccount: true, Phone: '555', Title: 'Countess' })

    const [northgate] = org.admin.find('Account', { Name: 'Northgate Pumps' })
    const refused = await dana('PATCH', `/sobjects/Account/${String(northgate?.Id)}`, { RecordTypeId: types.person })
    expect([refused.status, (await refusalOf(refused))?.errorCode]).toEqual([400, 'INVALID_PERSON_ACCOUNT_OPERATION'])
  })

  it('has a page with the fields of a person', async () => {
    const id = await newPerson()
    const page = async (path: string) => (await fetch(org.url + path)).text()
    const person = await page(`/${id}`)
    expect(person).toContain('<h1>Ada Lovelace</h1>')
    expect(person).toContain('name="PersonEmail"')
    expect(person).not.toContain('name="Name"')
    const business = await page(`/${String(org.admin.find('Account', { Name: 'Lakeside Foods' })[0]?.Id)}`)
    expect(business).toContain('name="Name"')
    expect(business).not.toContain('name="PersonEmail"')
    const form = new URLSearchParams({ PersonEmail: 'new@mail.example' })
    await fetch(`${org.url}/manage/Account/${id}`, { method: 'POST', headers: { Origin: org.url }, body: form })
    expect(contactOf(id)).toMatchObject({ Email: 'new@mail.example' })
  })
})

it('are still there after a restart, with their contacts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-persons-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const options = { seed: 'tiny', app, keepIn: join(folder, 'org.jsonl') } as const
  const first = await createOrg(options)
  setUp(first)
  const id = first.admin.insert('Account', { LastName: 'Kept' })
  await first.close()
  const second = await createOrg(options)
  onTestFinished(() => second.close())
  second.admin.update('Account', id, { FirstName: 'Well' })
  const connection = await connect(second, priya)
  const found = await connection.query('SELECT Name, PersonContact.FirstName FROM Account WHERE IsPersonAccount = true')
  expect(found.records).toMatchObject([{ Name: 'Well Kept', PersonContact: { FirstName: 'Well' } }])
})

describe('the seed with people', () => {
  it('holds businesses and persons, each person with a contact that says the same', async () => {
    const people = await createOrg({ seed: 'people', app })
    onTestFinished(() => people.close())
    const { admin } = people
    const persons = admin.find('Account', { IsPersonAccount: true })
    expect([persons.length, admin.find('Account', { IsPersonAccount: false }).length]).toEqual([36, 24])
    for (const person of persons) {
      expect(admin.record('Contact', String(person.PersonContactId))).toMatchObject({
        AccountId: person.Id,
        IsPersonAccount: true,
        LastName: person.LastName,
        Email: person.PersonEmail,
        MailingCity: person.PersonMailingCity,
        Phone: person.Phone,
      })
    }
    const connection = await connect(people)
    const byType = await connection.query('SELECT RecordType.Name, COUNT(Id) n FROM Opportunity GROUP BY RecordType.Name')
    expect(byType.records).toHaveLength(2)
    const stray = await connection.query(
      "SELECT COUNT() FROM Opportunity WHERE RecordType.DeveloperName = 'Service_Agreement' AND StageName = 'Prospecting'",
    )
    expect(stray.totalSize).toBe(0)
    const id = admin.insert('Account', { LastName: 'New' })
    expect(admin.record('Account', id)).toMatchObject({ IsPersonAccount: true })
  })
})

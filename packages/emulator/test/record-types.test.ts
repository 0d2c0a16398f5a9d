import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createOrg, type EmulatedOrg } from '../src/index.ts'
import { picklist } from '../src/org/objects/field.ts'
import { app, caller, connect, tokensFor } from './sign-in.ts'

const master = '012000000000000AAA'
const priya = 'priya@acme-industrial.example'

let org: EmulatedOrg
let dana: ReturnType<typeof caller>
let salesUser: ReturnType<typeof caller>
let types: Record<'customer' | 'supplier' | 'newBusiness' | 'renewal', string>

beforeAll(async () => {
  org = await createOrg({ seed: 'tiny', app })
})
beforeEach(async () => {
  org.reset()
  types = setUp(org)
  dana = caller(org, (await tokensFor(org)).access_token ?? '')
  salesUser = caller(org, (await tokensFor(org, priya)).access_token ?? '')
})
afterAll(() => org.close())

function setUp({ admin }: EmulatedOrg) {
  admin.addField('Account', { ...picklist('Tier__c', ['Gold', 'Silver', 'Bronze'], 'CUNRFSGM'), custom: true })
  admin.addSalesProcess({ name: 'New Business', stages: ['Prospecting', 'Needs Analysis', 'Closed Won', 'Closed Lost'] })
  admin.addSalesProcess({ name: 'Renewals', stages: ['Negotiation/Review', 'Closed Won', 'Closed Lost'] })
  return {
    customer: admin.addRecordType({
      object: 'Account',
      name: 'Customer',
      picklistValues: { Industry: ['Manufacturing', 'Machinery'], Tier__c: ['Gold', 'Silver'] },
      defaultOf: ['System Administrator'],
    }),
    supplier: admin.addRecordType({ object: 'Account', name: 'Supplier Company', profiles: ['System Administrator'] }),
    newBusiness: admin.addRecordType({ object: 'Opportunity', name: 'New Business', salesProcess: 'New Business' }),
    renewal: admin.addRecordType({
      object: 'Opportunity',
      name: 'Renewal',
      salesProcess: 'Renewals',
      defaultOf: ['Standard User'],
    }),
  }
}

const describeOf = async (call: typeof dana, object: string) => (await call('GET', `/sobjects/${object}/describe`)).json()
const made = async (response: Response) => ((await response.json()) as { id: string }).id
const typeOf = (object: string, id: string) => org.admin.record(object, id)?.RecordTypeId

describe('the record types of an object', () => {
  it('are told by its describe to each user, Master last', async () => {
    const { recordTypeInfos, fields } = await describeOf(dana, 'Account')
    expect(recordTypeInfos).toEqual([
      {
        active: true,
        available: true,
        defaultRecordTypeMapping: true,
        developerName: 'Customer',
        master: false,
        name: 'Customer',
        recordTypeId: types.customer,
        urls: { layout: `/services/data/v67.0/sobjects/Account/describe/layouts/${types.customer}` },
      },
      expect.objectContaining({ developerName: 'Supplier_Company', available: true, defaultRecordTypeMapping: false }),
      expect.objectContaining({ recordTypeId: master, master: true, available: true, defaultRecordTypeMapping: false }),
    ])
    expect(fields.map(({ name }: { name: string }) => name).slice(3, 7)).toEqual(['Name', 'Type', 'RecordTypeId', 'ParentId'])
    expect((await describeOf(salesUser, 'Account')).recordTypeInfos).toMatchObject([
      { name: 'Customer', available: true, defaultRecordTypeMapping: false },
      { name: 'Supplier Company', available: false, defaultRecordTypeMapping: false },
      { name: 'Master', defaultRecordTypeMapping: true },
    ])
  })

  it('are Master alone, without a field on the records, where nobody made any', async () => {
    const { recordTypeInfos, fields } = await describeOf(dana, 'Contact')
    expect(recordTypeInfos).toMatchObject([{ developerName: 'Master', recordTypeId: master, defaultRecordTypeMapping: true }])
    expect(fields.map(({ name }: { name: string }) => name)).not.toContain('RecordTypeId')
    const refused = await dana('GET', '/query?q=SELECT+RecordTypeId+FROM+Contact')
    expect(await refused.json()).toMatchObject([{ errorCode: 'INVALID_FIELD' }])
  })

  it('can be queried, and their sales processes', async () => {
    const connection = await connect(org)
    const { records } = await connection.query(
      "SELECT Id, Name, DeveloperName, SobjectType, IsActive, NamespacePrefix, Description, BusinessProcess.Name FROM RecordType WHERE SobjectType = 'Opportunity' ORDER BY Name",
    )
    expect(records).toMatchObject([
      {
        Id: types.newBusiness,
        Name: 'New Business',
        DeveloperName: 'New_Business',
        SobjectType: 'Opportunity',
        IsActive: true,
        NamespacePrefix: null,
        Description: null,
        BusinessProcess: { Name: 'New Business' },
      },
      { DeveloperName: 'Renewal', BusinessProcess: { Name: 'Renewals' } },
    ])
    const personType = await dana('GET', '/query?q=SELECT+IsPersonType+FROM+RecordType')
    expect(await personType.json()).toMatchObject([{ errorCode: 'INVALID_FIELD' }])
  })

  it('refuse a definition that does not fit, in a sentence that says why', () => {
    const { admin } = org
    expect(() => admin.addRecordType({ object: 'Account', name: 'Customer' })).toThrow('has a record type Customer already')
    expect(() => admin.addRecordType({ object: 'Account', name: 'X', salesProcess: 'Renewals' })).toThrow('no sales processes')
    expect(() => admin.addRecordType({ object: 'Opportunity', name: 'X', salesProcess: 'Y' })).toThrow('no sales process "Y"')
    expect(() => admin.addRecordType({ object: 'Account', name: 'X', defaultOf: ['Boss'] })).toThrow('no profile "Boss"')
    expect(() => admin.addSalesProcess({ name: 'X', stages: ['Nowhere'] })).toThrow('no stage "Nowhere"')
    expect(() => admin.setRecordTypeActive('Account', 'Nobody', false)).toThrow('It has: Customer, Supplier_Company.')
  })
})

describe('the record type of a record', () => {
  it('is the default of the user who makes it, or Master', async () => {
    const byDana = await made(await dana('POST', '/sobjects/Account', { Name: 'By Dana' }))
    const byPriya = await made(await salesUser('POST', '/sobjects/Account', { Name: 'By Priya', RecordTypeId: null }))
    expect([typeOf('Account', byDana), typeOf('Account', byPriya)]).toEqual([types.customer, null])
    org.admin.assignRecordType('Account', 'Customer', { profile: 'Standard User', default: true })
    const later = await made(await salesUser('POST', '/sobjects/Account', { Name: 'By Priya again' }))
    expect(typeOf('Account', later)).toBe(types.customer)
  })

  it('can be written, read, and followed in queries', async () => {
    const connection = await connect(org)
    const created = await connection.sobject('Account').create({ Name: 'Bolts & Co', RecordTypeId: types.supplier })
    const id = String(created.id)
    expect(await connection.sobject('Account').retrieve(id)).toMatchObject({ RecordTypeId: types.supplier })
    const query = "SELECT RecordType.DeveloperName, RecordTypeId FROM Account WHERE RecordType.DeveloperName = 'Supplier_Company'"
    expect(await connection.query(query)).toMatchObject({
      totalSize: 1,
      records: [{ RecordType: { DeveloperName: 'Supplier_Company' }, RecordTypeId: types.supplier }],
    })
    await connection.sobject('Account').update({ Id: id, RecordTypeId: types.customer })
    expect(typeOf('Account', id)).toBe(types.customer)
    const grouped = await connection.query('SELECT RecordTypeId, COUNT(Id) n FROM Account GROUP BY RecordTypeId')
    expect(grouped.records).toContainEqual(expect.objectContaining({ RecordTypeId: types.customer, n: 1 }))
  })

  it('is refused when the user may not choose it, it is switched off, or of another object', async () => {
    const refusal = (id: string) => [
      {
        message: `Record Type ID: this ID value isn't valid for the user: ${id}`,
        errorCode: 'INVALID_CROSS_REFERENCE_KEY',
        fields: ['RecordTypeId'],
      },
    ]
    const closed = await salesUser('POST', '/sobjects/Account', { Name: 'X', RecordTypeId: types.supplier })
    expect([closed.status, await closed.json()]).toEqual([400, refusal(types.supplier)])
    const foreign = await dana('POST', '/sobjects/Account', { Name: 'X', RecordTypeId: types.renewal })
    expect(await foreign.json()).toEqual(refusal(types.renewal))
    const masterType = await dana('POST', '/sobjects/Account', { Name: 'X', RecordTypeId: master })
    expect(await masterType.json()).toEqual(refusal(master))
    const noType = await dana('POST', '/sobjects/Account', { Name: 'X', RecordTypeId: '001000000000001AAA' })
    expect(await noType.json()).toMatchObject([{ errorCode: 'MALFORMED_ID', fields: ['RecordTypeId'] }])

    const id = await made(await dana('POST', '/sobjects/Account', { Name: 'X', RecordTypeId: types.supplier }))
    org.admin.setRecordTypeActive('Account', 'Supplier_Company', false)
    expect((await describeOf(dana, 'Account')).recordTypeInfos[1]).toMatchObject({ active: false, available: false })
    const inactive = await dana('POST', '/sobjects/Account', { Name: 'Y', RecordTypeId: types.supplier })
    expect(await inactive.json()).toEqual(refusal(types.supplier))
    expect((await dana('PATCH', `/sobjects/Account/${id}`, { RecordTypeId: types.supplier, Phone: '1' })).status).toBe(204)
  })

  it('can be named in a bulk upload, and asked for in a bulk query', async () => {
    const connection = await connect(org)
    const rows = [
      { Name: 'Bulk customer', 'RecordType.Name': 'Customer', Tier__c: 'Gold' },
      { Name: 'Bulk supplier', 'RecordType.Name': 'Supplier Company', Tier__c: 'Bronze' },
      { Name: 'Bulk wrong', 'RecordType.Name': 'Customer', Tier__c: 'Bronze' },
    ]
    const result = await connection.bulk2.loadAndWaitForResults({ object: 'Account', operation: 'insert', input: rows })
    expect(result.successfulResults).toHaveLength(2)
    expect(result.failedResults).toMatchObject([
      { sf__Error: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:Tier: bad value for restricted picklist field: Bronze:Tier__c --' },
    ])
    const stream = await connection.bulk2.query("SELECT Name, RecordType.DeveloperName FROM Account WHERE Name LIKE 'Bulk%'")
    expect(await stream.toArray()).toEqual([
      { Name: 'Bulk customer', 'RecordType.DeveloperName': 'Customer' },
      { Name: 'Bulk supplier', 'RecordType.DeveloperName': 'Supplier_Company' },
    ])
  })

  it('is shown on the page of the record, which lets a person choose another', async () => {
    const id = org.admin.insert('Account', { Name: 'Page & Sons' })
    const text = async () => (await fetch(`${org.url}/${id}`)).text()
    expect(await text()).toContain(`<option value="${types.customer}" selected>Customer</option>`)
    const form = new URLSearchParams({ RecordTypeId: types.supplier })
    await fetch(`${org.url}/manage/Account/${id}`, { method: 'POST', headers: { Origin: org.url }, body: form })
    expect(typeOf('Account', id)).toBe(types.supplier)
  })
})

describe('the picklist values of a record type', () => {
  it('are the only ones of a restricted picklist, and a suggestion for others', async () => {
    const refused = await dana('POST', '/sobjects/Account', { Name: 'X', RecordTypeId: types.customer, Tier__c: 'Bronze' })
    expect([refused.status, await refused.json()]).toEqual([
      400,
      [
        {
          message: 'Tier: bad value for restricted picklist field: Bronze',
          errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
          fields: ['Tier__c'],
        },
      ],
    ])
    const unrestricted = { Name: 'X', RecordTypeId: types.customer, Tier__c: 'Gold', Industry: 'Banking' }
    const id = await made(await dana('POST', '/sobjects/Account', unrestricted))
    expect((await dana('PATCH', `/sobjects/Account/${id}`, { Tier__c: 'Bronze' })).status).toBe(400)
    const other = await dana('PATCH', `/sobjects/Account/${id}`, { Tier__c: 'Bronze', RecordTypeId: types.supplier })
    expect(other.status).toBe(204)
  })

  it('bind nobody once that is switched off', async () => {
    org.admin.change({ recordTypePicklists: false })
    const response = await dana('POST', '/sobjects/Account', { Name: 'X', RecordTypeId: types.customer, Tier__c: 'Bronze' })
    expect(response.status).toBe(201)
  })

  it('are told by the User Interface API', async () => {
    const info = await (await dana('GET', '/ui-api/object-info/Account')).json()
    expect(info).toMatchObject({
      apiName: 'Account',
      defaultRecordTypeId: types.customer,
      keyPrefix: '001',
      nameFields: ['Name'],
      fields: { Name: { apiName: 'Name', dataType: 'String', required: true }, Industry: { dataType: 'Picklist' } },
      recordTypeInfos: {
        [types.customer]: { available: true, defaultRecordTypeMapping: true, master: false, name: 'Customer' },
        [master]: { available: true, defaultRecordTypeMapping: false, master: true, name: 'Master' },
      },
    })
    expect(info.eTag).toMatch(/^[0-9a-f]{32}$/)
    const path = `/ui-api/object-info/Account/picklist-values/${types.customer}`
    const { picklistFieldValues } = await (await dana('GET', path)).json()
    expect(picklistFieldValues.Tier__c).toEqual({
      controllerValues: {},
      defaultValue: null,
      eTag: expect.stringMatching(/^[0-9a-f]{32}$/),
      url: `/services/data/v67.0${path}/Tier__c`,
      values: ['Gold', 'Silver'].map((value) => ({ attributes: null, label: value, validFor: [], value })),
    })
    expect(picklistFieldValues.Rating.values).toHaveLength(3)
    const all = await (await dana('GET', `/ui-api/object-info/Account/picklist-values/${master}/Tier__c`)).json()
    expect(all.values).toHaveLength(3)
    const unknown = await dana('GET', '/ui-api/object-info/OpportunityStage')
    expect([unknown.status, await unknown.json()]).toEqual([
      400,
      [{ errorCode: 'INVALID_TYPE', message: 'Object OpportunityStage is not supported in UI API' }],
    ])
  })

  it('are told by its layout', async () => {
    const layouts = await (await dana('GET', '/sobjects/Account/describe/layouts')).json()
    expect(layouts).toMatchObject({ layouts: null, recordTypeSelectorRequired: [true] })
    const mapping = layouts.recordTypeMappings.find(
      ({ recordTypeId }: { recordTypeId: string }) => recordTypeId === types.customer,
    )
    const tiers = mapping.picklistsForRecordType.find(({ picklistName }: { picklistName: string }) => picklistName === 'Tier__c')
    expect(tiers.picklistValues.map(({ value }: { value: string }) => value)).toEqual(['Gold', 'Silver'])
    const layout = await (await dana('GET', `/sobjects/Account/describe/layouts/${types.customer}`)).json()
    const items = layout.detailLayoutSections[0].layoutRows.map(
      (row: { layoutItems: { layoutComponents: { value: string; details: { picklistValues: unknown[] } }[] }[] }) =>
        row.layoutItems[0]?.layoutComponents[0],
    )
    const industry = items.find((item: { value: string }) => item.value === 'Industry')
    expect(industry.details.picklistValues).toHaveLength(2)
    expect((await dana('GET', `/sobjects/Account/describe/layouts/${types.renewal}`)).status).toBe(404)
  })

  it('are the stages of its sales process for opportunities, which other stages can still be written to', async () => {
    const path = `/ui-api/object-info/Opportunity/picklist-values/${types.renewal}/StageName`
    const { values } = await (await dana('GET', path)).json()
    expect(values.map(({ value }: { value: string }) => value)).toEqual(['Negotiation/Review', 'Closed Won', 'Closed Lost'])
    expect(values[0].attributes).toEqual({
      closed: false,
      defaultProbability: 90,
      forecastCategoryName: 'Pipeline',
      picklistAtrributesValueType: 'OpportunityStage',
      won: false,
    })
    const deal = { Name: 'Renewal 1', StageName: 'Prospecting', CloseDate: '2026-12-31' }
    const id = await made(await salesUser('POST', '/sobjects/Opportunity', deal))
    expect(org.admin.record('Opportunity', id)).toMatchObject({ RecordTypeId: types.renewal, StageName: 'Prospecting' })
    const { fields } = await describeOf(dana, 'Opportunity')
    const stageName = fields.find(({ name }: { name: string }) => name === 'StageName')
    expect(stageName.picklistValues).toHaveLength(10)
  })
})

it('keeps record types, sales processes and who may use them across restarts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-types-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const options = { seed: 'tiny', app, keepIn: join(folder, 'org.jsonl') } as const
  const first = await createOrg(options)
  const kept = setUp(first)
  const id = first.admin.insert('Account', { Name: 'Kept', Tier__c: 'Gold' })
  await first.close()

  const second = await createOrg(options)
  onTestFinished(() => second.close())
  const call = caller(second, (await tokensFor(second, priya)).access_token ?? '')
  expect((await describeOf(call, 'Account')).recordTypeInfos).toMatchObject([
    { recordTypeId: kept.customer, available: true },
    { recordTypeId: kept.supplier, available: false },
    { master: true },
  ])
  expect(second.admin.record('Account', id)).toMatchObject({ RecordTypeId: kept.customer })
  expect(() => second.admin.update('Account', id, { Tier__c: 'Bronze' })).toThrow('bad value for restricted picklist field')
  expect((await describeOf(call, 'Opportunity')).recordTypeInfos[1]).toMatchObject({ defaultRecordTypeMapping: true })
  second.reset()
  expect(second.admin.find('RecordType')).toEqual([])
})

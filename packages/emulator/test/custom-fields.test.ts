import { describe, expect, it } from 'vitest'
import type { CustomFieldDefinition } from '../src/index.ts'
import { caller, connect } from './sign-in.ts'
import { type FreshOrg, inFreshOrg } from './fresh-org.ts'

let org: FreshOrg['org']
let connection: FreshOrg['connection']
let call: FreshOrg['call']
inFreshOrg((fresh) => ({ org, connection, call } = fresh))

async function described(name: string, object = 'Account') {
  const { fields } = await connection.describe(object)
  return fields.find((field) => field.name === name)
}

async function jsonOf(response: Response): Promise<unknown> {
  return response.json()
}

const accountId = (name = 'Northgate Pumps') => String(org.admin.find('Account', { Name: name })[0]?.Id)
const values = {
  restricted: true,
  valueSetDefinition: {
    value: [
      { fullName: 'a', label: 'A' },
      { fullName: 'b', label: 'B' },
    ],
  },
}

/** Each type, what describe says of it, a value that is written and the value that is read. */
const kinds: readonly [CustomFieldDefinition, object, unknown, unknown][] = [
  [
    { fullName: 'A__c', type: 'Text', label: 'A', length: 10, unique: true, externalId: true, caseSensitive: true },
    {
      type: 'string',
      length: 10,
      byteLength: 30,
      unique: true,
      externalId: true,
      idLookup: true,
      caseSensitive: true,
      groupable: true,
    },
    'x',
    'x',
  ],
  [
    { fullName: 'A__c', type: 'TextArea', label: 'A' },
    { type: 'textarea', length: 255, filterable: true, extraTypeInfo: 'plaintextarea' },
    'x\ny',
    'x\ny',
  ],
  [
    { fullName: 'A__c', type: 'LongTextArea', label: 'A', length: 32_768, visibleLines: 3 },
    { type: 'textarea', length: 32_768, filterable: false, sortable: false, groupable: false },
    'x',
    'x',
  ],
  [
    { fullName: 'A__c', type: 'Html', label: 'A', length: 32_768, visibleLines: 10 },
    { type: 'textarea', htmlFormatted: true, extraTypeInfo: 'richtextarea' },
    '<p>x</p>',
    '<p>x</p>',
  ],
  [
    { fullName: 'A__c', type: 'Number', label: 'A', precision: 6, scale: 2 },
    { type: 'double', soapType: 'xsd:double', precision: 6, scale: 2, length: 0, groupable: false },
    12.345,
    12.35,
  ],
  [
    { fullName: 'A__c', type: 'Currency', label: 'A', precision: 18, scale: 2 },
    { type: 'currency', soapType: 'xsd:double', precision: 18, scale: 2 },
    5,
    5,
  ],
  [
    { fullName: 'A__c', type: 'Percent', label: 'A', precision: 5, scale: 1 },
    { type: 'percent', precision: 5, scale: 1 },
    50,
    50,
  ],
  [{ fullName: 'A__c', type: 'Date', label: 'A' }, { type: 'date', soapType: 'xsd:date' }, '2026-05-06', '2026-05-06'],
  [
    { fullName: 'A__c', type: 'DateTime', label: 'A' },
    { type: 'datetime', soapType: 'xsd:dateTime', groupable: false },
    '2026-05-06T10:00:00Z',
    '2026-05-06T10:00:00.000+0000',
  ],
  [{ fullName: 'A__c', type: 'Time', label: 'A' }, { type: 'time', soapType: 'xsd:time' }, '14:30:00.000Z', '14:30:00.000Z'],
  [
    { fullName: 'A__c', type: 'Checkbox', label: 'A', defaultValue: true },
    { type: 'boolean', nillable: false, defaultedOnCreate: true, defaultValue: true },
    false,
    false,
  ],
  [{ fullName: 'A__c', type: 'Email', label: 'A' }, { type: 'email', length: 80 }, 'A@B.COM', 'a@b.com'],
  [{ fullName: 'A__c', type: 'Phone', label: 'A' }, { type: 'phone', length: 40 }, '+1 555', '+1 555'],
  [{ fullName: 'A__c', type: 'Url', label: 'A' }, { type: 'url', length: 255 }, 'a.example', 'a.example'],
  [
    { fullName: 'A__c', type: 'Picklist', label: 'A', valueSet: values },
    {
      type: 'picklist',
      length: 255,
      restrictedPicklist: true,
      picklistValues: [
        { active: true, defaultValue: false, label: 'A', validFor: null, value: 'a' },
        { active: true, defaultValue: false, label: 'B', validFor: null, value: 'b' },
      ],
    },
    'b',
    'b',
  ],
  [
    { fullName: 'A__c', type: 'MultiselectPicklist', label: 'A', valueSet: values, visibleLines: 4 },
    { type: 'multipicklist', length: 4099, filterable: true, sortable: false, groupable: false },
    'b;a',
    'b;a',
  ],
  [
    { fullName: 'A__c', type: 'EncryptedText', label: 'A', length: 20, maskChar: 'asterisk', maskType: 'lastFour' },
    { type: 'encryptedstring', length: 20, mask: '*', maskType: 'lastFour', filterable: false },
    '4111-1111-9876',
    '****-****-9876',
  ],
]

describe('a custom field that an administrator makes', () => {
  it.each(kinds)('is described, written and read: $type', async (definition, description, written, read) => {
    org.admin.addField('Account', { ...definition, inlineHelpText: 'Help' })
    const { name } = { name: definition.fullName }
    expect(await described(name)).toMatchObject({
      ...description,
      custom: true,
      createable: true,
      updateable: true,
      permissionable: true,
      inlineHelpText: 'Help',
      label: 'A',
    })
    expect((await call('PATCH', `/sobjects/Account/${accountId()}`, { [name]: written })).status).toBe(204)
    expect(await jsonOf(await call('GET', `/sobjects/Account/${accountId()}?fields=${name}`))).toMatchObject({ [name]: read })
    expect((await connection.query(`SELECT ${name} FROM Account WHERE Id = '${accountId()}'`)).records).toMatchObject([
      { [name]: read },
    ])
  })

  it('is a lookup that can be followed both ways', async () => {
    const definition = { fullName: 'Payer__c', type: 'Lookup', label: 'Payer', referenceTo: 'Account', relationshipName: 'Paid' }
    org.admin.addField('Contact', definition)
    expect(await described('Payer__c', 'Contact')).toMatchObject({
      type: 'reference',
      referenceTo: ['Account'],
      relationshipName: 'Payer__r',
      length: 18,
    })
    const { childRelationships } = await connection.describe('Account')
    expect(childRelationships).toContainEqual(
      expect.objectContaining({ childSObject: 'Contact', field: 'Payer__c', relationshipName: 'Paid__r' }),
    )
    const id = org.admin.insert('Contact', { LastName: 'Paid', Payer__c: accountId() })
    expect((await connection.query(`SELECT Payer__r.Name FROM Contact WHERE Id = '${id}'`)).records).toMatchObject([
      { Payer__r: { Name: 'Northgate Pumps' } },
    ])
    expect(() => org.admin.addField('Contact', { ...definition, fullName: 'No__c', referenceTo: 'Nothing__c' })).toThrow(
      "referenceTo value of 'Nothing__c'",
    )
  })

  it('is a geolocation of two numbers that read as one value', async () => {
    org.admin.addField('Account', {
      fullName: 'Site__c',
      type: 'Location',
      label: 'Site',
      scale: 6,
      displayLocationInDecimal: true,
    })
    expect(await described('Site__c')).toMatchObject({
      type: 'location',
      soapType: 'urn:location',
      createable: false,
      updateable: false,
    })
    expect(await described('Site__Latitude__s')).toMatchObject({
      type: 'double',
      scale: 6,
      compoundFieldName: 'Site__c',
      createable: true,
    })
    const id = org.admin.insert('Account', { Name: 'Here', Site__Latitude__s: 41.5, Site__Longitude__s: -81.7 })
    const soql = `SELECT Site__c, Site__Latitude__s FROM Account WHERE Site__Latitude__s > 40`
    expect((await connection.query(soql)).records).toMatchObject([
      { Site__c: { latitude: 41.5, longitude: -81.7 }, Site__Latitude__s: 41.5 },
    ])
    expect(await connection.sobject('Account').retrieve(accountId())).toMatchObject({ Site__c: null })
    const written = await call('PATCH', `/sobjects/Account/${id}`, { Site__c: '1' })
    expect(await jsonOf(written)).toMatchObject([{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['Site__c'] }])
    org.admin.removeField('Account', 'Site__c')
    expect(await described('Site__Latitude__s')).toBeUndefined()
  })

  it('that is required is asked for at creation and cannot be emptied', async () => {
    org.admin.addField('Account', { fullName: 'Code__c', type: 'Text', label: 'Code', length: 5, required: true })
    expect(await described('Code__c')).toMatchObject({ nillable: false, permissionable: false, defaultedOnCreate: false })
    const refused = await call('POST', '/sobjects/Account', { Name: 'A' })
    expect(await jsonOf(refused)).toEqual([
      { message: 'Required fields are missing: [Code__c]', errorCode: 'REQUIRED_FIELD_MISSING', fields: ['Code__c'] },
    ])
    const id = org.admin.insert('Account', { Name: 'A', Code__c: 'x' })
    expect(() => org.admin.update('Account', id, { Code__c: null })).toThrow('Required fields are missing: [Code__c]')
    org.admin.update('Account', id, { Name: 'B' })
  })

  it('fills in its default where nothing is given, and leaves null where null is given', () => {
    org.admin.addField('Account', { fullName: 'Word__c', type: 'Text', label: 'Word', length: 9, defaultValue: '"hi" & "!"' })
    org.admin.addField('Account', { fullName: 'Count__c', type: 'Number', label: 'N', precision: 3, scale: 0, defaultValue: 7 })
    org.admin.addField('Account', { fullName: 'Due__c', type: 'Date', label: 'Due', defaultValue: 'TODAY() + 1' })
    org.admin.addField('Account', { fullName: 'On__c', type: 'Checkbox', label: 'On', defaultValue: true })
    const record = (id: string) => org.admin.record('Account', id)
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
    expect(record(org.admin.insert('Account', { Name: 'A' }))).toMatchObject({
      Word__c: 'hi!',
      Count__c: 7,
      Due__c: tomorrow,
      On__c: true,
    })
    expect(record(org.admin.insert('Account', { Name: 'A', Word__c: null, Count__c: null, On__c: false }))).toMatchObject({
      Word__c: null,
      Count__c: null,
      On__c: false,
    })
  })

  it.each([
    [{ type: 'Text', label: 'A' }, 'Must specify a length between 1 and 255 for a CustomField of type Text'],
    [{ type: 'Text', label: 'A', length: 256 }, 'Must specify a length between 1 and 255'],
    [{ type: 'Text', label: ' ', length: 2 }, 'Must specify a non-empty label'],
    [{ type: 'Number', label: 'A', precision: 3 }, "Must specify 'scale' for a CustomField of type Number"],
    [{ type: 'Number', label: 'A', precision: 3, scale: 4 }, 'scale must be between 0 and precision'],
    [{ type: 'Picklist', label: 'A' }, "Must specify 'valueSet' for a CustomField of type Picklist"],
    [{ type: 'Checkbox', label: 'A', unique: true }, "Can not specify 'unique' for a CustomField of type Checkbox"],
    [{ type: 'Date', label: 'A', defaultValue: '"x"' }, 'incompatible with expected data type (Date)'],
    [
      { type: 'MasterDetail', label: 'A', referenceTo: 'Account' },
      'The org emulator does not support custom fields of type MasterDetail',
    ],
  ])('is refused when its metadata is wrong: %o', (metadata, sentence) => {
    expect(() => org.admin.addField('Account', { fullName: 'A__c', ...metadata })).toThrow(sentence)
    expect(org.admin.find('CustomField')).toEqual([])
  })

  it.each(['A', 'A_c', '9__c', 'A__B__c'])('is refused when it is called %s', (fullName) => {
    expect(() => org.admin.addField('Account', { fullName, type: 'Date', label: 'A' })).toThrow('is not a valid name')
  })
})

describe('the Tooling API', () => {
  const metadata = { type: 'Picklist', label: 'Size', required: false, valueSet: values }
  const make = async (body: object) => {
    const answer = await call('POST', '/tooling/sobjects/CustomField', body)
    return { status: answer.status, body: Object(await answer.json()) }
  }

  it('makes a field, gives its metadata back, changes it and deletes it', async () => {
    const { status, body } = await make({ FullName: 'Account.Size__c', Metadata: metadata })
    expect(status).toBe(201)
    const address = `/tooling/sobjects/CustomField/${body.id}`
    expect(await jsonOf(await call('GET', address))).toMatchObject({
      attributes: { type: 'CustomField', url: `/services/data/v67.0/tooling/sobjects/CustomField/${body.id}` },
      FullName: 'Account.Size__c',
      DeveloperName: 'Size',
      TableEnumOrId: 'Account',
      Metadata: {
        type: 'Picklist',
        label: 'Size',
        valueSet: { restricted: true, valueSetDefinition: { value: [{ valueName: 'a', isActive: true }, { valueName: 'b' }] } },
      },
    })
    const changed = { ...metadata, label: 'Format', inlineHelpText: 'How big?' }
    expect((await call('PATCH', address, { Metadata: changed })).status).toBe(204)
    expect(await jsonOf(await call('GET', address))).toMatchObject({
      InlineHelpText: 'How big?',
      Metadata: { label: 'Format', inlineHelpText: 'How big?' },
    })
    const retyped = await call('PATCH', address, { Metadata: { type: 'Text', label: 'Size', length: 9 } })
    expect([retyped.status, await jsonOf(retyped)]).toMatchObject([501, [{ errorCode: 'EMULATOR_LIMIT' }]])
    expect((await call('DELETE', address)).status).toBe(204)
    expect((await call('GET', address)).status).toBe(404)
  })

  it.each(kinds)('gives metadata back from which the same field can be made: $type', async (definition) => {
    const { fullName, ...given } = definition
    const { body } = await make({ FullName: `Account.${fullName}`, Metadata: given })
    const read = Object(await jsonOf(await call('GET', `/tooling/sobjects/CustomField/${body.id}`)))
    expect(read.Metadata).toMatchObject({ type: definition.type, label: 'A' })
    const { body: copy } = await make({ FullName: 'Account.Copy__c', Metadata: read.Metadata })
    const again = Object(await jsonOf(await call('GET', `/tooling/sobjects/CustomField/${copy.id}`)))
    expect(again.Metadata).toEqual(read.Metadata)
  })

  it('shows a required field at once, since nobody can be kept from it', async () => {
    await make({ FullName: 'Account.Code__c', Metadata: { type: 'Text', label: 'Code', length: 5, required: true } })
    expect(await described('Code__c')).toMatchObject({ createable: true, nillable: false })
  })

  it('refuses values of the wrong kind, unknown objects, and changes by users who may not customize', async () => {
    expect(await make({ FullName: 'Account.A__c', Metadata: { type: 'Text', label: 'A', length: '5' } })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'JSON_PARSER_ERROR' }],
    })
    expect(await make({ FullName: 'Nothing__c.A__c', Metadata: metadata })).toMatchObject({ status: 400 })
    const { body } = await make({ FullName: 'Account.Size__c', Metadata: metadata })
    const priya = await connect(org, 'priya@acme-industrial.example')
    const hers = caller(org, priya.accessToken ?? '')
    expect((await hers('PATCH', `/tooling/sobjects/CustomField/${body.id}`, { Metadata: metadata })).status).toBe(403)
    expect((await hers('DELETE', `/tooling/sobjects/CustomField/${body.id}`)).status).toBe(403)
  })
})

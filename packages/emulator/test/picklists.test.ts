import { describe, expect, it } from 'vitest'
import { createOrg, type CustomFieldDefinition } from '../src/index.ts'
import { tinySalesOrg } from '../src/seeds/tiny.ts'
import { app, connect } from './sign-in.ts'
import { type FreshOrg, inFreshOrg } from './fresh-org.ts'

let org: FreshOrg['org']
let connection: FreshOrg['connection']
let call: FreshOrg['call']
inFreshOrg((fresh) => ({ org, connection, call } = fresh))

const value = (fullName: string, more = {}) => ({ fullName, label: fullName.toUpperCase(), ...more })
const add = (restricted: boolean, more: Partial<CustomFieldDefinition> = {}) =>
  org.admin.addField('Account', {
    fullName: 'Size__c',
    type: 'Picklist',
    label: 'Size',
    visibleLines: 4,
    valueSet: { restricted, valueSetDefinition: { value: [value('s'), value('m'), value('l', { isActive: false })] } },
    ...more,
  })
const field = async (name: string, object = 'Account') =>
  (await connection.describe(object)).fields.find((own) => own.name === name)
const insert = (fields: object) => org.admin.record('Account', org.admin.insert('Account', { Name: 'A', ...fields }))

describe('a restricted picklist', () => {
  it('takes its active values in any case, and no others', async () => {
    add(true)
    expect(insert({ Size__c: 'M' })?.Size__c).toBe('m')
    for (const size of ['l', 'xl']) {
      const answer = await call('POST', '/sobjects/Account', { Name: 'A', Size__c: size })
      const refused: unknown = await answer.json()
      expect([answer.status, refused]).toEqual([
        400,
        [
          {
            message: `Size: bad value for restricted picklist field: ${size}`,
            errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
            fields: ['Size__c'],
          },
        ],
      ])
    }
  })

  it('lists inactive values as such, and records keep those they have', async () => {
    add(true)
    const id = String(insert({ Size__c: 'm' })?.Id)
    org.admin.changePicklistValue('Account', 'Size__c', 'm', { active: false, label: 'Medium' })
    expect((await field('Size__c'))?.picklistValues).toMatchObject([
      { value: 's', active: true },
      { value: 'm', active: false, label: 'Medium' },
      { value: 'l', active: false },
    ])
    expect(await connection.sobject('Account').retrieve(id)).toMatchObject({ Size__c: 'm' })
    org.admin.update('Account', id, { Name: 'B' })
    expect(() => insert({ Size__c: 'm' })).toThrow('bad value for restricted picklist field: m')
    expect(() => org.admin.changePicklistValue('Account', 'Size__c', 'xl', {})).toThrow('It has: s, m, l.')
  })

  it('of several choices takes each of them once', () => {
    add(true, { type: 'MultiselectPicklist' })
    expect(insert({ Size__c: 'M; s;m' })?.Size__c).toBe('m;s')
    expect(() => insert({ Size__c: 's;xl' })).toThrow('bad value for restricted picklist field: xl')
  })
})

describe('an open picklist', () => {
  it('takes any value, until it is restricted', () => {
    add(false)
    expect(insert({ Size__c: 'xl' })?.Size__c).toBe('xl')
    expect(insert({ Size__c: 'l' })?.Size__c).toBe('l')
    org.admin.restrictPicklist('Account', 'Size__c', true)
    expect(() => insert({ Size__c: 'xl' })).toThrow('bad value for restricted picklist field: xl')
  })

  it('gives new records its default', async () => {
    add(false)
    org.admin.setPicklistValues('Account', 'Size__c', ['tiny', { value: 'huge', default: true, label: 'Huge' }])
    expect(await field('Size__c')).toMatchObject({
      defaultedOnCreate: true,
      picklistValues: [
        { value: 'tiny', label: 'tiny', defaultValue: false },
        { value: 'huge', label: 'Huge', defaultValue: true },
      ],
    })
    expect(insert({})?.Size__c).toBe('huge')
    expect(insert({ Size__c: null })?.Size__c).toBeNull()
    org.admin.changePicklistValue('Account', 'Size__c', 'tiny', { default: true })
    expect(insert({})?.Size__c).toBe('tiny')
  })
})

describe('a standard picklist', () => {
  it('can be given other values, which a reset takes back', async () => {
    org.admin.setPicklistValues('Account', 'Rating', ['A', 'B'])
    expect((await field('Rating'))?.picklistValues?.map((option) => option.value)).toEqual(['A', 'B'])
    org.reset()
    connection = await connect(org)
    expect((await field('Rating'))?.picklistValues?.map((option) => option.value)).toEqual(['Hot', 'Warm', 'Cold'])
    expect(() => org.admin.setPicklistValues('Opportunity', 'StageName', [])).toThrow('rows of OpportunityStage')
    expect(() => org.admin.setPicklistValues('Account', 'Name', [])).toThrow('Account has no picklist Name.')
  })

  it('has from the start what a seed says', async () => {
    const { Account } = tinySalesOrg.objects
    const objects = { ...tinySalesOrg.objects, Account: { ...Account, picklists: { Industry: ['Mining'] } } }
    const seeded = await createOrg({ seed: { ...tinySalesOrg, objects }, app })
    const { fields } = await (await connect(seeded)).describe('Account')
    await seeded.close()
    expect(fields.find(({ name }) => name === 'Industry')?.picklistValues).toMatchObject([{ value: 'Mining' }])
  })
})

describe('a dependent picklist', () => {
  const depend = (restricted = true) => {
    org.admin.setPicklistValues('Account', 'Rating', 'abcdefghi'.split(''))
    add(restricted, {
      valueSet: {
        restricted,
        controllingField: 'Rating',
        valueSetDefinition: { value: [value('s'), value('m')] },
        valueSettings: [
          { valueName: 's', controllingFieldValue: ['a', 'i'] },
          { valueName: 'm', controllingFieldValue: ['b'] },
        ],
      },
    })
  }

  it('tells in bits, the first leftmost, with which controlling values each value goes', async () => {
    depend()
    const described = await field('Size__c')
    expect(described).toMatchObject({ dependentPicklist: true, controllerName: 'Rating' })
    const bits = described?.picklistValues?.map(({ validFor }) => [...Buffer.from(validFor ?? '', 'base64')])
    expect(bits).toEqual([
      [0b1000_0000, 0b1000_0000],
      [0b0100_0000, 0],
    ])
  })

  it('can depend on a checkbox: the first bit is for false, the second for true', async () => {
    add(true)
    org.admin.addField('Account', { fullName: 'Big__c', type: 'Checkbox', label: 'Big' })
    org.admin.setControllingField('Account', 'Size__c', 'Big__c')
    org.admin.changePicklistValue('Account', 'Size__c', 's', { validFor: ['false'] })
    org.admin.changePicklistValue('Account', 'Size__c', 'm', { validFor: ['true'] })
    const bits = (await field('Size__c'))?.picklistValues?.map(({ validFor }) => Buffer.from(validFor ?? '', 'base64')[0])
    expect(bits).toEqual([0b1000_0000, 0b0100_0000, 0])
    expect(() => org.admin.setControllingField('Account', 'Size__c', 'Name')).toThrow('no picklist or checkbox')
  })

  it('takes every value of its own through the API, unless the org is told to mind the controlling one', () => {
    depend()
    const id = String(insert({ Rating: 'a', Size__c: 'm' })?.Id)
    org.admin.change({ enforceDependentPicklists: true })
    expect(() => insert({ Rating: 'a', Size__c: 'm' })).toThrow('bad value for restricted picklist field: m')
    expect(() => insert({ Size__c: 's' })).toThrow('bad value for restricted picklist field: s')
    expect(insert({ Rating: 'i', Size__c: 's' })?.Size__c).toBe('s')
    org.admin.update('Account', id, { Name: 'B' })
    expect(() => org.admin.update('Account', id, { Rating: 'c' })).toThrow('bad value for restricted picklist field: m')
  })
})

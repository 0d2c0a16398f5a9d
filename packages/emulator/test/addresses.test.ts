import type { Connection } from 'jsforce'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrg, type EmulatedOrg } from '../src/index.ts'
import { app, caller, connect } from './sign-in.ts'

let org: EmulatedOrg
let connection: Connection
let call: ReturnType<typeof caller>
beforeAll(async () => {
  org = await createOrg({ seed: 'tiny', app })
})
beforeEach(async () => {
  org.reset()
  org.admin.change({ stateAndCountryPicklists: true })
  connection = await connect(org)
  call = caller(org, connection.accessToken ?? '')
})
afterAll(() => org.close())

const fields = async (object: string) => (await connection.describe(object)).fields
const insert = (cells: object) => org.admin.insert('Account', { Name: 'A', ...cells })
const read = (id: string) => connection.sobject('Account').retrieve(id)
const cleveland = { BillingCity: 'Cleveland', BillingState: 'Ohio', BillingCountry: 'United States' }

describe('an org with picklists of states and countries', () => {
  it('has codes for every address, the state depending on the country, and none when it is turned off', async () => {
    const account = await fields('Account')
    const at = account.findIndex(({ name }) => name === 'BillingCountry')
    expect(account.slice(at + 1, at + 3)).toMatchObject([
      {
        name: 'BillingStateCode',
        label: 'Billing State/Province Code',
        type: 'picklist',
        length: 10,
        restrictedPicklist: true,
        dependentPicklist: true,
        controllerName: 'BillingCountryCode',
        compoundFieldName: 'BillingAddress',
        createable: true,
        updateable: true,
        nillable: true,
      },
      { name: 'BillingCountryCode', label: 'Billing Country Code', restrictedPicklist: true, controllerName: null },
    ])
    const [state, country] = account.slice(at + 1, at + 3)
    const us = country?.picklistValues?.findIndex((option) => option.value === 'US') ?? -1
    const ohio = state?.picklistValues?.find((option) => option.label === 'Ohio')
    const bits = Buffer.from(ohio?.validFor ?? '', 'base64')
    expect((bits[us >> 3] ?? 0) & (0x80 >> (us & 7))).not.toBe(0)
    const names = (await fields('Contact')).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['MailingStateCode', 'MailingCountryCode', 'OtherStateCode']))
    org.admin.change({ stateAndCountryPicklists: false })
    expect((await fields('Account')).some(({ name }) => name === 'BillingStateCode')).toBe(false)
  })

  it('turns codes into texts and texts into codes, in the compound address too', async () => {
    const byText = await read(insert(cleveland))
    const byCode = await read(insert({ BillingCity: 'Cleveland', BillingStateCode: 'OH', BillingCountryCode: 'us' }))
    for (const record of [byText, byCode]) {
      expect(record).toMatchObject({
        BillingState: 'Ohio',
        BillingStateCode: 'OH',
        BillingCountry: 'United States',
        BillingCountryCode: 'US',
        BillingAddress: {
          city: 'Cleveland',
          country: 'United States',
          countryCode: 'US',
          geocodeAccuracy: null,
          latitude: null,
          longitude: null,
          postalCode: null,
          state: 'Ohio',
          stateCode: 'OH',
          street: null,
        },
      })
    }
    const soql = "SELECT BillingAddress FROM Account WHERE BillingCountryCode = 'US' AND BillingStateCode = 'OH'"
    expect((await connection.query(soql)).records).toMatchObject([
      { BillingAddress: { stateCode: 'OH' } },
      { BillingAddress: { countryCode: 'US' } },
    ])
  })

  it('changes a part of an address at a time', async () => {
    const id = insert(cleveland)
    org.admin.update('Account', id, { BillingStateCode: 'TX' })
    expect(await read(id)).toMatchObject({ BillingState: 'Texas', BillingCountry: 'United States' })
    org.admin.update('Account', id, { BillingCountryCode: 'CA', BillingState: 'Ontario' })
    expect(await read(id)).toMatchObject({ BillingStateCode: 'ON', BillingCountry: 'Canada' })
    org.admin.update('Account', id, { BillingStateCode: null })
    expect(await read(id)).toMatchObject({ BillingState: null, BillingCountryCode: 'CA' })
    org.admin.update('Account', id, { BillingCountry: null })
    expect(await read(id)).toMatchObject({ BillingCountryCode: null, BillingAddress: { city: 'Cleveland' } })
  })

  const noState =
    "There's a problem with this state, even though it may appear correct. Please select a state from the list of valid states.: Billing State/Province"
  it.each<[string, object, string, string]>([
    [
      'an unknown country',
      { BillingCountry: 'USA' },
      'BillingCountry',
      "There's a problem with this country, even though it may appear correct. Please select a country/territory from the list of valid countries.: Billing Country",
    ],
    ['an unknown state', { ...cleveland, BillingState: 'OH' }, 'BillingState', noState],
    ['a state of a country that has none', { BillingState: 'Bayern', BillingCountry: 'Germany' }, 'BillingState', noState],
    [
      'a state without a country',
      { BillingState: 'Ohio' },
      'BillingState',
      'A country/territory must be specified before specifying a state value for field: Billing State/Province',
    ],
    [
      'a country code that is none',
      { BillingCountryCode: 'XX' },
      'BillingCountryCode',
      "The BillingCountryCode field contains XX, which isn't an available country/territory. Your administrator can add it for you.",
    ],
    [
      'a state code that is none',
      { BillingCountryCode: 'US', BillingStateCode: 'XX' },
      'BillingStateCode',
      "The BillingStateCode field contains XX, which isn't an available state. Your administrator can add it for you.",
    ],
    [
      'a state code of another country',
      { BillingCountryCode: 'US', BillingStateCode: 'ON' },
      'BillingStateCode',
      "The existing country/territory doesn't recognize the state value for field: Billing State/Province Code",
    ],
  ])('refuses %s', async (_what, cells, field, message) => {
    const answer = await call('POST', '/sobjects/Account', { Name: 'A', ...cells })
    const refused: unknown = await answer.json()
    expect([answer.status, refused]).toEqual([400, [{ message, errorCode: 'FIELD_INTEGRITY_EXCEPTION', fields: [field] }]])
  })

  it('refuses a new country while the old state stays', async () => {
    const id = insert(cleveland)
    const answer = await call('PATCH', `/sobjects/Account/${id}`, { BillingCountryCode: 'CA' })
    const refused: unknown = await answer.json()
    expect([answer.status, refused]).toMatchObject([400, [{ errorCode: 'FIELD_INTEGRITY_EXCEPTION' }]])
  })

  it('leaves addresses alone that were written before, and has codes for those that fit', async () => {
    org.admin.change({ stateAndCountryPicklists: false })
    const [odd, plain] = [insert({ BillingState: 'NRW', BillingCountry: 'Deutschland' }), insert(cleveland)]
    org.admin.change({ stateAndCountryPicklists: true })
    expect(await read(odd)).toMatchObject({ BillingState: 'NRW', BillingStateCode: null, BillingCountryCode: null })
    expect(await read(plain)).toMatchObject({ BillingStateCode: 'OH', BillingCountryCode: 'US' })
    org.admin.update('Account', odd, { BillingCity: 'Köln' })
  })

  it('takes the countries and states an administrator gives it', async () => {
    org.admin.setCountries([{ code: 'DE', name: 'Deutschland', states: [{ code: 'BY', name: 'Bayern' }] }])
    const id = insert({ BillingStateCode: 'BY', BillingCountryCode: 'DE' })
    expect(await read(id)).toMatchObject({ BillingState: 'Bayern', BillingCountry: 'Deutschland' })
    expect(() => insert(cleveland)).toThrow("There's a problem with this country")
    expect((await fields('Account')).find(({ name }) => name === 'BillingCountryCode')?.picklistValues).toHaveLength(1)
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { createOrg } from '../src/index.ts'
import { tinySalesOrg } from '../src/seeds/tiny.ts'
import { app, caller, connect } from './sign-in.ts'
import { type FreshOrg, inFreshOrg } from './fresh-org.ts'

const currencies = [
  { isoCode: 'USD', conversionRate: 1 },
  { isoCode: 'EUR', conversionRate: 0.9 },
  { isoCode: 'JPY', conversionRate: 150, decimalPlaces: 0, active: false },
]
let org: FreshOrg['org']
let connection: FreshOrg['connection']
let call: FreshOrg['call']
inFreshOrg((fresh) => ({ org, connection, call } = fresh))

const described = async (object: string) =>
  (await connection.describe(object)).fields.find(({ name }) => name === 'CurrencyIsoCode')
const rates = 'SELECT IsoCode, ConversionRate, DecimalPlaces, IsActive, IsCorporate FROM CurrencyType ORDER BY IsoCode'

describe('an org with one currency', () => {
  it('names it nowhere', async () => {
    expect(await described('Account')).toBeUndefined()
    await expect(connection.query(rates)).rejects.toMatchObject({ errorCode: 'INVALID_TYPE' })
    expect((await call('GET', '/sobjects/CurrencyType/describe')).status).toBe(404)
    const { sobjects } = await connection.describeGlobal()
    expect(sobjects.some(({ name }) => name === 'CurrencyType')).toBe(false)
  })
})

describe('an org with several currencies', () => {
  beforeEach(() => org.admin.useCurrencies(currencies))

  it('lists them', async () => {
    expect((await connection.query(rates)).records).toMatchObject([
      { IsoCode: 'EUR', ConversionRate: 0.9, DecimalPlaces: 2, IsActive: true, IsCorporate: false },
      { IsoCode: 'JPY', ConversionRate: 150, DecimalPlaces: 0, IsActive: false, IsCorporate: false },
      { IsoCode: 'USD', ConversionRate: 1, DecimalPlaces: 2, IsActive: true, IsCorporate: true },
    ])
  })

  it.each(['Account', 'Contact', 'Opportunity'])('describes the currency of an %s by its active codes', async (object) => {
    expect(await described(object)).toMatchObject({
      label: `${object} Currency`,
      type: 'picklist',
      length: 3,
      restrictedPicklist: true,
      defaultedOnCreate: true,
      createable: true,
      updateable: true,
      picklistValues: [{ value: 'USD' }, { value: 'EUR' }],
    })
  })

  it('gives new records the currency of their user, else the corporate one; older ones have that too', async () => {
    const currencyOf = async (id: string) => (await connection.sobject('Account').retrieve(id)).CurrencyIsoCode as unknown
    const insert = (fields = {}) => org.admin.insert('Account', { Name: 'A', ...fields })
    expect(await currencyOf(insert())).toBe('USD')
    expect(await currencyOf(insert({ CurrencyIsoCode: 'eur' }))).toBe('EUR')
    const [dana] = org.admin.find('User', { Username: 'dana@acme-industrial.example' })
    org.admin.update('User', String(dana?.Id), { DefaultCurrencyIsoCode: 'EUR' })
    expect(await currencyOf(insert())).toBe('EUR')
    expect((await connection.query("SELECT Id FROM Account WHERE CurrencyIsoCode = 'USD'")).totalSize).toBe(5)
  })

  it('converts amounts to the currency of the user who asks', async () => {
    org.admin.insert('Account', { Name: 'In euros', AnnualRevenue: 90, CurrencyIsoCode: 'EUR' })
    org.admin.insert('Account', { Name: 'In dollars', AnnualRevenue: 50 })
    const soql = `SELECT convertCurrency(AnnualRevenue) FROM Account WHERE Name LIKE 'In %' ORDER BY Name`
    expect((await connection.query(soql)).records).toMatchObject([{ AnnualRevenue: 50 }, { AnnualRevenue: 100 }])
    const [dana] = org.admin.find('User', { Username: 'dana@acme-industrial.example' })
    org.admin.update('User', String(dana?.Id), { DefaultCurrencyIsoCode: 'EUR' })
    expect((await connection.query(soql)).records).toMatchObject([{ AnnualRevenue: 45 }, { AnnualRevenue: 90 }])
  })

  it.each(['JPY', 'XXX'])('refuses %s', async (code) => {
    const answer = await call('POST', '/sobjects/Account', { Name: 'A', CurrencyIsoCode: code })
    const refused: unknown = await answer.json()
    expect([answer.status, refused]).toEqual([
      400,
      [
        {
          message: `Account Currency: bad value for restricted picklist field: ${code}`,
          errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
          fields: ['CurrencyIsoCode'],
        },
      ],
    ])
  })

  it('lets administrators change rates and add currencies through the API, and nobody else', async () => {
    const made = await call('POST', '/sobjects/CurrencyType', {
      IsoCode: 'GBP',
      ConversionRate: 0.8,
      DecimalPlaces: 2,
      IsActive: true,
    })
    expect(made.status).toBe(201)
    expect((await described('Account'))?.picklistValues).toHaveLength(3)
    const again = await call('POST', '/sobjects/CurrencyType', { IsoCode: 'GBP', ConversionRate: 0.8, DecimalPlaces: 2 })
    expect(await again.json()).toMatchObject([{ errorCode: 'DUPLICATE_VALUE' }])
    const priya = await connect(org, 'priya@acme-industrial.example')
    const hers = caller(org, priya.accessToken ?? '')
    const refused = await hers('POST', '/sobjects/CurrencyType', { IsoCode: 'CHF', ConversionRate: 1, DecimalPlaces: 2 })
    expect(refused.status).toBe(400)
  })

  it('keeps what records have when a currency is left out, and can go back to one', async () => {
    const id = org.admin.insert('Account', { Name: 'A', CurrencyIsoCode: 'EUR' })
    org.admin.useCurrencies(currencies.slice(0, 1))
    expect(await connection.sobject('Account').retrieve(id)).toMatchObject({ CurrencyIsoCode: 'EUR' })
    expect((await described('Account'))?.picklistValues).toHaveLength(1)
    org.admin.useCurrencies([])
    expect(await described('Account')).toBeUndefined()
    expect(() => org.admin.useCurrencies([{ isoCode: 'Euro', conversionRate: 1 }])).toThrow('three capital letters')
  })

  it('can be so from the start', async () => {
    const seeded = await createOrg({ seed: { ...tinySalesOrg, currencies }, app })
    const found = seeded.admin.find('CurrencyType')
    await seeded.close()
    expect(found).toHaveLength(3)
  })
})

import { describe, expect, it } from 'vitest'
import { fieldFromMetadata } from '../org/custom-field-metadata.ts'
import { MemoryTable } from '../org/memory-table.ts'
import type { Field } from '../org/objects/field.ts'
import { isRequired } from '../org/objects/field.ts'
import { account } from '../org/objects/account.ts'
import { contact } from '../org/objects/contact.ts'
import { withFields } from '../org/objects/object-type.ts'
import { opportunity } from '../org/objects/opportunity.ts'
import { withPersonContacts, withPersons } from '../org/objects/person-account.ts'
import { recordTypeField } from '../org/objects/record-type.ts'
import { standardObjects } from '../org/objects/standard-objects.ts'
import { idNumber, toId18 } from '../org/salesforce-id.ts'
import type { Row, Value } from '../org/table.ts'
import { largeSalesOrg } from './large.ts'
import { peopleSalesOrg } from './people.ts'
import type { ObjectSeed, Seed } from './seed.ts'
import { smallSalesOrg } from './small.ts'
import { tinySalesOrg } from './tiny.ts'

const seeds: readonly Seed[] = [tinySalesOrg, smallSalesOrg, largeSalesOrg(), peopleSalesOrg]

/** The objects with the fields that come with record types and person accounts, which no seed must fill. */
const kinds = [withPersons(account), withPersonContacts(contact), opportunity].map((object) =>
  withFields(object, 'Id', [recordTypeField]),
)

/** All rows of a seed that is small enough, else some from its whole length. */
function sample({ count, row }: ObjectSeed): Row[] {
  const step = Math.ceil(count / 5_000)
  return Array.from({ length: Math.floor(count / step) }, (_, at) => row(at * step))
}

function fieldsOf(object: string, { customFields }: ObjectSeed): readonly Field[] {
  const standard = [...standardObjects, ...kinds].findLast(({ name }) => name === object)?.fields ?? []
  const custom = (customFields ?? []).map((field) => ('fullName' in field ? fieldFromMetadata(field.fullName, field) : field))
  return [...standard, ...custom]
}

const types: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  datetime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.000Z$/,
  email: /^[^\sA-Z]+@[^\sA-Z]+$/,
}

function misfit(value: Value, field: Field): string | undefined {
  const said = `${field.name}: ${String(value).slice(0, 60)}`
  if (value === null) return isRequired(field) ? said : undefined
  if (field.type === 'boolean') return typeof value === 'boolean' ? undefined : said
  if (['double', 'currency', 'percent', 'int'].includes(field.type)) return typeof value === 'number' ? undefined : said
  if (typeof value !== 'string' || value.trim() !== value || value === '') return said
  if (field.length > 0 && value.length > field.length) return said
  if (types[field.type]?.test(value) === false) return said
  if (field.type === 'reference' && toId18(value) !== value) return said
  const listed = field.picklistValues.some((choice) => choice.value === value)
  return field.restrictedPicklist && !listed ? said : undefined
}

describe.each(seeds)('the $name seed', ({ objects }) => {
  const known = Object.fromEntries(Object.values(objects).map(({ prefix, count }) => [prefix, count]))

  it.each(Object.entries(objects))('holds in %s only what Salesforce would have stored', (name, seed) => {
    const fields = new Map(fieldsOf(name, seed).map((field) => [field.name, field]))
    const unknown = Object.keys(seed.row(0)).filter((cell) => !fields.has(cell))
    const misfits = sample(seed).flatMap((row) =>
      [...fields.values()].flatMap((field) => (field.name in row ? (misfit(row[field.name] ?? null, field) ?? []) : [])),
    )
    expect(unknown).toEqual([])
    expect(misfits).toEqual([])
  })

  it.each(Object.entries(objects))('refers from %s only to records that exist', (name, seed) => {
    const references = fieldsOf(name, seed).filter((field) => field.type === 'reference')
    const astray = sample(seed).flatMap((row) =>
      references.flatMap((field) => {
        const id = row[field.name]
        if (typeof id !== 'string' || !(id.slice(0, 3) in known)) return []
        const number = idNumber(id.slice(0, 3), id)
        return number !== undefined && number < (known[id.slice(0, 3)] ?? 0) ? [] : [`${field.name}: ${id}`]
      }),
    )
    expect(astray).toEqual([])
  })

  it.each(Object.entries(objects))('gives record n of %s the nth id, and the same keys as every other', (_, seed) => {
    const keys = Object.keys(seed.row(0)).join()
    for (const row of sample(seed)) expect(Object.keys(row).join()).toBe(keys)
    expect(idNumber(seed.prefix, String(seed.row(seed.count - 1).Id))).toBe(seed.count - 1)
  })

  it.each(Object.entries(objects))('never makes a deleted record of %s and never fills Pryzm_ID__c', (_, seed) => {
    for (const row of sample(seed)) expect(row).toMatchObject({ IsDeleted: false })
    expect('Pryzm_ID__c' in seed.row(0)).toBe(false)
  })
})

describe('the small seed', () => {
  const { Account, Contact, Opportunity } = smallSalesOrg.objects

  it('has the size of a small sales team', () => {
    expect([Account.count, Contact.count, Opportunity.count]).toEqual([2_000, 5_000, 1_500])
  })

  it('is as untidy as real CRMs are', () => {
    const accounts = sample(Account)
    const has = (test: (row: Row) => boolean) => accounts.filter(test).length
    expect(has(({ Phone }) => Phone === null)).toBeGreaterThan(100)
    expect(has(({ Industry }) => Industry === null)).toBeGreaterThan(200)
    expect(has(({ Description }) => /["\n]/.test(String(Description)))).toBeGreaterThan(50)
    expect(has(({ Description }) => String(Description).length > 30_000)).toBeGreaterThan(0)
    expect(has(({ ParentId }) => ParentId !== null)).toBeGreaterThan(100)
    expect(sample(Contact).filter(({ AccountId }) => AccountId === null).length).toBeGreaterThan(200)
    expect(sample(Opportunity).map(({ StageName }) => StageName)).toEqual(
      expect.arrayContaining(['Verbal OK (phone)', 'Site Survey', 'Closed Won']),
    )
  })

  it('has records of users who left', () => {
    const gone = new Set(smallSalesOrg.users.filter(({ row }) => row.IsActive === false).map(({ row }) => row.Id))
    expect(sample(Account).filter(({ OwnerId }) => gone.has(OwnerId ?? null)).length).toBeGreaterThan(20)
  })
})

describe('the large seed', () => {
  const { Account, Contact, Opportunity } = largeSalesOrg().objects

  it('makes the same record at every call', () => {
    expect(Account.row(9_999_999)).toEqual(Account.row(9_999_999))
    expect(Account.row(9_999_999)).not.toEqual(Account.row(9_999_998))
  })

  it('finds contacts by address and by account without reading all of them', () => {
    const contacts = new MemoryTable(Contact)
    const withBoth = sample(Contact).find((row) => row.Email !== null && row.AccountId !== null)
    expect(contacts.find('Email', String(withBoth?.Email).toUpperCase())).toEqual([withBoth])
    expect(contacts.find('AccountId', String(withBoth?.AccountId))).toEqual([withBoth])
    expect(contacts.find('Email', 'nobody@nowhere.example')).toEqual([])
    expect(new MemoryTable(Opportunity).find('AccountId', String(Account.row(77).Id))).toEqual([Opportunity.row(77)])
  })
})

describe('the large seed', () => {
  const objects = Object.values(largeSalesOrg().objects)

  it('gives single cells as it gives them in their rows', () => {
    for (const { cells = {}, row } of objects) {
      for (const index of [0, 1, 77, 4_711, 9_999_999]) {
        const cut = Object.fromEntries(Object.entries(cells).map(([field, cell]) => [field, cell(index)]))
        expect(row(index)).toMatchObject(cut)
      }
    }
  })

  it('looks records up by the values they hold', () => {
    for (const { lookups = {}, row } of objects) {
      for (const [field, lookup] of Object.entries(lookups)) {
        const holders = Array.from({ length: 60 }, (_, index) => index).filter((index) => row(index)[field] !== null)
        expect(holders.length).toBeGreaterThan(0)
        for (const index of holders) expect(lookup(String(row(index)[field]))).toContain(index)
      }
    }
  })
})

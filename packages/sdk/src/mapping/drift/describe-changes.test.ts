import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeOf, fieldPair } from '../../../test/one-pair.ts'
import type { ObjectDescribe, SalesforceField } from '../../contract/schema.ts'
import type { SchemaChangeKind } from '../../contract/schema-drift.ts'
import { salesforceTypes } from '../../contract/vocabulary.ts'
import { accountDescribe, addressFields, lookup, picklist, salesforceField } from '../../testing/describes/index.ts'
import { type AbsentFields, describeChanges } from './describe-changes.ts'

const name = salesforceField('Name', 'Account Name', 'string', { length: 255, nillable: false })
const region = salesforceField('Region__c', 'Region', 'string', { length: 80 })
const nothingMapped = { pair: { fields: [] } }

function changed(
  before: readonly SalesforceField[],
  after: readonly SalesforceField[],
  { mapped = [], absent = new Map() }: { mapped?: string[]; absent?: AbsentFields } = {},
) {
  const pair = { fields: mapped.map((field) => fieldPair('value', field)) }
  return describeChanges(describeOf([name, ...before]), describeOf([name, ...after]), { pair, absent })
}

/** What became of one field. */
function changeOf(before: SalesforceField, sketch: Partial<SalesforceField>) {
  return changed([before], [{ ...before, ...sketch }])
}

describe('a field that came or went', () => {
  it('was added, with its type', () => {
    expect(changed([], [region])).toEqual([
      {
        kind: 'field_added',
        object: 'Account',
        field: 'Region__c',
        label: 'Region',
        mapped: false,
        before: null,
        after: 'text',
        addedOptions: [],
        removedOptions: [],
        sentence: 'Region is new, or has become visible to the connected user.',
      },
    ])
  })

  it('says so where a create needs it', () => {
    const [change] = changed([], [{ ...region, nillable: false }])
    expect(change?.sentence).toMatch(/required to create/)
  })

  it.each([
    ['removed', 'field_removed', 'Region was removed or renamed.'],
    ['hidden', 'field_hidden', 'Region is hidden from the connected user now.'],
  ] as const)('was %s where somebody looked', (what, kind, sentence) => {
    const changes = changed([region], [], { mapped: ['Region__c'], absent: new Map([['Region__c', what]]) })
    expect(changes).toMatchObject([{ kind, mapped: true, before: 'text', after: null, sentence }])
  })

  it('is missing where nobody could tell, and says that', () => {
    expect(changed([region], [])).toMatchObject([{ kind: 'field_missing', sentence: expect.stringContaining('may not look up') }])
  })

  it('is hidden where it is a standard one, which nobody can delete', () => {
    const phone = salesforceField('Phone', 'Phone', 'phone', { length: 40 })
    expect(changed([phone], [])).toMatchObject([{ kind: 'field_hidden', field: 'Phone' }])
    expect(changed([], [phone])).toMatchObject([{ kind: 'field_added', sentence: expect.not.stringContaining('new') }])
  })
})

describe('a field that is there still', () => {
  it('was retyped, in the words of an admin, and nothing else is told of its size and options', () => {
    const changes = changeOf(region, { type: 'picklist', length: 255, picklistValues: picklist('North') })
    expect(changes).toMatchObject([{ kind: 'field_retyped', before: 'text', after: 'picklist' }])
  })

  it('is of another type when its text became rich, or its lookup points elsewhere', () => {
    const notes = salesforceField('Notes__c', 'Notes', 'textarea', { length: 32_000 })
    expect(changeOf(notes, { htmlFormatted: true })).toMatchObject([{ before: 'text area', after: 'rich text area' }])
    expect(changeOf(lookup('Partner__c', 'Partner', 'Account'), { referenceTo: ['Contact'] })).toMatchObject([
      { kind: 'field_retyped', before: 'lookup to Account', after: 'lookup to Contact' },
    ])
  })

  it('was resized', () => {
    expect(changeOf(region, { length: 40 })).toMatchObject([
      {
        kind: 'field_resized',
        before: 'Length 80',
        after: 'Length 40',
        sentence: expect.stringContaining('length 80 to length 40'),
      },
    ])
    const score = salesforceField('Score__c', 'Score', 'double', { precision: 18, scale: 2 })
    expect(changeOf(score, { precision: 6 })).toMatchObject([
      { kind: 'field_resized', before: '18 digits, 2 of them decimals', after: '6 digits, 2 of them decimals' },
    ])
    const seats = salesforceField('Seats__c', 'Seats', 'int', { digits: 8 })
    expect(changeOf(seats, { digits: 4 })).toMatchObject([{ kind: 'field_resized', before: '8 digits', after: '4 digits' }])
  })

  it('has other active values, told apart by value and named by label', () => {
    const tier = salesforceField('Tier__c', 'Tier', 'picklist', { picklistValues: picklist('A', 'B', 'C') })
    const [a, b, c] = picklist('A', 'B', 'C')
    const changes = changeOf(tier, {
      picklistValues: [a!, { ...b!, active: false }, { ...c!, label: 'See' }, ...picklist('D')],
    })
    expect(changes).toMatchObject([
      {
        kind: 'options_changed',
        addedOptions: ['See', 'D'],
        removedOptions: ['B', 'C'],
        sentence: 'Tier has new values "See" and "D", and has lost "B" and "C".',
      },
    ])
  })

  it('does not list hundreds of values in a sentence', () => {
    const tier = salesforceField('Tier__c', 'Tier', 'picklist')
    const [change] = changeOf(tier, { picklistValues: picklist(...Array.from({ length: 300 }, (_, index) => `V${index}`)) })
    expect(change?.sentence).toBe('Tier has new values "V0", "V1" and 298 more.')
    expect(change?.addedOptions).toHaveLength(300)
  })

  it('is restricted to its values now', () => {
    const tier = salesforceField('Tier__c', 'Tier', 'picklist', { picklistValues: picklist('A') })
    expect(changeOf(tier, { restrictedPicklist: true })).toMatchObject([
      { kind: 'options_changed', before: 'Any value', after: 'Listed values only', addedOptions: [], removedOptions: [] },
    ])
  })

  it('is required now only where a create needs it', () => {
    expect(changeOf(region, { nillable: false })).toMatchObject([{ kind: 'field_required' }])
    expect(changeOf(region, { nillable: false, defaultedOnCreate: true })).toEqual([])
    const flag = salesforceField('Flag__c', 'Flag', 'boolean')
    expect(changeOf(flag, { nillable: false })).toEqual([])
  })

  it('became read-only', () => {
    expect(changeOf(region, { createable: false, updateable: false })).toMatchObject([{ kind: 'field_read_only' }])
    expect(changeOf(region, { updateable: false })).toEqual([])
  })

  it('has not changed when its label has', () => {
    expect(changeOf(region, { label: 'Area' })).toEqual([])
  })
})

describe('an object', () => {
  const account = describeOf([name, region])

  it('was hidden or became visible, and that is all there is to say', () => {
    const pair = { fields: [fieldPair('name', 'Name')] }
    expect(describeChanges(account, null, { pair })).toMatchObject([
      { kind: 'object_hidden', field: null, label: 'Accounts', mapped: true },
    ])
    expect(describeChanges(null, account, nothingMapped)).toMatchObject([{ kind: 'object_visible', mapped: false }])
    expect(describeChanges(account, { ...account, queryable: false }, { pair })).toMatchObject([{ kind: 'object_hidden' }])
    expect(describeChanges(null, { ...account, queryable: false }, { pair })).toEqual([])
    expect(describeChanges(null, null, { pair })).toEqual([])
  })

  it('may only be read now, which is not said again of every field', () => {
    const readOnly = { createable: false, updateable: false }
    const fields = account.fields.map((field) => ({ ...field, ...readOnly }))
    expect(describeChanges(account, { ...account, ...readOnly, fields }, nothingMapped)).toMatchObject([
      { kind: 'object_read_only', before: 'read, create and edit', after: 'only read' },
    ])
  })

  it('tells what the mapping uses first, components of a mapped address included', () => {
    const billing = addressFields('Billing', 'Billing')
    const shorter = billing.map((field) => (field.name === 'BillingCity' ? { ...field, length: 20 } : field))
    const changes = changed([region, ...billing], [...shorter], { mapped: ['BillingAddress'] })
    expect(changes.map(({ field, mapped }) => [field, mapped])).toEqual([
      ['BillingCity', true],
      ['Region__c', false],
    ])
  })
})

const anyField: fc.Arbitrary<SalesforceField> = fc
  .record({
    name: fc.constantFrom('Name', 'Region__c', 'Tier__c', 'Notes__c', 'Site', 'ns__Score__c'),
    type: fc.constantFrom(...salesforceTypes),
    length: fc.constantFrom(0, 80, 255),
    precision: fc.constantFrom(0, 18),
    scale: fc.constantFrom(0, 2),
    digits: fc.constantFrom(0, 8),
    nillable: fc.boolean(),
    createable: fc.boolean(),
    updateable: fc.boolean(),
    defaultedOnCreate: fc.boolean(),
    calculated: fc.boolean(),
    htmlFormatted: fc.boolean(),
    restrictedPicklist: fc.boolean(),
    referenceTo: fc.subarray(['Account', 'Contact']),
    picklistValues: fc.uniqueArray(
      fc.record({
        value: fc.constantFrom('a', 'b', 'c', '__proto__'),
        label: fc.constantFrom('A', 'B', 'C'),
        active: fc.boolean(),
        defaultValue: fc.boolean(),
      }),
      { selector: ({ value }) => value },
    ),
  })
  .map(({ name: apiName, type, ...sketch }) => salesforceField(apiName, apiName, type, sketch))

const anyDescribe: fc.Arbitrary<ObjectDescribe | null> = fc.option(
  fc
    .record({
      queryable: fc.boolean(),
      createable: fc.boolean(),
      updateable: fc.boolean(),
      fields: fc.uniqueArray(anyField, { selector: ({ name: apiName }) => apiName }),
    })
    .map(({ fields, ...rest }) => describeOf(fields, rest)),
  { nil: null },
)
const pair = { fields: [fieldPair('name', 'Name'), fieldPair('tier', 'Tier__c')] }

const opposite: Record<SchemaChangeKind, SchemaChangeKind> = {
  field_added: 'field_missing',
  field_removed: 'field_added',
  field_hidden: 'field_added',
  field_missing: 'field_added',
  field_retyped: 'field_retyped',
  field_resized: 'field_resized',
  options_changed: 'options_changed',
  field_required: 'field_optional',
  field_optional: 'field_required',
  field_read_only: 'field_writable',
  field_writable: 'field_read_only',
  object_hidden: 'object_visible',
  object_visible: 'object_hidden',
  object_read_only: 'object_writable',
  object_writable: 'object_read_only',
}

describe('always', () => {
  it('equal describes have not changed, in whatever order their fields come', () => {
    fc.assert(
      fc.property(anyDescribe, (before) => {
        const after = before && { ...structuredClone(before), fields: structuredClone(before.fields).toReversed() }
        expect(describeChanges(before, after, { pair })).toEqual([])
      }),
    )
  })

  it('the way back is the same list with opposite kinds, before and after swapped', () => {
    fc.assert(
      fc.property(anyDescribe, anyDescribe, (before, after) => {
        const there = describeChanges(before, after, { pair }).map((change) => {
          const custom = change.field?.endsWith('__c') ?? false
          const kind = change.kind === 'field_added' && !custom ? 'field_hidden' : opposite[change.kind]
          return [kind, change.field, change.mapped, change.after, change.before, change.removedOptions, change.addedOptions]
        })
        const back = describeChanges(after, before, { pair }).map((change) => {
          const { kind, field, mapped, before: from, after: to, addedOptions, removedOptions } = change
          return [kind, field, mapped, from, to, addedOptions, removedOptions]
        })
        const inOrder = (changes: unknown[][]) => changes.map((change) => JSON.stringify(change)).toSorted()
        expect(inOrder(there)).toEqual(inOrder(back))
      }),
    )
  })

  it('every change has a sentence, and no field has two of one kind', () => {
    fc.assert(
      fc.property(anyDescribe, anyDescribe, (before, after) => {
        const changes = describeChanges(before, after, { pair })
        for (const { sentence } of changes) expect(sentence).toMatch(/^\S.*\S.*\.$/)
        expect(new Set(changes.map(({ kind, field }) => `${kind} ${field}`)).size).toBe(changes.length)
      }),
    )
  })

  it('the standard describes are what they are', () => {
    expect(describeChanges(accountDescribe, structuredClone(accountDescribe), { pair })).toEqual([])
  })
})

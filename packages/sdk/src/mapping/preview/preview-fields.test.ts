import { describe, expect, it } from 'vitest'
import { attribute, fieldPair, planInput, pushContext } from '../../../test/one-pair.ts'
import type { FieldPair } from '../../contract/mapping.ts'
import type { PreviewField } from '../../contract/preview.ts'
import type { Attribute, SalesforceField } from '../../contract/schema.ts'
import type { AttributeValue } from '../../contract/shared.ts'
import { addressCodeFields, addressFields, lookup, picklist, salesforceField } from '../../testing/describes/index.ts'
import { cellOf, type ReadBack } from '../plans/field-kept.ts'
import type { PlanInput } from '../plans/plan-fields.ts'
import { previewColumns, previewPull, previewPush } from './preview-fields.ts'
import { compilePullPlan } from '../plans/pull-plan.ts'
import { compilePushPlan } from '../plans/push-plan.ts'

type Values = Record<string, AttributeValue>

function pull(input: PlanInput, held: ReadBack, values: Values = {}, { changedHere = false } = {}): PreviewField[] {
  const plan = compilePullPlan(input)
  const pulled = plan.convert(plan.columns.map((column) => cellOf(held[column])))
  return previewPull(input, plan, { held, values }, pulled, { changedHere })
}

function push(input: PlanInput, values: Values, held: ReadBack = {}, { changedThere = false, creating = false } = {}) {
  const plan = compilePushPlan(input)
  const pushed = plan.convert(values, pushContext({ creating }))
  return previewPush(input, plan, { held, values }, pushed, { changedThere })
}

function onePair(source: Attribute, fields: SalesforceField[], rest: Partial<FieldPair> = {}): PlanInput {
  return planInput([source], fields, [fieldPair(source.name, fields.at(-1)?.name ?? '', rest)])
}

const industry = attribute('industry', 'select', { options: [{ id: 'tech', label: 'Technology' }] })
const picked = salesforceField('Industry', 'Industry', 'picklist', {
  picklistValues: [...picklist('Retail'), { value: 'T', label: 'Tech & IT', active: true, defaultValue: false }],
})
const matched = { options: [{ option: 'tech', value: 'T', direction: 'bidirectional' as const }] }

describe('a pull', () => {
  const email = onePair(attribute('email', 'email'), [salesforceField('Email', 'Email', 'email')])

  it('writes what differs, and leaves what says the same', () => {
    expect(pull(email, { Email: 'ada@acme.example' }, { email: 'ADA@acme.example ' })).toMatchObject([
      { source: 'ada@acme.example', before: 'ADA@acme.example ', after: 'ADA@acme.example ', outcome: 'unchanged' },
    ])
    expect(pull(email, { Email: 'bo@acme.example' }, { email: 'ada@acme.example' })).toMatchObject([
      { before: 'ada@acme.example', after: 'bo@acme.example', outcome: 'written' },
    ])
    expect(pull(email, { Email: null }, { email: 'ada@acme.example' })).toMatchObject([
      { source: null, before: 'ada@acme.example', after: null, outcome: 'written' },
    ])
  })

  it('tells options and picklist values by their labels', () => {
    expect(pull(onePair(industry, [picked], matched), { Industry: 'T' })).toMatchObject([
      { source: 'T', after: 'tech', labels: { T: 'Tech & IT', tech: 'Technology' } },
    ])
    expect(pull(onePair(industry, [picked], matched), { Industry: 'Retail' }, { industry: 'tech' })).toMatchObject([
      { source: 'Retail', before: 'tech', after: 'tech', outcome: 'skipped', reason: 'option_mismatch' },
    ])
  })

  it('lists the pairs as the mapping does, with those that never flow, and what is not mapped last', () => {
    const input = planInput(
      [attribute('spare', 'text'), attribute('a', 'text'), attribute('b', 'text')],
      [salesforceField('A', 'A', 'string'), salesforceField('B', 'B', 'string')],
      [fieldPair('b', 'B', { direction: 'push' }), fieldPair('a', 'A'), fieldPair('gone', 'Gone')],
    )
    const fields = pull(input, { A: 'a there', B: 'b there' }, { b: 'b here', spare: 'kept' })
    expect(fields.map(({ attribute: name, outcome, reason }) => [name, outcome, reason])).toEqual([
      ['b', 'skipped', 'direction'],
      ['a', 'written', null],
      ['gone', 'skipped', 'mapping_error'],
      ['spare', 'skipped', 'not_mapped'],
    ])
    expect(fields[0]).toMatchObject({ source: 'b there', before: 'b here', after: 'b here' })
    expect(fields[3]).toMatchObject({ field: null, source: null, before: 'kept', after: 'kept' })
  })
})

describe('a push', () => {
  it('tells what Salesforce would hold in its own words', () => {
    expect(push(onePair(industry, [picked], matched), { industry: 'tech' }, { Industry: 'Retail' })).toMatchObject([
      { source: 'tech', before: 'Retail', after: 'T', outcome: 'written', labels: { T: 'Tech & IT', tech: 'Technology' } },
    ])
    const amount = attribute('amount', 'currency')
    const fields = [
      salesforceField('CurrencyIsoCode', 'Currency', 'picklist', { picklistValues: picklist('EUR') }),
      salesforceField('Amount', 'Amount', 'currency', { precision: 18, scale: 2 }),
    ]
    const value = { amount: '5.50', currency: 'EUR' }
    expect(push(onePair(amount, fields), { amount: value }, {}, { creating: true })).toMatchObject([
      { before: null, after: { amount: '5.5', currency: 'EUR' }, outcome: 'written' },
    ])
  })

  it('leaves what Salesforce holds already, in whatever notation', () => {
    const number = onePair(attribute('n', 'number'), [salesforceField('N', 'N', 'double', { precision: 18, scale: 2 })])
    expect(push(number, { n: '5.50' }, { N: '5.5' })).toMatchObject([{ before: '5.5', after: '5.5', outcome: 'unchanged' }])
  })

  it('shows the name that goes with a state or country code', () => {
    const address = attribute('address', 'address')
    const fields = [...addressCodeFields('Billing', 'Billing'), ...addressFields('Billing', 'Billing')]
    const held = { BillingStateCode: 'CA', BillingState: 'California', BillingCountryCode: 'US', BillingCountry: 'United States' }
    const value = { street: null, city: 'Munich', state: 'Bavaria', postalCode: null, country: 'DE' }
    expect(push(onePair(address, fields), { address: value }, held)).toMatchObject([
      {
        before: { state: 'California', country: 'United States', city: null },
        after: { state: 'Bavaria', country: 'Germany', city: 'Munich' },
        outcome: 'written',
      },
    ])
  })

  it('notes a change in Salesforce where it would be overwritten, and only there', () => {
    const input = planInput(
      [attribute('a', 'text'), attribute('b', 'text')],
      [salesforceField('A', 'A', 'string'), salesforceField('B', 'Field B', 'string')],
      [fieldPair('a', 'A'), fieldPair('b', 'B')],
    )
    const fields = push(input, { a: 'same', b: 'mine' }, { A: 'same', B: 'theirs' }, { changedThere: true })
    expect(fields).toMatchObject([{ note: null }, { note: { code: 'changed_since_sync' } }])
    expect(fields[1]?.note?.sentence).toContain('Field B')
  })

  it('notes a change in Pryzm where a pull would overwrite it, and only there', () => {
    const input = planInput(
      [attribute('a', 'text'), attribute('b', 'text', { label: 'Attribute B' })],
      [salesforceField('A', 'A', 'string'), salesforceField('B', 'B', 'string')],
      [fieldPair('a', 'A'), fieldPair('b', 'B')],
    )
    const fields = pull(input, { A: 'same', B: 'theirs' }, { a: 'same', b: 'mine' }, { changedHere: true })
    expect(fields).toMatchObject([{ note: null }, { note: { code: 'changed_since_sync' } }])
    expect(fields[1]?.note?.sentence).toMatch(/changed in Pryzm.*Attribute B/)
  })

  it('tells both fields that one attribute goes into', () => {
    const input = planInput(
      [attribute('phone', 'phone')],
      [salesforceField('Phone', 'Phone', 'phone', { length: 40 }), salesforceField('Fax', 'Fax', 'phone', { length: 3 })],
      [fieldPair('phone', 'Phone'), fieldPair('phone', 'Fax', { direction: 'push' })],
    )
    expect(push(input, { phone: '12345' })).toMatchObject([
      { field: 'Phone', outcome: 'written', after: '12345' },
      { field: 'Fax', outcome: 'skipped', reason: 'too_long' },
    ])
  })
})

it('reads addresses by their components, look-ups with their names, and each field once', () => {
  const input = planInput(
    [attribute('address', 'address'), attribute('parent', 'relation'), attribute('lost', 'text'), attribute('name', 'text')],
    [
      ...addressFields('Billing', 'Billing'),
      lookup('ParentId', 'Parent', 'Account'),
      lookup('CampaignId', 'Campaign', 'Campaign'),
      salesforceField('BillingCity', 'City', 'string'),
    ],
    [
      fieldPair('address', 'BillingAddress'),
      fieldPair('parent', 'ParentId'),
      fieldPair('lost', 'CampaignId'),
      fieldPair('name', 'BillingCity'),
      fieldPair('gone', 'Gone'),
    ],
  )
  expect(previewColumns(input)).toEqual([
    'BillingStreet',
    'BillingCity',
    'BillingState',
    'BillingPostalCode',
    'BillingCountry',
    'ParentId',
    'Parent.Name',
    'CampaignId',
  ])
})

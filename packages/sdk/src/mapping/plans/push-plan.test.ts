import { describe, expect, it } from 'vitest'
import { attribute, fieldPair, planInput, pushContext } from '../../../test/one-pair.ts'
import type { FieldPair } from '../../contract/mapping.ts'
import type { Attribute, SalesforceField } from '../../contract/schema.ts'
import type { AttributeValue } from '../../contract/shared.ts'
import { addressCodeFields, addressFields, lookup, picklist, salesforceField } from '../../testing/describes/index.ts'
import { compilePushPlan } from './push-plan.ts'

function planFor(source: Attribute, fields: SalesforceField[], options: { option: string; value: string }[] = []) {
  const pair = fieldPair(source.name, fields[0]?.name ?? '', {
    options: options.map((option) => ({ ...option, direction: 'bidirectional' as const })),
  })
  return compilePushPlan(planInput([source], fields, [pair]))
}

/** Pushes one value of one attribute into a linked record. */
function push(source: Attribute, field: SalesforceField, value: AttributeValue, context = pushContext()) {
  return planFor(source, [field]).convert({ [source.name]: value }, context)
}

const text = attribute('a', 'text', { label: 'Note' })
const creating = pushContext({ creating: true })

describe('values', () => {
  it.each([
    ['text', 'string', ' Acme ', 'Acme'],
    ['number', 'double', '1.50', 1.5],
    ['number', 'double', '9007199254740993', '9007199254740993'],
    ['percent', 'percent', '25', 25],
    ['boolean', 'boolean', false, false],
    ['boolean', 'string', true, 'true'],
    ['date', 'date', '2026-03-31', '2026-03-31'],
    ['datetime', 'datetime', '2026-03-31T10:00:00+02:00', '2026-03-31T08:00:00.000Z'],
    ['email', 'email', 'Ada@Acme.example', 'Ada@Acme.example'],
    ['text', 'time', '13:30:00', '13:30:00.000Z'],
    ['number', 'textarea', '1.50', '1.5'],
    ['date', 'string', '2026-03-31', '2026-03-31'],
    ['currency', 'string', { amount: '1.50', currency: 'EUR' }, '1.5'],
  ] as const)('a %s goes into a %s: %s as %s', (attributeType, salesforceType, value, written) => {
    const pushed = push(attribute('a', attributeType), salesforceField('A', 'A', salesforceType), value)
    expect(pushed).toEqual({ body: { A: written }, sent: [{ attribute: 'a', fields: ['A'], value }], skips: [], notes: [] })
  })

  it.each([
    ['text', salesforceField('A', 'A', 'string', { length: 3 }), 'four', 'too_long'],
    ['number', salesforceField('A', 'A', 'double', { precision: 4, scale: 2 }), '123', 'out_of_range'],
    ['number', salesforceField('A', 'A', 'double', { precision: 18, scale: 0 }), '1.5', 'out_of_range'],
    ['number', salesforceField('A', 'A', 'int', { digits: 8 }), '123456789', 'out_of_range'],
    ['number', salesforceField('A', 'A', 'int'), '1.5', 'out_of_range'],
    ['date', salesforceField('A', 'A', 'date'), '1066-10-14', 'out_of_range'],
    ['date', salesforceField('A', 'A', 'date'), '2026-02-30', 'not_coercible'],
    ['text', salesforceField('A', 'A', 'email', { length: 80 }), 'nobody', 'not_coercible'],
    ['text', salesforceField('A', 'A', 'picklist', { picklistValues: picklist('Hot') }), 'Cold', 'option_mismatch'],
    ['boolean', salesforceField('A', 'A', 'string', { length: 4 }), false, 'too_long'],
    ['number', salesforceField('A', 'A', 'string'), 'many', 'not_coercible'],
    ['date', salesforceField('A', 'A', 'string'), 'soon', 'not_coercible'],
    ['datetime', salesforceField('A', 'A', 'string'), '2026-03-31T10:00', 'not_coercible'],
  ] as const)('a %s that does not fit is left out: %#', (attributeType, field, value, reason) => {
    const pushed = push(attribute('a', attributeType), field, value)
    expect(pushed).toMatchObject({ body: {}, sent: [], skips: [{ attribute: 'a', reason, dropped: value }] })
  })
})

describe('blank values', () => {
  const field = salesforceField('A', 'Field A', 'string')

  it('are left out of a create', () => {
    expect(push(text, field, null, creating)).toEqual({ body: {}, sent: [], skips: [], notes: [] })
  })

  it('are told on a create where Salesforce requires a value', () => {
    const required = { ...field, nillable: false }
    expect(push(text, required, '', creating).skips).toMatchObject([{ reason: 'blank_required' }])
  })

  it('clear the field where the attribute was synced before with a value', () => {
    expect(push(text, field, null).body).toEqual({ A: null })
  })

  it('leave the field alone where the attribute never was', () => {
    const pushed = push(text, field, null, pushContext({ syncedBefore: () => false }))
    expect(pushed).toMatchObject({ body: {}, skips: [{ reason: 'blank_never_synced' }] })
  })

  it('are skipped where the field takes no blank', () => {
    expect(push(text, { ...field, nillable: false }, null).skips).toMatchObject([{ reason: 'blank_required' }])
    const checkbox = salesforceField('B', 'B', 'boolean', { nillable: false, defaultedOnCreate: true })
    expect(push(attribute('a', 'boolean'), checkbox, null).skips).toMatchObject([{ reason: 'blank_required' }])
    expect(push(attribute('a', 'boolean'), checkbox, null, creating).skips).toEqual([])
  })
})

describe('a pair that leaves blanks alone', () => {
  const field = salesforceField('A', 'Field A', 'string')
  const planOf = (target = field) => compilePushPlan(planInput([text], [target], [fieldPair('a', 'A', { blankOnPush: 'leave' })]))

  it('keeps what Salesforce has, and says so', () => {
    expect(planOf().convert({ a: ' ' }, pushContext())).toMatchObject({
      body: {},
      skips: [
        { attribute: 'a', reason: 'blank_kept', sentence: expect.stringContaining('leaves Field A as it is'), dropped: ' ' },
      ],
    })
  })

  it('sends values as ever, and has nothing to leave alone on a create', () => {
    expect(planOf().convert({ a: 'x' }, pushContext()).body).toEqual({ A: 'x' })
    expect(planOf().convert({ a: null }, creating)).toEqual({ body: {}, sent: [], skips: [], notes: [] })
    expect(planOf({ ...field, nillable: false }).convert({ a: null }, creating).skips).toMatchObject([
      { reason: 'blank_required' },
    ])
  })
})

describe('a pair with a default', () => {
  const field = salesforceField('A', 'Field A', 'string', { length: 10 })
  const planOf = (rest: Partial<FieldPair>, source = text, target = field) =>
    compilePushPlan(planInput([source], [target], [fieldPair('a', 'A', rest)]))

  it.each([creating, pushContext(), pushContext({ syncedBefore: () => false })])(
    'sends it for a blank, and notes that: %#',
    (context) => {
      for (const blankOnPush of ['clear', 'leave'] as const) {
        expect(planOf({ defaultOnPush: 'unknown', blankOnPush }).convert({ a: null }, context)).toEqual({
          body: { A: 'unknown' },
          sent: [{ attribute: 'a', fields: ['A'], value: 'unknown' }],
          skips: [],
          notes: [
            { attribute: 'a', code: 'default_used', sentence: 'Note is blank, so Field A was sent the default of this pair.' },
          ],
        })
      }
    },
  )

  it('sends a value that is not blank instead', () => {
    expect(planOf({ defaultOnPush: 'unknown' }).convert({ a: 'x' }, creating)).toMatchObject({ body: { A: 'x' }, notes: [] })
  })

  it('skips a default that does not fit, like any value', () => {
    expect(planOf({ defaultOnPush: 'x'.repeat(11) }).convert({ a: null }, creating)).toMatchObject({
      body: {},
      skips: [{ reason: 'too_long', dropped: 'x'.repeat(11) }],
      notes: [],
    })
    expect(planOf({ defaultOnPush: true }).convert({ a: null }, creating).skips).toMatchObject([{ reason: 'not_coercible' }])
  })

  it('treats a blank default as none', () => {
    expect(planOf({ defaultOnPush: ' ' }).convert({ a: null }, pushContext()).body).toEqual({ A: null })
  })

  it('can stand in for a checkbox that has no blank', () => {
    const checkbox = salesforceField('A', 'A', 'boolean', { nillable: false, defaultedOnCreate: true })
    const plan = planOf({ defaultOnPush: false }, attribute('a', 'boolean'), checkbox)
    expect(plan.convert({ a: null }, pushContext()).body).toEqual({ A: false })
    expect(plan.convert({ a: true }, pushContext())).toMatchObject({ body: { A: true }, notes: [] })
  })

  it('tells what Salesforce did not keep of it', () => {
    const plan = planOf({ defaultOnPush: 'unknown' })
    const pushed = plan.convert({}, pushContext())
    expect(plan.notKept(pushed, { A: 'unknown' })).toEqual([])
    expect(plan.notKept(pushed, { A: null })).toMatchObject([{ reason: 'not_kept_by_salesforce', dropped: 'unknown' }])
  })
})

describe('what may be written when', () => {
  const createOnly = salesforceField('A', 'A', 'string', { updateable: false })
  const updateOnly = salesforceField('A', 'A', 'string', { createable: false })
  const readOnly = salesforceField('A', 'A', 'string', { createable: false, updateable: false })

  it('sends a create-only field on a create, and only then', () => {
    expect(push(text, createOnly, 'x', creating).body).toEqual({ A: 'x' })
    expect(push(text, createOnly, 'x').skips).toMatchObject([{ reason: 'create_only' }])
  })

  it('sends an update-only field once the record exists', () => {
    expect(push(text, updateOnly, 'x').body).toEqual({ A: 'x' })
    expect(push(text, updateOnly, 'x', creating).skips).toMatchObject([{ reason: 'read_only' }])
  })

  it('sends a read-only field never', () => {
    expect(push(text, readOnly, 'x').skips).toMatchObject([{ reason: 'read_only' }])
  })
})

describe('options', () => {
  const source = attribute('a', 'select', {
    options: [
      { id: 'hot', label: 'Hot' },
      { id: 'cold', label: 'Cold' },
      { id: 'old', label: 'Old' },
    ],
  })
  const field = salesforceField('A', 'A', 'picklist', {
    restrictedPicklist: true,
    picklistValues: [
      ...picklist('HOT', 'Icy', 'Twin'),
      { value: 'Twin2', label: 'Twin', active: true, defaultValue: false },
      { value: 'Old', label: 'Old', active: false, defaultValue: false },
    ],
  })
  const pushOption = (option: string, options: { option: string; value: string }[] = [], target = field) =>
    planFor(source, [target], options).convert({ a: option }, pushContext())

  it('go by the option map, else by a label that one active value has', () => {
    expect(pushOption('hot').body).toEqual({ A: 'HOT' })
    expect(pushOption('cold', [{ option: 'cold', value: 'Icy' }]).body).toEqual({ A: 'Icy' })
    expect(pushOption('cold').skips).toMatchObject([{ reason: 'option_mismatch', sentence: expect.stringContaining('"Cold"') }])
  })

  it('never write an inactive value into a restricted picklist', () => {
    expect(pushOption('old', [{ option: 'old', value: 'Old' }]).skips).toMatchObject([
      { reason: 'option_mismatch', sentence: expect.stringContaining('inactive') },
    ])
    expect(pushOption('old', [{ option: 'old', value: 'Old' }], { ...field, restrictedPicklist: false }).body).toEqual({
      A: 'Old',
    })
  })

  it('of a multi-select go over together, joined by semicolons', () => {
    const many = { ...source, type: 'multi_select' as const }
    const target = { ...field, type: 'multipicklist' as const }
    const plan = planFor(many, [target], [{ option: 'cold', value: 'Icy' }])
    expect(plan.convert({ a: ['hot', 'cold'] }, pushContext()).body).toEqual({ A: 'HOT;Icy' })
    expect(plan.convert({ a: ['hot', 'nope'] }, pushContext()).skips).toMatchObject([
      { reason: 'option_mismatch', dropped: ['hot', 'nope'] },
    ])
    expect(planFor(many, [field]).convert({ a: ['hot', 'cold'] }, pushContext()).skips).toMatchObject([
      { reason: 'not_coercible' },
    ])
  })

  it('never turn into another option on the way back', () => {
    const crossed = attribute('a', 'select', {
      options: [
        { id: 'Hot', label: 'Cold' },
        { id: 'x', label: 'Hot' },
      ],
    })
    const target = salesforceField('A', 'A', 'picklist', { picklistValues: picklist('Hot') })
    const plan = planFor(crossed, [target])
    expect(plan.convert({ a: 'Hot' }, pushContext()).body).toEqual({ A: 'Hot' })
    expect(plan.convert({ a: 'x' }, pushContext()).skips).toMatchObject([
      { reason: 'option_mismatch', sentence: expect.stringContaining('another option') },
    ])
    const intoText = planFor(crossed, [salesforceField('A', 'A', 'string', { length: 80 })])
    expect(intoText.convert({ a: 'x' }, pushContext()).skips).toMatchObject([{ reason: 'option_mismatch' }])
  })

  it('prefer an active value of that label to an inactive one of that name', () => {
    const renamed = {
      ...field,
      picklistValues: [...picklist('Icy'), { value: 'Hot', label: 'Hot', active: false, defaultValue: false }],
    }
    renamed.picklistValues[0] = { value: 'H1', label: 'Hot', active: true, defaultValue: false }
    expect(pushOption('hot', [], renamed).body).toEqual({ A: 'H1' })
  })

  it('look past blanks among the options of a multi-select', () => {
    const many = { ...source, type: 'multi_select' as const }
    expect(planFor(many, [{ ...field, type: 'multipicklist' }]).convert({ a: ['hot', ''] }, pushContext()).body).toEqual({
      A: 'HOT',
    })
  })

  it('go into a text field by their label', () => {
    expect(push(source, salesforceField('A', 'A', 'string', { length: 80 }), 'cold').body).toEqual({ A: 'Cold' })
  })
})

describe('addresses', () => {
  const source = attribute('address', 'address')
  const plain = addressFields('Billing', 'Billing').toReversed()
  const coded = [...plain, ...addressCodeFields('Billing', 'Billing')]
  const address = { street: '1 Main St', city: 'Munich', state: 'Bavaria', postalCode: '80331', country: 'Germany' }
  const bodyOf = (fields: SalesforceField[], value: AttributeValue, context = pushContext()) =>
    planFor(source, fields).convert({ address: value }, context)

  it('write all their components, missing ones as null', () => {
    expect(bodyOf(plain, { ...address, state: null }).body).toEqual({
      BillingStreet: '1 Main St',
      BillingCity: 'Munich',
      BillingState: null,
      BillingPostalCode: '80331',
      BillingCountry: 'Germany',
    })
  })

  it('send codes where they are known, never name and code together', () => {
    expect(bodyOf(coded, address).body).toMatchObject({ BillingStateCode: 'BY', BillingCountryCode: 'DE' })
    expect(Object.keys(bodyOf(coded, address).body)).not.toContain('BillingCountry')
    expect(bodyOf(coded, { ...address, country: 'DE', state: 'BY' }).body).toMatchObject({
      BillingStateCode: 'BY',
      BillingCountryCode: 'DE',
    })
  })

  it('send names where the country has no code', () => {
    const { body } = bodyOf(coded, { ...address, country: 'Atlantis' })
    expect(body).toMatchObject({ BillingState: 'Bavaria', BillingCountry: 'Atlantis' })
    expect(body).not.toHaveProperty('BillingCountryCode')
    expect(body).not.toHaveProperty('BillingStateCode')
  })

  it('send the name of a state whose code other states have too', () => {
    const [stateCode, countryCode] = addressCodeFields('Billing', 'Billing')
    if (!stateCode || !countryCode) throw new Error('The code fields are missing.')
    const alabama = { value: 'AL', label: 'Alabama', active: true, defaultValue: false }
    const twice = { ...stateCode, picklistValues: [alabama, { ...alabama, label: 'Alagoas' }] }
    const { body } = bodyOf([...plain, twice, countryCode], { ...address, state: 'Alabama', country: 'Brazil' })
    expect(body).toMatchObject({ BillingState: 'Alabama', BillingCountryCode: 'BR' })
    expect(body).not.toHaveProperty('BillingStateCode')
  })

  it('are left out whole where one component does not fit', () => {
    expect(bodyOf(plain, { ...address, city: 'x'.repeat(41) })).toMatchObject({
      body: {},
      skips: [{ reason: 'too_long', sentence: expect.stringContaining('Billing City') }],
    })
  })

  it('clear every component when they turn blank', () => {
    expect(Object.values(bodyOf(plain, null).body)).toEqual([null, null, null, null, null])
    expect(bodyOf(coded, null).body).toMatchObject({ BillingStateCode: null, BillingCountryCode: null })
  })

  it('are read back through names and codes', () => {
    expect(planFor(source, coded).readBack).toEqual(
      expect.arrayContaining(['BillingStreet', 'BillingState', 'BillingStateCode', 'BillingCountry', 'BillingCountryCode']),
    )
  })
})

describe('currencies', () => {
  const amount = salesforceField('Amount', 'Amount', 'currency', { precision: 18, scale: 2 })
  const code = salesforceField('CurrencyIsoCode', 'Currency', 'picklist', { defaultedOnCreate: true })
  const source = attribute('amount', 'currency')
  const plan = planFor(source, [amount, code])
  const euros = { amount: '10.50', currency: 'EUR' }

  it('send their code on create alone', () => {
    expect(plan.convert({ amount: euros }, creating)).toMatchObject({ body: { Amount: 10.5, CurrencyIsoCode: 'EUR' } })
    expect(plan.convert({ amount: euros }, pushContext({ currency: 'EUR' })).body).toEqual({ Amount: 10.5 })
  })

  it('are skipped where the record in Salesforce has another currency', () => {
    expect(plan.convert({ amount: euros }, pushContext({ currency: 'USD' })).skips).toMatchObject([
      { reason: 'currency_mismatch' },
    ])
  })

  it('agree within one new record', () => {
    const second = salesforceField('Cost__c', 'Cost', 'currency', { precision: 18, scale: 2 })
    const input = planInput(
      [source, attribute('cost', 'currency')],
      [amount, second, code],
      [fieldPair('amount', 'Amount'), fieldPair('cost', 'Cost__c')],
    )
    const pushed = compilePushPlan(input).convert({ amount: euros, cost: { amount: '1', currency: 'USD' } }, creating)
    expect(pushed).toMatchObject({ body: { Amount: 10.5, CurrencyIsoCode: 'EUR' }, skips: [{ attribute: 'cost' }] })
  })

  it('are skipped where a new record cannot have their code', () => {
    const withCode = (sketch: Partial<SalesforceField>) =>
      planFor(source, [amount, { ...code, ...sketch }]).convert({ amount: euros }, creating).skips
    expect(withCode({ createable: false })).toMatchObject([{ reason: 'currency_mismatch' }])
    expect(withCode({ picklistValues: picklist('USD') })).toMatchObject([
      { reason: 'currency_mismatch', sentence: expect.stringContaining('no active currency EUR') },
    ])
    expect(withCode({ picklistValues: picklist('USD', 'EUR') })).toEqual([])
  })

  it('are skipped where the attribute has another fixed currency', () => {
    const dollars = attribute('amount', 'currency', { currency: 'USD' })
    expect(push(dollars, amount, euros).skips).toMatchObject([{ reason: 'currency_mismatch' }])
  })

  it('send the amount alone in an org with one currency', () => {
    expect(push(source, amount, euros, creating).body).toEqual({ Amount: 10.5 })
  })
})

describe('relations and users', () => {
  const organization = attribute('organization', 'relation', { label: 'Organization', relatedRecordType: 'organization' })
  const owner = attribute('owner', 'user', { label: 'Owner' })

  it('send the Salesforce id of a linked record', () => {
    const context = pushContext({
      relatedSalesforceId: (name, id) => (name === 'organization' && id === 'o1' ? '001A' : undefined),
    })
    expect(push(organization, lookup('AccountId', 'Account ID', 'Account'), 'o1', context).body).toEqual({ AccountId: '001A' })
  })

  it('tell to sync the parent first where it is not linked', () => {
    expect(push(organization, lookup('AccountId', 'Account ID', 'Account'), 'o1').skips).toMatchObject([
      { reason: 'related_not_linked', sentence: expect.stringContaining('first'), dropped: 'o1' },
    ])
  })

  it('send a user who was found by email, and say so where none was', () => {
    const field = lookup('OwnerId', 'Owner ID', 'User')
    expect(push(owner, field, 'u1', pushContext({ userSalesforceId: () => '005A' })).body).toEqual({ OwnerId: '005A' })
    expect(push(owner, field, 'u1').skips).toMatchObject([{ reason: 'user_not_matched' }])
  })
})

describe('what Salesforce kept', () => {
  const fields = [
    salesforceField('Name', 'Name', 'string', { length: 80 }),
    salesforceField('Amount', 'Amount', 'currency', { precision: 18, scale: 2 }),
    salesforceField('Email', 'Email', 'email', { length: 80 }),
    lookup('AccountId', 'Account ID', 'Account'),
  ]
  const attributes = [
    attribute('name', 'text', { required: true }),
    attribute('amount', 'currency'),
    attribute('email', 'email'),
    attribute('organization', 'relation', { relatedRecordType: 'organization' }),
  ]
  const pairs = [
    fieldPair('name', 'Name'),
    fieldPair('amount', 'Amount'),
    fieldPair('email', 'Email'),
    fieldPair('organization', 'AccountId'),
  ]
  const plan = compilePushPlan(planInput(attributes, fields, pairs))
  const pushed = plan.convert(
    { name: 'Acme', amount: { amount: '10', currency: null }, email: 'Ada@acme.example', organization: 'o1' },
    pushContext({ relatedSalesforceId: () => '001D000000IRFma' }),
  )

  it('is everything that comes back the same, notation and case of emails aside', () => {
    const held = { Name: 'Acme', Amount: '10.0', Email: 'ada@acme.example', AccountId: '001D000000IRFmaIAH' }
    expect(plan.notKept(pushed, held)).toEqual([])
  })

  it('is a time that came back in another notation', () => {
    const time = salesforceField('Opens__c', 'Opens', 'time')
    const opening = compilePushPlan(planInput([attribute('opens', 'text')], [time], [fieldPair('opens', 'Opens__c')]))
    const sent = opening.convert({ opens: '13:30' }, pushContext())
    expect(opening.notKept(sent, { Opens__c: '13:30:00.000Z' })).toEqual([])
  })

  it('names what came back otherwise, with the value that Salesforce holds', () => {
    const held = { Name: 'ACME Inc.', Amount: '0', Email: 'ada@acme.example', AccountId: null }
    expect(plan.notKept(pushed, held)).toMatchObject([
      { attribute: 'name', reason: 'not_kept_by_salesforce', sentence: expect.stringContaining('"ACME Inc."'), dropped: 'Acme' },
      { attribute: 'amount', dropped: { amount: '10', currency: null } },
      { attribute: 'organization', sentence: expect.stringContaining('blank'), dropped: 'o1' },
    ])
  })

  it('reads blanks as blank, whatever the pair keeps on a pull', () => {
    const keeping = compilePushPlan(planInput(attributes, fields, [fieldPair('name', 'Name', { blankOnPull: 'keep' })]))
    expect(keeping.keptValues({ Name: null })).toEqual({ name: null })
  })

  it('reads as attribute values again', () => {
    expect(plan.keptValues({ Name: null, Amount: '1.0E3', Email: 'a@b.c', AccountId: '001D000000IRFmaIAH' })).toEqual({
      name: null,
      amount: { amount: '1000', currency: null },
      email: 'a@b.c',
    })
  })
})

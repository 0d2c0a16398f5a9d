import { describe, expect, it } from 'vitest'
import { attribute, fieldPair, objectPair, planInput } from '../../../test/one-pair.ts'
import type { Attribute, SalesforceField } from '../../contract/schema.ts'
import { addressFields, lookup, picklist, salesforceField } from '../../testing/describes/index.ts'
import { compilePullPlan } from './pull-plan.ts'

/** Pulls one cell of one field into one attribute. */
function pull(target: Attribute, field: SalesforceField, cell: string, options: { option: string; value: string }[] = []) {
  const pairs = [
    fieldPair(target.name, field.name, { options: options.map((pair) => ({ ...pair, direction: 'bidirectional' as const })) }),
  ]
  const plan = compilePullPlan(planInput([target], [field], pairs))
  return plan.convert([cell])
}

const select = attribute('rating', 'select', {
  label: 'Rating',
  options: [
    { id: 'hot', label: 'Hot' },
    { id: 'cold', label: 'Cold' },
    { id: 'cold2', label: 'cold ' },
  ],
})
const rating = salesforceField('Rating', 'Account Rating', 'picklist', { picklistValues: picklist('Hot', 'H', 'Cold') })

describe('columns', () => {
  it('holds each field once, addresses as components, users by email, and the name for results', () => {
    const plan = compilePullPlan(
      planInput(
        [attribute('name', 'text'), attribute('address', 'address'), attribute('owner', 'user'), attribute('note', 'text')],
        [
          salesforceField('Name', 'Account Name', 'string'),
          ...addressFields('Billing', 'Billing'),
          lookup('OwnerId', 'Owner ID', 'User'),
        ],
        [
          fieldPair('name', 'Name'),
          fieldPair('address', 'BillingAddress'),
          fieldPair('owner', 'OwnerId'),
          fieldPair('note', 'Name'),
        ],
      ),
    )
    expect(plan.columns).toEqual([
      'Name',
      'BillingStreet',
      'BillingCity',
      'BillingState',
      'BillingPostalCode',
      'BillingCountry',
      'Owner.Email',
    ])
    expect(plan.convert(['Acme', '1 Main St', '', '', '', 'DE', 'Ada@Acme.example'])).toEqual({
      name: 'Acme',
      personAccount: false,
      values: {
        name: 'Acme',
        note: 'Acme',
        address: { street: '1 Main St', city: null, state: null, postalCode: null, country: 'DE' },
      },
      relations: [],
      users: [{ attribute: 'owner', email: 'ada@acme.example' }],
      skips: [],
    })
  })

  it('reads a custom address through its __s components', () => {
    const compound = { compoundFieldName: 'Site__c' }
    const plan = compilePullPlan(
      planInput(
        [attribute('address', 'address')],
        [
          salesforceField('Site__c', 'Site', 'address'),
          salesforceField('Site__City__s', 'City', 'string', compound),
          salesforceField('Site__CountryCode__s', 'Country', 'picklist', compound),
        ],
        [fieldPair('address', 'Site__c')],
      ),
    )
    expect(plan.columns).toEqual(['Site__City__s', 'Site__CountryCode__s'])
    expect(plan.convert(['Bonn', 'DE']).values.address).toMatchObject({ city: 'Bonn', country: 'DE' })
  })

  it('leaves person accounts out of the Accounts, and marks their contacts', () => {
    const flag = salesforceField('IsPersonAccount', 'Is Person Account', 'boolean')
    const accounts = planInput([], [flag], [])
    expect(compilePullPlan(accounts).condition).toBe('IsPersonAccount = false')

    const organization = attribute('organization', 'relation', { relatedRecordType: 'organization' })
    const contacts = planInput([organization], [flag, lookup('AccountId', 'Account ID', 'Account')], [])
    const pair = objectPair([fieldPair('organization', 'AccountId')], { object: 'Contact' })
    const plan = compilePullPlan({ ...contacts, pair })
    expect(plan.condition).toBeNull()
    expect(plan.columns).toEqual(['IsPersonAccount', 'AccountId'])
    expect(plan.convert(['true', '001D000000IRFmaIAH'])).toMatchObject({
      personAccount: true,
      relations: [],
      skips: [{ attribute: 'organization', reason: 'related_not_linked' }],
    })
    expect(plan.convert(['false', '001D000000IRFmaIAH'])).toMatchObject({ personAccount: false, relations: [{}], skips: [] })
  })
})

describe('what never flows', () => {
  const attributes = [
    attribute('a', 'text'),
    attribute('b', 'text'),
    attribute('c', 'text'),
    attribute('d', 'text', { label: 'Dee' }),
  ]
  const fields = [salesforceField('A', 'A', 'string'), salesforceField('B', 'B', 'string'), salesforceField('C', 'C', 'string')]

  it('names every attribute that is not mapped, stopped by its direction, or by an error', () => {
    const pairs = [fieldPair('a', 'A'), fieldPair('b', 'B', { direction: 'push' }), fieldPair('c', 'C'), fieldPair('gone', 'A')]
    const issue = {
      code: 'type_incompatible' as const,
      severity: 'field' as const,
      object: 'Account' as const,
      pairId: 'c-C',
      attribute: 'c',
      field: 'C',
      stops: 'pull' as const,
      sentence: 'C cannot fill c.',
      fixes: [],
    }
    const plan = compilePullPlan(planInput(attributes, fields, pairs, { issues: [issue] }))
    expect(plan.fields.map(({ pairId }) => pairId)).toEqual(['a-A'])
    expect(plan.leftOut).toEqual([
      expect.objectContaining({ attribute: 'b', reason: 'direction', pairId: 'b-B' }),
      expect.objectContaining({ attribute: 'c', reason: 'mapping_error', sentence: 'C cannot fill c.' }),
      expect.objectContaining({ attribute: 'gone', reason: 'mapping_error', label: 'gone' }),
      { attribute: 'd', label: 'Dee', field: null, pairId: null, reason: 'not_mapped', sentence: expect.any(String) },
    ])
  })

  it('ignores an issue that stops only the other direction', () => {
    const readOnlyField = {
      code: 'field_read_only' as const,
      severity: 'field' as const,
      object: 'Account' as const,
      pairId: 'a-A',
      attribute: 'a',
      field: 'A',
      stops: 'push' as const,
      sentence: 'A is read-only.',
      fixes: [],
    }
    const input = planInput([attribute('a', 'text')], fields, [fieldPair('a', 'A')], { issues: [readOnlyField] })
    expect(compilePullPlan(input).leftOut).toEqual([])
  })

  it('says nothing of a push-only pair where another pair fills the attribute', () => {
    const pairs = [fieldPair('a', 'A', { direction: 'push' }), fieldPair('a', 'B', { direction: 'pull' })]
    expect(compilePullPlan(planInput([attribute('a', 'text')], fields, pairs)).leftOut).toEqual([])
  })

  it('lets the direction of the object narrow that of its fields', () => {
    const pair = objectPair([fieldPair('a', 'A')], { direction: 'push' })
    const plan = compilePullPlan(planInput([attribute('a', 'text')], fields, [], { pair }))
    expect(plan.leftOut).toMatchObject([
      { attribute: 'a', reason: 'direction', sentence: expect.stringContaining('Accounts are set to Push') },
    ])
  })
})

describe('blank cells', () => {
  it('clear the attribute', () => {
    expect(pull(attribute('a', 'text'), salesforceField('A', 'A', 'string'), '').values).toEqual({ a: null })
    expect(pull(attribute('a', 'currency'), salesforceField('A', 'A', 'currency'), '').values).toEqual({ a: null })
  })

  it.each(['', '  ', '\u00a0'])('are skipped where Pryzm requires a value: %j', (cell) => {
    const row = pull(attribute('a', 'text', { required: true, label: 'Name' }), salesforceField('A', 'A', 'string'), cell)
    expect(row).toMatchObject({ values: {}, skips: [{ attribute: 'a', reason: 'blank_required', dropped: null }] })
  })
})

describe('a pair that keeps what Pryzm has', () => {
  const keeping = (target: Attribute, field: SalesforceField, cells: string[]) =>
    compilePullPlan(planInput([target], [field], [fieldPair('a', 'A', { blankOnPull: 'keep' })])).convert(cells)

  it.each([
    attribute('a', 'text', { label: 'Note' }),
    attribute('a', 'number', { label: 'Note' }),
    attribute('a', 'boolean', { label: 'Note' }),
  ])('leaves a $type alone where Salesforce has a blank, and says so', (target) => {
    expect(keeping(target, salesforceField('A', 'A', 'string'), [''])).toMatchObject({
      values: {},
      skips: [{ attribute: 'a', reason: 'blank_kept', sentence: expect.stringContaining('keeps what Note has'), dropped: null }],
    })
  })

  it('leaves amounts, relations and users alone too', () => {
    expect(keeping(attribute('a', 'currency'), salesforceField('A', 'A', 'currency'), ['']).skips).toMatchObject([
      { reason: 'blank_kept' },
    ])
    const relation = attribute('a', 'relation', { relatedRecordType: 'organization' })
    expect(keeping(relation, lookup('A', 'A', 'Account'), ['']).skips).toMatchObject([{ reason: 'blank_kept' }])
    expect(keeping(attribute('a', 'user'), lookup('A', 'A', 'User'), ['']).skips).toMatchObject([{ reason: 'blank_kept' }])
  })

  it('pulls values as ever', () => {
    expect(keeping(attribute('a', 'text'), salesforceField('A', 'A', 'string'), ['x']).values).toEqual({ a: 'x' })
  })
})

describe('values', () => {
  it.each([
    ['number', 'double', '9.12E8', '912000000'],
    ['number', 'int', '120', '120'],
    ['percent', 'percent', '25.0', '25'],
    ['boolean', 'boolean', 'false', false],
    ['date', 'date', '2026-03-31', '2026-03-31'],
    ['datetime', 'datetime', '2026-05-06T09:49:20.000Z', '2026-05-06T09:49:20.000Z'],
    ['long_text', 'textarea', '<p>Hi</p>', '<p>Hi</p>'],
    ['text', 'double', '1.0E-3', '0.001'],
    ['text', 'reference', '001D000000IRFma', '001D000000IRFmaIAH'],
    ['email', 'string', 'ada@acme.example', 'ada@acme.example'],
    ['url', 'string', 'www.acme.example', 'www.acme.example'],
    ['number', 'textarea', '12.50', '12.5'],
    ['text', 'currency', '1.0E3', '1000'],
    ['currency', 'string', '12.50', { amount: '12.5', currency: null }],
  ] as const)('a %s attribute reads the %s cell %s as %s', (attributeType, salesforceType, cell, value) => {
    expect(pull(attribute('a', attributeType), salesforceField('A', 'A', salesforceType), cell).values).toEqual({ a: value })
  })

  it.each([
    ['email', 'string', 'not an email', 'not_coercible'],
    ['url', 'string', 'see below', 'not_coercible'],
    ['number', 'string', '1,000', 'not_coercible'],
    ['boolean', 'string', 'yes', 'not_coercible'],
    ['date', 'string', '31.03.2026', 'not_coercible'],
    ['datetime', 'string', '2026-03-31T10:00:00', 'not_coercible'],
  ] as const)('a %s attribute leaves the %s cell %s out', (attributeType, salesforceType, cell, reason) => {
    expect(pull(attribute('a', attributeType), salesforceField('A', 'A', salesforceType), cell)).toMatchObject({
      values: {},
      skips: [{ attribute: 'a', reason, dropped: cell }],
    })
  })

  it('never cuts text or digits to what the attribute holds', () => {
    const text = pull(attribute('a', 'text', { maxLength: 5 }), salesforceField('A', 'A', 'string'), 'sixsix')
    expect(text.skips).toMatchObject([
      { reason: 'too_long', dropped: 'sixsix', sentence: expect.stringContaining('5 characters') },
    ])
    const limits = { precision: 5, scale: 2 }
    expect(pull(attribute('a', 'number', limits), salesforceField('A', 'A', 'double'), '999.99').values).toEqual({ a: '999.99' })
    for (const cell of ['1000', '0.123']) {
      expect(pull(attribute('a', 'number', limits), salesforceField('A', 'A', 'double'), cell).skips).toMatchObject([
        { reason: 'out_of_range', dropped: cell },
      ])
    }
  })
})

describe('limits of digits', () => {
  const limited = (limits: Partial<Attribute>, cell: string) =>
    pull(attribute('a', 'number', limits), salesforceField('A', 'A', 'double'), cell)

  it('count all digits where only the precision is known', () => {
    expect(limited({ precision: 5 }, '123.45').values).toEqual({ a: '123.45' })
    expect(limited({ precision: 5 }, '123.456').skips).toMatchObject([
      { reason: 'out_of_range', sentence: expect.stringContaining('5 digits in all') },
    ])
  })

  it('take numbers below one where there are as many decimals as digits, or more', () => {
    expect(limited({ precision: 2, scale: 2 }, '0.25').values).toEqual({ a: '0.25' })
    expect(limited({ precision: 2, scale: 4 }, '0').values).toEqual({ a: '0' })
    expect(limited({ precision: 2, scale: 4 }, '1').skips).toMatchObject([
      { reason: 'out_of_range', sentence: expect.stringContaining('no digits') },
    ])
  })
})

describe('currencies', () => {
  const fields = [salesforceField('Amount', 'Amount', 'currency'), salesforceField('CurrencyIsoCode', 'Currency', 'picklist')]
  const plan = (fixed?: string) =>
    compilePullPlan(
      planInput([attribute('amount', 'currency', fixed ? { currency: fixed } : {})], fields, [fieldPair('amount', 'Amount')]),
    )

  it('carry the code of the record', () => {
    expect(plan().columns).toEqual(['CurrencyIsoCode', 'Amount'])
    expect(plan().convert(['EUR', '12.50']).values).toEqual({ amount: { amount: '12.5', currency: 'EUR' } })
  })

  it('are skipped where the attribute has another fixed currency', () => {
    expect(plan('USD').convert(['USD', '1']).values).toEqual({ amount: { amount: '1', currency: 'USD' } })
    expect(plan('USD').convert(['EUR', '1']).skips).toMatchObject([
      { reason: 'currency_mismatch', dropped: { amount: '1', currency: 'EUR' } },
    ])
  })

  it('have no code in an org with one currency, but for that of the attribute', () => {
    const [field] = fields
    if (!field) throw new Error('The field is missing.')
    expect(pull(attribute('a', 'currency'), field, '1').values).toEqual({ a: { amount: '1', currency: null } })
    expect(pull(attribute('a', 'currency', { currency: 'USD' }), field, '1').values).toEqual({
      a: { amount: '1', currency: 'USD' },
    })
  })
})

describe('options', () => {
  it('follow the option map first, then the exact value, then the label', () => {
    expect(pull(select, rating, 'H', [{ option: 'cold', value: 'H' }]).values).toEqual({ rating: 'cold' })
    expect(pull(select, rating, 'hot').values).toEqual({ rating: 'hot' })
    expect(pull(select, rating, 'HOT').values).toEqual({ rating: 'hot' })
  })

  it('are skipped where two options share the label, or none has it', () => {
    for (const cell of ['Cold', 'Lukewarm']) {
      expect(pull(select, rating, cell).skips).toMatchObject([{ reason: 'option_mismatch', dropped: cell }])
    }
  })

  it('match by the label of the picklist value too', () => {
    const labelled = { ...rating, picklistValues: [{ value: 'api_1', label: 'Hot', active: false, defaultValue: false }] }
    expect(pull(select, labelled, 'api_1').values).toEqual({ rating: 'hot' })
  })

  it('are skipped where the name of a value and its label lead to two options', () => {
    const renamed = { ...rating, picklistValues: [{ value: 'Hot', label: 'Lukewarm', active: true, defaultValue: false }] }
    const options = [
      { id: 'o1', label: 'Hot' },
      { id: 'o2', label: 'Lukewarm' },
    ]
    expect(pull({ ...select, options }, renamed, 'Hot').skips).toMatchObject([
      { reason: 'option_mismatch', sentence: expect.stringContaining('several') },
    ])
  })

  it('keep a semicolon in a value of a picklist that holds one value only', () => {
    const many = {
      ...select,
      type: 'multi_select' as const,
      options: [{ id: 'both', label: 'Hot;Cold' }, ...(select.options ?? [])],
    }
    const field = { ...rating, picklistValues: picklist('Hot;Cold', 'Hot') }
    expect(pull(many, field, 'Hot;Cold').values).toEqual({ rating: ['both'] })
  })

  it('are skipped where the map names two options for one value', () => {
    const twice = [
      { option: 'hot', value: 'H' },
      { option: 'cold', value: 'H' },
    ]
    expect(pull(select, rating, 'H', twice).skips).toMatchObject([
      { reason: 'option_mismatch', sentence: expect.stringContaining('several') },
    ])
  })

  it('of a multi-select come whole or not at all, and the bad one is named', () => {
    const many = { ...select, type: 'multi_select' as const }
    const field = { ...rating, type: 'multipicklist' as const }
    expect(pull(many, field, 'Hot;hot').values).toEqual({ rating: ['hot'] })
    expect(pull(many, field, 'Hot;Lukewarm').skips).toMatchObject([
      { reason: 'option_mismatch', sentence: expect.stringContaining('"Lukewarm"'), dropped: 'Hot;Lukewarm' },
    ])
    expect(pull(select, field, 'Hot;H').skips).toMatchObject([{ reason: 'not_coercible' }])
  })
})

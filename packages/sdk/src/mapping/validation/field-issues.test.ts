import { describe, expect, it } from 'vitest'
import { codes, describeIn, fieldIn, issuesAfter, onlyPair } from '../../../test/workspace.ts'
import { addressFields, lookup, picklist, salesforceField } from '../../testing/index.ts'

describe('a field pair', () => {
  it('whose field is gone stops in its direction, with the likely successor as a mend', () => {
    const issues = onlyPair(salesforceField('Sub_Industry__c', 'Sub-industry', 'string'), 'description', {
      field: 'SubIndustry__c',
      id: 'p',
    })
    expect(codes(issues)).toEqual(['field_missing'])
    expect(issues).toMatchObject([
      {
        severity: 'field',
        stops: 'bidirectional',
        pairId: 'p',
        fixes: [{ kind: 'choose_field', field: 'Sub_Industry__c' }, { kind: 'remove_pair' }],
      },
    ])
  })

  it('whose attribute is gone stops in its direction', () => {
    const issues = onlyPair(salesforceField('Site', 'Site', 'string'), 'tier', { direction: 'pull' })
    expect(codes(issues)).toEqual(['attribute_missing'])
    expect(issues).toMatchObject([{ stops: 'pull' }])
  })

  it('of types that do not fit is an error in the closed direction alone', () => {
    const both = onlyPair(salesforceField('Date__c', 'Date', 'date'), 'employees')
    expect(codes(both)).toEqual(['type_incompatible'])
    expect(both).toMatchObject([
      { stops: 'bidirectional', fixes: [{ kind: 'choose_field', field: 'NumberOfEmployees' }, { kind: 'remove_pair' }] },
    ])

    const oneWay = onlyPair(salesforceField('Mail__c', 'Mail', 'email', { length: 80 }), 'employees')
    expect(oneWay).toMatchObject([{ code: 'type_incompatible', stops: 'bidirectional' }])

    const pushOnly = onlyPair(salesforceField('Checkbox__c', 'Checkbox', 'boolean'), 'description')
    expect(pushOnly).toMatchObject([
      {
        code: 'type_incompatible',
        stops: 'push',
        fixes: [
          { kind: 'set_direction', direction: 'pull' },
          { kind: 'choose_field', field: 'Description' },
        ],
      },
    ])
  })

  it('of a relation has to point at the same object', () => {
    const issues = onlyPair(lookup('Partner__c', 'Partner', 'Contact'), 'parent')
    expect(issues).toMatchObject([{ code: 'type_incompatible', sentence: expect.stringContaining('Contact') }])
    expect(onlyPair(lookup('Partner__c', 'Partner', 'Account'), 'parent')).toEqual([])
  })

  it('of a user has to point at users alone', () => {
    const field = lookup('Owner__c', 'Owner', 'User', { referenceTo: ['Group', 'User'] })
    expect(onlyPair(field, 'owner')).toMatchObject([{ code: 'type_incompatible', sentence: expect.stringContaining('Group') }])
  })

  it('that pushes into a formula is an error on push alone, and the mend is Pull', () => {
    const formula = salesforceField('Score__c', 'Score', 'double', { calculated: true, createable: false, updateable: false })
    const issues = onlyPair(formula, 'employees')
    expect(codes(issues)).toEqual(['field_read_only'])
    expect(issues).toMatchObject([{ severity: 'field', stops: 'push', fixes: [{ kind: 'set_direction', direction: 'pull' }] }])
    expect(onlyPair(formula, 'employees', { direction: 'pull' })).toEqual([])
  })

  it('that pulls into a read-only attribute is an error on pull alone', () => {
    const issues = issuesAfter((_, sides) => {
      const website = sides.Account.recordType?.attributes.find(({ name }) => name === 'website')
      if (website) website.readOnly = true
    })
    expect(codes(issues)).toEqual(['attribute_read_only'])
    expect(issues).toMatchObject([{ stops: 'pull', fixes: [{ kind: 'set_direction', direction: 'push' }] }])
  })

  it('that loses something is a warning with what it loses', () => {
    const richText = salesforceField('Notes__c', 'Notes', 'textarea', { htmlFormatted: true, length: 32_000 })
    const issues = onlyPair(richText, 'description')
    expect(codes(issues)).toEqual(['lossy_conversion', 'lossy_conversion'])
    expect(issues[0]).toMatchObject({ severity: 'warning', stops: null, sentence: expect.stringContaining('HTML') })
  })

  it('of options warns of those without a counterpart, each way', () => {
    const field = salesforceField('Tier__c', 'Tier', 'picklist', { picklistValues: picklist('Banking', 'Gold') })
    const issues = onlyPair(field, 'industry')
    expect(codes(issues)).toEqual(['option_unmapped', 'option_unmapped'])
    expect(issues[0]?.sentence).toContain('"Gold"')
    expect(issues[1]?.sentence).toContain('31 options')
  })

  it('is told to be limited where its object flows only one way', () => {
    const narrowed = onlyPair(salesforceField('Site', 'Site', 'string'), 'name', {}, { direction: 'pull' })
    expect(codes(narrowed)).toEqual(['direction_narrowed_by_object'])
    const nothing = onlyPair(salesforceField('Site', 'Site', 'string'), 'name', { direction: 'push' }, { direction: 'pull' })
    expect(nothing).toMatchObject([{ code: 'direction_narrowed_by_object', sentence: expect.stringContaining('Nothing flows') }])
  })
})

describe('a pair that its object narrows', () => {
  const site = salesforceField('Site', 'Site', 'string', { length: 80 })

  it('can be set to what is in force, or the object widened', () => {
    expect(onlyPair(site, 'name', {}, { direction: 'pull' })[0]?.fixes).toEqual([
      { kind: 'set_direction', label: 'Change to Pull', pairId: 'name-Site', direction: 'pull' },
      { kind: 'set_object_direction', label: 'Let Accounts flow both ways', direction: 'bidirectional' },
    ])
  })

  it('is not widened where that would bring an error about', () => {
    const formula = salesforceField('Score__c', 'Score', 'string', { calculated: true, createable: false, updateable: false })
    expect(onlyPair(formula, 'name', {}, { direction: 'pull' })[0]?.fixes).toMatchObject([{ kind: 'set_direction' }])
  })
})

it('a renamed attribute is found by its name', () => {
  const issues = issuesAfter((_, sides) => {
    const website = sides.Account.recordType?.attributes.find(({ name }) => name === 'website')
    if (website) website.name = 'web_site'
  })
  expect(issues).toMatchObject([
    { code: 'attribute_missing', fixes: [{ kind: 'choose_attribute', attribute: 'web_site' }, { kind: 'remove_pair' }] },
  ])
})

describe('addresses', () => {
  it('whose parts are hidden are warned about', () => {
    const issues = issuesAfter((_, sides) => {
      const account = describeIn(sides, 'Account')
      account.fields = account.fields.filter(({ name }) => name !== 'BillingState')
      fieldIn(sides, 'Account', 'BillingCity').updateable = false
      fieldIn(sides, 'Account', 'BillingCity').createable = false
    })
    expect(issues).toMatchObject([
      { code: 'lossy_conversion', sentence: expect.stringContaining('state') },
      { code: 'lossy_conversion', sentence: expect.stringContaining('city') },
    ])
  })

  it('without any visible part are missing', () => {
    const issues = issuesAfter((_, sides) => {
      const account = describeIn(sides, 'Account')
      account.fields = account.fields.filter(({ compoundFieldName }) => compoundFieldName !== 'BillingAddress')
    })
    expect(codes(issues)).toContain('field_missing')
  })
})

it('offers at most two mends for an issue', () => {
  const issues = onlyPair(addressFields('Other', 'Other')[0] ?? salesforceField('X', 'X', 'string'), 'industry')
  for (const { fixes } of issues) expect(fixes.length).toBeLessThanOrEqual(2)
})

import { describe, expect, it } from 'vitest'
import { codes, describeIn, fieldIn, issuesAfter } from '../../../test/workspace.ts'
import { salesforceField } from '../../testing/index.ts'

describe('required fields', () => {
  it('without a pair that pushes are a warning with a mend', () => {
    const issues = issuesAfter((mapping) => {
      mapping.pairs[2].fields = mapping.pairs[2].fields.filter(({ field }) => field !== 'CloseDate')
    })
    expect(codes(issues)).toEqual(['required_field_unmapped'])
    expect(issues).toMatchObject([
      { severity: 'warning', field: 'CloseDate', fixes: [{ kind: 'map_field', field: 'CloseDate' }] },
    ])
  })

  it('are missed too where their pair only pulls or has an error', () => {
    const issues = issuesAfter((mapping, sides) => {
      for (const pair of mapping.pairs[1].fields) if (pair.field === 'LastName') pair.direction = 'pull'
      fieldIn(sides, 'Account', 'Name').type = 'reference'
    })
    expect(issues.filter(({ code }) => code === 'required_field_unmapped')).toMatchObject([
      { field: 'Name' },
      { field: 'LastName' },
    ])
  })

  it('that a pair only pulls are mended by turning it', () => {
    const issues = issuesAfter((mapping) => {
      for (const pair of mapping.pairs[1].fields) if (pair.field === 'LastName') pair.direction = 'pull'
    })
    expect(issues.map(({ fixes }) => fixes)).toMatchObject([
      [{ kind: 'set_direction', pairId: 'last_name', direction: 'bidirectional' }],
    ])
  })

  it('without a likely attribute wait for a person to choose one', () => {
    const issues = issuesAfter((_, sides) => {
      describeIn(sides, 'Account').fields.push(salesforceField('Zone__c', 'Zone', 'string', { nillable: false, length: 20 }))
    })
    expect(issues).toMatchObject([{ field: 'Zone__c', fixes: [{ kind: 'map_field', field: 'Zone__c', attribute: null }] }])
  })

  it('are covered by the address that they are a part of', () => {
    const issues = issuesAfter((_, sides) => Object.assign(fieldIn(sides, 'Account', 'BillingCountry'), { nillable: false }))
    expect(codes(issues)).not.toContain('required_field_unmapped')
  })

  it('are no matter on a pull-only pair', () => {
    const issues = issuesAfter((mapping) => Object.assign(mapping.pairs[2], { direction: 'pull', fields: [] }))
    expect(issues).toEqual([])
  })

  it('include the name of an account where person accounts made it optional', () => {
    const issues = issuesAfter((mapping, sides) => {
      fieldIn(sides, 'Account', 'Name').nillable = true
      mapping.pairs[0].fields = []
    })
    expect(issues).toMatchObject([{ code: 'required_field_unmapped', field: 'Name' }])
  })

  it('do not include booleans and what Salesforce fills in', () => {
    const issues = issuesAfter((_, sides) => {
      describeIn(sides, 'Account').fields.push(
        salesforceField('Flag__c', 'Flag', 'boolean', { nillable: false }),
        salesforceField('Filled__c', 'Filled', 'string', { nillable: false, defaultedOnCreate: true }),
      )
    })
    expect(issues).toEqual([])
  })
})

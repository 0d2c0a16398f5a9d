import { describe, expect, it } from 'vitest'
import { fieldPair } from '../../../test/one-pair.ts'
import { codes, describeIn, fieldIn, issuesAfter, type Sides, workspace } from '../../../test/workspace.ts'
import { salesforceField } from '../../testing/index.ts'
import { blockingIssues } from './issues-of.ts'
import { validateMapping } from './validate-mapping.ts'

describe('Pryzm_ID__c', () => {
  it.each([
    ['pryzm_id_wrong_type', { type: 'textarea' }],
    ['pryzm_id_wrong_type', { autoNumber: true }],
    ['pryzm_id_wrong_type', { calculated: true }],
    ['pryzm_id_too_short', { length: 35 }],
    ['pryzm_id_not_external_id', { externalId: false }],
    ['pryzm_id_not_unique', { unique: false }],
    ['pryzm_id_not_accessible', { updateable: false }],
  ] as const)('is %s for %j, which blocks the object', (code, flaw) => {
    const issues = issuesAfter((_, sides) => Object.assign(fieldIn(sides, 'Contact', 'Pryzm_ID__c'), flaw))
    expect(codes(issues)).toEqual([code])
    expect(issues).toMatchObject([{ severity: 'blocking', object: 'Contact', pairId: null, stops: 'bidirectional' }])
    expect(blockingIssues(issues, 'Contact')).toHaveLength(1)
    expect(blockingIssues(issues, 'Account')).toEqual([])
  })

  it('tells every flaw at once', () => {
    const flaws = { length: 10, externalId: false, unique: false }
    const issues = issuesAfter((_, sides) => Object.assign(fieldIn(sides, 'Account', 'Pryzm_ID__c'), flaws))
    expect(codes(issues)).toEqual(['pryzm_id_too_short', 'pryzm_id_not_external_id', 'pryzm_id_not_unique'])
  })

  it('names a field that looks like it when it is missing', () => {
    const issues = issuesAfter((_, sides) => {
      fieldIn(sides, 'Account', 'Pryzm_ID__c').name = 'acme__Pryzm_ID__c'
    })
    expect(codes(issues)).toEqual(['pryzm_id_missing'])
    expect(issues[0]?.sentence).toContain('acme__Pryzm_ID__c')
  })

  it('that can be read but not edited is a warning on a pull-only pair', () => {
    const issues = issuesAfter((mapping, sides) => {
      mapping.pairs[0].direction = 'pull'
      fieldIn(sides, 'Account', 'Pryzm_ID__c').createable = false
    }).filter(({ pairId }) => pairId === null)
    expect(issues).toMatchObject([{ code: 'pryzm_id_not_accessible', severity: 'warning', stops: null }])
  })
})

describe('access to an object', () => {
  it('blocks where the object cannot be read', () => {
    const issues = issuesAfter((_, sides) => {
      sides.Contact.describe = null
    })
    expect(codes(issues)).toEqual(['object_not_accessible'])
    expect(issues).toMatchObject([{ severity: 'blocking' }])
  })

  it('warns where it cannot be created, and blocks a push where it cannot be edited', () => {
    const issues = issuesAfter((_, sides) =>
      Object.assign(describeIn(sides, 'Account'), { createable: false, updateable: false }),
    )
    expect(codes(issues)).toEqual(['object_not_creatable', 'object_not_editable'])
    expect(issues.map(({ severity }) => severity)).toEqual(['warning', 'blocking'])
  })

  it('offers to pull alone where nothing can be written, unless that would clash', () => {
    const locked = { createable: false, updateable: false }
    const issues = issuesAfter((_, sides) => Object.assign(describeIn(sides, 'Account'), locked))
    const onlyPull = { kind: 'set_object_direction', label: 'Only pull Accounts', direction: 'pull' }
    expect(issues.map(({ fixes }) => fixes)).toEqual([[onlyPull], [onlyPull]])

    const clashing = issuesAfter((mapping, sides) => {
      Object.assign(describeIn(sides, 'Account'), locked)
      mapping.pairs[0].direction = 'push'
      mapping.pairs[0].fields = [fieldPair('name', 'Name'), fieldPair('name', 'Site')]
    }).filter(({ pairId, code }) => pairId === null && code.startsWith('object_'))
    expect(clashing.map(({ fixes }) => fixes)).toEqual([[], []])
  })

  it('only warns of both on a pull-only pair', () => {
    const issues = issuesAfter((mapping, sides) => {
      mapping.pairs[0].direction = 'pull'
      Object.assign(describeIn(sides, 'Account'), { createable: false, updateable: false })
    }).filter(({ pairId }) => pairId === null)
    expect(issues.map(({ severity }) => severity)).toEqual(['warning', 'warning'])
  })

  it('is not judged while Salesforce was not asked', () => {
    const { mapping, sides } = workspace()
    const unasked = Object.fromEntries(Object.entries(sides).map(([object, { recordType }]) => [object, { recordType }])) as Sides
    expect(validateMapping(mapping, unasked)).toEqual([])
  })
})

describe('the pipeline', () => {
  it('has to be chosen', () => {
    const issues = issuesAfter((mapping, sides) => {
      mapping.pairs[2].pipelineId = null
      sides.Opportunity.recordType = null
    })
    expect(codes(issues)).toEqual(['pipeline_not_selected'])
  })

  it('has to exist', () => {
    const issues = issuesAfter((_, sides) => {
      sides.Opportunity.recordType = null
    })
    expect(codes(issues)).toEqual(['pipeline_missing'])
  })

  it('does not matter while Opportunities are off', () => {
    const issues = issuesAfter((mapping) => {
      Object.assign(mapping.pairs[2], { enabled: false, pipelineId: null })
    })
    expect(issues).toEqual([])
  })
})

it('warns gently of a very large mapping', () => {
  const issues = issuesAfter((mapping, sides) => {
    for (let number = 0; number < 60; number += 1) {
      describeIn(sides, 'Account').fields.push(salesforceField(`F${number}__c`, `F${number}`, 'string', { length: 255 }))
      sides.Account.recordType?.attributes.push({
        name: `f${number}`,
        label: `F${number}`,
        type: 'text',
        required: false,
        unique: false,
        readOnly: false,
      })
      mapping.pairs[0].fields.push(fieldPair(`f${number}`, `F${number}__c`))
    }
  })
  expect(codes(issues)).toEqual(['many_fields'])
})

import { describe, expect, it } from 'vitest'
import { fieldPair } from '../../../test/one-pair.ts'
import { codes, describeIn, issuesAfter } from '../../../test/workspace.ts'
import type { FieldPair } from '../../contract/mapping.ts'
import { salesforceField } from '../../testing/index.ts'

describe('two pairs for one target', () => {
  const first = salesforceField('A__c', 'A', 'string', { length: 255 })
  const second = salesforceField('B__c', 'B', 'string', { length: 255 })
  const withPairs = (...pairs: FieldPair[]) =>
    issuesAfter((mapping, sides) => {
      mapping.pairs[0].fields = pairs
      describeIn(sides, 'Account').fields.push(first, second)
    }).filter(({ severity }) => severity === 'field')

  it('stop each other on pull into one attribute', () => {
    const issues = withPairs(fieldPair('name', 'A__c', { direction: 'pull' }), fieldPair('name', 'B__c', { direction: 'pull' }))
    expect(codes(issues)).toEqual(['attribute_mapped_twice', 'attribute_mapped_twice'])
    expect(issues).toMatchObject([{ stops: 'pull' }, { stops: 'pull' }])
  })

  it('stop each other on push into one field', () => {
    const issues = withPairs(
      fieldPair('name', 'A__c', { direction: 'push' }),
      fieldPair('description', 'A__c', { direction: 'push' }),
    )
    expect(codes(issues)).toEqual(['field_mapped_twice', 'field_mapped_twice'])
    expect(issues).toMatchObject([{ stops: 'push' }, { stops: 'push' }])
  })

  it('are named to each other, with the ways out', () => {
    const [byFirst, bySecond] = withPairs(fieldPair('name', 'A__c', { direction: 'pull' }), fieldPair('name', 'B__c'))
    expect(byFirst?.sentence).toContain('Name is filled from B too')
    expect(bySecond?.sentence).toContain('Name is filled from A too')
    expect(byFirst?.fixes).toMatchObject([{ kind: 'set_direction', direction: 'push' }, { kind: 'remove_pair' }])
    expect(bySecond?.fixes).toMatchObject([{ kind: 'set_direction', direction: 'push' }, { kind: 'remove_pair' }])
  })

  it('are not turned where that would make others clash', () => {
    const issues = withPairs(
      fieldPair('name', 'A__c', { direction: 'pull' }),
      fieldPair('name', 'B__c', { direction: 'pull' }),
      fieldPair('description', 'A__c', { direction: 'push' }),
    )
    expect(issues[0]?.fixes).toMatchObject([{ kind: 'remove_pair' }])
  })

  it('do not count one whose types do not let it travel that way', () => {
    const issues = withPairs(
      fieldPair('name', 'A__c', { direction: 'push' }),
      fieldPair('address', 'A__c', { direction: 'push' }),
    )
    expect(codes(issues)).toEqual(['type_incompatible'])
  })

  it('live together where only one of them flows that way', () => {
    expect(withPairs(fieldPair('name', 'A__c', { direction: 'pull' }), fieldPair('name', 'B__c', { direction: 'push' }))).toEqual(
      [],
    )
    expect(
      withPairs(fieldPair('name', 'A__c', { direction: 'pull' }), fieldPair('description', 'A__c', { direction: 'push' })),
    ).toEqual([])
  })

  it('count an address and its components as one target, but not two components', () => {
    const city = fieldPair('name', 'BillingCity', { direction: 'push' })
    expect(codes(withPairs(fieldPair('address', 'BillingAddress'), city))).toEqual(['field_mapped_twice', 'field_mapped_twice'])
    expect(withPairs(city, fieldPair('description', 'BillingStreet', { direction: 'push' }))).toEqual([])
  })

  it('do not count a pair that may not push anyway', () => {
    const issues = issuesAfter((mapping) => {
      mapping.pairs[1].fields.push(fieldPair('job_title', 'Name', { direction: 'push' }))
    })
    expect(codes(issues)).toEqual(['field_read_only'])
  })
})

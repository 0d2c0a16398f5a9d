import { describe, expect, it } from 'vitest'
import { attribute } from '../../test/one-pair.ts'
import { picklist, salesforceField } from '../testing/describes/index.ts'
import { suggestOptions } from './suggest-options.ts'

const industry = attribute('industry', 'select', {
  options: [
    { id: 'food_beverage', label: 'Food & Beverage' },
    { id: 'it', label: 'IT' },
    { id: 'twin_1', label: 'Twin' },
    { id: 'twin_2', label: 'twin' },
  ],
})

function suggest(...values: string[]) {
  return suggestOptions(industry, salesforceField('Industry', 'Industry', 'picklist', { picklistValues: picklist(...values) }))
}

describe('option suggestions', () => {
  it('look past case, spaces, punctuation and ampersands', () => {
    expect(suggest('Food and beverage', 'I.T.')).toEqual([
      { option: 'food_beverage', value: 'Food and beverage', direction: 'bidirectional' },
      { option: 'it', value: 'I.T.', direction: 'bidirectional' },
    ])
  })

  it('leave out what is ambiguous or unknown', () => {
    expect(suggest('Twin', 'Mining')).toEqual([])
  })

  it('let further values of one option only be read, so that a push has one choice', () => {
    expect(suggest('IT', 'I-T')).toMatchObject([{ direction: 'bidirectional' }, { value: 'I-T', direction: 'pull' }])
  })

  it('let an inactive value of a restricted picklist only be read', () => {
    const picklistValues = [
      { value: 'IT', label: 'IT', active: false, defaultValue: false },
      { value: 'I.T.', label: 'I.T.', active: true, defaultValue: false },
    ]
    const field = salesforceField('Industry', 'Industry', 'picklist', { restrictedPicklist: true, picklistValues })
    expect(suggestOptions(industry, field)).toMatchObject([
      { value: 'IT', direction: 'pull' },
      { value: 'I.T.', direction: 'bidirectional' },
    ])
  })

  it('are only made between options and picklists', () => {
    expect(
      suggestOptions(attribute('a', 'text'), salesforceField('A', 'A', 'picklist', { picklistValues: picklist('IT') })),
    ).toEqual([])
    expect(suggestOptions(industry, salesforceField('A', 'A', 'string'))).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { anySides, cells } from '../../../test/any-case.ts'
import { attribute } from '../../../test/one-pair.ts'
import { law } from '../../../test/property-runs.ts'
import { picklist, salesforceField } from '../../testing/describes/index.ts'
import { suggestOptionPairs, suggestOptions } from './suggest-options.ts'

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

/** `Won = Closed Won (likely)` for each suggestion between labels and values. */
function like(labels: string[], values: string[]): string[] {
  const source = attribute('a', 'select', { options: labels.map((label, at) => ({ id: `option_${at}`, label })) })
  const pairs = suggestOptionPairs(source, salesforceField('A', 'A', 'picklist', { picklistValues: picklist(...values) }))
  return pairs.map(({ option, value, likeness }) => `${labels[Number(option.slice(7))]} = ${value} (${likeness})`)
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

  it.each([
    ['Cold Call', 'Cold-calling'],
    ['Won', 'Closed Won'],
    ['Closed Lost', 'Lost'],
    ['Customers', 'Customer'],
    ['Direct customer', 'Customer - Direct'],
    ['Technology', 'Tech'],
    ['Telecommunications', 'Telecom'],
    ['Information Technology', 'IT'],
    ['R&D', 'Research & Development'],
    ['Not For Profit', 'Nonprofit'],
    ['Utilities', 'Utility'],
    ['BestCase', 'Best Cases'],
    ['Closed - Converted', 'Converted'],
  ])('see that %s is likely %s', (label, value) => {
    expect(like([label], [value])).toEqual([`${label} = ${value} (likely)`])
    expect(like([value], [label])).toEqual([`${value} = ${label} (likely)`])
  })

  it.each([
    ['Closed Won', 'Closed Lost'],
    ['Won', 'Lost'],
    ['Closed', 'Closed Won'],
    ['Qualified', 'Unqualified'],
    ['Qualified', 'Not qualified'],
    ['Closed - Converted', 'Closed - Not Converted'],
    ['Active', 'Inactive'],
    ['Inbound', 'Outbound'],
    ['Existing Customer - Upgrade', 'Existing Customer - Downgrade'],
    ['Business to Consumer', 'Consumer to Business'],
    ['Custom', 'Customer'],
    ['Closing', 'Closed'],
    ['1-10', '110'],
    ['< 100', '> 100'],
    ['C', 'C++'],
    ['A', 'A+'],
    ['-5', '5'],
    ['+', '-'],
    ['Tier 1', 'Tiers 2'],
    ['IT', 'IS'],
    ['Information Technology', 'Investment Trust'],
    ['Yes', 'No'],
  ])('never take %s for %s', (label, value) => {
    expect(like([label], [value])).toEqual([])
    expect(like([value], [label])).toEqual([])
  })

  it('leave out what is equally like two options', () => {
    expect(like(['Information Technology', 'Investment Trust'], ['IT'])).toEqual([])
    expect(like(['Customers Direct', 'Direct Customers'], ['Customer Direct'])).toEqual([])
  })

  it('only read values that are equally like one option, and write none of them', () => {
    expect(suggest('Food and Beverages', 'Foods & Beverage')).toEqual([
      { option: 'food_beverage', value: 'Food and Beverages', direction: 'pull' },
      { option: 'food_beverage', value: 'Foods & Beverage', direction: 'pull' },
    ])
  })

  it('write the value whose name is the same rather than a likely or an inactive one', () => {
    expect(suggest('Beverages & Food', 'Food and Beverage')).toMatchObject([
      { direction: 'pull' },
      { direction: 'bidirectional' },
    ])
    const picklistValues = [{ value: 'IT', label: 'IT', active: false, defaultValue: false }, ...picklist('I.T.')]
    expect(suggestOptions(industry, salesforceField('Industry', 'Industry', 'picklist', { picklistValues }))).toMatchObject([
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

const optionCells = cells({ pull: ['exact'], push: ['exact'] }).filter(({ salesforceType }) =>
  ['picklist', 'multipicklist'].includes(salesforceType),
)

law(
  'a suggested option map reads each value once and writes each option once',
  anySides(optionCells),
  ({ attribute: source, fields: [field] }) => {
    if (!field) throw new Error('A case has a field.')
    const pairs = suggestOptions(source, field)
    const written = pairs.filter(({ direction }) => direction === 'bidirectional')
    expect(new Set(pairs.map(({ value }) => value)).size).toBe(pairs.length)
    expect(new Set(written.map(({ option }) => option)).size).toBe(written.length)
    for (const { value } of written) {
      expect(field.picklistValues.find((one) => one.value === value)).toMatchObject(
        field.restrictedPicklist ? { active: true } : { value },
      )
    }
  },
)

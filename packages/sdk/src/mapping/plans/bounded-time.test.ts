import { describe, expect, it } from 'vitest'
import { cells, pullPlanOf, pushPlanOf, type TypePair } from '../../../test/any-case.ts'
import { attribute, pushContext } from '../../../test/one-pair.ts'
import { addressFields, picklist, salesforceField } from '../../testing/describes/index.ts'
import type { AttributeValue } from '../../contract/shared.ts'
import { canonicalValue } from '../values/same-value.ts'

const open = ['exact', 'lossy'] as const
const small = 10_000
const times = 16

/** Texts that have made careless patterns and loops slow, of about `size` characters. */
const giants: Readonly<Record<string, (size: number) => string>> = {
  digits: (size) => '9'.repeat(size),
  zeros: (size) => `0.${'0'.repeat(size)}1`,
  exponent: (size) => `1E${'9'.repeat(size)}`,
  options: (size) => 'Hot;'.repeat(size / 4),
  semicolons: (size) => ';'.repeat(size),
  addresses: (size) => 'a@'.repeat(size / 2),
  dots: (size) => `http://${'a.'.repeat(size / 2)}`,
  colons: (size) => `2026-03-31T${'10:'.repeat(size / 3)}`,
  dashes: (size) => '-'.repeat(size),
  spaces: (size) => ' '.repeat(size),
  spacesInside: (size) => `a${' '.repeat(size)}b`,
  returns: (size) => `a${'\r'.repeat(size)}b`,
}

const labels = ['Hot', 'Cold']

function sidesOf({ salesforceType, attributeType }: TypePair) {
  const sketch = {
    length: 255,
    precision: 18,
    scale: 2,
    picklistValues: picklist(...labels),
    referenceTo: [attributeType === 'user' ? 'User' : 'Account'],
    relationshipName: 'Value__r',
  }
  const fields =
    salesforceType === 'address'
      ? addressFields('Billing', 'Billing').toReversed()
      : [salesforceField('Value__c', 'Value', salesforceType, sketch)]
  const options = labels.map((label) => ({ id: label, label }))
  return {
    attribute: attribute('value', attributeType, { maxLength: 1_000, options, relatedRecordType: 'organization' }),
    fields,
  }
}

/** A giant in the shape of an attribute. */
function valueOf({ attributeType }: TypePair, text: string): AttributeValue {
  if (attributeType === 'multi_select') return text.split(';')
  if (attributeType === 'currency') return { amount: text, currency: text }
  if (attributeType === 'address') return { street: text, city: text, state: text, postalCode: text, country: text }
  return text
}

/** Processor time of the quickest of three runs, in milliseconds: other processes do not count. */
function processorTime(run: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  })
  return Math.min(...times)
}

/** Work that grows with the square of its input would take 256 times as long for 16 times as much; 64 times is for noise. */
function expectToGrowWithItsInput(workOn: (size: number) => () => unknown): void {
  const short = processorTime(workOn(small))
  const long = processorTime(workOn(small * times))
  expect(long).toBeLessThan(Math.max(short, 2) * times * 4)
}

describe.each(Object.entries(giants))('giant %s', (_, giant) => {
  const pulls = cells({ pull: open }).map((pair) => pullPlanOf(sidesOf(pair)))
  const pushes = cells({ push: open }).map((pair) => ({ pair, plan: pushPlanOf(sidesOf(pair)) }))
  const context = pushContext({ creating: true })

  it('are pulled in time that grows with their length', () => {
    expectToGrowWithItsInput((size) => {
      const text = giant(size)
      return () => pulls.map((plan) => plan.convert(plan.columns.map(() => text)))
    })
  })

  it('are pushed in time that grows with their length', () => {
    expectToGrowWithItsInput((size) => {
      const text = giant(size)
      return () => pushes.map(({ pair, plan }) => plan.convert({ value: valueOf(pair, text) }, context))
    })
  })

  it('are compared in time that grows with their length', () => {
    expectToGrowWithItsInput((size) => {
      const text = giant(size)
      return () => [canonicalValue('text', text), canonicalValue('number', text), canonicalValue('multi_select', text.split(';'))]
    })
  })
})

it('options are matched in time that grows with their number', () => {
  const many = (size: number) => {
    const names = Array.from({ length: size / 10 }, (_, at) => `Value ${at}`)
    const field = salesforceField('Value__c', 'Value', 'multipicklist', { picklistValues: picklist(...names) })
    const options = names.map((label, at) => ({ id: `o${at}`, label }))
    const sides = { attribute: attribute('value', 'multi_select', { options }), fields: [field] }
    return { sides, cell: names.join(';'), value: options.map(({ id }) => id) }
  }
  expectToGrowWithItsInput((size) => {
    const { sides, cell, value } = many(size)
    return () => {
      expect(pullPlanOf(sides).convert([cell]).skips).toEqual([])
      expect(pushPlanOf(sides).convert({ value }, pushContext()).skips).toEqual([])
    }
  })
})

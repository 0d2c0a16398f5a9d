import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attributeOf, fieldsOf, hostileValue } from '../../test/any-value.ts'
import { fieldPair, planInput, pushContext } from '../../test/one-pair.ts'
import type { AttributeValue } from '../contract/shared.ts'
import { attributeTypes, salesforceTypes, skipReasons } from '../contract/vocabulary.ts'
import { compilePullPlan } from './pull-plan.ts'
import { compilePushPlan } from './push-plan.ts'
import { convertibility } from './type-table.ts'

const cellsOf = (way: 'pull' | 'push') =>
  salesforceTypes.flatMap((salesforceType) =>
    attributeTypes
      .filter((attributeType) => convertibility(salesforceType, attributeType, way).level !== 'no')
      .map((attributeType) => ({ salesforceType, attributeType })),
  )

const hostileCell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    '9'.repeat(1_000_000),
    ';'.repeat(20_000),
    'a@'.repeat(50_000),
    `x.${'y'.repeat(500_000)}`,
    '-'.repeat(100_000),
  ),
  fc.constantFrom('__proto__', 'constructor', '2026-02-31', '1E9999', 'TRUE', '\u202e', '\ud800'),
)

const eachReasonIsKnown = (skips: { reason: string; sentence: string }[]) => {
  for (const { reason, sentence } of skips) {
    expect(skipReasons).toContain(reason)
    expect(sentence.length).toBeLessThan(400)
  }
}

describe.each(cellsOf('pull'))('pull of $salesforceType into $attributeType', ({ salesforceType, attributeType }) => {
  const fields = fieldsOf(salesforceType)
  const plan = compilePullPlan(planInput([attributeOf(attributeType)], fields, [fieldPair('value', fields[0]?.name ?? '')]))

  it('turns whatever is in a cell into a value or one skip, soon', () => {
    fc.assert(
      fc.property(hostileCell, (cell) => {
        const start = performance.now()
        const row = plan.convert(plan.columns.map(() => cell))
        expect(performance.now() - start).toBeLessThan(2_000)
        const outcomes = Object.keys(row.values).length + row.relations.length + row.users.length + row.skips.length
        expect(outcomes).toBe(1)
        eachReasonIsKnown(row.skips)
      }),
      { numRuns: 40 },
    )
  })
})

describe.each(cellsOf('push'))('push of $attributeType into $salesforceType', ({ salesforceType, attributeType }) => {
  const fields = fieldsOf(salesforceType)
  const plan = compilePushPlan(planInput([attributeOf(attributeType)], fields, [fieldPair('value', fields[0]?.name ?? '')]))

  it('turns whatever a host hands over into a body or one skip, soon', () => {
    fc.assert(
      fc.property(hostileValue, fc.boolean(), (value, creating) => {
        const start = performance.now()
        const pushed = plan.convert({ value: value as AttributeValue }, pushContext({ creating }))
        expect(performance.now() - start).toBeLessThan(2_000)
        expect(pushed.sent.length + pushed.skips.length).toBeLessThanOrEqual(1)
        eachReasonIsKnown(pushed.skips)
        for (const written of Object.values(pushed.body)) {
          expect(written === null || ['string', 'number', 'boolean'].includes(typeof written)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

import * as fc from 'fast-check'
import { expect } from 'vitest'
import { anyOptionMap, anySides, anySituation, cells, contextOf, pullPlanOf, pushPlanOf } from '../../../test/any-case.ts'
import { hostileCell, hostileValue } from '../../../test/any-value.ts'
import { law } from '../../../test/property-runs.ts'
import type { AttributeValue } from '../../contract/shared.ts'
import { skipReasons } from '../../contract/vocabulary.ts'

const open = ['exact', 'lossy'] as const

function eachReasonIsKnown(skips: { reason: string; sentence: string }[]) {
  for (const { reason, sentence } of skips) {
    expect(skipReasons).toContain(reason)
    expect(sentence).toMatch(/^.{10,400}$/s)
  }
}

const anyPull = anySides(cells({ pull: open })).chain((sides) =>
  fc.record({
    attribute: fc.constant(sides.attribute),
    fields: fc.constant(sides.fields),
    options: anyOptionMap(sides),
    cells: fc.array(hostileCell, { minLength: 1, maxLength: 3 }),
  }),
)

law('a pull makes of whatever is in a cell a value or one skip', anyPull, (pullCase) => {
  const plan = pullPlanOf(pullCase, { options: pullCase.options })
  const row = plan.convert(plan.columns.map((_, at) => pullCase.cells[at % pullCase.cells.length] ?? ''))
  expect(Object.keys(row.values).length + row.relations.length + row.users.length + row.skips.length).toBe(1)
  eachReasonIsKnown(row.skips)
})

const anyPush = anySides(cells({ push: open })).chain((sides) =>
  fc.record({
    attribute: fc.constant(sides.attribute),
    fields: fc.constant(sides.fields),
    options: anyOptionMap(sides),
    defaultOnPush: fc.option(hostileValue),
    value: hostileValue,
    situation: anySituation,
  }),
)

law('a push makes of whatever a host hands over a body or one skip', anyPush, (pushCase) => {
  const { options, value, defaultOnPush, situation } = pushCase
  const plan = pushPlanOf(pushCase, { options, defaultOnPush: defaultOnPush as AttributeValue })
  const { body, sent, skips, notes } = plan.convert({ value: value as AttributeValue }, contextOf(situation))
  expect(sent.length + skips.length).toBeLessThanOrEqual(1)
  expect(notes.length).toBeLessThanOrEqual(sent.length)
  expect(sent.flatMap(({ fields }) => fields)).toEqual(Object.keys(body))
  eachReasonIsKnown(skips)
  for (const written of Object.values(body)) {
    expect(written === null || ['string', 'number', 'boolean'].includes(typeof written)).toBe(true)
  }
})

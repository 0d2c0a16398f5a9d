import * as fc from 'fast-check'
import { expect } from 'vitest'
import { anyOptionMap, anySides, anySituation, cells, contextOf, pullPlanOf, pushPlanOf } from '../../../test/any-case.ts'
import { hostileCell, hostileValue, wellFormedCell, wellFormedValue } from '../../../test/any-value.ts'
import { brokenByBody, brokenByValue } from '../../../test/constraint-check.ts'
import { law } from '../../../test/property-runs.ts'
import type { AttributeValue } from '../../contract/shared.ts'

const open = ['exact', 'lossy'] as const

const anyPull = anySides(cells({ pull: open })).chain((sides) => {
  const [field] = sides.fields
  const cell = field ? fc.oneof({ weight: 3, arbitrary: wellFormedCell(field) }, hostileCell) : hostileCell
  return fc.record({
    attribute: fc.constant(sides.attribute),
    fields: fc.constant(sides.fields),
    options: anyOptionMap(sides),
    blankOnPull: fc.constantFrom('clear', 'keep'),
    cells: fc.array(cell, { minLength: 1, maxLength: 6 }),
  })
})

law('a pulled value satisfies every limit of its attribute', anyPull, (pullCase) => {
  const { attribute, options, blankOnPull, cells: held } = pullCase
  const plan = pullPlanOf(pullCase, { options, blankOnPull })
  const row = plan.convert(plan.columns.map((name, at) => (name === 'CurrencyIsoCode' ? 'EUR' : (held[at % held.length] ?? ''))))
  const value = row.values.value
  if (value === undefined) return
  expect(brokenByValue(attribute, value)).toBeNull()
  if (value === null) expect(blankOnPull).toBe('clear')
})

const anyPush = anySides(cells({ push: open })).chain((sides) =>
  fc.record({
    attribute: fc.constant(sides.attribute),
    fields: fc.constant(sides.fields),
    options: anyOptionMap(sides),
    blankOnPush: fc.constantFrom('clear', 'leave'),
    defaultOnPush: fc.option(wellFormedValue(sides.attribute), { freq: 2 }),
    value: fc.oneof({ weight: 3, arbitrary: wellFormedValue(sides.attribute) }, fc.constant(null), hostileValue),
    situation: anySituation,
  }),
)

law('a pushed body satisfies every limit of its fields', anyPush, (pushCase) => {
  const { fields, options, blankOnPush, defaultOnPush, value, situation } = pushCase
  const plan = pushPlanOf(pushCase, { options, blankOnPush, defaultOnPush })
  const { body } = plan.convert({ value: value as AttributeValue }, contextOf(situation))
  expect(brokenByBody(body, fields, situation.creating)).toBeNull()
  const cleared = Object.values(body).includes(null)
  if (cleared && value === null && defaultOnPush === null)
    expect({ blankOnPush, defaultOnPush, ...situation }).toMatchObject({ blankOnPush: 'clear', synced: true })
})

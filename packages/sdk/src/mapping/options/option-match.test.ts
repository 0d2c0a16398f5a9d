import * as fc from 'fast-check'
import { expect } from 'vitest'
import { anyOptionMap, anySides, cells } from '../../../test/any-case.ts'
import { law } from '../../../test/property-runs.ts'
import type { OptionPair } from '../../contract/mapping.ts'
import type { Attribute, SalesforceField } from '../../contract/schema.ts'
import { flows, type Way } from '../effective-direction.ts'
import { isMatch } from './match.ts'
import { optionMatcher, valueMatcher } from './option-match.ts'

interface MapCase {
  attribute: Attribute
  fields: SalesforceField[]
  pairs: OptionPair[]
}

const anyMap: fc.Arbitrary<MapCase> = anySides(
  cells({ pull: ['exact'], push: ['exact'] }).filter(({ salesforceType, attributeType }) => {
    return ['picklist', 'multipicklist'].includes(salesforceType) && ['select', 'multi_select', 'stage'].includes(attributeType)
  }),
).chain((sides) =>
  fc.record({ attribute: fc.constant(sides.attribute), fields: fc.constant(sides.fields), pairs: anyOptionMap(sides) }),
)

function sidesOf({ attribute, fields: [field], pairs }: MapCase) {
  if (!field) throw new Error('A case has a field.')
  const options = (attribute.options ?? []).map(({ id, label }) => ({ id: id.trim(), label }))
  const byPull = optionMatcher(attribute, field, pairs)
  const byPush = valueMatcher(attribute, field, pairs)
  const optionFor = (value: string) => {
    const match = byPull(value)
    return isMatch(match) ? match.found.id.trim() : null
  }
  const valueFor = (option: string) => {
    const match = byPush(option)
    return isMatch(match) ? match.found.value : null
  }
  const values =
    field.type === 'multipicklist' ? field.picklistValues.filter(({ value }) => !value.includes(';')) : field.picklistValues
  return {
    field,
    values,
    options,
    optionFor,
    valueFor,
    writable: values.filter(({ active }) => active || !field.restrictedPicklist),
  }
}

/** What the map names as targets of one side, this way. */
function named(pairs: readonly OptionPair[], from: string, way: Way): Set<string> {
  const entries = pairs.filter(({ direction }) => flows(direction, way))
  const targets =
    way === 'pull' ? entries.map(({ value, option }) => [value, option]) : entries.map(({ value, option }) => [option, value])
  return new Set(targets.filter(([source]) => source?.trim() === from).map(([, target]) => target?.trim() ?? ''))
}

law('an entry of the option map decides where it is the only one', anyMap, (mapCase) => {
  const { field, values, options, optionFor, valueFor } = sidesOf(mapCase)
  for (const { value } of values) {
    const [option, ...others] = named(mapCase.pairs, value, 'pull')
    if (others.length === 0 && options.some(({ id }) => id === option)) expect(optionFor(value)).toBe(option)
  }
  for (const { id } of options) {
    const [value, ...others] = named(mapCase.pairs, id, 'push')
    const target = values.find((candidate) => candidate.value === value)
    if (others.length > 0 || !target) continue
    expect(valueFor(id)).toBe(target.active || !field.restrictedPicklist ? value : null)
  }
})

law('an option map that names two targets is no choice', anyMap, (mapCase) => {
  const { field, options, optionFor, valueFor } = sidesOf(mapCase)
  for (const { value } of field.picklistValues)
    if (named(mapCase.pairs, value, 'pull').size > 1) expect(optionFor(value)).toBeNull()
  for (const { id } of options) if (named(mapCase.pairs, id, 'push').size > 1) expect(valueFor(id)).toBeNull()
})

const fold = (name: string) => name.trim().toLowerCase()

law('a label that two options have decides nothing', anyMap, (mapCase) => {
  const { values, options, optionFor, valueFor } = sidesOf({ ...mapCase, pairs: [] })
  for (const { value } of values) {
    const called = options.filter(({ label }) => fold(label) === fold(value))
    if (called.length > 1 && !options.some(({ id }) => id === value)) expect(optionFor(value)).toBeNull()
  }
  for (const { id, label } of options) {
    const called = values.filter((one) => one.active && [one.value, one.label].some((name) => fold(name) === fold(label)))
    const exact = values.some(({ value }) => value === id || value === label)
    if (called.length > 1 && !exact) expect(valueFor(id)).toBeNull()
  }
})

law('two options never become one value by their names', anyMap, (mapCase) => {
  const { options, valueFor } = sidesOf(mapCase)
  const values = options.filter(({ id }) => named(mapCase.pairs, id, 'push').size === 0).flatMap(({ id }) => valueFor(id) ?? [])
  expect(new Set(values).size).toBe(values.length)
})

law('an option that was found by its name comes back as itself', anyMap, (mapCase) => {
  const { options, optionFor, valueFor, writable } = sidesOf(mapCase)
  for (const { id } of options) {
    const value = valueFor(id)
    if (value === null) continue
    expect(writable.map((one) => one.value)).toContain(value)
    if (named(mapCase.pairs, id, 'push').size === 0) expect(optionFor(value)).toBe(id)
  }
})

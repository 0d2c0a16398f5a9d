import * as fc from 'fast-check'
import { expect } from 'vitest'
import { unlimited } from '../../../test/any-attribute.ts'
import {
  anySides,
  anySituation,
  cells,
  contextOf,
  oneToOneMap,
  pullPlanOf,
  pushPlanOf,
  type Sides,
} from '../../../test/any-case.ts'
import { salesforceId, wellFormedCell, wellFormedValue } from '../../../test/any-value.ts'
import { law } from '../../../test/property-runs.ts'
import { heldAfter } from '../../../test/salesforce-holds.ts'
import type { OptionPair } from '../../contract/mapping.ts'
import type { Attribute, SalesforceField } from '../../contract/schema.ts'
import type { AttributeValue } from '../../contract/shared.ts'
import { addressParts, isAddress } from '../values/value-shape.ts'
import { cellOf } from './field-kept.ts'
import { sameValue } from '../values/same-value.ts'

const open = ['exact', 'lossy'] as const

/** A value of an attribute without limits, since no limit of its own ever stopped it from being there. */
const anyPush = anySides(cells({ push: ['exact'], pull: open })).chain((sides) => {
  const { attribute, fields } = { ...sides, attribute: unlimited(sides.attribute) }
  return fc.record({
    attribute: fc.constant(attribute),
    fields: fc.constant(fields),
    options: oneToOneMap({ attribute, fields }),
    value: wellFormedValue(attribute),
    situation: anySituation,
  })
})

law('a value comes back from Salesforce as it was pushed, or is skipped with a reason', anyPush, (pushCase) => {
  const { attribute, fields, options, value, situation } = pushCase
  const push = pushPlanOf(pushCase, { options })
  const pushed = push.convert({ value }, contextOf(situation))
  expect(pushed.sent.length + pushed.skips.length).toBe(1)
  if (pushed.skips.length > 0) return
  const held = heldAfter(pushed.body, fields)
  expect(push.notKept(pushed, held)).toEqual([])
  const pull = pullPlanOf(pushCase, { options })
  const row = pull.convert(pull.columns.map((name) => (name === 'Value__r.Email' ? 'ada@acme.example' : cellOf(held[name]))))
  expect(row.skips).toEqual([])
  if (attribute.type === 'user') return
  if (attribute.type === 'relation') expect(row.relations[0]?.salesforceId).toBe(salesforceId)
  else expect(cameBack(attribute, fields, value, row.values.value ?? null)).toBe(true)
})

/** Parts of an address that nobody may see or write stay behind, and codes come back as names. */
function cameBack(
  attribute: Attribute,
  fields: readonly SalesforceField[],
  value: AttributeValue,
  back: AttributeValue,
): boolean {
  if (!isAddress(value)) return sameValue(attribute.type, back, value)
  return addressParts.every((part) => {
    const returned = (isAddress(back) && back[part]) || null
    const given = value[part]?.trim() || null
    return returned === null || returned === given || codeNames(fields, given).includes(returned)
  })
}

function codeNames(fields: readonly SalesforceField[], text: string | null): string[] {
  const values = fields.flatMap(({ picklistValues }) => picklistValues)
  return values
    .filter(({ value, label }) => [value, label].some((name) => name.toLowerCase() === text?.toLowerCase()))
    .flatMap(({ value, label }) => [value, label])
}

/** Options may be many to one on a pull, and lookups are resolved elsewhere. */
const plainTypes = ['select', 'stage', 'multi_select', 'relation', 'user', 'address']
const plainCells = cells({ pull: ['exact'], push: open }).filter(({ attributeType }) => !plainTypes.includes(attributeType))

const anyPull: fc.Arbitrary<Sides & { cell: string; options: OptionPair[] }> = anySides(plainCells).chain((sides) => {
  const fields = sides.fields.slice(0, 1)
  const [field] = fields
  return fc.record({
    attribute: fc.constant(unlimited(sides.attribute)),
    fields: fc.constant(fields),
    options: fc.constant([]),
    cell: field ? wellFormedCell(field) : fc.constant(''),
  })
})

law('a cell goes back to Salesforce as it was pulled, or is skipped with a reason', anyPull, (pullCase) => {
  if (!isKnown(pullCase)) return
  const pull = pullPlanOf(pullCase)
  const row = pull.convert(pull.columns.map(() => pullCase.cell))
  expect(row.skips).toEqual([])
  const push = pushPlanOf(pullCase)
  const pushed = push.convert(
    { value: row.values.value ?? null },
    contextOf({ creating: false, synced: true, linked: true, currency: null }),
  )
  expect(pushed.sent.length + pushed.skips.length).toBe(1)
  if (pushed.sent.length > 0) expect(push.notKept(pushed, { Value__c: pullCase.cell })).toEqual([])
})

/** Values of a picklist that it does not list may be the labels of others. */
function isKnown({ fields: [field], cell }: { fields: SalesforceField[]; cell: string }): boolean {
  if (field?.type !== 'picklist' && field?.type !== 'multipicklist') return true
  const chosen = field.type === 'picklist' ? [cell] : cell.split(';')
  return chosen.every((one) => field.picklistValues.some(({ value }) => value === one))
}

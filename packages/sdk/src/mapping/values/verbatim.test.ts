import * as fc from 'fast-check'
import { afterAll, expect } from 'vitest'
import {
  anySides,
  anySituation,
  cells,
  contextOf,
  pulledValue,
  pullPlanOf,
  pushPlanOf,
  type Sides,
} from '../../../test/any-case.ts'
import { anyDay, hostileCell, wellFormedCell, wellFormedValue } from '../../../test/any-value.ts'
import { attribute, pushContext } from '../../../test/one-pair.ts'
import { law } from '../../../test/property-runs.ts'
import { sameLines, sameMoment, sameNumber, textOf } from '../../../test/same-meaning.ts'
import type { AttributeType, SalesforceField } from '../../contract/schema.ts'
import type { AttributeValue } from '../../contract/shared.ts'
import { salesforceField } from '../../testing/describes/index.ts'

const open = ['exact', 'lossy'] as const
const options = ['select', 'multi_select', 'stage']
const withoutOptions = ({ attributeType }: { attributeType: AttributeType }) => !options.includes(attributeType)

const anyPull = anySides(cells({ pull: open }).filter(withoutOptions)).chain((sides) => {
  const [field] = sides.fields
  return fc.record({
    attribute: fc.constant(sides.attribute),
    fields: fc.constant(sides.fields),
    cell: field ? fc.oneof({ weight: 4, arbitrary: wellFormedCell(field) }, hostileCell) : hostileCell,
  })
})

law('a pulled value says what the cell says', anyPull, (pullCase) => {
  const { attribute, cell } = pullCase
  const value = pulledValue(pullPlanOf(pullCase), (column) => (column === 'CurrencyIsoCode' ? 'EUR' : cell))
  if (value !== undefined) expect(saysAsCell(pullCase, value)).toBe(true)
  if (value === null) expect([cell.trim(), attribute.required]).toEqual(['', false])
})

const numberFields = ['int', 'long', 'double', 'currency', 'percent']

function saysAsCell({ attribute, fields: [field], cell }: Sides & { cell: string }, value: AttributeValue): boolean {
  if (value === null) return cell.trim() === ''
  switch (attribute.type) {
    case 'boolean':
      return textOf(value) === cell.toLowerCase()
    case 'number':
    case 'percent':
      return sameNumber(textOf(value), cell)
    case 'currency':
      return sameNumber((value as { amount: string }).amount, cell)
    case 'datetime':
      return sameMoment(textOf(value), cell)
    case 'relation':
      return textOf(value).startsWith(cell.slice(0, 15))
    case 'user':
      return value === cell.trim().toLowerCase()
    case 'address':
      return Object.values(value).every((part) => part === null || part === cell)
    default:
      return sameLines(textOf(value), cell) || sameAsText(field, textOf(value), cell)
  }
}

/** Numbers, moments and ids have one notation in a text, whatever Salesforce's is. */
function sameAsText(field: SalesforceField | undefined, text: string, cell: string): boolean {
  if (field?.type === 'datetime') return sameMoment(text, cell)
  if (field?.type === 'id' || field?.type === 'reference') return text.startsWith(cell) && text.length === 18
  return numberFields.includes(field?.type ?? '') && sameNumber(text, cell)
}

const closed = ['relation', 'user', 'address']
const anyPush = anySides(
  cells({ push: open })
    .filter(withoutOptions)
    .filter(({ attributeType }) => !closed.includes(attributeType)),
).chain((sides) =>
  fc.record({
    attribute: fc.constant(sides.attribute),
    fields: fc.constant(sides.fields),
    value: wellFormedValue(sides.attribute),
    situation: anySituation,
  }),
)

law('a pushed body says what the value says', anyPush, (pushCase) => {
  const { fields, value, situation } = pushCase
  const { body } = pushPlanOf(pushCase).convert({ value }, contextOf(situation))
  const written = body.Value__c
  if (written === undefined) return
  const given = typeof value === 'object' && value !== null && 'amount' in value ? value.amount : textOf(value)
  expect(
    written === null ? given.trim() === '' : writtenAsGiven(fields, pushCase.attribute.type, String(written), given.trim()),
  ).toBe(true)
})

function writtenAsGiven([field]: readonly SalesforceField[], type: AttributeType, written: string, given: string): boolean {
  if (sameLines(written, given)) return true
  if (field?.type === 'boolean') return written === given.toLowerCase()
  if (field?.type === 'datetime' || type === 'datetime') return sameMoment(written, given)
  if (field?.type === 'time') return written.startsWith(given.replace(/Z$/, ''))
  if (field?.type === 'picklist' || field?.type === 'multipicklist') return named(field, written, given)
  return numberFields.includes(field?.type ?? '') || ['number', 'percent', 'currency'].includes(type)
    ? sameNumber(written, given)
    : false
}

/** Whether each part of a text names what was chosen, by its value or by its label. */
function named({ type, picklistValues }: SalesforceField, written: string, given: string): boolean {
  const parts = (text: string) => (type === 'multipicklist' ? text.split(';') : [text])
  const names = parts(given).map(fold)
  return parts(written).every((chosen) => {
    const label = picklistValues.find(({ value }) => value === chosen)?.label ?? chosen
    return names.includes(fold(chosen)) || names.includes(fold(label))
  })
}

function fold(text: string): string {
  return text.trim().toLowerCase()
}

const before = process.env.TZ
afterAll(() => {
  if (before === undefined) delete process.env.TZ
  else process.env.TZ = before
})

const zones = [
  'UTC',
  'Pacific/Kiritimati',
  'America/Los_Angeles',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Apia',
]
const times = fc.record({ zone: fc.constantFrom(...zones), moment: anyDay.map((date) => date.toISOString()) })

function through(type: 'date' | 'datetime', text: string) {
  const sides = { attribute: attribute('value', type), fields: [salesforceField('Value__c', 'Value', type)] }
  const pulled = pulledValue(pullPlanOf(sides), () => text)
  return [pulled, pushPlanOf(sides).convert({ value: text }, pushContext()).body.Value__c]
}

law('dates and moments are the same in whatever time zone the process runs', times, ({ zone, moment }) => {
  process.env.TZ = zone
  const day = moment.slice(0, 10)
  expect(through('date', day)).toEqual([day, day])
  expect(through('datetime', moment)).toEqual([moment, moment])
})

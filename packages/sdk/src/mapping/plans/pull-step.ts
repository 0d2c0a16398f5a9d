import type { FieldPair } from '../../contract/mapping.ts'
import type { Attribute, SalesforceField } from '../../contract/schema.ts'
import type { Address, AttributeValue } from '../../contract/shared.ts'
import { addressComponents } from './address-components.ts'
import type { ColumnList } from './column-list.ts'
import type { ConvertedRow } from './converted-row.ts'
import type { FieldToPlan } from './plan-fields.ts'
import { isBlankCell } from '../values/blank-cell.ts'
import { cellReader, numberReader } from './read-cell.ts'
import { longSalesforceId } from '../values/salesforce-id.ts'
import { unfit } from '../values/skip-sentences.ts'
import { Unfit } from '../values/unfit.ts'
import { objectOf } from '../words.ts'

/** Converts one attribute of one row. */
export type PullStep = (cells: readonly string[], row: ConvertedRow) => void

/** Where a step finds what it reads. */
export interface PullColumns {
  fields: readonly SalesforceField[]
  columns: ColumnList
  /** Position of `CurrencyIsoCode`; -1 in an org with one currency. */
  currencyAt: number
}

/** Compiles one planned field, and adds the columns that it reads. */
export function pullStep(planned: FieldToPlan, source: PullColumns): PullStep {
  switch (planned.attribute.type) {
    case 'address':
      return addressStep(planned, source)
    case 'relation':
      return relationStep(planned, source)
    case 'user':
      return userStep(planned, source)
    case 'currency':
      return currencyStep(planned, source)
    default:
      return valueStep(planned, source)
  }
}

function valueStep({ attribute, field, pair }: FieldToPlan, { columns }: PullColumns): PullStep {
  const read = cellReader(attribute, field, pair.options)
  const at = columns.at(field.name)
  const setBlank = blankStep(attribute, pair)
  const { name } = attribute
  return (cells, row) => {
    const cell = cells[at] ?? ''
    if (isBlankCell(cell)) return setBlank(row)
    const value = read(cell)
    if (value instanceof Unfit) skip(row, name, value, cell)
    else row.values[name] = value
  }
}

function currencyStep({ attribute, field, pair }: FieldToPlan, { columns, currencyAt }: PullColumns): PullStep {
  const read = numberReader(attribute)
  const at = columns.at(field.name)
  const codeAt = field.type === 'currency' ? currencyAt : -1
  const setBlank = blankStep(attribute, pair)
  const { name, label, currency: fixed = null } = attribute
  return (cells, row) => {
    const cell = cells[at] ?? ''
    if (isBlankCell(cell)) return setBlank(row)
    const code = cells[codeAt] || fixed
    const amount = read(cell)
    const value = fixed !== null && code !== fixed ? unfit.otherCurrency(label, fixed, code ?? '') : amount
    if (value instanceof Unfit) skip(row, name, value, { amount: cell, currency: code })
    else row.values[name] = { amount: value, currency: code }
  }
}

function relationStep({ attribute, field, pair }: FieldToPlan, { columns }: PullColumns): PullStep {
  const at = columns.at(field.name)
  const setBlank = blankStep(attribute, pair)
  const { name, relatedRecordType } = attribute
  const targetObject = relatedRecordType ? objectOf(relatedRecordType) : 'Account'
  return (cells, row) => {
    const cell = cells[at] ?? ''
    if (isBlankCell(cell)) return setBlank(row)
    if (row.personAccount && targetObject === 'Account') skip(row, name, unfit.personAccount(attribute), cell)
    else row.relations.push({ attribute: name, targetObject, salesforceId: longSalesforceId(cell) })
  }
}

function userStep({ attribute, field, pair }: FieldToPlan, { columns }: PullColumns): PullStep {
  const at = columns.at(`${field.relationshipName ?? ''}.Email`)
  const setBlank = blankStep(attribute, pair)
  const { name } = attribute
  return (cells, row) => {
    const cell = cells[at] ?? ''
    if (isBlankCell(cell)) return setBlank(row)
    row.users.push({ attribute: name, email: cell.trim().toLowerCase() })
  }
}

function addressStep({ attribute, field, pair }: FieldToPlan, { columns, fields }: PullColumns): PullStep {
  const parts = addressComponents(field, fields).map(({ part, name, code }) => ({
    part,
    at: columns.at((name ?? code ?? field).name),
  }))
  const setBlank = blankStep(attribute, pair)
  const { name } = attribute
  return (cells, row) => {
    const address: Address = { street: null, city: null, state: null, postalCode: null, country: null }
    let blank = true
    for (const { part, at } of parts) {
      const cell = cells[at] ?? ''
      if (isBlankCell(cell)) continue
      address[part] = cell
      blank = false
    }
    if (blank) setBlank(row)
    else row.values[name] = address
  }
}

/** A blank clears the attribute, unless Pryzm requires it or the pair keeps it. */
function blankStep(attribute: Attribute, { blankOnPull }: FieldPair): (row: ConvertedRow) => void {
  const { name, required } = attribute
  if (!required && blankOnPull !== 'keep') {
    return (row) => {
      row.values[name] = null
    }
  }
  const blank = required ? unfit.required(attribute) : unfit.keptOnPull(attribute)
  return (row) => skip(row, name, blank, null)
}

function skip(row: ConvertedRow, attribute: string, { reason, sentence }: Unfit, dropped: AttributeValue): void {
  row.skips.push({ attribute, reason, sentence, dropped })
}

import type { Attribute, SalesforceField } from '../../contract/schema.ts'
import type { Address, AttributeValue } from '../../contract/shared.ts'
import { addressComponents } from '../plans/address-components.ts'
import { normalDecimal } from '../values/decimal.ts'
import { cellOf, type ReadBack } from '../plans/field-kept.ts'
import { utcInstant } from '../values/instant.ts'
import type { PushBody } from '../plans/push-context.ts'
import { longSalesforceId } from '../values/salesforce-id.ts'
import { booleanOf } from '../values/text-shape.ts'
import { CURRENCY_FIELD } from '../plans/write-currency.ts'

/** How to tell what Salesforce holds behind one attribute, in Salesforce's own words. */
export interface HeldValue {
  /** Fields to read, parents by path. */
  columns: readonly string[]
  read(held: ReadBack): AttributeValue
}

/** Objects whose records have a name that a look-up may ask for. */
const named = new Set(['Account', 'Contact', 'Opportunity', 'User'])

/** Fields that SOQL does not hand over as one value. */
const unreadable = new Set<SalesforceField['type']>(['location', 'base64', 'complexvalue', 'anyType'])

/** Compiles it for a field and the attribute that it belongs to. */
export function heldValue(
  { type }: Pick<Attribute, 'type'>,
  field: SalesforceField,
  fields: readonly SalesforceField[],
): HeldValue {
  if (unreadable.has(field.type)) return { columns: [], read: () => null }
  if (field.type === 'address') return heldAddress(field, fields)
  if (type === 'currency') return heldMoney(field, fields)
  const name = nameColumn(field)
  return {
    columns: name === null ? [field.name] : [field.name, name],
    read(held) {
      const cell = cellOf(held[field.name])
      return cell === '' ? null : valueOf(field, cell)
    },
  }
}

/** Path of the name of the record that a look-up points at; null where it may have none. */
export function nameColumn({ relationshipName, referenceTo }: SalesforceField): string | null {
  const [target, ...others] = referenceTo
  const isNamed = target !== undefined && others.length === 0 && named.has(target)
  return relationshipName !== null && isNamed ? `${relationshipName}.Name` : null
}

/** What Salesforce would hold after a write: a code that is written brings the name that goes with it. */
export function heldAfter(held: ReadBack, body: PushBody, fields: readonly SalesforceField[]): ReadBack {
  const after: Record<string, ReadBack[string]> = { ...held }
  for (const [name, value] of Object.entries(body)) after[name] = typeof value === 'number' ? String(value) : value
  for (const address of fields.filter(({ type }) => type === 'address')) {
    for (const { name, code } of addressComponents(address, fields)) {
      if (name === null || code === null || !(code.name in body)) continue
      after[name.name] = code.picklistValues.find(({ value }) => value === body[code.name])?.label ?? null
    }
  }
  return after
}

function heldAddress(field: SalesforceField, fields: readonly SalesforceField[]): HeldValue {
  const parts = addressComponents(field, fields).flatMap(({ part, name, code }) => {
    const component = name ?? code
    return component === null ? [] : [{ part, column: component.name }]
  })
  return {
    columns: parts.map(({ column }) => column),
    read(held) {
      const address: Address = { street: null, city: null, state: null, postalCode: null, country: null }
      for (const { part, column } of parts) address[part] = cellOf(held[column]) || null
      return Object.values(address).some((part) => part !== null) ? address : null
    },
  }
}

function heldMoney(field: SalesforceField, fields: readonly SalesforceField[]): HeldValue {
  const hasCode = field.type === 'currency' && fields.some(({ name }) => name === CURRENCY_FIELD)
  return {
    columns: hasCode ? [field.name, CURRENCY_FIELD] : [field.name],
    read(held) {
      const cell = cellOf(held[field.name])
      if (cell === '') return null
      return { amount: normalDecimal(cell) ?? cell, currency: (hasCode && cellOf(held[CURRENCY_FIELD])) || null }
    },
  }
}

function valueOf({ type }: SalesforceField, cell: string): AttributeValue {
  switch (type) {
    case 'boolean':
      return booleanOf(cell) ?? cell
    case 'int':
    case 'long':
    case 'double':
    case 'currency':
    case 'percent':
      return normalDecimal(cell) ?? cell
    case 'datetime':
      return utcInstant(cell) ?? cell
    case 'id':
    case 'reference':
      return longSalesforceId(cell)
    case 'multipicklist':
      return cell.split(';')
    default:
      return cell
  }
}

import type { AttributeType } from '../../contract/schema.ts'
import type { Address, AttributeValue, Money } from '../../contract/shared.ts'

/** The parts of an address, in the order people write them. */
export const addressParts = ['street', 'city', 'state', 'postalCode', 'country'] as const
export type AddressPart = (typeof addressParts)[number]

export function isMoney(value: unknown): value is Money {
  return isObject(value) && typeof value.amount === 'string' && isTextOrBlank(value.currency)
}

export function isAddress(value: unknown): value is Address {
  return isObject(value) && !('amount' in value) && addressParts.every((part) => isTextOrBlank(value[part]))
}

export function isOptions(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((option) => typeof option === 'string')
}

/** Whether a host's value has the shape that the attribute type promises; blank has every shape. */
export function hasShape(type: AttributeType, value: unknown): value is AttributeValue {
  if (value === null || value === undefined || value === '') return true
  switch (type) {
    case 'currency':
      return isMoney(value)
    case 'address':
      return isAddress(value)
    case 'multi_select':
      return isOptions(value)
    case 'boolean':
      return typeof value === 'boolean'
    default:
      return typeof value === 'string'
  }
}

function isTextOrBlank(value: unknown): boolean {
  return value === null || value === undefined || typeof value === 'string'
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

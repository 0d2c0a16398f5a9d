import type { AttributeType } from '../../contract/schema.ts'
import type { Address, AttributeValue, Money } from '../../contract/shared.ts'
import { normalDecimal } from './decimal.ts'
import { utcInstant } from './instant.ts'
import { longSalesforceId } from './salesforce-id.ts'
import { shortBreaks } from './text-shape.ts'
import { addressParts, isAddress, isMoney, isOptions } from './value-shape.ts'

/**
 * A value in the form in which it is compared: outer spaces trimmed, CRLF as LF, '' as blank, email in lower case, options as a
 * sorted set, numbers by value, datetimes as UTC instants, Salesforce ids with 18 characters.
 */
export function canonicalValue(type: AttributeType, value: AttributeValue): AttributeValue {
  if (typeof value === 'string') return canonicalText(type, value)
  if (isOptions(value)) return canonicalOptions(value)
  if (isMoney(value)) return canonicalMoney(value)
  return isAddress(value) ? canonicalAddress(value) : value
}

/** Whether two values of an attribute say the same. Pull, push, preview and read-back all ask here. */
export function sameValue(type: AttributeType, a: AttributeValue, b: AttributeValue): boolean {
  return sameCanonical(canonicalValue(type, a), canonicalValue(type, b))
}

/** Whether a value counts as blank once in canonical form. */
export function isBlank(type: AttributeType, value: AttributeValue | undefined): boolean {
  if (typeof value === 'string') return value.trim() === ''
  return value === undefined || canonicalValue(type, value) === null
}

function canonicalText(type: AttributeType, text: string): string | null {
  const trimmed = trimText(text)
  if (trimmed === null) return null
  switch (type) {
    case 'email':
      return trimmed.toLowerCase()
    case 'number':
    case 'percent':
      return normalDecimal(trimmed) ?? trimmed
    case 'datetime':
      return utcInstant(trimmed) ?? trimmed
    case 'relation':
    case 'user':
      return longSalesforceId(trimmed)
    default:
      return trimmed
  }
}

function trimText(text: string): string | null {
  const trimmed = text.trim()
  return trimmed === '' ? null : shortBreaks(trimmed)
}

function canonicalOptions(options: readonly string[]): string[] | null {
  const chosen = [...new Set(options.map((option) => option.trim()))].filter((option) => option !== '')
  chosen.sort()
  return chosen.length === 0 ? null : chosen
}

function canonicalMoney({ amount, currency }: Money): Money | null {
  const trimmed = amount.trim()
  if (trimmed === '') return null
  return { amount: normalDecimal(trimmed) ?? trimmed, currency: currency?.trim().toUpperCase() || null }
}

function canonicalAddress(address: Address): Address | null {
  const canonical: Address = { street: null, city: null, state: null, postalCode: null, country: null }
  let blank = true
  for (const part of addressParts) {
    const text = trimText(address[part] ?? '')
    canonical[part] = text
    if (text !== null) blank = false
  }
  return blank ? null : canonical
}

function sameCanonical(a: AttributeValue, b: AttributeValue): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((option, index) => option === b[index])
  }
  if (isMoney(a) || isMoney(b)) return isMoney(a) && isMoney(b) && sameMoney(a, b)
  return isAddress(a) && isAddress(b) && addressParts.every((part) => a[part] === b[part])
}

/** An org without several currencies tells no code; an amount without a code is then no other amount. */
function sameMoney(a: Money, b: Money): boolean {
  return a.amount === b.amount && (a.currency === b.currency || a.currency === null || b.currency === null)
}

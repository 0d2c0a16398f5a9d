import type { AttributeOption, AttributeValue } from '@pryzm/salesforce-sdk'

export interface ValueWords {
  yes: string
  no: string
}

/** A value as one line of text, options by their labels where `options` are given; empty for a blank. */
export function valueText(value: AttributeValue, words: ValueWords, options: readonly AttributeOption[] = []): string {
  if (value === null) return ''
  if (typeof value === 'string') return labelOf(value, options)
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Array.isArray(value)) return value.map((id) => labelOf(id, options)).join(', ')
  if ('amount' in value) return [value.amount, value.currency].filter(Boolean).join(' ')
  return [value.street, value.postalCode, value.city, value.state, value.country].filter(Boolean).join(', ')
}

function labelOf(id: string, options: readonly AttributeOption[]): string {
  return options.find((option) => option.id === id)?.label ?? id
}

import type { Attribute, AttributeValue } from '@pryzm/salesforce-sdk'

/** A value as a list shows it. */
export function shownValue(attribute: Attribute, value: AttributeValue): string {
  if (value === null || value === '') return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value)) return value.map((id) => optionLabel(attribute, id)).join(', ')
  if (typeof value === 'string') {
    const text = optionLabel(attribute, value)
    return attribute.type === 'percent' ? `${text} %` : text
  }
  if ('amount' in value) return [value.amount, value.currency].filter(Boolean).join(' ')
  return [value.street, value.city, value.postalCode, value.country].filter(Boolean).join(', ')
}

function optionLabel(attribute: Attribute, id: string): string {
  return attribute.options?.find((option) => option.id === id)?.label ?? id
}

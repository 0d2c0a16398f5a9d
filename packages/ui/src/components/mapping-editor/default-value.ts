import type { Attribute, AttributeType, AttributeValue } from '@pryzm/salesforce-sdk'

/** How a default is entered. */
export type DefaultKind = 'text' | 'number' | 'money' | 'date' | 'instant' | 'yes_no' | 'option' | 'options'

const kinds: Readonly<Partial<Record<AttributeType, DefaultKind>>> = {
  number: 'number',
  percent: 'number',
  currency: 'money',
  date: 'date',
  datetime: 'instant',
  boolean: 'yes_no',
  select: 'option',
  stage: 'option',
  multi_select: 'options',
}

export function defaultKind(type: AttributeType): DefaultKind {
  return kinds[type] ?? 'text'
}

/** What the control of a default shows; empty for none. */
export function toTyped(value: AttributeValue, kind: DefaultKind): string {
  if (value === null || Array.isArray(value)) return ''
  if (typeof value === 'object') return 'amount' in value ? value.amount : ''
  return kind === 'instant' ? String(value).slice(0, 16) : String(value)
}

/** The value that was entered, null where the control was emptied, undefined where it is no number. */
export function fromTyped(
  typed: string,
  kind: DefaultKind,
  { currency }: Pick<Attribute, 'currency'>,
): AttributeValue | undefined {
  const text = kind === 'text' ? typed : typed.trim()
  if (text.trim() === '') return null
  switch (kind) {
    case 'number':
      return decimal(text)
    case 'money': {
      const amount = decimal(text)
      return amount === undefined ? undefined : { amount, currency: currency ?? null }
    }
    case 'instant':
      return `${text}:00.000Z`
    case 'yes_no':
      return text === 'true'
    default:
      return text
  }
}

function decimal(text: string): string | undefined {
  return /^-?\d{1,30}(\.\d{1,30})?$/.test(text) ? text : undefined
}

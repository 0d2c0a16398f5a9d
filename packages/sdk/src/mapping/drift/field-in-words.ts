import type { SalesforceField } from '../../contract/schema.ts'
import { salesforceTypeWords } from '../words.ts'

/** A field's type as an admin would call it: a lookup with its targets, rich text told from plain. */
export function typeInWords({ type, referenceTo, htmlFormatted }: SalesforceField): string {
  if (type === 'reference' && referenceTo.length > 0) return `lookup to ${referenceTo.toSorted().join(', ')}`
  return type === 'textarea' && htmlFormatted ? 'rich text area' : salesforceTypeWords[type]
}

/** How much a field holds, such as `Length 255`; null for types that have one size. */
export function sizeInWords({ type, length, precision, scale, digits }: SalesforceField): string | null {
  switch (type) {
    case 'string':
    case 'textarea':
    case 'email':
    case 'phone':
    case 'url':
    case 'combobox':
    case 'encryptedstring':
      return `Length ${length}`
    case 'double':
    case 'currency':
    case 'percent':
      return `${precision} digits, ${scale} of them decimals`
    case 'int':
    case 'long':
      return `${digits} digits`
    default:
      return null
  }
}

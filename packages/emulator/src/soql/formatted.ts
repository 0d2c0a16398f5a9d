import type { Field } from '../org/objects/field.ts'
import type { Value } from '../org/table.ts'
import { emulatorLimit } from '../wire/salesforce-error.ts'

/** Makes the function that writes a field's values as FORMAT() does for the locale en_US. */
export function formatter(field: Field, zone: string): (value: Value) => Value {
  const format = formatOf(field, zone)
  return (value) => (value === null ? null : format(value).replaceAll('\u202F', ' '))
}

function formatOf({ type, scale, name }: Field, zone: string): (value: string | number | boolean) => string {
  const date = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat('en-US', options)
    return (value: string | number | boolean) => format.format(new Date(String(value)))
  }
  const number = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat('en-US', options)
    return (value: string | number | boolean) => format.format(Number(value))
  }
  const day = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
  switch (type) {
    case 'date':
      return date({ ...day, timeZone: 'UTC' })
    case 'datetime':
      return date({ ...day, hour: 'numeric', minute: '2-digit', timeZone: zone })
    case 'currency':
      return number({ style: 'currency', currency: 'USD' })
    case 'int':
    case 'double':
      return number({ maximumFractionDigits: scale })
    default:
      throw emulatorLimit(`FORMAT() of ${name}, which is no date, number or amount of money`)
  }
}

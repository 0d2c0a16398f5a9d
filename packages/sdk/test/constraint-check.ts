import type { Attribute, SalesforceField } from '../src/contract/schema.ts'
import type { AttributeValue } from '../src/contract/shared.ts'
import type { PushBody } from '../src/mapping/plans/push-context.ts'
import { textOf } from './same-meaning.ts'

const decimal = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/

/** What a pulled value breaks of what its attribute holds; null for nothing. */
export function brokenByValue(attribute: Attribute, value: AttributeValue): string | null {
  if (value === null) return attribute.required ? 'required' : null
  switch (attribute.type) {
    case 'number':
    case 'percent':
      return brokenByNumber(textOf(value), attribute)
    case 'currency': {
      const { amount, currency } = value as { amount: string; currency: string | null }
      if (attribute.currency !== undefined && currency !== attribute.currency) return 'another currency'
      return brokenByNumber(amount, attribute)
    }
    case 'boolean':
      return typeof value === 'boolean' ? null : 'no yes/no'
    case 'date':
      return isDay(value) ? null : 'no date'
    case 'datetime':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value
        ? null
        : 'no instant'
    case 'select':
    case 'stage':
      return optionIds(attribute).includes(textOf(value)) ? null : 'no option'
    case 'multi_select':
      return brokenByOptions(value, optionIds(attribute))
    case 'address':
      return typeof value === 'object' ? null : 'no address'
    default:
      return brokenByText(value, attribute)
  }
}

function brokenByText(value: AttributeValue, { required, maxLength = Infinity }: Attribute): string | null {
  if (typeof value !== 'string') return 'no text'
  if (required && value.trim() === '') return 'required'
  return value.length > maxLength ? 'longer' : null
}

function brokenByNumber(
  text: string,
  { precision = Infinity, scale = Infinity }: Pick<Attribute, 'precision' | 'scale'>,
): string | null {
  if (!decimal.test(text)) return 'no plain number'
  const [whole = '', fraction = ''] = text.replace(/^-?0?/, '').split('.')
  if (fraction.length > scale) return 'too many decimals'
  const room = scale === Infinity ? precision : Math.max(0, precision - scale)
  return whole.length > room || whole.length + fraction.length > precision ? 'too many digits' : null
}

function brokenByOptions(value: AttributeValue, ids: readonly string[]): string | null {
  if (!Array.isArray(value) || value.length === 0) return 'no options'
  if (new Set(value).size !== value.length) return 'an option twice'
  return value.every((id) => ids.includes(id)) ? null : 'no option'
}

function optionIds({ options = [] }: Attribute): string[] {
  return options.map(({ id }) => id)
}

function isDay(value: AttributeValue): boolean {
  return typeof value === 'string' && new Date(`${value}T00:00:00Z`).toISOString().startsWith(`${value}T`)
}

/** What a body breaks of what its fields take; null for nothing. */
export function brokenByBody(body: PushBody, fields: readonly SalesforceField[], creating: boolean): string | null {
  for (const [name, written] of Object.entries(body)) {
    const field = fields.find((candidate) => candidate.name === name)
    if (!field) return `${name}: no such field`
    const broken = brokenByWrite(field, written, creating)
    if (broken !== null) return `${name}: ${broken}`
  }
  return null
}

function brokenByWrite(field: SalesforceField, written: PushBody[string], creating: boolean): string | null {
  if (!(creating ? field.createable : field.updateable)) return 'not writable'
  if (written === null) return field.nillable ? null : 'required'
  switch (field.type) {
    case 'int':
    case 'long':
      return brokenByNumber(String(written), { precision: field.digits || (field.type === 'int' ? 9 : 18), scale: 0 })
    case 'double':
    case 'currency':
    case 'percent':
      return brokenByNumber(plainDigits(written), field)
    case 'boolean':
      return typeof written === 'boolean' ? null : 'no checkbox value'
    case 'date':
      return isDay(String(written)) && String(written) >= '1700' && String(written) < '4001' ? null : 'no date'
    case 'datetime':
      return new Date(String(written)).toISOString() === written ? null : 'no instant'
    case 'time':
      return /^\d\d:\d\d:\d\d\.\d{3}Z$/.test(String(written)) ? null : 'no time'
    case 'picklist':
      return brokenByPicklist([String(written)], field)
    case 'multipicklist':
      return brokenByPicklist(String(written).split(';'), field)
    case 'reference':
      return String(written).length === 18 ? null : 'no id'
    default:
      return typeof written !== 'string' ? 'no text' : field.length > 0 && written.length > field.length ? 'longer' : null
  }
}

/** A JSON number as the digits that Salesforce reads. */
function plainDigits(written: PushBody[string]): string {
  if (typeof written === 'string') return written
  return Number(written).toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
}

function brokenByPicklist(chosen: readonly string[], { picklistValues, restrictedPicklist }: SalesforceField): string | null {
  if (new Set(chosen).size !== chosen.length) return 'a value twice'
  const known = picklistValues.filter(({ active }) => active || !restrictedPicklist).map(({ value }) => value)
  return chosen.every((value) => known.includes(value)) ? null : 'no value'
}

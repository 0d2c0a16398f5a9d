import type { AttributeType, SalesforceType } from '../../contract/schema.ts'
import type { Way } from '../effective-direction.ts'
import { attributeTypeWords, salesforceTypeWords } from '../words.ts'

type Refusals<Type extends string> = Readonly<Partial<Record<Type, string>>>

/** Fields that never sync, whatever the attribute. */
const closedFields: Refusals<SalesforceType> = {
  encryptedstring: 'Encrypted fields arrive masked, so they do not sync.',
  location: 'A geolocation does not sync as one value. Map its latitude and longitude as numbers.',
  base64: 'Files do not sync.',
  anyType: 'The field can hold values of any kind, so nothing can be promised for them.',
  complexvalue: 'The field holds a structure of its own, which no attribute can hold.',
  datacategorygroupreference: 'Data categories do not sync.',
}

const closedToPush: Refusals<SalesforceType> = {
  id: 'Salesforce gives record IDs itself, so nothing can be written into them.',
  reference: 'A lookup is filled through linked records or users only, never with plain values.',
}

/** What attributes say that go with one kind of field alone. */
export const choosyAttributes: Refusals<AttributeType> = {
  relation: 'A relation goes with a lookup field only.',
  user: 'A user goes with a lookup field to users only.',
  address: 'An address goes with an address field only. Map its parts as texts where there is none.',
  multi_select: 'A multi-select goes with a picklist or a multi-select picklist only.',
}

const wholeAddress = 'An address field goes with an address attribute only. Its street, city and so on can be mapped one by one.'

const dayOrMoment = 'A date and a date with time do not convert into each other: the day would depend on a time zone.'

/** What keeps a field from an attribute, where it is the field that has more to say than that the two are of different kinds. */
export function fieldRefusal(salesforceType: SalesforceType, attributeType: AttributeType, way: Way): string | null {
  const closed = closedFields[salesforceType] ?? (way === 'push' ? closedToPush[salesforceType] : undefined)
  if (closed !== undefined) return closed
  if (isDayAgainstMoment(salesforceType, attributeType)) return dayOrMoment
  return salesforceType === 'address' ? wholeAddress : null
}

/** Why values of a type cannot travel into another. */
export function refusal(salesforceType: SalesforceType, attributeType: AttributeType, way: Way): string {
  const special = fieldRefusal(salesforceType, attributeType, way) ?? choosyAttributes[attributeType]
  if (special !== undefined) return special
  const field = `a Salesforce ${salesforceTypeWords[salesforceType]} field`
  const attribute = `a Pryzm ${attributeTypeWords[attributeType]} attribute`
  return way === 'pull' ? capital(`${field} cannot fill ${attribute}.`) : capital(`${attribute} cannot fill ${field}.`)
}

function isDayAgainstMoment(salesforceType: SalesforceType, attributeType: AttributeType): boolean {
  return (
    (salesforceType === 'date' && attributeType === 'datetime') || (salesforceType === 'datetime' && attributeType === 'date')
  )
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

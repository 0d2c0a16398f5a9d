import { keyPrefix, salesforceId } from '../../org/salesforce-id.ts'
import type { SeededObject } from '../seed.ts'

export const BUSINESSES = 24
export const PERSONS = 36
/** Contacts of businesses; those of person accounts come after them. */
export const BUSINESS_CONTACTS = 40
export const OPPORTUNITIES = 48

const recordTypeId = (number: number) => salesforceId('012', number)

export const recordTypeIds = {
  business: recordTypeId(0),
  person: recordTypeId(1),
  equipmentSale: recordTypeId(2),
  serviceAgreement: recordTypeId(3),
}

export function idOf(object: SeededObject, index: number): string {
  return salesforceId(keyPrefix[object], index)
}

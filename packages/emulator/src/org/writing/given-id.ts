import { writeRefusal } from '../../wire/salesforce-error.ts'
import type { Org } from '../org.ts'
import { toId18 } from '../salesforce-id.ts'

/**
 * The 18-character id of a record that a call names in its data, as bulk jobs, collections and SOAP do. Throws the refusals that
 * only those give: of a missing id, one of another object, and one that no record has.
 */
export function givenId(org: Org, objectName: string, text: string, call: 'update' | 'delete'): string {
  if (text === '') throw writeRefusal('MISSING_ARGUMENT', `Id not specified in an ${call} call`)
  const id = toId18(text)
  const type = org.schema.object(objectName)
  if (!id || !type || !id.startsWith(type.keyPrefix)) {
    throw writeRefusal('MALFORMED_ID', `${type?.label ?? objectName} ID: id value of incorrect type: ${text}`, ['Id'])
  }
  if (!org.table(type.name).has(id)) throw writeRefusal('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id')
  return id
}

import type { Attribute } from '../../contract/schema.ts'
import type { AttributeValue, SalesforceObject } from '../../contract/shared.ts'
import type { ConvertedRow } from './converted-row.ts'
import { relationNotLinked, type UnresolvedSkip, userNotMatched } from '../values/skip-sentences.ts'

/** Where the references of rows lead in Pryzm; undefined for those that lead nowhere yet. */
export interface RowReferences {
  record(object: SalesforceObject, salesforceId: string): string | undefined
  user(email: string): string | undefined
}

/**
 * Puts the references of a row that lead somewhere among its values, the others among its skips; returns the relations that
 * were left out.
 */
export function resolveRow(
  row: ConvertedRow,
  references: RowReferences,
  attributes: ReadonlyMap<string, Attribute>,
): ConvertedRow['relations'] {
  const unresolved: ConvertedRow['relations'] = []
  for (const relation of row.relations) {
    const { attribute, targetObject, salesforceId } = relation
    const target = references.record(targetObject, salesforceId)
    if (target !== undefined) row.values[attribute] = target
    else {
      skip(row, attributes.get(attribute), salesforceId, (known) => relationNotLinked(known, 'pull'))
      unresolved.push(relation)
    }
  }
  for (const { attribute, email } of row.users) {
    const user = references.user(email)
    if (user !== undefined) row.values[attribute] = user
    else skip(row, attributes.get(attribute), email, (known) => userNotMatched(known, email, 'pull'))
  }
  return unresolved
}

function skip(
  row: ConvertedRow,
  attribute: Attribute | undefined,
  dropped: AttributeValue,
  why: (attribute: Attribute) => UnresolvedSkip,
): void {
  if (attribute) row.skips.push({ attribute: attribute.name, ...why(attribute), dropped })
}

import type { Mapping, MappingIssue } from '../../contract/mapping.ts'
import type { SalesforceObject } from '../../contract/shared.ts'
import { fieldPairIssues } from './field-pair-issues.ts'
import { objectIssues } from './object-issues.ts'
import { pairContext } from './pair-context.ts'
import type { PairSides } from '../pair-sides.ts'
import { requiredFieldIssues } from './required-fields.ts'

/**
 * Everything that is wrong with a mapping. Pure: the editor asks on every keystroke, the server on save and before every job.
 *
 * @example
 * validateMapping(mapping, { Account: { describe, recordType }, Contact, Opportunity })
 */
export function validateMapping(mapping: Mapping, sides: Readonly<Record<SalesforceObject, PairSides>>): MappingIssue[] {
  return mapping.pairs.flatMap((pair) => {
    if (!pair.enabled) return []
    const side = sides[pair.object]
    const context = pairContext(pair, side)
    const ofFields = fieldPairIssues(context)
    return [...objectIssues(context, side.describe !== undefined), ...requiredFieldIssues(context, ofFields), ...ofFields]
  })
}

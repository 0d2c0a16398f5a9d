import type { BrokenRule } from '../org/duplicate-rules.ts'
import type { Field } from '../org/objects/field.ts'
import type { Org } from '../org/org.ts'
import { recordJson } from './record-json.ts'
import { SalesforceError } from './salesforce-error.ts'

/** The refusal of a record that breaks a duplicate rule, with the records it duplicates: their ids, and `fields` if there are any. */
export function duplicatesDetected(
  org: Org,
  version: number,
  { rule, duplicates }: BrokenRule,
  fields: readonly Field[],
): SalesforceError {
  const { object, action, message, matching = 'exact' } = rule
  const duplicateResut = {
    allowSave: action === 'alert',
    duplicateRule: `Standard_${object}_Duplicate_Rule`,
    duplicateRuleEntityType: object,
    errorMessage: message,
    matchResults: [
      {
        entityType: object,
        errors: [],
        matchEngine: matching === 'exact' ? 'ExactMatchEngine' : 'FuzzyMatchEngine',
        matchRecords: duplicates.map((row) => ({
          additionalInformation: [],
          fieldDiffs: [],
          matchConfidence: 100,
          record: { ...recordJson(org, version, object, row, fields), Id: row.Id },
        })),
        rule: `Standard_${object}_Match_Rule_v1_0`,
        size: duplicates.length,
        success: true,
      },
    ],
  }
  return new SalesforceError(400, [{ duplicateResut, errorCode: 'DUPLICATES_DETECTED', message }])
}

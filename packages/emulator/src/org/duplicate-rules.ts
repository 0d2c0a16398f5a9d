import { SalesforceError } from '../wire/salesforce-error.ts'
import type { Org } from './org.ts'
import type { Row } from './table.ts'

/** A rule that finds records with the same value in a field: `block` refuses the second, `alert` lets it pass when the client insists. */
export interface DuplicateRule {
  object: string
  field: string
  action: 'block' | 'alert'
  /** What the user is told. */
  message: string
}

/** Throws `DUPLICATES_DETECTED` when a record breaks a rule; `insists` is the client's `allowSave=true`. */
export function checkDuplicateRules(org: Org, object: string, record: Row, insists: boolean): void {
  for (const rule of org.duplicateRules) {
    if (rule.object !== object || (insists && rule.action === 'alert')) continue
    const matches = duplicatesOf(org, rule, record)
    if (matches.length > 0) throw duplicatesDetected(rule, matches)
  }
}

function duplicatesOf(org: Org, rule: DuplicateRule, record: Row): Row[] {
  const value = record[rule.field]
  if (value === null || value === undefined) return []
  const same = org.table(rule.object).find(rule.field, String(value))
  return same.filter((row) => row.Id !== record.Id && row.IsDeleted !== true)
}

function duplicatesDetected(rule: DuplicateRule, matches: readonly Row[]): SalesforceError {
  const duplicateResut = {
    allowSave: rule.action === 'alert',
    duplicateRule: `Standard_${rule.object}_Duplicate_Rule`,
    duplicateRuleEntityType: rule.object,
    errorMessage: rule.message,
    matchResults: [
      {
        entityType: rule.object,
        errors: [],
        matchEngine: 'FuzzyMatchEngine',
        matchRecords: matches.map((row) => ({
          additionalInformation: [],
          fieldDiffs: [],
          matchConfidence: 100,
          record: {
            attributes: { type: rule.object, url: `/services/data/v67.0/sobjects/${rule.object}/${String(row.Id)}` },
            Id: row.Id,
          },
        })),
        rule: `Standard_${rule.object}_Match_Rule_v1_0`,
        size: matches.length,
        success: true,
      },
    ],
  }
  return new SalesforceError(400, [{ duplicateResut, errorCode: 'DUPLICATES_DETECTED', message: rule.message }])
}

import { type JobCause, type SkipReason, skipReasons } from '@pryzm/salesforce-sdk/contract'
import type { StoredJob } from '../ports/index.ts'

/** A job's causes as people see them, those of most records first. */
export function showCauses({ causes, plan }: Pick<StoredJob, 'causes' | 'plan'>): JobCause[] {
  const labels = new Map(plan?.attributes.map(({ name, label }) => [name, label]))
  const pairs = new Map(plan?.fields.map((pair) => [pair.attribute, pair]))
  return causes
    .filter(({ records }) => records > 0)
    .toSorted((a, b) => b.records - a.records)
    .map(({ no, outcome, attribute, code, sentence, records }) => {
      const { field = null, pairId = null } = (attribute !== null && pairs.get(attribute)) || {}
      return {
        id: String(no),
        outcome,
        reason: skipReasons.find((reason): reason is SkipReason => attribute !== null && reason === code) ?? null,
        code,
        attribute,
        attributeLabel: attribute === null ? null : (labels.get(attribute) ?? attribute),
        field,
        pairId,
        sentence,
        records,
      }
    })
}

import type { AttributeValue, FieldResult } from '@pryzm/salesforce-sdk/contract'
import type { AttributeNote, FieldSkip, JobPlan, StoredResult } from '../ports/index.ts'

/**
 * Every attribute of the record type with what became of it, complete again: the record's own skips, what the job left out
 * everywhere, and the rest synced. A record that failed or was left out whole has no field that synced.
 */
export function fieldResults(
  plan: JobPlan,
  { outcome, skips, notes = [] }: Pick<StoredResult, 'outcome' | 'skips' | 'notes'>,
): FieldResult[] {
  const labels = new Map(plan.attributes.map(({ name, label }) => [name, label]))
  const own = new Map(skips.map((skip) => [skip.attribute, skip]))
  const base = { attribute: '', attributeLabel: '', dropped: null, note: null }
  const synced = plan.fields
    .filter(({ attribute }) => outcome !== 'failed' && outcome !== 'skipped' && !own.has(attribute))
    .map(({ attribute, field, pairId }) => ({
      ...base,
      attribute,
      field,
      pairId,
      outcome: 'synced' as const,
      reason: null,
      sentence: null,
      note: noteOf(attribute, notes),
    }))
  const skipped = skips.map((skip) => ({ ...base, ...pairOf(plan, skip), ...asSkipped(skip) }))
  const everywhere = plan.leftOut
    .filter(({ attribute }) => !own.has(attribute))
    .map((left) => ({ ...base, ...left, outcome: 'skipped' as const }))
  return [...synced, ...skipped, ...everywhere].map((result) => ({
    ...result,
    attributeLabel: labels.get(result.attribute) ?? result.attribute,
  }))
}

function noteOf(attribute: string, notes: readonly AttributeNote[]): FieldResult['note'] {
  const note = notes.find((one) => one.attribute === attribute)
  return note ? { code: note.code, sentence: note.sentence } : null
}

function pairOf({ fields }: JobPlan, { attribute }: FieldSkip): { field: string | null; pairId: string | null } {
  const pair = fields.find((candidate) => candidate.attribute === attribute)
  return { field: pair?.field ?? null, pairId: pair?.pairId ?? null }
}

function asSkipped({ attribute, reason, sentence, dropped }: FieldSkip) {
  return { attribute, outcome: 'skipped' as const, reason, sentence, dropped: dropped as AttributeValue }
}

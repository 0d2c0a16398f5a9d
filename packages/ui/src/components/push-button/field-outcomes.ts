import type { FieldResult } from '@pryzm/salesforce-sdk'
import type { Status } from '../../primitives/index.ts'

export type FieldOutcome = 'sent' | 'skipped' | 'rejected'

/** What became of one field, as the result table names it. */
export function fieldOutcome({ outcome, reason }: FieldResult): FieldOutcome {
  if (outcome === 'synced') return 'sent'
  return reason === 'rejected_by_salesforce' || reason === 'not_kept_by_salesforce' ? 'rejected' : 'skipped'
}

export const outcomeShapes: Record<FieldOutcome, Status> = { sent: 'done', skipped: 'done-with-skips', rejected: 'attention' }

const order: readonly FieldOutcome[] = ['rejected', 'skipped', 'sent']

/** The fields that need reading first come first; otherwise the order of the mapping stays. */
export function byUrgency(fields: readonly FieldResult[]): FieldResult[] {
  return fields.toSorted((one, other) => order.indexOf(fieldOutcome(one)) - order.indexOf(fieldOutcome(other)))
}

const mended: ReadonlySet<FieldResult['reason']> = new Set([
  'option_mismatch',
  'direction',
  'mapping_error',
  'not_coercible',
  'read_only',
])

/** True where a change of the mapping could let the field through. */
export function mendsInMapping({ reason, pairId }: FieldResult): boolean {
  return pairId !== null && mended.has(reason)
}

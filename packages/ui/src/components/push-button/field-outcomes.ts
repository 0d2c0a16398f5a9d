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

/** True where a field was left out because its related record is not linked yet. */
export function parentNotLinked(fields: readonly FieldResult[]): boolean {
  return fields.some(({ reason }) => reason === 'related_not_linked')
}

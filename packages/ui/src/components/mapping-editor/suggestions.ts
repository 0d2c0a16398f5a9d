import type { FieldPair } from '@pryzm/salesforce-sdk'
import { ACCEPT_SCORE, type Suggestion } from '@pryzm/salesforce-sdk/mapping'
import { newPairId } from './mapping-edit.ts'

/** True where name and type agree well enough to accept without a closer look. */
export function isStrong({ score }: Suggestion): boolean {
  return score >= ACCEPT_SCORE
}

export function suggestionKey({ attribute, field }: Suggestion): string {
  return `suggestion ${attribute} ${field}`
}

export function pairOf({ attribute, field, direction, options }: Suggestion): FieldPair {
  return { id: newPairId(), attribute, field, direction, options: [...options] }
}

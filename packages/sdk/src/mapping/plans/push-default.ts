import type { FieldNote } from '../../contract/job.ts'
import type { AttributeValue } from '../../contract/shared.ts'
import type { FieldToPlan } from './plan-fields.ts'
import { isBlank } from '../values/same-value.ts'

/** What stands in for a blank on a push; null where the pair has no default. */
export function defaultOf({ attribute, pair }: Pick<FieldToPlan, 'attribute' | 'pair'>): AttributeValue {
  const { defaultOnPush = null } = pair
  return isBlank(attribute.type, defaultOnPush) ? null : defaultOnPush
}

/** Says that a default was sent. */
export function defaultNote({ attribute, field }: Pick<FieldToPlan, 'attribute' | 'field'>): FieldNote {
  return { code: 'default_used', sentence: `${attribute.label} is blank, so ${field.label} was sent the default of this pair.` }
}

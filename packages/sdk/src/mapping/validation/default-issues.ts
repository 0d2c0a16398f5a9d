import type { MappingIssue } from '../../contract/mapping.ts'
import type { AttributeValue } from '../../contract/shared.ts'
import { flows } from '../effective-direction.ts'
import { fieldConvertibility } from '../types/field-convertibility.ts'
import type { KnownPair } from './known-pair.ts'
import { fieldIssue, type PairContext } from './pair-context.ts'
import type { FieldToPlan } from '../plans/plan-fields.ts'
import { defaultOf } from '../plans/push-default.ts'
import { pushTarget } from '../plans/push-step.ts'
import { Unfit } from '../values/unfit.ts'
import { hasShape } from '../values/value-shape.ts'
import { isWritable } from '../plans/writable-field.ts'

/** A default that a push could not send: records whose attribute is blank would skip this field. */
export function defaultIssues(context: PairContext, { fieldPair, attribute, field, direction }: KnownPair): MappingIssue[] {
  const fields = context.describe?.fields ?? []
  const planned = { attribute, field, pairId: fieldPair.id, pair: fieldPair }
  const value = defaultOf(planned)
  if (value === null || !flows(direction, 'push')) return []
  if (fieldConvertibility(attribute, field, 'push').level === 'no' || !isWritable(field, fields)) return []
  const obstacle = obstacleOf(planned, value, context)
  return obstacle === null ? [] : [fieldIssue(context, fieldPair, 'default_not_usable', null, obstacle)]
}

function obstacleOf(planned: FieldToPlan, value: AttributeValue, { describe }: PairContext): string | null {
  const { attribute } = planned
  if (attribute.type === 'relation' || attribute.type === 'user') {
    return `${attribute.label} cannot have a default: it depends on the record which ${attribute.type === 'user' ? 'user' : 'record'} it points at.`
  }
  if (!hasShape(attribute.type, value)) return `The default of ${attribute.label} has an unsupported shape, so it is not sent.`
  const written = pushTarget(planned, describe?.fields ?? []).write(value, newRecord, {})
  return written instanceof Unfit ? `The default of ${attribute.label} is not sent: ${written.sentence}` : null
}

const newRecord = {
  creating: true,
  relatedSalesforceId: () => undefined,
  userSalesforceId: () => undefined,
  syncedBefore: () => false,
}

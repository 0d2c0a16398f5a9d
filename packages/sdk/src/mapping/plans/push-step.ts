import type { SalesforceField } from '../../contract/schema.ts'
import type { FieldToPlan } from './plan-fields.ts'
import type { PushBody, PushContext, PushStep, PushTarget } from './push-context.ts'
import { isBlank } from '../values/same-value.ts'
import { relationNotLinked, unfit, type UnresolvedSkip, userNotMatched } from '../values/skip-sentences.ts'
import { Unfit } from '../values/unfit.ts'
import { addressTarget } from './write-address.ts'
import { currencyTarget } from './write-currency.ts'
import { hasShape } from '../values/value-shape.ts'
import { valueWriter } from './write-value.ts'

/** Compiles one planned field. */
export function pushTarget(planned: FieldToPlan, fields: readonly SalesforceField[]): PushTarget {
  switch (planned.attribute.type) {
    case 'address':
      return addressTarget(planned, fields)
    case 'currency':
      return currencyTarget(planned, fields)
    case 'relation':
      return lookupTarget(planned, 'relatedSalesforceId', relationNotLinked(planned.attribute, 'push'))
    case 'user':
      return lookupTarget(planned, 'userSalesforceId', userNotMatched(planned.attribute, null, 'push'))
    default:
      return valueTarget(planned)
  }
}

/** Guards a target's write: what cannot be written now is left out, and a blank clears or stays. */
export function pushStep(planned: FieldToPlan, target: PushTarget): PushStep {
  const { attribute, field } = planned
  const clear = blankStep(planned, target)
  return (value, context, written) => {
    const refused = refusedNow(field, target.into, context.creating)
    if (refused) return refused
    if (!hasShape(attribute.type, value)) return unfit.shape(attribute)
    return isBlank(attribute.type, value) ? clear(context) : target.write(value, context, written)
  }
}

function refusedNow(field: SalesforceField, parts: readonly SalesforceField[], creating: boolean): Unfit | null {
  if (parts.some((part) => (creating ? part.createable : part.updateable))) return null
  if (parts.some((part) => part.createable)) return unfit.createOnly(field)
  return parts.some((part) => part.updateable) ? unfit.readOnlyOnCreate(field) : unfit.readOnly(field)
}

function blankStep({ attribute, field, pair }: FieldToPlan, { fields }: PushTarget): (context: PushContext) => PushBody | Unfit {
  const required = fields.some((part) => !part.nillable)
  const requiredOnCreate = fields.some((part) => part.createable && !part.nillable && !part.defaultedOnCreate)
  return (context) => {
    if (context.creating) return requiredOnCreate ? unfit.requiredField(field) : {}
    if (pair.blankOnPush === 'leave') return unfit.keptOnPush(attribute, field)
    if (!context.syncedBefore(attribute.name)) return unfit.neverSynced(attribute, field)
    if (required) return unfit.requiredField(field)
    return Object.fromEntries(fields.filter((part) => part.updateable).map((part) => [part.name, null]))
  }
}

function valueTarget({ attribute, field, pair }: FieldToPlan): PushTarget {
  const writeValue = valueWriter(attribute, field, pair.options)
  return {
    fields: [field],
    into: [field],
    readBack: [field],
    write: (value) => {
      const written = writeValue(value)
      return written instanceof Unfit ? written : { [field.name]: written }
    },
  }
}

function lookupTarget(
  { attribute, field }: FieldToPlan,
  lookup: 'relatedSalesforceId' | 'userSalesforceId',
  { reason, sentence }: UnresolvedSkip,
): PushTarget {
  const unresolved = new Unfit(reason, sentence)
  return {
    fields: [field],
    into: [field],
    readBack: [field],
    write: (value, context) => {
      const salesforceId = typeof value === 'string' ? context[lookup](attribute.name, value) : undefined
      return salesforceId === undefined ? unresolved : { [field.name]: salesforceId }
    },
  }
}

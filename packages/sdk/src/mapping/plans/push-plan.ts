import type { FieldNote } from '../../contract/job.ts'
import type { AttributeValue } from '../../contract/shared.ts'
import { cellOf, isKept, type ReadBack } from './field-kept.ts'
import { type FieldSkip, type FieldToPlan, type LeftOut, type PlanInput, type PlannedField, planFields } from './plan-fields.ts'
import type { PushBody, PushContext, PushStep, PushTarget } from './push-context.ts'
import { defaultNote, defaultOf } from './push-default.ts'
import { pushStep, pushTarget } from './push-step.ts'
import { keptReader } from './read-kept.ts'
import { isBlank } from '../values/same-value.ts'
import { unfit } from '../values/skip-sentences.ts'
import { Unfit } from '../values/unfit.ts'

/** How a record becomes what Salesforce is sent, compiled once per mapping version. */
export interface PushPlan {
  /** Attributes to read from the record. */
  attributes: readonly string[]
  fields: readonly PlannedField[]
  /** What never flows on a push, the same for every record. */
  leftOut: readonly LeftOut[]
  /** Salesforce fields to read back after the write, components included. */
  readBack: readonly string[]
  convert(values: Readonly<Record<string, AttributeValue>>, context: PushContext): ConvertedPush
  /** What Salesforce holds, as attribute values; relations and users are left out. */
  keptValues(readBack: ReadBack): Record<string, AttributeValue>
  /** What was sent but not kept: the values that Salesforce took and holds otherwise. */
  notKept(pushed: Pick<ConvertedPush, 'body' | 'sent'>, readBack: ReadBack): FieldSkip[]
}

/** One record in Salesforce's shapes. */
export interface ConvertedPush {
  body: PushBody
  /** What each attribute sends, and through which fields. */
  sent: SentAttribute[]
  skips: FieldSkip[]
  /** What is worth telling about attributes that are sent. */
  notes: AttributeNote[]
}

export interface AttributeNote extends FieldNote {
  attribute: string
}

export interface SentAttribute {
  attribute: string
  fields: string[]
  value: AttributeValue
}

interface CompiledField extends FieldToPlan {
  target: PushTarget
  step: PushStep
  /** Sent where the attribute is blank; null for nothing. */
  standIn: AttributeValue
}

/** Compiles the push of one object pair. */
export function compilePushPlan(input: PlanInput): PushPlan {
  const { planned, leftOut } = planFields(input, 'push')
  const compiled = planned.map((field): CompiledField => {
    const target = pushTarget(field, input.describe.fields)
    return { ...field, target, step: pushStep(field, target), standIn: defaultOf(field) }
  })
  const fieldsByName = new Map(compiled.flatMap(({ target }) => target.readBack.map((field) => [field.name, field])))

  return {
    attributes: [...new Set(planned.map(({ attribute }) => attribute.name))],
    fields: planned.map(({ attribute, field, pairId }) => ({ attribute, field, pairId })),
    leftOut,
    readBack: [...fieldsByName.keys()],
    convert: (values, context) => convert(compiled, values, context),
    keptValues: keptReader(planned, input.describe.fields),
    notKept: ({ body, sent }, readBack) =>
      sent.flatMap(({ attribute, fields, value }) => {
        const lost = fields
          .flatMap((name) => fieldsByName.get(name) ?? [])
          .find((field) => !isKept(field, body[field.name] ?? null, readBack[field.name]))
        return lost ? [skipOf(attribute, unfit.notKept(lost, cellOf(readBack[lost.name])), value)] : []
      }),
  }
}

function convert(
  compiled: readonly CompiledField[],
  values: Readonly<Record<string, AttributeValue>>,
  context: PushContext,
): ConvertedPush {
  const push: ConvertedPush = { body: {}, sent: [], skips: [], notes: [] }
  for (const { attribute, field, step, standIn } of compiled) {
    const given = values[attribute.name] ?? null
    const value = standIn !== null && isBlank(attribute.type, given) ? standIn : given
    const written = step(value, context, push.body)
    if (written instanceof Unfit) {
      push.skips.push(skipOf(attribute.name, written, value))
      continue
    }
    const fields = Object.keys(written)
    if (fields.length === 0) continue
    push.sent.push({ attribute: attribute.name, fields, value })
    if (value !== given) push.notes.push({ attribute: attribute.name, ...defaultNote({ attribute, field }) })
    Object.assign(push.body, written)
  }
  return push
}

function skipOf(attribute: string, { reason, sentence }: Unfit, dropped: AttributeValue): FieldSkip {
  return { attribute, reason, sentence, dropped }
}

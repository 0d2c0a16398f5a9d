import type { FieldNote } from '../../contract/job.ts'
import type { PreviewField } from '../../contract/preview.ts'
import type { Attribute, SalesforceField } from '../../contract/schema.ts'
import type { AttributeValue } from '../../contract/shared.ts'
import { isKept, type ReadBack } from '../plans/field-kept.ts'
import { type HeldValue, heldAfter, heldValue } from './held-value.ts'
import { labelsOf } from './value-labels.ts'
import type { FieldSkip, LeftOut, PlanInput, PlannedField } from '../plans/plan-fields.ts'
import type { PullPlan } from '../plans/pull-plan.ts'
import type { ConvertedPush, PushPlan, SentAttribute } from '../plans/push-plan.ts'
import { sameValue } from '../values/same-value.ts'

type Values = Readonly<Record<string, AttributeValue>>

/** One record of both sides as they are now. */
export interface BothSides {
  /** What Salesforce holds of `previewColumns`; empty where it has no such record. */
  held: ReadBack
  /** What Pryzm holds; empty where it has no such record. */
  values: Values
}

/** What a pull would set, references resolved, and what it would leave out of this record. */
export interface PulledRecord {
  values: Values
  skips: readonly Pick<FieldSkip, 'attribute' | 'reason' | 'sentence'>[]
}

/** Fields of Salesforce to read for a preview of an object pair, whichever way. */
export function previewColumns({ pair, describe, recordType }: PlanInput): string[] {
  const attributes = new Map(recordType.attributes.map((attribute) => [attribute.name, attribute]))
  const fields = new Map(describe.fields.map((field) => [field.name, field]))
  const columns = pair.fields.flatMap((fieldPair) => {
    const attribute = attributes.get(fieldPair.attribute)
    const field = fields.get(fieldPair.field)
    return attribute && field ? heldValue(attribute, field, describe.fields).columns : []
  })
  return [...new Set(columns)]
}

/**
 * What a pull would do with each attribute: the way of `plan.convert`, told value by value. `changedHere`: the record changed in
 * Pryzm since the last sync.
 */
export function previewPull(
  input: PlanInput,
  plan: PullPlan,
  { held, values }: BothSides,
  pulled: PulledRecord,
  { changedHere }: { changedHere: boolean },
): PreviewField[] {
  const skips = new Map(pulled.skips.map((skip) => [skip.attribute, skip]))
  const planned = plan.fields.map((field): PreviewField => {
    const { attribute } = field
    const before = values[attribute.name] ?? null
    const source = heldOf(input, field).read(held)
    const skip = skips.get(attribute.name)
    if (skip) return { ...base(field), ...left(source, before, skip), labels: labels(field, [source], [before]) }
    const brought = pulled.values[attribute.name]
    const same = brought === undefined || sameValue(attribute.type, before, brought)
    const after = same ? before : brought
    const outcome = same ? ('unchanged' as const) : ('written' as const)
    const note = !same && changedHere ? overwritten(attribute, 'Pryzm') : null
    return { ...base(field), source, before, after, outcome, note, labels: labels(field, [source], [before, after]) }
  })
  const everywhere = plan.leftOut.map((leftOut) => {
    const known = sidesOf(input, leftOut)
    const before = values[leftOut.attribute] ?? null
    const source = known.field ? heldValue(known.attribute, known.field, input.describe.fields).read(held) : null
    return { ...baseOf(leftOut), ...left(source, before, leftOut), labels: labels(known, [source], [before]) }
  })
  return inOrder(input, [...planned, ...everywhere])
}

/**
 * What a push would do with each attribute: the way of `plan.convert`, told value by value. `changedThere`: the record changed
 * in Salesforce since the last sync.
 */
export function previewPush(
  input: PlanInput,
  plan: PushPlan,
  { held, values }: BothSides,
  pushed: ConvertedPush,
  { changedThere }: { changedThere: boolean },
): PreviewField[] {
  const heldThen = heldAfter(held, pushed.body, input.describe.fields)
  const fields = new Map(input.describe.fields.map((field) => [field.name, field]))
  const isChanged = ({ fields: sent }: SentAttribute) =>
    sent.some((name) => {
      const field = fields.get(name)
      return field !== undefined && !isKept(field, pushed.body[name] ?? null, held[name])
    })
  const planned = plan.fields.map((field): PreviewField => {
    const { attribute } = field
    const target = heldOf(input, field)
    const source = values[attribute.name] ?? null
    const before = target.read(held)
    const sent = sentOf(pushed, attribute, target)
    const skip = sent ? undefined : pushed.skips.find((one) => one.attribute === attribute.name)
    if (skip) return { ...base(field), ...left(source, before, skip), labels: labels(field, [before], [source]) }
    const changed = sent !== undefined && isChanged(sent)
    const after = changed ? target.read(heldThen) : before
    const note = changed && changedThere ? overwritten(field.field, 'Salesforce') : sent ? noteOf(pushed, attribute) : null
    const outcome = changed ? ('written' as const) : ('unchanged' as const)
    return { ...base(field), source, before, after, outcome, note, labels: labels(field, [before, after], [source]) }
  })
  const everywhere = plan.leftOut.map((leftOut) => {
    const known = sidesOf(input, leftOut)
    const source = values[leftOut.attribute] ?? null
    const before = known.field ? heldValue(known.attribute, known.field, input.describe.fields).read(held) : null
    return { ...baseOf(leftOut), ...left(source, before, leftOut), labels: labels(known, [before], [source]) }
  })
  return inOrder(input, [...planned, ...everywhere])
}

function heldOf({ describe }: PlanInput, { attribute, field }: PlannedField): HeldValue {
  return heldValue(attribute, field, describe.fields)
}

function noteOf({ notes }: ConvertedPush, { name }: Attribute): FieldNote | null {
  const note = notes.find(({ attribute }) => attribute === name)
  return note ? { code: note.code, sentence: note.sentence } : null
}

/** An attribute may be pushed into several fields; each has an entry of its own. */
function sentOf({ sent }: ConvertedPush, { name }: Attribute, { columns }: HeldValue): SentAttribute | undefined {
  return sent.find(({ attribute, fields }) => attribute === name && fields.some((field) => columns.includes(field)))
}

interface KnownSides {
  attribute: Pick<Attribute, 'type' | 'options'>
  field?: SalesforceField | undefined
}

/** Both sides of a pair that never flows, as far as they exist. */
function sidesOf({ describe, recordType }: PlanInput, leftOut: LeftOut): KnownSides {
  const attribute = recordType.attributes.find(({ name }) => name === leftOut.attribute)
  const field = describe.fields.find(({ name }) => name === leftOut.field)
  return { attribute: attribute ?? { type: 'text' }, field }
}

function base({ attribute, field, pairId }: PlannedField) {
  return {
    attribute: attribute.name,
    attributeLabel: attribute.label,
    field: field.name,
    pairId,
    reason: null,
    sentence: null,
    note: null as FieldNote | null,
  }
}

function baseOf({ attribute, label, field, pairId }: LeftOut) {
  return { attribute, attributeLabel: label, field, pairId, note: null }
}

function left(source: AttributeValue, before: AttributeValue, { reason, sentence }: Pick<FieldSkip, 'reason' | 'sentence'>) {
  return { source, before, after: before, outcome: 'skipped' as const, reason, sentence }
}

function labels({ attribute, field }: KnownSides, inSalesforce: AttributeValue[], inPryzm: AttributeValue[]) {
  const picklist = (field?.picklistValues ?? []).map(({ value, label }) => ({ id: value, label }))
  return { ...labelsOf(picklist, inSalesforce), ...labelsOf(attribute.options ?? [], inPryzm) }
}

function overwritten({ label }: Pick<SalesforceField, 'label'>, side: 'Pryzm' | 'Salesforce'): FieldNote {
  const sentence = `The record was changed in ${side} since the last sync. This overwrites what ${label} holds there now.`
  return { code: 'changed_since_sync', sentence }
}

/** As the mapping lists its pairs; what is not mapped comes last. */
function inOrder({ pair }: PlanInput, fields: PreviewField[]): PreviewField[] {
  const position = new Map(pair.fields.map(({ id }, index) => [id, index]))
  const at = ({ pairId }: PreviewField) => position.get(pairId ?? '') ?? pair.fields.length
  return fields.toSorted((one, other) => at(one) - at(other))
}

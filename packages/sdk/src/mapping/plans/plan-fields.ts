import type { SkipReason } from '../../contract/job.ts'
import type { FieldPair, MappingIssue, ObjectPair } from '../../contract/mapping.ts'
import type { Attribute, ObjectDescribe, RecordTypeSchema, SalesforceField } from '../../contract/schema.ts'
import type { AttributeValue } from '../../contract/shared.ts'
import { effectiveDirection, flows, type Way } from '../effective-direction.ts'
import { directionWords, objectPairLabels } from '../words.ts'

/** What a plan is compiled from: an enabled pair with both sides known, and the issues that validation found. */
export interface PlanInput {
  pair: ObjectPair
  describe: ObjectDescribe
  recordType: RecordTypeSchema
  issues: readonly MappingIssue[]
}

/** A field pair whose values flow. */
export interface PlannedField {
  attribute: Attribute
  field: SalesforceField
  pairId: string
}

/** An attribute that never flows this way, whatever the record. */
export interface LeftOut {
  attribute: string
  /** The attribute's label; its name where the attribute no longer exists. */
  label: string
  field: string | null
  pairId: string | null
  reason: SkipReason
  sentence: string
}

/** One attribute of one record that was left out. */
export interface FieldSkip {
  attribute: string
  reason: SkipReason
  sentence: string
  /** The value that did not go over, as its own side had it. */
  dropped: AttributeValue
}

/** A planned field together with its pair, for compiling the conversion. */
export interface FieldToPlan extends PlannedField {
  pair: FieldPair
}

/** Splits the attributes of a record type into those that flow this way and those that never do. */
export function planFields(input: PlanInput, way: Way): { planned: FieldToPlan[]; leftOut: LeftOut[] } {
  const attributes = new Map(input.recordType.attributes.map((attribute) => [attribute.name, attribute]))
  const fields = new Map(input.describe.fields.map((field) => [field.name, field]))
  const stops = stoppedPairs(input, way)
  const planned: FieldToPlan[] = []
  const leftOut = new Map<string, LeftOut>()

  for (const pair of input.pair.fields) {
    const attribute = attributes.get(pair.attribute)
    const field = fields.get(pair.field)
    const obstacle = obstacleOf(pair, input, stops, way)
    if (!obstacle && attribute && field) planned.push({ attribute, field, pairId: pair.id, pair })
    else keepWorse(leftOut, leftOutOf(pair, attribute, obstacle ?? unknownSide(pair, attribute)))
  }
  for (const { attribute } of planned) leftOut.delete(attribute.name)
  return { planned, leftOut: [...leftOut.values(), ...unmapped(input)] }
}

type Obstacle = Pick<LeftOut, 'reason' | 'sentence'>

/** The first issue of each pair that stops it this way. */
function stoppedPairs({ pair, issues }: PlanInput, way: Way): Map<string, MappingIssue> {
  const stops = new Map<string, MappingIssue>()
  for (const issue of issues) {
    if (issue.object !== pair.object || issue.pairId === null || !flows(issue.stops, way)) continue
    if (!stops.has(issue.pairId)) stops.set(issue.pairId, issue)
  }
  return stops
}

function obstacleOf(pair: FieldPair, input: PlanInput, stops: Map<string, MappingIssue>, way: Way): Obstacle | null {
  if (!flows(effectiveDirection(pair.direction, input.pair.direction), way)) return againstDirection(pair, input.pair, way)
  const issue = stops.get(pair.id)
  return issue ? { reason: reasonOf(issue), sentence: issue.sentence } : null
}

function reasonOf({ code }: MappingIssue): SkipReason {
  return code === 'field_read_only' || code === 'attribute_read_only' ? 'read_only' : 'mapping_error'
}

function againstDirection(pair: FieldPair, object: ObjectPair, way: Way): Obstacle {
  const own = flows(pair.direction, way)
    ? `${objectPairLabels[object.object].salesforcePlural} are set to ${directionWords[object.direction]}`
    : `This field is set to ${directionWords[pair.direction]}`
  return { reason: 'direction', sentence: `${own}, so it does not take part in a ${way}.` }
}

/** Issues name a side that is missing; this says so too where a plan is compiled without them. */
function unknownSide(pair: FieldPair, attribute: Attribute | undefined): Obstacle {
  return {
    reason: 'mapping_error',
    sentence: attribute
      ? `The Salesforce field ${pair.field} is missing or hidden from the connected user.`
      : `The attribute ${pair.attribute} no longer exists in Pryzm.`,
  }
}

function leftOutOf(pair: FieldPair, attribute: Attribute | undefined, obstacle: Obstacle): LeftOut {
  return {
    attribute: pair.attribute,
    label: attribute?.label ?? pair.attribute,
    field: pair.field,
    pairId: pair.id,
    ...obstacle,
  }
}

/** An attribute in several pairs is told once; an error says more than a direction that somebody chose. */
function keepWorse(leftOut: Map<string, LeftOut>, candidate: LeftOut): void {
  const known = leftOut.get(candidate.attribute)
  if (!known || (known.reason === 'direction' && candidate.reason !== 'direction')) leftOut.set(candidate.attribute, candidate)
}

function unmapped({ pair, recordType }: PlanInput): LeftOut[] {
  const mapped = new Set(pair.fields.map(({ attribute }) => attribute))
  return recordType.attributes
    .filter(({ name }) => !mapped.has(name))
    .map(({ name, label }) => ({
      attribute: name,
      label,
      field: null,
      pairId: null,
      reason: 'not_mapped' as const,
      sentence: `${label} is not mapped to a Salesforce field.`,
    }))
}

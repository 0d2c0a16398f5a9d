import type { FieldPair, IssueCode, IssueFix, IssueSeverity, MappingIssue, ObjectPair } from '../../contract/mapping.ts'
import type { Attribute, ObjectDescribe, RecordTypeSchema, SalesforceField } from '../../contract/schema.ts'
import type { Direction } from '../../contract/shared.ts'
import { effectiveDirection, flows } from '../effective-direction.ts'
import type { PairSides } from '../pair-sides.ts'

/** An object pair with both sides indexed, for the checks that ask it field by field. */
export interface PairContext {
  pair: ObjectPair
  describe: ObjectDescribe | null
  recordType: RecordTypeSchema | null
  fields: ReadonlyMap<string, SalesforceField>
  attributes: ReadonlyMap<string, Attribute>
  pulls: boolean
  pushes: boolean
}

export function pairContext(pair: ObjectPair, { describe = null, recordType }: PairSides): PairContext {
  return {
    pair,
    describe,
    recordType,
    fields: new Map(describe?.fields.map((field) => [field.name, field])),
    attributes: new Map(recordType?.attributes.map((attribute) => [attribute.name, attribute])),
    pulls: flows(pair.direction, 'pull'),
    pushes: flows(pair.direction, 'push'),
  }
}

/** The direction of a field pair in force. */
export function directionOf(fieldPair: FieldPair, { pair }: PairContext): Direction | null {
  return effectiveDirection(fieldPair.direction, pair.direction)
}

/** An issue of the object pair as a whole. */
export function objectIssue(
  { pair }: PairContext,
  code: IssueCode,
  severity: IssueSeverity,
  sentence: string,
  options: { field?: string; fixes?: IssueFix[] } = {},
): MappingIssue {
  return {
    code,
    severity,
    object: pair.object,
    pairId: null,
    attribute: null,
    field: options.field ?? null,
    stops: severity === 'blocking' ? pair.direction : null,
    sentence,
    fixes: options.fixes ?? [],
  }
}

/** An issue of one field pair; `stops` makes it an error in that direction, null a warning. */
export function fieldIssue(
  { pair }: PairContext,
  fieldPair: FieldPair,
  code: IssueCode,
  stops: Direction | null,
  sentence: string,
  fixes: IssueFix[] = [],
): MappingIssue {
  return {
    code,
    severity: stops === null ? 'warning' : 'field',
    object: pair.object,
    pairId: fieldPair.id,
    attribute: fieldPair.attribute,
    field: fieldPair.field,
    stops,
    sentence,
    fixes,
  }
}

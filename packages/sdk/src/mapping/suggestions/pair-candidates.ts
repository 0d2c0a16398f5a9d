import type { ObjectPair } from '../../contract/mapping.ts'
import type { Attribute, ObjectDescribe, RecordTypeSchema, SalesforceField } from '../../contract/schema.ts'
import type { Direction } from '../../contract/shared.ts'
import { effectiveDirection, flows } from '../effective-direction.ts'
import { fieldConvertibility } from '../types/field-convertibility.ts'
import { namedAttribute, type NamedAttribute, namedField, type NamedField, type NameScore, nameScore } from './name-score.ts'
import { isPersonAccountField } from '../validation/person-account-field.ts'
import { PRYZM_ID_FIELD } from '../pryzm-id.ts'
import { attributesNear, fieldsNear, ownWordsOf } from './side-names.ts'
import { convertibility } from '../types/type-table.ts'
import { isWritable } from '../plans/writable-field.ts'

const weakest = 0.5

/** Taken off a score, for what makes the pair less likely or less useful. */
const less = {
  /** Values of this type may not fit the other. */
  lossyType: 0.25,
  /** Only what is longer or finer than usual does not fit. */
  lossyLimits: 0.05,
  /** The attribute could be pushed, but not into this field. */
  readOnly: 0.04,
  /** Of two fields of one name, a company's own one is meant rather than that of a package. */
  packaged: 0.02,
  /** Another field is as likely. */
  ambiguous: 0.25,
} as const

/** What a mapping never needs: the kit writes or reads these by itself. */
const ownFields = new Set([
  'Id',
  'IsDeleted',
  'MasterRecordId',
  'SystemModstamp',
  'CurrencyIsoCode',
  'RecordTypeId',
  PRYZM_ID_FIELD,
])

/** Two sides that may belong together, and how likely that is. */
export interface Candidate {
  attribute: Attribute
  field: SalesforceField
  direction: Direction
  score: number
  reason: string
}

/** Where candidates are looked for: what is mapped already is none. */
export interface Search {
  pair: Pick<ObjectPair, 'object' | 'direction'>
  describe: ObjectDescribe
  recordType: RecordTypeSchema
  mappedAttributes: ReadonlySet<string>
  mappedFields: ReadonlySet<string>
}

export function searchIn(
  { object, direction, fields }: ObjectPair,
  describe: ObjectDescribe,
  recordType: RecordTypeSchema,
): Search {
  return {
    pair: { object, direction },
    describe,
    recordType,
    mappedAttributes: new Set(fields.map(({ attribute }) => attribute)),
    mappedFields: new Set(fields.map(({ field }) => field)),
  }
}

/** The fields that are free and may belong to an attribute, best first. */
export function fieldCandidates(attribute: Attribute, search: Search): Candidate[] {
  const named = namedAttribute(attribute, ownWordsOf(search.pair.object, search.recordType))
  const near = fieldsNear(search.describe, named).filter(({ side }) => mayBeMapped(side, search))
  return ranked(near.flatMap((field) => candidateOf(named, field, search) ?? []))
}

/** The attributes that are free and may belong to a field, best first. */
export function attributeCandidates(field: SalesforceField, search: Search): Candidate[] {
  const named = namedField(field, search.pair.object)
  const near = attributesNear(search.pair.object, search.recordType, named)
  const free = near.filter(({ side }) => !search.mappedAttributes.has(side.name))
  return ranked(free.flatMap((attribute) => candidateOf(attribute, named, search) ?? []))
}

/** Where several are equally likely, none of them may be accepted unread. */
function ranked(candidates: Candidate[]): Candidate[] {
  candidates.sort((a, b) => b.score - a.score)
  const [first, second] = candidates
  if (!first || first.score !== second?.score) return candidates
  const best = first.score
  return candidates.map((candidate) =>
    candidate.score === best ? { ...candidate, score: Math.max(weakest, best - less.ambiguous) } : candidate,
  )
}

function mayBeMapped(field: SalesforceField, { mappedFields, describe }: Search): boolean {
  return !ownFields.has(field.name) && !mappedFields.has(field.name) && !isPersonAccountField(field, describe)
}

function candidateOf(attribute: NamedAttribute, field: NamedField, search: Search): Candidate | null {
  const named = nameScore(attribute, field)
  return named.score < weakest ? null : fitting(attribute.side, field.side, named, search)
}

/** A candidate by name, where its types let it flow. */
function fitting(attribute: Attribute, field: SalesforceField, named: NameScore, { pair, describe }: Search): Candidate | null {
  const pull = attribute.readOnly ? 'no' : fieldConvertibility(attribute, field, 'pull').level
  const push = isWritable(field, describe.fields) ? fieldConvertibility(attribute, field, 'push').level : 'no'
  const direction = openDirection(pull !== 'no', push !== 'no')
  if (direction === null || effectiveDirection(direction, pair.direction) === null) return null
  const lossy = (flows(direction, 'pull') && pull === 'lossy') || (flows(direction, 'push') && push === 'lossy')
  const lost = lossy ? (isLossyByType(attribute, field, direction) ? less.lossyType : less.lossyLimits) : 0
  const unwritten = push === 'no' && !attribute.readOnly ? less.readOnly : 0
  const score = named.score - lost - unwritten - (isPackaged(field) ? less.packaged : 0)
  if (score < weakest) return null
  return {
    attribute,
    field,
    direction,
    score,
    reason: lossy ? `${named.reason}, but some values may not fit` : withType(named.reason),
  }
}

function isLossyByType({ type }: Attribute, field: SalesforceField, direction: Direction): boolean {
  return (['pull', 'push'] as const).some(
    (way) => flows(direction, way) && convertibility(field.type, type, way).level === 'lossy',
  )
}

function withType(reason: string): string {
  return reason === 'Same name' ? 'Same name and type' : `${reason}, and the types agree`
}

function openDirection(pulls: boolean, pushes: boolean): Direction | null {
  if (pulls) return pushes ? 'bidirectional' : 'pull'
  return pushes ? 'push' : null
}

function isPackaged({ name }: SalesforceField): boolean {
  return /^[a-z0-9]+__.+__c$/i.test(name)
}

import type { ObjectPair, OptionPair } from '../contract/mapping.ts'
import type { ObjectDescribe, RecordTypeSchema, SalesforceField } from '../contract/schema.ts'
import type { Direction, SalesforceObject } from '../contract/shared.ts'
import { effectiveDirection, flows } from './effective-direction.ts'
import { fieldConvertibility } from './field-convertibility.ts'
import { fieldNamesOf } from './field-names.ts'
import { namedAttribute, type NamedAttribute, type NamedField, type NameScore, nameScore } from './name-score.ts'
import { nameWords } from './name-words.ts'
import type { PairSides } from './pair-sides.ts'
import { isPersonAccountField } from './person-account-field.ts'
import { PRYZM_ID_FIELD } from './pryzm-id-field.ts'
import { suggestOptions } from './suggest-options.ts'
import { convertibility } from './type-table.ts'
import { ownWords } from './usual-fields.ts'
import { isWritable } from './writable-field.ts'

/** A pair that a person may want; nothing is mapped until somebody accepts it. */
export interface Suggestion {
  attribute: string
  field: string
  direction: Direction
  options: OptionPair[]
  /** 0 to 1; from `ACCEPT_SCORE` on it can be accepted without a closer look, from 0.5 on it is worth one. */
  score: number
  reason: string
}

/** From this score on, name and type agree so well that a suggestion may be accepted unread. */
export const ACCEPT_SCORE = 0.8

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

/** Pairs for what is not mapped yet, best first; each attribute and each field once. */
export function suggestPairs(pair: ObjectPair, { describe, recordType }: PairSides): Suggestion[] {
  if (!describe || !recordType) return []
  const mappedAttributes = new Set(pair.fields.map(({ attribute }) => attribute))
  const taken = new Set(pair.fields.map(({ field }) => field))
  const own = ownWordsOf(pair.object, recordType)
  const candidates = recordType.attributes
    .filter(({ name }) => !mappedAttributes.has(name))
    .flatMap((attribute) => candidatesOf(namedAttribute(attribute, own), { pair, describe, taken }))
  return bestOfEach(candidates, pushedTargets(pair, describe))
}

interface Candidate {
  attribute: NamedAttribute
  field: NamedField
  direction: Direction
  score: number
  reason: string
}

interface Between {
  pair: ObjectPair
  describe: ObjectDescribe
  taken: ReadonlySet<string>
}

/** The words for a record type: those that everybody has for it, and its own labels. */
function ownWordsOf(object: SalesforceObject, { label, labelPlural }: RecordTypeSchema): ReadonlySet<string> {
  return new Set([...ownWords[object], ...nameWords(label), ...nameWords(labelPlural)])
}

function candidatesOf(attribute: NamedAttribute, between: Between): Candidate[] {
  const candidates = fieldNamesOf(between.describe)
    .near(attribute)
    .flatMap((field) => {
      if (!mayBeMapped(field.side, between)) return []
      const named = nameScore(attribute, field)
      return named.score < weakest ? [] : (candidateOf(attribute, field, named, between) ?? [])
    })
  return apartFromTies(candidates)
}

function mayBeMapped(field: SalesforceField, { taken, describe }: Between): boolean {
  return !ownFields.has(field.name) && !taken.has(field.name) && !isPersonAccountField(field, describe)
}

function candidateOf(
  attribute: NamedAttribute,
  field: NamedField,
  named: NameScore,
  { pair, describe }: Between,
): Candidate | null {
  const [own, other] = [attribute.side, field.side]
  const pull = own.readOnly ? 'no' : fieldConvertibility(own, other, 'pull').level
  const push = isWritable(other, describe.fields) ? fieldConvertibility(own, other, 'push').level : 'no'
  const direction = openDirection(pull !== 'no', push !== 'no')
  if (direction === null || effectiveDirection(direction, pair.direction) === null) return null
  const lossy = (flows(direction, 'pull') && pull === 'lossy') || (flows(direction, 'push') && push === 'lossy')
  const byType = lossy && isLossyByType(attribute, field, direction)
  const score =
    named.score -
    (lossy ? (byType ? less.lossyType : less.lossyLimits) : 0) -
    (push === 'no' && !own.readOnly ? less.readOnly : 0) -
    (isPackaged(other) ? less.packaged : 0)
  if (score < weakest) return null
  return {
    attribute,
    field,
    direction,
    score,
    reason: lossy ? `${named.reason}, but some values may not fit` : withType(named.reason),
  }
}

function isLossyByType({ side: { type } }: NamedAttribute, { side: field }: NamedField, direction: Direction): boolean {
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

/** Where several fields are equally likely, none of them may be accepted unread. */
function apartFromTies(candidates: readonly Candidate[]): Candidate[] {
  const best = Math.max(...candidates.map(({ score }) => score))
  const tied = candidates.filter(({ score }) => score === best).length > 1
  if (!tied) return [...candidates]
  return candidates.map((candidate) => ({
    ...candidate,
    score: Math.max(weakest, candidate.score - (candidate.score === best ? less.ambiguous : 0)),
  }))
}

function bestOfEach(candidates: readonly Candidate[], pushed: Set<string>): Suggestion[] {
  const taken = new Set<string>()
  const best: Suggestion[] = []
  const ranked = [...candidates]
  ranked.sort((a, b) => b.score - a.score)
  for (const { attribute, field, direction, score, reason } of ranked) {
    const keys = [`attribute ${attribute.side.name}`, `field ${field.side.name}`]
    if (keys.some((key) => taken.has(key))) continue
    const apart = besideOthers(field.side, direction, pushed)
    if (apart === null) continue
    for (const key of keys) taken.add(key)
    best.push({
      attribute: attribute.side.name,
      field: field.side.name,
      direction: apart,
      options: suggestOptions(attribute.side, field.side),
      score,
      reason,
    })
  }
  return best
}

/** An address and its parts are one target: what comes second only pulls. */
function besideOthers({ name, compoundFieldName }: SalesforceField, direction: Direction, pushed: Set<string>): Direction | null {
  if (direction === 'pull') return direction
  const whole = compoundFieldName !== null && compoundFieldName !== name ? compoundFieldName : null
  const rival = pushed.has(`part of ${name}`) || (whole !== null && pushed.has(whole))
  if (rival) return direction === 'bidirectional' ? 'pull' : null
  notePushed(name, whole, pushed)
  return direction
}

function pushedTargets(pair: ObjectPair, { fields }: ObjectDescribe): Set<string> {
  const pushed = new Set<string>()
  const byName = new Map(fields.map((field) => [field.name, field]))
  for (const { field: name, direction } of pair.fields) {
    const whole = byName.get(name)?.compoundFieldName ?? null
    if (flows(direction, 'push')) notePushed(name, whole === name ? null : whole, pushed)
  }
  return pushed
}

function notePushed(name: string, whole: string | null, pushed: Set<string>): void {
  pushed.add(name)
  if (whole !== null) pushed.add(`part of ${whole}`)
}

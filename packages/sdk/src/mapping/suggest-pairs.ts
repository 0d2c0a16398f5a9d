import type { ObjectPair, OptionPair } from '../contract/mapping.ts'
import type { Attribute, SalesforceField } from '../contract/schema.ts'
import type { Direction } from '../contract/shared.ts'
import { effectiveDirection } from './effective-direction.ts'
import { fieldConvertibility } from './field-convertibility.ts'
import { type NamedSide, namedAttribute, namedField, nameScore } from './name-score.ts'
import type { PairSides } from './pair-sides.ts'
import { PRYZM_ID_FIELD } from './pryzm-id-field.ts'
import { suggestOptions } from './suggest-options.ts'
import { isWritable } from './writable-field.ts'

/** A pair that a person may want; nothing is mapped until somebody accepts it. */
export interface Suggestion {
  attribute: string
  field: string
  direction: Direction
  options: OptionPair[]
  /** 0 to 1; from 0.8 on name and type agree, from 0.5 on it is worth a look. */
  score: number
  reason: string
}

const weakest = 0.5

/** What a mapping never needs: the kit writes or reads these by itself. */
const ownFields = new Set(['Id', 'IsDeleted', 'MasterRecordId', 'SystemModstamp', 'CurrencyIsoCode', PRYZM_ID_FIELD])

/** Pairs for what is not mapped yet, best first; each attribute and each field once. */
export function suggestPairs(pair: ObjectPair, { describe, recordType }: PairSides): Suggestion[] {
  if (!describe || !recordType) return []
  const mappedAttributes = new Set(pair.fields.map(({ attribute }) => attribute))
  const mappedFields = new Set(pair.fields.map(({ field }) => field))
  const fields = describe.fields.filter(({ name }) => !ownFields.has(name) && !mappedFields.has(name)).map(namedField)
  const candidates = recordType.attributes
    .filter(({ name }) => !mappedAttributes.has(name))
    .map(namedAttribute)
    .flatMap((attribute) => candidatesOf(attribute, fields, pair, describe.fields))
  return bestOfEach(candidates)
}

interface Candidate extends Suggestion {
  sides: { attribute: Attribute; field: SalesforceField }
}

function candidatesOf(
  attribute: NamedSide<Attribute>,
  fields: readonly NamedSide<SalesforceField>[],
  pair: ObjectPair,
  all: readonly SalesforceField[],
): Candidate[] {
  return fields.flatMap((field) => {
    const named = nameScore(attribute, field, pair.object)
    if (named.score < weakest) return []
    return candidate(attribute.side, field.side, named, pair, all) ?? []
  })
}

function candidate(
  attribute: Attribute,
  field: SalesforceField,
  named: { score: number; reason: string },
  pair: ObjectPair,
  all: readonly SalesforceField[],
): Candidate | null {
  const pull = fieldConvertibility(attribute, field, 'pull')
  const push = fieldConvertibility(attribute, field, 'push')
  const direction = openDirection(pull.level !== 'no' && !attribute.readOnly, push.level !== 'no' && isWritable(field, all))
  if (direction === null || effectiveDirection(direction, pair.direction) === null) return null
  const lossy = (direction !== 'push' && pull.level === 'lossy') || (direction !== 'pull' && push.level === 'lossy')
  const score = lossy ? named.score - 0.25 : named.score
  if (score < weakest) return null
  return {
    attribute: attribute.name,
    field: field.name,
    direction,
    options: [],
    score,
    reason: lossy ? `${named.reason}, but some values may not fit` : withType(named.reason),
    sides: { attribute, field },
  }
}

function withType(reason: string): string {
  return reason === 'Same name' ? 'Same name and type' : `${reason}, and the types agree`
}

function openDirection(pulls: boolean, pushes: boolean): Direction | null {
  if (pulls) return pushes ? 'bidirectional' : 'pull'
  return pushes ? 'push' : null
}

function bestOfEach(candidates: readonly Candidate[]): Suggestion[] {
  const taken = new Set<string>()
  const best: Suggestion[] = []
  const ranked = [...candidates]
  ranked.sort((a, b) => b.score - a.score)
  for (const { sides, ...suggestion } of ranked) {
    const keys = [`attribute ${suggestion.attribute}`, `field ${suggestion.field}`]
    if (keys.some((key) => taken.has(key))) continue
    for (const key of keys) taken.add(key)
    best.push({ ...suggestion, options: suggestOptions(sides.attribute, sides.field) })
  }
  return best
}

import type { ObjectPair, OptionPair } from '../../contract/mapping.ts'
import type { ObjectDescribe, SalesforceField } from '../../contract/schema.ts'
import type { Direction } from '../../contract/shared.ts'
import { flows } from '../effective-direction.ts'
import { type Candidate, fieldCandidates, searchIn } from './pair-candidates.ts'
import type { PairSides } from '../pair-sides.ts'
import { suggestOptions } from '../options/suggest-options.ts'

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

/** Pairs for what is not mapped yet, best first; each attribute and each field once. */
export function suggestPairs(pair: ObjectPair, { describe, recordType }: PairSides): Suggestion[] {
  if (!describe || !recordType) return []
  const search = searchIn(pair, describe, recordType)
  const free = recordType.attributes.filter(({ name }) => !search.mappedAttributes.has(name))
  const candidates = free.flatMap((attribute) => fieldCandidates(attribute, search))
  return bestOfEach(candidates, pushedTargets(pair, describe))
}

function bestOfEach(candidates: readonly Candidate[], pushed: Set<string>): Suggestion[] {
  const taken = new Set<string>()
  const best: Suggestion[] = []
  const ranked = [...candidates]
  ranked.sort((a, b) => b.score - a.score)
  for (const { attribute, field, direction, score, reason } of ranked) {
    const keys = [`attribute ${attribute.name}`, `field ${field.name}`]
    if (keys.some((key) => taken.has(key))) continue
    const apart = besideOthers(field, direction, pushed)
    if (apart === null) continue
    for (const key of keys) taken.add(key)
    best.push({
      attribute: attribute.name,
      field: field.name,
      direction: apart,
      options: suggestOptions(attribute, field),
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

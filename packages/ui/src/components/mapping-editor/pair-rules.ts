import type { AttributeType, Direction, FieldPair } from '@pryzm/salesforce-sdk'
import { effectiveDirection, flows } from '@pryzm/salesforce-sdk/mapping'

export const pairRules = ['blankOnPull', 'blankOnPush', 'defaultOnPush'] as const
export type PairRule = (typeof pairRules)[number]

/** Rules to set; an undefined one goes back to what holds where nothing is set. */
export type RulesChange = { readonly [Rule in PairRule]?: FieldPair[Rule] | undefined }

const ways = { blankOnPull: 'pull', blankOnPush: 'push', defaultOnPush: 'push' } as const

const withoutDefault: readonly AttributeType[] = ['address', 'relation', 'user']

/** False for attributes whose values are records, people or several fields at once. */
export function canHaveDefault(type: AttributeType): boolean {
  return !withoutDefault.includes(type)
}

/** True where values flow in the direction that the rule is about. */
export function ruleApplies(rule: PairRule, direction: Direction | null): boolean {
  return direction !== null && flows(direction, ways[rule])
}

/** The rules that a person set on a pair and that its effective direction uses. */
export function rulesInForce(pair: FieldPair, objectDirection: Direction): PairRule[] {
  const direction = effectiveDirection(pair.direction, objectDirection)
  return pairRules.filter((rule) => isSet(pair, rule) && ruleApplies(rule, direction))
}

/** The pair with other rules: one that goes back to its default is left out, never written. */
export function withRules(pair: FieldPair, change: RulesChange): FieldPair {
  const entries = Object.entries({ ...pair, ...change }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as FieldPair
}

function isSet(pair: FieldPair, rule: PairRule): boolean {
  return rule === 'defaultOnPush' ? pair.defaultOnPush != null : pair[rule] !== undefined && pair[rule] !== 'clear'
}

import type { FieldPair } from '../../contract/mapping.ts'
import { addressComponents } from '../plans/address-components.ts'
import { flows, type Way } from '../effective-direction.ts'
import { fieldConvertibility } from '../types/field-convertibility.ts'
import { directionOf, type PairContext } from './pair-context.ts'
import { pushObstacle } from '../plans/push-obstacle.ts'

/** The two names that a pair ties together. */
export type PairNames = Pick<FieldPair, 'attribute' | 'field'>

/** Which pairs write into what, each way. */
interface PairTargets {
  /** Pairs that travel this way; one that cannot anyway is nobody's rival. */
  flowing: Readonly<Record<Way, readonly FieldPair[]>>
  intoAttributes: ReadonlyMap<string, readonly FieldPair[]>
  intoFields: ReadonlyMap<string, readonly FieldPair[]>
}

/** Whether values could travel between these two this way, whatever the other pairs are; what is not known stops nothing. */
export function canTravel(context: PairContext, names: PairNames, way: Way): boolean {
  const { describe, recordType } = context
  const attribute = context.attributes.get(names.attribute)
  const field = context.fields.get(names.field)
  if ((recordType && !attribute) || (describe && !field)) return false
  if (way === 'pull' && attribute?.readOnly) return false
  if (way === 'push' && field && describe && pushObstacle(field, describe) !== null) return false
  return !attribute || !field || fieldConvertibility(attribute, field, way).level !== 'no'
}

/** The other pairs that write into the same target this way; `names` where the pair is thought of as tying other ones. */
export function rivalsOf(context: PairContext, pair: FieldPair | null, way: Way, names: PairNames | null = pair): FieldPair[] {
  if (!names) return []
  const { intoAttributes, intoFields } = targetsOf(context)
  const writers =
    way === 'pull'
      ? (intoAttributes.get(names.attribute) ?? [])
      : writtenFields(context, names.field).flatMap((name) => intoFields.get(name) ?? [])
  return [...new Set(writers)].filter((writer) => writer !== pair)
}

/** Whether a push of the pairs as they are writes into a field, by itself or as a part of an address. */
export function isPushedInto(context: PairContext, field: string, pairs: ReadonlySet<FieldPair>): boolean {
  return (targetsOf(context).intoFields.get(field) ?? []).some((pair) => pairs.has(pair))
}

/** The pairs whose values travel this way. */
export function flowingPairs(context: PairContext, way: Way): readonly FieldPair[] {
  return targetsOf(context).flowing[way]
}

const known = new WeakMap<PairContext, PairTargets>()

function targetsOf(context: PairContext): PairTargets {
  const found = known.get(context)
  if (found) return found
  const [intoAttributes, intoFields] = [new Map<string, FieldPair[]>(), new Map<string, FieldPair[]>()]
  const flowing = { pull: pairsThatFlow(context, 'pull'), push: pairsThatFlow(context, 'push') }
  for (const pair of flowing.pull) note(intoAttributes, pair.attribute, pair)
  for (const pair of flowing.push) for (const name of writtenFields(context, pair.field)) note(intoFields, name, pair)
  const targets = { flowing, intoAttributes, intoFields }
  known.set(context, targets)
  return targets
}

function pairsThatFlow(context: PairContext, way: Way): FieldPair[] {
  return context.pair.fields.filter((pair) => flows(directionOf(pair, context), way) && canTravel(context, pair, way))
}

/** An address is written through its parts; latitude and longitude are fields of their own. */
function writtenFields({ fields, describe }: PairContext, name: string): string[] {
  const field = fields.get(name)
  if (field?.type !== 'address') return [name]
  const parts = addressComponents(field, describe?.fields ?? []).flatMap((part) => [part.name, part.code])
  return [name, ...parts.flatMap((part) => part?.name ?? [])]
}

function note(writers: Map<string, FieldPair[]>, target: string, pair: FieldPair): void {
  const there = writers.get(target)
  if (there) there.push(pair)
  else writers.set(target, [pair])
}

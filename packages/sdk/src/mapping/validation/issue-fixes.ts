import type { FieldPair, IssueFix } from '../../contract/mapping.ts'
import type { Direction } from '../../contract/shared.ts'
import { flows, type Way } from '../effective-direction.ts'
import { directionOf, type PairContext } from './pair-context.ts'
import { canTravel, type PairNames, rivalsOf } from './pair-targets.ts'
import { checkPryzmIdField } from './pryzm-id-field.ts'
import { directionWords, objectPairLabels } from '../words.ts'

export const ways = ['pull', 'push'] as const

export function removeFix({ id }: FieldPair): IssueFix {
  return { kind: 'remove_pair', label: 'Remove this pair', pairId: id }
}

/** Turns a pair to a direction; empty where that changes nothing or would bring another error about. */
export function turnFix(context: PairContext, fieldPair: FieldPair, direction: Direction): IssueFix[] {
  if (fieldPair.direction === direction || !mayTurn(context, fieldPair, direction)) return []
  return [{ kind: 'set_direction', label: `Change to ${directionWords[direction]}`, pairId: fieldPair.id, direction }]
}

/** Ties a pair to another field; empty where that would bring another error about. */
export function fieldFix(context: PairContext, fieldPair: FieldPair, field: string): IssueFix[] {
  if (!mayTie(context, fieldPair, { attribute: fieldPair.attribute, field })) return []
  const label = `Use ${context.fields.get(field)?.label ?? field}`
  return [{ kind: 'choose_field', label, pairId: fieldPair.id, field }]
}

/** Ties a pair to another attribute; empty where that would bring another error about. */
export function attributeFix(context: PairContext, fieldPair: FieldPair, attribute: string): IssueFix[] {
  if (!mayTie(context, fieldPair, { attribute, field: fieldPair.field })) return []
  const label = `Use ${context.attributes.get(attribute)?.label ?? attribute}`
  return [{ kind: 'choose_attribute', label, pairId: fieldPair.id, attribute }]
}

/** Turns a whole object pair; empty where that would bring another error about. */
export function objectDirectionFix(context: PairContext, direction: Direction): IssueFix[] {
  if (context.pair.direction === direction || !mayTurnObject(context, direction)) return []
  const { salesforcePlural } = objectPairLabels[context.pair.object]
  const label =
    direction === 'bidirectional'
      ? `Let ${salesforcePlural} flow both ways`
      : `Only ${directionWords[direction].toLowerCase()} ${salesforcePlural}`
  return [{ kind: 'set_object_direction', label, direction }]
}

function mayTurn(context: PairContext, fieldPair: FieldPair, direction: Direction): boolean {
  const now = directionOf(fieldPair, context)
  return ways.every(
    (way) =>
      !flows(direction, way) ||
      flows(now, way) ||
      (flows(context.pair.direction, way) && travelsAlone(context, fieldPair, way, fieldPair)),
  )
}

function mayTie(context: PairContext, fieldPair: FieldPair, names: PairNames): boolean {
  const now = directionOf(fieldPair, context)
  return ways.every((way) => !flows(now, way) || travelsAlone(context, fieldPair, way, names))
}

function travelsAlone(context: PairContext, fieldPair: FieldPair, way: Way, names: PairNames): boolean {
  return canTravel(context, names, way) && rivalsOf(context, fieldPair, way, names).length === 0
}

const knownTurns = new WeakMap<PairContext, Map<Direction, boolean>>()

/** Asked by every pair that its object narrows, and answered once. */
function mayTurnObject(context: PairContext, direction: Direction): boolean {
  const turns = knownTurns.get(context) ?? new Map<Direction, boolean>()
  knownTurns.set(context, turns)
  const may = turns.get(direction) ?? opensNothingWrong(context, direction)
  turns.set(direction, may)
  return may
}

function opensNothingWrong(context: PairContext, direction: Direction): boolean {
  const opened = ways.filter((way) => flows(direction, way) && !flows(context.pair.direction, way))
  if (opened.length === 0) return true
  if (opened.includes('push') && !mayPushAtAll(context)) return false
  const turned = { ...context, pair: { ...context.pair, direction } }
  return turned.pair.fields.every((fieldPair) =>
    opened.every((way) => !flows(directionOf(fieldPair, turned), way) || travelsAlone(turned, fieldPair, way, fieldPair)),
  )
}

function mayPushAtAll({ describe }: PairContext): boolean {
  if (!describe) return true
  return describe.updateable && !checkPryzmIdField(describe).some(({ code }) => code === 'pryzm_id_not_accessible')
}

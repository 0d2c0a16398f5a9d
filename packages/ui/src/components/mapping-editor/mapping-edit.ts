import type { Direction, FieldPair, Mapping, ObjectPair, OptionPair, SalesforceObject } from '@pryzm/salesforce-sdk'
import { diffMappings } from '@pryzm/salesforce-sdk/mapping'
import { type MappingDraft, type ObjectDraft, toDraft, toMapping, toObjectDraft, toObjectPair } from './mapping-draft.ts'
import { type RulesChange, withRules } from './pair-rules.ts'

/** One thing a person did to the mapping; what undo takes back as a whole. */
export type MappingEdit =
  | { kind: 'set_direction'; object: SalesforceObject; pairId: string; direction: Direction }
  | { kind: 'choose_field'; object: SalesforceObject; pairId: string; field: string; options: OptionPair[] }
  | { kind: 'set_options'; object: SalesforceObject; pairId: string; options: OptionPair[] }
  | { kind: 'set_rules'; object: SalesforceObject; pairId: string; rules: RulesChange }
  | { kind: 'add_pairs'; object: SalesforceObject; pairs: readonly FieldPair[] }
  | { kind: 'remove_pair'; object: SalesforceObject; pairId: string }
  | { kind: 'set_object_direction'; object: SalesforceObject; direction: Direction }
  | { kind: 'set_enabled'; object: SalesforceObject; enabled: boolean }
  /** A whole mapping out of a file. */
  | { kind: 'import'; mapping: Mapping }
  /** `mend` is a fix of the rules, bound to both sides; the same pair where only a person can go on. */
  | { kind: 'apply_fix'; object: SalesforceObject; mend: (pair: ObjectPair) => ObjectPair }
  /** Several pairs at once, of any object. */
  | { kind: 'set_directions'; turns: readonly Turn[] }
  /** `stage` ties the stages of the chosen pipeline to Salesforce's; it replaces the pair of that attribute, or is added. */
  | { kind: 'choose_pipeline'; object: 'Opportunity'; pipelineId: string; stage: FieldPair | null }

/** A pair and the direction that it is to have. */
export interface Turn {
  object: SalesforceObject
  pairId: string
  direction: Direction
}

/** Returns the draft after the edit, sharing everything that the edit did not touch; the same draft where nothing changed. */
export function applyEdit(draft: MappingDraft, edit: MappingEdit): MappingDraft {
  if (edit.kind === 'import') return diffMappings(toMapping(draft), edit.mapping).length === 0 ? draft : toDraft(edit.mapping)
  if (edit.kind === 'set_directions') return edit.turns.reduce(turned, draft)
  const before = draft[edit.object]
  const after = applyToObject(before, edit)
  return after === before ? draft : { ...draft, [edit.object]: after }
}

function turned(draft: MappingDraft, { object, pairId, direction }: Turn): MappingDraft {
  return applyEdit(draft, { kind: 'set_direction', object, pairId, direction })
}

function applyToObject(draft: ObjectDraft, edit: Extract<MappingEdit, { object: SalesforceObject }>): ObjectDraft {
  switch (edit.kind) {
    case 'set_direction':
      return changePair(draft, edit.pairId, { direction: edit.direction })
    case 'choose_field':
      return changePair(draft, edit.pairId, { field: edit.field, options: edit.options })
    case 'set_options':
      return changePair(draft, edit.pairId, { options: edit.options })
    case 'set_rules':
      return setRules(draft, edit.pairId, edit.rules)
    case 'add_pairs':
      return addPairs(draft, edit.pairs)
    case 'remove_pair':
      return removePair(draft, edit.pairId)
    case 'set_object_direction':
      return draft.direction === edit.direction ? draft : { ...draft, direction: edit.direction }
    case 'set_enabled':
      return draft.enabled === edit.enabled ? draft : { ...draft, enabled: edit.enabled }
    case 'apply_fix':
      return mended(draft, edit.mend)
    case 'choose_pipeline':
      return choosePipeline(draft, edit.pipelineId, edit.stage)
  }
}

function changePair(draft: ObjectDraft, id: string, change: Partial<FieldPair>): ObjectDraft {
  const pair = draft.byId[id]
  if (!pair || Object.entries(change).every(([key, value]) => pair[key as keyof FieldPair] === value)) return draft
  return { ...draft, byId: { ...draft.byId, [id]: { ...pair, ...change } } }
}

function setRules(draft: ObjectDraft, id: string, rules: RulesChange): ObjectDraft {
  const pair = draft.byId[id]
  if (!pair) return draft
  const changed = withRules(pair, rules)
  return JSON.stringify(changed) === JSON.stringify(pair) ? draft : { ...draft, byId: { ...draft.byId, [id]: changed } }
}

function addPairs(draft: ObjectDraft, pairs: readonly FieldPair[]): ObjectDraft {
  const fresh = pairs.filter(({ id }) => !draft.byId[id])
  if (fresh.length === 0) return draft
  return {
    ...draft,
    byId: { ...draft.byId, ...Object.fromEntries(fresh.map((pair) => [pair.id, pair])) },
    order: [...draft.order, ...fresh.map(({ id }) => id)],
  }
}

function removePair(draft: ObjectDraft, id: string): ObjectDraft {
  if (!draft.byId[id]) return draft
  const { [id]: _removed, ...byId } = draft.byId
  return { ...draft, byId, order: draft.order.filter((other) => other !== id) }
}

function mended(draft: ObjectDraft, mend: (pair: ObjectPair) => ObjectPair): ObjectDraft {
  const before = toObjectPair(draft)
  const after = mend(before)
  return after === before ? draft : toObjectDraft(after)
}

function choosePipeline(draft: ObjectDraft, pipelineId: string, stage: FieldPair | null): ObjectDraft {
  const chosen = draft.pipelineId === pipelineId ? draft : { ...draft, pipelineId }
  if (!stage) return chosen
  const existing = Object.values(draft.byId).find(
    ({ attribute, field }) => attribute === stage.attribute && field === stage.field,
  )
  return existing ? changePair(chosen, existing.id, { options: stage.options }) : addPairs(chosen, [stage])
}

/** A new name for a field pair; works without a secure context, which `crypto.randomUUID` does not. */
export function newPairId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

import { type FieldPair, salesforceObjects, type SalesforceObject } from '@pryzm/salesforce-sdk'
import type { MappingDraft, ObjectDraft } from './mapping-draft.ts'
import { pairRules } from './pair-rules.ts'

/** One difference between two mappings, as a review shows it. */
export type MappingChange =
  | { kind: 'pair_added'; object: SalesforceObject; after: FieldPair }
  | { kind: 'pair_removed'; object: SalesforceObject; before: FieldPair }
  | { kind: 'pair_changed'; object: SalesforceObject; before: FieldPair; after: FieldPair }
  | { kind: 'direction_changed'; object: SalesforceObject; before: ObjectDraft['direction']; after: ObjectDraft['direction'] }
  | { kind: 'enabled_changed'; object: SalesforceObject; before: boolean; after: boolean }
  | { kind: 'pipeline_changed'; object: SalesforceObject; before: string | null; after: string | null }

/** What turns `before` into `after`, object by object; empty where a save would change nothing. */
export function changesBetween(before: MappingDraft, after: MappingDraft): MappingChange[] {
  if (before === after) return []
  return salesforceObjects.flatMap((object) => changesOfObject(before[object], after[object]))
}

function changesOfObject(before: ObjectDraft, after: ObjectDraft): MappingChange[] {
  if (before === after) return []
  return [...changesOfPair(before, after), ...changesOfFields(before, after)]
}

function changesOfPair(before: ObjectDraft, after: ObjectDraft): MappingChange[] {
  const { object } = after
  const changes: MappingChange[] = []
  if (before.enabled !== after.enabled) {
    changes.push({ kind: 'enabled_changed', object, before: before.enabled, after: after.enabled })
  }
  if (before.pipelineId !== after.pipelineId) {
    changes.push({ kind: 'pipeline_changed', object, before: before.pipelineId, after: after.pipelineId })
  }
  if (before.direction !== after.direction) {
    changes.push({ kind: 'direction_changed', object, before: before.direction, after: after.direction })
  }
  return changes
}

function changesOfFields(before: ObjectDraft, after: ObjectDraft): MappingChange[] {
  const { object } = after
  const removed = before.order.flatMap((id) => (after.byId[id] ? [] : (before.byId[id] ?? [])))
  const kept = after.order.flatMap((id): MappingChange[] => {
    const pair = after.byId[id]
    const old = before.byId[id]
    if (!pair) return []
    if (!old) return [{ kind: 'pair_added', object, after: pair }]
    return samePair(old, pair) ? [] : [{ kind: 'pair_changed', object, before: old, after: pair }]
  })
  return [...kept, ...removed.map((pair): MappingChange => ({ kind: 'pair_removed', object, before: pair }))]
}

function samePair(a: FieldPair, b: FieldPair): boolean {
  if (a === b) return true
  return (
    a.attribute === b.attribute &&
    a.field === b.field &&
    a.direction === b.direction &&
    sameOptions(a.options, b.options) &&
    pairRules.every((rule) => JSON.stringify(a[rule]) === JSON.stringify(b[rule]))
  )
}

function sameOptions(a: FieldPair['options'], b: FieldPair['options']): boolean {
  return (
    a.length === b.length &&
    a.every(({ option, value, direction }, index) => {
      const other = b[index]
      return option === other?.option && value === other.value && direction === other.direction
    })
  )
}

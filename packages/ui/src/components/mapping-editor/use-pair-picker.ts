import type { Attribute, SalesforceField, SalesforceObject } from '@pryzm/salesforce-sdk'
import { effectiveDirection, flows, type Suggestion } from '@pryzm/salesforce-sdk/mapping'
import { useCallback, useMemo, useState } from 'react'
import type { FieldIndex } from './field-index.ts'
import type { FieldContext } from './field-search.ts'
import { fieldPairsOf, type ObjectDraft } from './mapping-draft.ts'
import type { MappingStore } from './mapping-store.ts'
import type { SchemaModel } from './schema-model.ts'

export interface PickRequest {
  anchor: HTMLElement
  attribute: Attribute
  /** The pair whose field is chosen; null for a new one. */
  pairId: string | null
  choose: (field: SalesforceField) => void
}

/** What the picker chooses for: an attribute, and every field that it may be mapped to. */
export interface PickerTarget extends FieldContext {
  /** The button that opened the picker; focus goes back to it. */
  anchor: HTMLElement
  /** API name of the field chosen so far. */
  current: string | null
  index: FieldIndex
  choose: (field: SalesforceField) => void
}

/** The one picker of the editor: opens for one attribute at a time with every field judged for it. */
export function usePairPicker(
  store: MappingStore,
  object: SalesforceObject,
  schema: SchemaModel | null,
  suggestions: readonly Suggestion[],
): { target: PickerTarget | null; open: (request: PickRequest) => void; close: () => void } {
  const [request, setRequest] = useState<PickRequest | null>(null)
  const close = useCallback(() => setRequest(null), [])
  // Fields that are read again while it is open are listed anew.
  const target = useMemo((): PickerTarget | null => {
    if (!schema || !request) return null
    const { anchor, attribute, pairId, choose } = request
    const draft = store.getSnapshot().draft[object]
    const pair = pairId === null ? undefined : draft.byId[pairId]
    const own = suggestions.filter((suggestion) => suggestion.attribute === attribute.name)
    return {
      anchor,
      attribute,
      current: pair?.field ?? null,
      index: schema.index,
      choose,
      direction: effectiveDirection(pair?.direction ?? draft.direction, draft.direction) ?? draft.direction,
      suggested: new Map(own.map(({ field, reason }) => [field, reason])),
      ...usersOfFields(draft, schema, pairId),
    }
  }, [store, object, schema, suggestions, request])
  return { target, open: setRequest, close }
}

/** Labels of the attributes that other pairs map to each field, and the fields that such pairs push to. */
function usersOfFields(draft: ObjectDraft, { attributes }: SchemaModel, except: string | null) {
  const usedBy = new Map<string, string[]>()
  const pushed = new Set<string>()
  for (const { id, attribute, field, direction } of fieldPairsOf(draft)) {
    if (id === except) continue
    const label = attributes.get(attribute)?.label ?? attribute
    usedBy.set(field, [...(usedBy.get(field) ?? []), label])
    if (flows(effectiveDirection(direction, draft.direction), 'push')) pushed.add(field)
  }
  return { usedBy, pushed }
}

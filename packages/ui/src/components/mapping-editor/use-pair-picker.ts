import type { Attribute, SalesforceField, SalesforceObject } from '@pryzm/salesforce-sdk'
import { effectiveDirection, type Suggestion } from '@pryzm/salesforce-sdk/mapping'
import { useCallback, useState } from 'react'
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
  const [target, setTarget] = useState<PickerTarget | null>(null)
  const open = useCallback(
    ({ anchor, attribute, pairId, choose }: PickRequest) => {
      if (!schema) return
      const draft = store.getSnapshot().draft[object]
      const pair = pairId === null ? undefined : draft.byId[pairId]
      setTarget({
        anchor,
        attribute,
        current: pair?.field ?? null,
        index: schema.index,
        choose,
        direction: effectiveDirection(pair?.direction ?? draft.direction, draft.direction) ?? draft.direction,
        suggested: new Map(
          suggestions.filter((suggestion) => suggestion.attribute === attribute.name).map(({ field, reason }) => [field, reason]),
        ),
        usedBy: usersOfFields(draft, schema, pairId),
      })
    },
    [store, object, schema, suggestions],
  )
  const close = useCallback(() => setTarget(null), [])
  return { target, open, close }
}

/** Labels of the attributes that are mapped to each field by other pairs. */
function usersOfFields(draft: ObjectDraft, { attributes }: SchemaModel, except: string | null): Map<string, string[]> {
  const users = new Map<string, string[]>()
  for (const { id, attribute, field } of fieldPairsOf(draft)) {
    if (id === except) continue
    const label = attributes.get(attribute)?.label ?? attribute
    users.set(field, [...(users.get(field) ?? []), label])
  }
  return users
}

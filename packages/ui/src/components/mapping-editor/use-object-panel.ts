import type { Attribute, FieldPair, IssueFix, ObjectPair, SalesforceField, SalesforceObject } from '@pryzm/salesforce-sdk'
import type { Suggestion } from '@pryzm/salesforce-sdk/mapping'
import { useCallback, useMemo, useState } from 'react'
import { useAnnounce } from '../../presentation.ts'
import type { EditorWords } from './editor-words.ts'
import { fieldPairsOf, type ObjectDraft } from './mapping-draft.ts'
import { newPairId } from './mapping-edit.ts'
import type { MappingStore } from './mapping-store.ts'
import type { SchemaModel } from './schema-model.ts'
import { isStrong, pairOf, suggestionKey } from './suggestions.ts'
import { usePairPicker } from './use-pair-picker.ts'

/** A pair that is being put together: the attribute, and the field where it is fixed already. */
export interface Beginning {
  attribute: string
  field: SalesforceField | null
}

export interface PanelOptions {
  store: MappingStore
  draft: ObjectDraft
  object: SalesforceObject
  schema: SchemaModel | null
  words: EditorWords
  dismissed: ReadonlySet<string>
  onDismiss: (key: string) => void
  /** Brings focus to a pair. */
  onShow: (pairId: string) => void
}

/** What a person can do in the panel of one object. */
export function useObjectPanel({ store, draft, object, schema, words, dismissed, onDismiss, onShow }: PanelOptions) {
  const announce = useAnnounce()
  const [beginning, setBeginning] = useState<Beginning | null>(null)
  const suggestions = useSuggestions(draft, schema, dismissed)
  const picker = usePairPicker(store, object, schema, suggestions)
  const { open } = picker

  const add = useCallback(
    (pairs: readonly FieldPair[]) => {
      store.edit({ kind: 'add_pairs', object, pairs })
      announce(words.t.accepted({ count: pairs.length }))
    },
    [store, object, announce, words],
  )
  // What was pressed to add them goes away with it.
  const addAndShow = (pairs: readonly FieldPair[]) => {
    add(pairs)
    if (pairs[0]) onShow(pairs[0].id)
  }
  const addPair = (attribute: Attribute, field: SalesforceField) => {
    setBeginning(null)
    addAndShow([
      {
        id: newPairId(),
        attribute: attribute.name,
        field: field.name,
        direction: 'bidirectional',
        options: schema?.rules.suggestOptions(attribute, field) ?? [],
      },
    ])
  }
  const optionsFor = useCallback(
    (attributeName: string, fieldName: string) => {
      const attribute = schema?.attributes.get(attributeName)
      const field = schema?.fields.get(fieldName)
      return schema && attribute && field ? schema.rules.suggestOptions(attribute, field) : []
    },
    [schema],
  )
  return {
    beginning,
    suggestions,
    strong: suggestions.filter(isStrong),
    picker,
    begin: () => setBeginning({ attribute: '', field: null }),
    cancelBeginning: () => setBeginning(null),
    chooseAttribute: (name: string) => {
      const attribute = schema?.attributes.get(name)
      if (attribute && beginning?.field) addPair(attribute, beginning.field)
      else setBeginning({ attribute: name, field: null })
    },
    pickForNewPair: (anchor: HTMLElement) => {
      const attribute = schema?.attributes.get(beginning?.attribute ?? '')
      if (attribute) open({ anchor, attribute, pairId: null, choose: (field) => addPair(attribute, field) })
    },
    pick: useCallback(
      (pairId: string, anchor: HTMLElement) => {
        const pair = store.getSnapshot().draft[object].byId[pairId]
        const attribute = schema?.attributes.get(pair?.attribute ?? '')
        if (!attribute) return
        const choose = ({ name }: SalesforceField) =>
          store.edit({ kind: 'choose_field', object, pairId, field: name, options: optionsFor(attribute.name, name) })
        open({ anchor, attribute, pairId, choose })
      },
      [store, object, schema, open, optionsFor],
    ),
    remove: useCallback((pairId: string) => store.edit({ kind: 'remove_pair', object, pairId }), [store, object]),
    fix: useCallback(
      (fix: IssueFix) => {
        if (fix.kind === 'map_field' && fix.attribute === null)
          setBeginning({ attribute: '', field: schema?.fields.get(fix.field) ?? null })
        else if (schema) store.edit({ kind: 'apply_fix', object, mend: (pair) => schema.rules.applyFix(pair, fix, schema.pair) })
      },
      [store, object, schema],
    ),
    accept: useCallback((suggestion: Suggestion) => add([pairOf(suggestion)]), [add]),
    acceptStrong: () => addAndShow(suggestions.filter(isStrong).map(pairOf)),
    dismiss: useCallback((suggestion: Suggestion) => onDismiss(suggestionKey(suggestion)), [onDismiss]),
  }
}

function useSuggestions(draft: ObjectDraft, schema: SchemaModel | null, dismissed: ReadonlySet<string>): Suggestion[] {
  // As text, because a changed direction or option of a pair leaves the suggestions as they are, and finding them takes a while.
  const sketch = JSON.stringify(sketchOf(draft))
  const found = useMemo(
    () => (schema ? schema.rules.suggestPairs(JSON.parse(sketch) as ObjectPair, schema.pair) : []),
    [sketch, schema],
  )
  return useMemo(() => found.filter((suggestion) => !dismissed.has(suggestionKey(suggestion))), [found, dismissed])
}

/** What suggestions depend on: the object's direction, and which attributes and fields are taken. */
function sketchOf(draft: ObjectDraft): ObjectPair {
  const { object, enabled, direction, pipelineId } = draft
  const fields = fieldPairsOf(draft).map(({ attribute, field }): FieldPair => ({
    id: '',
    attribute,
    field,
    direction: 'bidirectional',
    options: [],
  }))
  return { object, enabled, direction, pipelineId, fields }
}

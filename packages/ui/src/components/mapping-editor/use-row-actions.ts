import type { Suggestion } from '@pryzm/salesforce-sdk/mapping'
import { useCallback } from 'react'
import { useAnnounce } from '../../presentation.ts'
import type { MappingGridProps } from './mapping-grid.tsx'
import { suggestionKey } from './suggestions.ts'
import type { GridNavigation, GridRow } from './use-grid-navigation.ts'

/** The cell with a pair's status, or with what accepts a suggestion. */
export const STATUS_CELL = 3

/** What a person does to a row; what they pressed often goes away with it, so focus moves on first. */
export function useRowActions(props: MappingGridProps, rows: readonly GridRow[], focus: GridNavigation['focus']) {
  const { object, store, schema, words, onRemove, onAccept, onDismiss } = props
  const announce = useAnnounce()
  const leave = useCallback(
    (key: string, cell = 0) => {
      const at = rows.findIndex((row) => row.key === key)
      const neighbour = rows[at + 1] ?? rows[at - 1]
      if (neighbour) focus({ key: neighbour.key, cell })
    },
    [rows, focus],
  )
  const remove = useCallback(
    (pairId: string) => {
      leave(pairId)
      const attribute = store.getSnapshot().draft[object].byId[pairId]?.attribute ?? ''
      onRemove(pairId)
      announce(words.t.removed({ label: schema?.attributes.get(attribute)?.label ?? attribute }))
    },
    [leave, object, store, schema, words, onRemove, announce],
  )
  const accept = useCallback(
    (suggestion: Suggestion) => {
      leave(suggestionKey(suggestion), STATUS_CELL)
      onAccept(suggestion)
    },
    [leave, onAccept],
  )
  const dismiss = useCallback(
    (suggestion: Suggestion) => {
      leave(suggestionKey(suggestion), STATUS_CELL)
      onDismiss(suggestion)
    },
    [leave, onDismiss],
  )
  return { remove, accept, dismiss }
}

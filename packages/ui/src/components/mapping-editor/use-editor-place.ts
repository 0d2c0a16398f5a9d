import type { SalesforceObject } from '@pryzm/salesforce-sdk'
import { useCallback, useState } from 'react'
import type { PairFilter } from './grid-items.ts'
import type { MappingRowAddress } from './mapping-editor.view.tsx'

/** Where in the mapping a person is. */
export interface EditorPlace {
  object: SalesforceObject
  filter: PairFilter
  setFilter: (filter: PairFilter) => void
  /** Ids of the pairs whose detail is open. */
  expanded: ReadonlySet<string>
  toggle: (pairId: string) => void
  /** The pair that takes focus; a new object asks again. */
  request: { pairId: string } | null
  /** A field for which a pair is to be started. */
  beginning: { object: SalesforceObject; field: string } | null
  mapField: (object: SalesforceObject, field: string) => void
  /** The pair was started. */
  begun: () => void
  /** Gives focus to a pair of the open object, which a filter may hide. */
  show: (pairId: string) => void
  /** Opens an object, and a pair in it with its detail. */
  goTo: (object: SalesforceObject, pairId: string | null) => void
}

export const unfiltered: PairFilter = { query: '', attention: false }

type Place = Pick<EditorPlace, 'object' | 'filter' | 'expanded' | 'request' | 'beginning'>

export function useEditorPlace(initial: MappingRowAddress | undefined): EditorPlace {
  const [place, setPlace] = useState<Place>(() => {
    const start = {
      object: initial?.object ?? 'Account',
      filter: unfiltered,
      expanded: new Set<string>(),
      request: null,
      beginning: null,
    }
    return initial?.pairId === undefined ? start : placeOf(start, start.object, initial.pairId)
  })
  return {
    ...place,
    setFilter: useCallback((filter: PairFilter) => setPlace((before) => ({ ...before, filter })), []),
    toggle: useCallback(
      (pairId: string) => setPlace((before) => ({ ...before, expanded: toggled(before.expanded, pairId) })),
      [],
    ),
    mapField: useCallback(
      (object: SalesforceObject, field: string) =>
        setPlace((before) => ({ ...placeOf(before, object, null), beginning: { object, field } })),
      [],
    ),
    begun: useCallback(() => setPlace((before) => ({ ...before, beginning: null })), []),
    show: useCallback((pairId: string) => setPlace((before) => ({ ...before, filter: unfiltered, request: { pairId } })), []),
    goTo: useCallback(
      (object: SalesforceObject, pairId: string | null) => setPlace((before) => placeOf(before, object, pairId)),
      [],
    ),
  }
}

function placeOf({ expanded }: Place, object: SalesforceObject, pairId: string | null): Place {
  if (pairId === null) return { object, filter: unfiltered, expanded, request: null, beginning: null }
  return { object, filter: unfiltered, expanded: new Set(expanded).add(pairId), request: { pairId }, beginning: null }
}

function toggled(before: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const after = new Set(before)
  if (!after.delete(key)) after.add(key)
  return after
}

import { useDeferredValue, useMemo, useState } from 'react'
import { type FieldGroup, type FieldOption, searchFields } from './field-search.ts'

/** A line of the picker's list: the name of a group, or a field. */
export type PickerLine = { kind: 'group'; group: FieldGroup } | { kind: 'option'; option: FieldOption; position: number }

export interface FieldSearch {
  /** What is typed. */
  query: string
  setQuery: (query: string) => void
  /** What `lines` and `count` were found for: while a person types, this comes after. */
  searched: string
  lines: readonly PickerLine[]
  /** How many fields match. */
  count: number
}

/** Filters the fields as a person types, without holding up the typing. */
export function useFieldSearch(options: readonly FieldOption[]): FieldSearch {
  const [query, setQuery] = useState('')
  const searched = useDeferredValue(query)
  const found = useMemo(() => searchFields(options, searched), [options, searched])
  const lines = useMemo(() => linesOf(found), [found])
  return { query, setQuery, searched, lines, count: found.length }
}

function linesOf(options: readonly FieldOption[]): PickerLine[] {
  const lines: PickerLine[] = []
  for (const [index, option] of options.entries()) {
    if (option.group !== options[index - 1]?.group) lines.push({ kind: 'group', group: option.group })
    lines.push({ kind: 'option', option, position: index + 1 })
  }
  return lines
}

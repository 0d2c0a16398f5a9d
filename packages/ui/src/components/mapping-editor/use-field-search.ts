import { useMemo } from 'react'
import { type FieldGroup, type FieldOption, searchFields } from './field-search.ts'

/** A line of the picker's list: the name of a group, or a field. */
export type PickerLine = { kind: 'group'; group: FieldGroup } | { kind: 'option'; option: FieldOption; position: number }

export interface FieldSearch {
  lines: readonly PickerLine[]
  /** How many fields match. */
  count: number
}

/** The fields that match, group by group. */
export function useFieldSearch(options: readonly FieldOption[], query: string): FieldSearch {
  const found = useMemo(() => searchFields(options, query), [options, query])
  const lines = useMemo(() => linesOf(found), [found])
  return { lines, count: found.length }
}

function linesOf(options: readonly FieldOption[]): PickerLine[] {
  const lines: PickerLine[] = []
  for (const [index, option] of options.entries()) {
    if (option.group !== options[index - 1]?.group) lines.push({ kind: 'group', group: option.group })
    lines.push({ kind: 'option', option, position: index + 1 })
  }
  return lines
}

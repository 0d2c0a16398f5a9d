import type { Actor } from '@pryzm/salesforce-sdk'
import type { Text } from '../../messages.ts'
import type { ObjectWords } from '../../object-words.ts'
import type { CommonMessages } from '../../primitives/index.ts'
import type { Part } from '../../styles/parts.ts'
import type { FilterName, HistoryFilter } from './history-filter.ts'
import type { JobHistoryTableMessages } from './job-history-table.messages.ts'

/** What every part of the history speaks and looks with. */
export interface HistoryWords {
  t: Text<JobHistoryTableMessages>
  common: Text<CommonMessages>
  part: Part<'history'>
  objects: ObjectWords
  /** A day of the filter in the reader's language. */
  day: (day: string) => string
}

/** A part of the filter in words, such as "Status: Failed". */
export function filterText(
  filter: HistoryFilter,
  name: FilterName,
  people: readonly Actor[],
  words: HistoryWords,
): string | null {
  const { t } = words
  if (filter[name] === undefined) return null
  return t.chip({ name: t[name], value: valueText(filter, name, people, words) })
}

function valueText(
  filter: HistoryFilter,
  name: FilterName,
  people: readonly Actor[],
  { t, common, objects, day }: HistoryWords,
): string {
  if (name === 'kind' && filter.kind) return t[filter.kind]
  if (name === 'object' && filter.object) return objects[filter.object].pryzm
  if (name === 'state' && filter.state) return common[`job_${filter.state}`]
  if (name === 'startedBy') return people.find(({ id }) => id === filter.startedBy)?.name ?? filter.startedBy ?? ''
  const value = filter[name] ?? ''
  return name === 'from' || name === 'to' ? day(value) : value
}

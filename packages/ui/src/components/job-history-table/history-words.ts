import type { Actor } from '@pryzm/salesforce-sdk'
import type { Text } from '../../messages.ts'
import type { CommonMessages } from '../../primitives/index.ts'
import type { Part } from '../../styles/parts.ts'
import type { FilterName, HistoryFilter } from './history-filter.ts'
import type { JobHistoryTableMessages } from './job-history-table.messages.ts'

/** What every part of the history speaks and looks with. */
export interface HistoryWords {
  t: Text<JobHistoryTableMessages>
  common: Text<CommonMessages>
  part: Part<'history'>
}

/** A part of the filter in words, such as "Status: Failed". */
export function filterText(
  filter: HistoryFilter,
  name: FilterName,
  people: readonly Actor[],
  { t, common }: HistoryWords,
): string | null {
  const value = filter[name]
  if (value === undefined) return null
  return t.chip({ name: t[name], value: valueText(filter, name, people, t, common) })
}

function valueText(
  filter: HistoryFilter,
  name: FilterName,
  people: readonly Actor[],
  t: HistoryWords['t'],
  common: HistoryWords['common'],
): string {
  if (name === 'kind' && filter.kind) return t[filter.kind]
  if (name === 'state' && filter.state) return common[`job_${filter.state}`]
  if (name === 'startedBy') return people.find(({ id }) => id === filter.startedBy)?.name ?? filter.startedBy ?? ''
  return filter[name] ?? ''
}

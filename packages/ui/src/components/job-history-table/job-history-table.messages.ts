import type { JobCounts } from '@pryzm/salesforce-sdk'
import type { Formats } from '../../formats.ts'

/** Every string of the job history. */
export const jobHistoryTableMessages = {
  title: 'History',
  stillLoading: 'Still reading the history',
  loadFailed: 'The history didn’t load',
  notPermitted: 'The history isn’t open to you',
  moduleDisabled: 'The Salesforce integration isn’t part of this workspace',
  moduleDisabledBody: 'Your account team can turn it on.',
  emptyTitle: 'No syncs yet',
  emptyBody: 'Pulls and pushes show up here.',
  goToPull: 'Go to Pull',
  emptyFiltered: 'No syncs match',
  emptyFilteredBody: ({ filters }: { filters: readonly string[] }, f: Formats) => `Nothing was found for ${f.list(filters)}.`,
  clearFilters: 'Clear filters',

  filters: 'Filters',
  refresh: 'Refresh',
  kind: 'Type',
  object: 'Object',
  state: 'Status',
  startedBy: 'Started by',
  from: 'From',
  to: 'To',
  any: 'Any',
  pull: 'Pull',
  push: 'Push',
  chip: ({ name, value }: { name: string; value: string }) => `${name}: ${value}`,
  removeFilter: ({ filter }: { filter: string }) => `Remove the filter ${filter}`,

  caption: 'Pulls and pushes, newest first',
  what: 'Sync',
  started: 'Started',
  duration: 'Duration',
  result: 'Result',
  pullOf: ({ label }: Labelled) => `Pull: ${label}`,
  pushOf: ({ label }: Labelled) => `Push: ${label}`,
  run: ({ objects }: { objects: readonly string[] }, f: Formats) => `Pull: ${f.list(objects)}`,
  changesOnly: 'Changes only',
  jobsOfRun: ({ label }: Labelled) => `Objects of ${label}`,
  system: 'Automatic',
  notStarted: 'Not started',
  running: 'Running',
  counts: (counts: JobCounts, f: Formats) => countsText(counts, f),
  nothing: 'Nothing to sync',

  newJobs: ({ count }: { count: number }, f: Formats) =>
    `${f.number(count)} new ${f.plural(count, { one: 'sync', other: 'syncs' })}`,
  pages: 'Pages of the history',
  previous: 'Previous',
  next: 'Next',
  noPrevious: 'This is the first page.',
  noNext: 'This is the last page.',
  showing: ({ from, to }: { from: number; to: number }, f: Formats) => `Showing ${f.number(from)} to ${f.number(to)}`,
  pageFailed: 'The next page didn’t load',
  seeAll: 'See all syncs',
}
export type JobHistoryTableMessages = typeof jobHistoryTableMessages

interface Labelled {
  label: string
}

/** Leads with what worked. */
function countsText({ created, updated, unchanged, failed, skipped, withSkippedFields }: JobCounts, f: Formats): string {
  const synced = created + updated + unchanged
  const parts = [`${f.number(synced)} synced`]
  if (failed > 0) parts.push(`${f.number(failed)} ${f.plural(failed, { one: 'needs attention', other: 'need attention' })}`)
  if (withSkippedFields > 0) parts.push(`${f.number(withSkippedFields)} with skipped fields`)
  if (skipped > 0) parts.push(`${f.number(skipped)} left out`)
  return parts.join(', ')
}

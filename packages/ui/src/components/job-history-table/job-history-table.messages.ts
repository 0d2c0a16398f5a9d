import type { Message } from '../../messages.ts'

/** Every string of the job history. */
export const jobHistoryTableMessages = {
  title: 'History',
  stillLoading: 'Still reading the history',
  loadFailed: 'The history didn’t load',
  notPermitted: 'The history isn’t open to you',
  emptyTitle: 'No syncs yet',
  emptyBody: 'Pulls and pushes show up here.',
  goToPull: 'Go to Pull',
  emptyFiltered: 'No syncs match',
  emptyFilteredBody: 'Nothing was found for {filters, list}.' as Message<{ filters: readonly string[] }>,
  clearFilters: 'Clear filters',

  filters: 'Filters',
  refresh: 'Refresh',
  kind: 'Type',
  object: 'Object',
  state: 'Status',
  startedBy: 'Started by',
  peopleFailed: 'Who started syncs didn’t load',
  from: 'From',
  to: 'To',
  any: 'Any',
  pull: 'Pull',
  push: 'Push',
  chip: '{name}: {value}' as Message<{ name: string; value: string }>,
  removeFilter: 'Remove the filter {filter}' as Message<{ filter: string }>,

  sort: 'Order',
  newest: 'Newest first',
  oldest: 'Oldest first',
  longest: 'Longest first',
  shortest: 'Shortest first',
  caption: 'Pulls and pushes. {order}' as Message<{ order: string }>,
  kept: 'Syncs are kept for {days, plural, one {# day} other {# days}}.' as Message<{ days: number }>,
  keptNotice: 'Syncs are kept for {days, plural, one {# day} other {# days}}' as Message<{ days: number }>,
  keptNoticeBody: 'Earlier ones were deleted, so this list begins there.',
  what: 'Sync',
  started: 'Started',
  duration: 'Duration',
  result: 'Result',
  pullOf: 'Pull: {label}' as Message<Labelled>,
  pushOf: 'Push: {label}' as Message<Labelled>,
  run: 'Pull: {objects, list}' as Message<{ objects: readonly string[] }>,
  changesOnly: 'Changes only',
  jobsOfRun: 'Objects of {label}' as Message<Labelled>,
  system: 'Automatic',
  notStarted: 'Not started',
  running: 'Running',
  // Leads with what worked.
  counts:
    '{synced, number} synced{failed, plural, =0 {} one {, # needs attention} other {, # need attention}}{withSkippedFields, plural, =0 {} other {, # with skipped fields}}{skipped, plural, =0 {} other {, # left out}}' as Message<{
      synced: number
      failed: number
      withSkippedFields: number
      skipped: number
    }>,
  nothing: 'Nothing to sync',

  newJobs: '{count, plural, one {# new sync} other {# new syncs}}' as Message<{ count: number }>,
  pages: 'Pages of the history',
  previous: 'Previous',
  next: 'Next',
  noPrevious: 'This is the first page.',
  noNext: 'This is the last page.',
  showingOne: 'Showing {at, number} of {total, number}' as Message<{ at: number; total: number }>,
  showing: 'Showing {from, number} to {to, number} of {total, number}' as Message<{ from: number; to: number; total: number }>,
  pageFailed: 'The next page didn’t load',
  seeAll: 'See all syncs',
}
export type JobHistoryTableMessages = typeof jobHistoryTableMessages

interface Labelled {
  label: string
}

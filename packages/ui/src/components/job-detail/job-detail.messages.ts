import type { SkipReason } from '@pryzm/salesforce-sdk'
import type { Message } from '../../messages.ts'

const reasons: Record<`reason_${SkipReason}`, string> = {
  reason_not_mapped: 'Not mapped',
  reason_direction: 'Direction leaves it out',
  reason_mapping_error: 'Mapping error',
  reason_not_coercible: 'Value doesn’t fit the type',
  reason_option_mismatch: 'No matching option',
  reason_too_long: 'Too long',
  reason_out_of_range: 'Out of range',
  reason_blank_required: 'Blank where a value is required',
  reason_blank_never_synced: 'Blank that was never synced',
  reason_blank_kept: 'Blank that leaves the value alone',
  reason_read_only: 'Read-only',
  reason_related_not_linked: 'Related record not linked',
  reason_rejected_by_salesforce: 'Not accepted by Salesforce',
  reason_rejected_by_pryzm: 'Not accepted by Pryzm',
  reason_not_kept_by_salesforce: 'Not kept by Salesforce',
  reason_currency_mismatch: 'Another currency',
  reason_user_not_matched: 'No matching user',
  reason_create_only: 'Only set on create',
}

/** Every string of a job's detail. */
export const jobDetailMessages = {
  ...reasons,
  loading: 'Sync',
  stillLoading: 'Still reading this sync',
  loadFailed: 'This sync didn’t load',
  notFound: 'This sync isn’t here',
  notFoundBody: 'It may be older than the history is kept, or belong to another workspace.',
  notPermitted: 'This sync isn’t open to you',
  notPermittedBody: 'Its records need access that you don’t have. Ask a Workspace Admin.',
  history: 'History',
  pullOf: 'Pull: {label}' as Message<Labelled>,
  pushOf: 'Push: {label}' as Message<Labelled>,

  startedBy: 'Started by',
  system: 'Automatic',
  started: 'Started',
  took: 'Took',
  stillRunning: 'Not finished yet',
  waiting: 'Not started yet',
  mode: 'Mode',
  full: 'All records',
  changes: 'Changes only',
  mapping: 'Mapping',
  mappingVersion: 'Version {version, number}' as Message<{ version: number }>,
  mappingChanged: 'The mapping has changed since this sync ran. Results show what happened then.',
  openMapping: 'Open mapping',
  nextTry: 'The next try is at about {time}.' as Message<{ time: string }>,
  progress: '{total, select, null {{done, number} records so far} other {{done, number} of {total, number} records}}' as Message<{
    done: number
    total: number | null
  }>,

  copyLink: 'Copy link',
  linkCopied: 'Link copied.',
  exportCsv: 'Export CSV',
  exportPreparing: 'Preparing the file',
  exportCancel: 'Cancel',
  exportFailed: 'The file wasn’t made',
  retryFailed:
    '{kind, select, push {Push again} other {{count, plural, one {Pull # failed record again} other {Pull # failed records again}}}}' as Message<{
      count: number
      kind: 'pull' | 'push'
    }>,
  retryFailedTitle: 'The failed records weren’t started again',
  retryStarted: 'The failed records are on their way again',
  retryCauseStarted: 'These records are on their way again',
  retryStartedBody: 'The new sync is in the history.',
  retryAlreadyRunning: 'A pull is running already. Start this again once it has ended.',
  openHistory: 'Open history',
  openNewSync: 'Open the new sync',

  outcomes: 'Records by outcome',
  outcomeFilter: '{name} {count, number}' as Message<{ name: string; count: number }>,
  all: 'All',
  created: 'Created',
  updated: 'Updated',
  unchanged: 'Unchanged',
  with_skips: 'With skipped fields',
  skipped: 'Left out',
  failed: 'Failed',
  causes: 'What kept records from syncing whole',
  causeText: '{count, plural, one {# record} other {# records}}: {cause}' as Message<{ count: number; cause: string }>,
  causeOfField: '{attribute}: {reason}' as Message<{ attribute: string; reason: string }>,
  failedOtherwise: 'Failed, each with a reason of its own',
  leftOutOtherwise: 'Left out, each with a reason of its own',
  showCause: 'Show {count, plural, one {this one} other {these #}}' as Message<{ count: number }>,
  matchInMapping: 'Match it in the mapping',
  retryCause: 'Pull {count, plural, one {this one} other {these #}} again' as Message<{ count: number }>,
  allCauses: 'Show all {count, number} causes' as Message<{ count: number }>,
  fewerCauses: 'Show fewer causes',
  reasons: 'Skipped fields by reason',
  reasonCount: '{count, plural, one {# field} other {# fields}}' as Message<{ count: number }>,
  search: 'Search records',
  searchHint: 'Search by name or id',
  beginsLater: 'The list begins with the record of this link.',
  fromStart: 'Show from the start',
  recordNotHere: 'Record {record} is not among these.' as Message<{ record: string }>,
  expandAll: 'Expand all shown',
  collapseAll: 'Collapse all',

  caption: 'Records of {label}' as Message<Labelled>,
  record: 'Record',
  outcome: 'Outcome',
  fields: 'Fields',
  links: 'Links',
  fieldsOf: 'Field results for {name}' as Message<{ name: string }>,
  unnamed: 'Record without a name',
  counts: '{skipped, plural, =0 {{synced, number} synced} other {{synced, number} synced, # skipped}}' as Message<{
    synced: number
    skipped: number
  }>,
  outcomeWithSkips: '{outcome}, {skipped, plural, one {# field skipped} other {# fields skipped}}' as Message<{
    outcome: string
    skipped: number
  }>,
  openInSalesforce: 'Salesforce',
  openInPryzm: 'Pryzm',
  loadingMore: 'Reading more records',
  moreFailed: 'More records didn’t load',
  showMore: 'Show more',
  emptyFiltered: 'No records match',
  clearFilter: 'Show all records',
  zeroTitle: 'Nothing to sync',
  zeroBody: 'Salesforce had no records for this sync.',
  noRecordsYet: 'No records yet',
  noRecordsYetBody: 'Results show up here while the sync runs.',
  recordsFailed: 'The records didn’t load',

  fieldsLoading: 'Reading the fields',
  fieldsFailed: 'The fields didn’t load',
  noFields: 'No field results are kept for this record.',
  attribute: 'Attribute',
  salesforceField: 'Salesforce field',
  why: 'Why',
  before: 'Before',
  after: 'After',
  dropped: 'Dropped value',
  hiddenValue: 'Hidden: you can’t view this field',
  synced: 'Synced',
  fieldSkipped: 'Skipped',
  notMapped: 'Not mapped',
  fixInMapping: 'Open in mapping',
  copyDetails: 'Copy details',
}
export type JobDetailMessages = typeof jobDetailMessages

interface Labelled {
  label: string
}

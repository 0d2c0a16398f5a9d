import type { JobState, SalesforceObject } from '@pryzm/salesforce-sdk'
import type { Message, Messages } from '../../messages.ts'

export const pullPanelMessages = {
  title: 'Sync data',
  about: 'Pull brings mapped values from Salesforce into Pryzm. In Salesforce only the Pryzm_ID field is written.',
  pull: 'Pull from Salesforce',
  pullChanges: 'Pull changes only',
  startingRun: 'Starting',
  startPull: 'Start pull',
  notNow: 'Not now',
  forecastTitle: 'Pull {records, plural, one {# record} other {# records}} from Salesforce?' as Message<{ records: number }>,
  forecastTitleUncounted: 'Pull everything from Salesforce?',
  forecastFailed: 'What a pull would read couldn’t be told',
  forecastUncounted: '{label}: Salesforce did not count them in time' as Message<{ label: string }>,
  forecastParts: 'About {created, number} new, {linked, number} linked already' as Message<{ created: number; linked: number }>,
  forecastNothingDeleted: 'Records that are linked already are updated. Nothing is deleted, here or in Salesforce.',
  forecastCalls:
    'Takes about {calls, plural, one {# Salesforce call} other {# Salesforce calls}}. The org has used {used, number} of {limit, number} in the last 24 hours.' as Message<{
      calls: number
      used: number
      limit: number
    }>,
  forecastTooMany: 'The org has {left, plural, one {# call} other {# calls}} left for now' as Message<{ left: number }>,
  forecastTooManyBody: 'The pull pauses where they are used up, and goes on by itself once there is room again.',
  recordsThere: '{records, number} in Salesforce' as Message<{ records: number }>,
  reconnect: 'Reconnect',
  resumeNow: 'Resume now',
  resumeOff: 'Off until the org has calls left. The pull then goes on by itself.',
  resumeFailed: 'The pull was not resumed',
  resuming: 'Resuming',
  resumingBody: 'It goes on where it stopped. What was pulled stays.',
  startFailed: 'The pull did not start',
  cancel: 'Cancel pull',
  cancelTitle: 'Cancel this pull?',
  cancelBody: 'It stops after the current batch. Records already pulled stay.',
  keepPulling: 'Keep pulling',
  cancelFailed: 'The pull was not cancelled',
  canceling: 'Cancelling. The current batch is finished first.',
  history: 'History',
  leave: 'You can leave this page. The pull keeps running.',
  startedBy: 'Started by {name}' as Message<{ name: string }>,
  someoneElse: '{name} has already started a pull. This is how it goes.' as Message<{ name: string }>,
  lastPull: 'Last pull',
  never: 'Nothing has been pulled yet.',
  // States of an object
  queued: 'Waiting',
  running: 'Running',
  starting: 'Asking Salesforce',
  paused: 'Paused',
  succeeded: 'Synced',
  completed_with_errors: 'Needs attention',
  failed: 'Failed',
  canceled: 'Cancelled',
  skipped: 'Not started',
  waitsFor:
    '{object, select, Contact {People start} other {Opportunities start}} when {before, select, Account {organizations finish} other {people finish}}.' as Message<{
      object: SalesforceObject
      before: SalesforceObject
    }>,
  soon: 'Starts in a moment.',
  inLine: '{count, plural, one {# other pull starts first.} other {# other pulls start first.}}' as Message<{ count: number }>,
  ready: 'Ready',
  pushOnly: 'Not pulled: set to Push only',
  off: 'Not pulled: turned off in the mapping',
  noAccess: 'Not pulled: you may not create and edit these records',
  blocked: 'Blocked',
  pausedUntil: 'Next try at about {time}.' as Message<{ time: string }>,
  callsUsed: '{used, number} of {limit, number} Salesforce calls used in the last 24 hours.' as Message<{
    used: number
    limit: number
  }>,
  pausedForPerson: 'It goes on once somebody has put this right.',
  slow: 'Still working. Salesforce is answering slowly.',
  ofTotal: '{done, number} of {total, number}' as Message<{ done: number; total: number }>,
  soFar: '{done, number} so far' as Message<{ done: number }>,
  rate: '{rate, number} a second' as Message<{ rate: number }>,
  timeLeft: 'about {time} left' as Message<{ time: string }>,
  progressName: 'Progress of {label}' as Message<{ label: string }>,
  // Results
  allSynced: '{synced, number} synced.' as Message<{ synced: number }>,
  syncedOf: '{synced, number} of {total, number} synced.' as Message<{ synced: number; total: number }>,
  failedRecords: '{count, plural, one {# needs attention.} other {# need attention.}}' as Message<{ count: number }>,
  withSkips: '{count, number} with skipped fields.' as Message<{ count: number }>,
  skippedRecords: '{count, plural, one {# record left out.} other {# records left out.}}' as Message<{ count: number }>,
  nothingChanged: 'Nothing changed in Salesforce since the pull before.',
  stopped: '{label} failed, so the pull stopped there' as Message<{ label: string }>,
  seeFailed: 'See the {count, plural, one {record} other {# records}}' as Message<{ count: number }>,
  seeSkipped: 'See skipped fields',
  seeRecords: 'See records',
  created: 'Created',
  updated: 'Updated',
  unchanged: 'Unchanged',
  skippedCount: 'Left out',
  failedCount: 'Failed',
  // Spoken news
  newsStarted: 'The pull has started.',
  newsObject: '{label}: {result}' as Message<{ label: string; result: string }>,
  newsEnded: 'The pull has ended: {state}. {results}' as Message<{ state: string; results: string }>,
  // Gates
  notConnected: 'Connect Salesforce before you pull.',
  connectionBroken: 'Reconnect Salesforce before you pull. Your mapping is kept.',
  toConnection: 'Go to the connection',
  nothingMapped: 'Nothing is mapped yet. Map the fields that your team uses, then pull.',
  toMapping: 'Configure mapping',
  nothingPulls: 'Every object is set to Push only or turned off, so there is nothing to pull.',
  noEntityAccess: 'You may not create and edit the records that a pull would write. Ask a Workspace Admin for access.',
  blockedBySetup: 'Pull is off until the Salesforce setup is done.',
  toSetup: 'Open setup',
  blockedByPipeline: 'Pull is off until opportunities have a pipeline to land in.',
  toPipeline: 'Choose a pipeline',
  blockedByMapping:
    '{count, plural, one {Pull is off until a blocking mapping error is fixed.} other {Pull is off until # blocking mapping errors are fixed.}}' as Message<{
      count: number
    }>,
  toFirstError: 'Go to first error',
  viewOnly: 'Only people with integrations:manage can pull. Workspace Admins have it.',
  pausedConnection: 'Salesforce takes no calls for now.',
  loading: 'Loading the last pull',
  stillLoading: 'Still loading the last pull',
  loadFailed: "The pull's state didn't load",
} satisfies Messages & Record<JobState, string>
export type PullPanelMessages = typeof pullPanelMessages

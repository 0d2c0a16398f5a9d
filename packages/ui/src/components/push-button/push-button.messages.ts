import type { Message, Messages } from '../../messages.ts'

export const pushButtonMessages = {
  push: 'Push to Salesforce',
  pushNamed: 'Push {name} to Salesforce' as Message<{ name: string }>,
  pushing: 'Pushing',
  waiting: 'Waiting for Salesforce',
  checkingAccess: 'Checking whether this record can be pushed',
  creates: 'Creates a record in {org}' as Message<{ org: string }>,
  updates: 'Updates the linked record in {org}' as Message<{ org: string }>,
  lastPushed: 'Last pushed',
  moduleDisabled: 'The Salesforce Integration module is not enabled for this workspace.',
  loadFailed: 'Whether this record can be pushed could not be told.',
  offline: "You're offline. Nothing was sent.",
  askAdmin: 'Ask a Workspace Admin.',
  // Results
  sent: 'Sent {sent, plural, one {# field} other {# fields}}.{skipped, plural, =0 {} other { # skipped.}}' as Message<{
    sent: number
    skipped: number
  }>,
  unchanged: 'Nothing to send. Salesforce already has these values.',
  notPushed: 'Not pushed',
  failed: 'Salesforce did not take this record',
  skipped: 'This record was left out',
  created: 'Created in Salesforce',
  updated: 'Updated in Salesforce',
  attribute: 'Attribute',
  outcome: 'Outcome',
  results: 'What became of each field',
  outcomeSent: 'Sent',
  outcomeSkipped: 'Skipped',
  outcomeRejected: 'Not accepted',
  dropped: 'Value that was left out:',
  notMapped: 'not mapped',
  parentTitle: 'A related record is not linked yet',
  parentBody: 'Push or pull the related record first, then push this record again.',
  history: 'Open in History',
  preview: 'Preview',
  reviewValues: 'Values of the record',
  reviewFailed: 'What would change couldn’t be read',
  willCreate: 'Creates a record in {org} with {count, plural, one {# field} other {# fields}}.' as Message<{
    org: string
    count: number
  }>,
  willUpdate: '{count, plural, one {# field} other {# fields}} will change in Salesforce.' as Message<{ count: number }>,
  willChange: 'Changes',
  staysSame: 'Unchanged',
  inPryzm: 'Pryzm',
  inSalesforce: 'Salesforce',
  becomes: 'becomes',
  newerTitle: 'Salesforce has changed since the last sync',
  newerBody: 'A push overwrites the marked values there.',
  pushAnyway: 'Push anyway',
  cancel: 'Cancel',
  close: 'Close',
  tryAgain: 'Push again',
  unknownTitle: 'Not confirmed',
  unknownBody: "We sent this but didn't hear back. Check before you push again.",
  unknownJob: 'Salesforce has not confirmed this push yet. We keep asking; this page follows.',
  checkNow: 'Check now',
  arrived: 'It did arrive: a push of this record finished after you pressed.',
  notArrived: 'No finished push was found so far. It may still be under way.',
} satisfies Messages
export type PushButtonMessages = typeof pushButtonMessages

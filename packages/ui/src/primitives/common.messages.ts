import type { Formats } from '../formats.ts'

/** What buttons, notices and links say in every component. */
export const commonMessages = {
  opensInNewTab: 'opens in a new tab',
  tryAgain: 'Try again',
  checkAgain: 'Check again',
  copyDetails: 'Copy details',
  copied: 'Copied',
  copyBlocked: 'The browser blocked copying. Allow access to the clipboard for this site, then copy again.',
  cancel: 'Cancel',
  close: 'Close',
  loading: 'Loading',
  stillLoading: 'Still loading. Salesforce or the network may be slow.',
  moreMenu: 'More actions',
  optional: 'optional',
  requestId: ({ id }: { id: string }) => `Request ${id}`,
  offline: 'The server could not be reached. Check your network, then try again.',
  sectionCrashed: 'This section stopped working',
  sectionCrashedBody: 'The rest of the page works. Nothing that was saved is lost.',
  andMore: ({ count }: { count: number }, f: Formats) => `and ${f.number(count)} more`,
  toConnection: 'Go to the connection',
  toMapping: 'Open mapping',
  openInSalesforce: 'Open in Salesforce',
  needsManage: 'Needs integrations:manage. Workspace Admins have it.',
  needsPush: 'Needs integrations:push. Workspace Admins and Editors have it.',
  updatingEvery10Seconds: 'Live updates are interrupted. Updating every 10 seconds.',
}
export type CommonMessages = typeof commonMessages

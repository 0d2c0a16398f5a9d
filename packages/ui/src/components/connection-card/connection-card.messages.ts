import type { ConnectionReason } from '@pryzm/salesforce-sdk'
import type { Message, Messages } from '../../messages.ts'

export const connectionCardMessages = {
  title: 'Salesforce connection',
  // Badges
  disconnected: 'Not connected',
  connecting: 'Connecting',
  connected: 'Connected',
  reauthorization_required: 'Reconnect needed',
  degraded: 'Paused',
  notResponding: 'Not responding',
  moduleOff: 'Not enabled',
  // Details
  org: 'Org',
  username: 'Username',
  edition: 'Edition',
  connectedBy: 'Connected by',
  since: 'since',
  lastCheck: 'Checked',
  apiCalls: 'Salesforce calls, last 24 hours',
  apiCallsValue: '{used, number} of {limit, number} ({share, number, percent})' as Message<{
    used: number
    limit: number
    share: number
  }>,
  // Before connecting
  intro: 'Connect your Salesforce production org to bring organizations, people and opportunities into Pryzm.',
  whatSyncs: 'What syncs',
  accounts: 'Accounts and organizations',
  contacts: 'Contacts and people',
  opportunities: 'Opportunities and one of your pipelines',
  before: 'Before you connect',
  beforePackage: 'A Salesforce admin installs the Pryzm package in the production org.',
  beforeApi: 'Your Salesforce profile has API Enabled.',
  beforeObjects: 'You may read, create and edit accounts, contacts and opportunities.',
  installPackage: 'Install the Pryzm package',
  copyInstallLink: 'Copy link for your Salesforce admin',
  installedTryAgain: "I've installed it, try again",
  installLinkCopied: 'Install link copied.',
  connect: 'Connect',
  connectOther: 'Connect a production org',
  opening: 'Opening Salesforce',
  useMyDomain: 'Use a My Domain address',
  myDomain: 'My Domain address',
  myDomainHint: 'For example acme.my.salesforce.com. Leave it empty to sign in at login.salesforce.com.',
  myDomainWrong: 'This is not a My Domain address. It ends in .my.salesforce.com.',
  waiting: 'Finish signing in at Salesforce. If you closed that page, connect again.',
  popupOpen: 'Finish signing in in the Salesforce window',
  popupLost: 'If you have closed it, connect again.',
  bringToFront: 'Bring window to front',
  cancelSignIn: 'Cancel',
  popupBlocked: 'Your browser blocked the Salesforce window',
  popupBlockedBody: 'Sign in here instead. You come back to this page afterwards.',
  continueHere: 'Continue in this tab',
  connectAgain: 'Connect again',
  connectFailed: 'Salesforce could not be opened',
  // What happened
  justConnected: 'Salesforce connected to {org}.' as Message<{ org: string }>,
  nextSetup: 'Next: add the Pryzm_ID field in Salesforce.',
  openSetup: 'Open setup',
  justDisconnected: 'Disconnected. Your mapping is kept.',
  loading: 'Checking the connection',
  loadFailed: "The connection didn't load",
  stillLoading: 'Still checking the connection',
  offline: "You're offline. Last checked {time}." as Message<{ time: string }>,
  viewOnly: 'Only people with integrations:manage can connect or disconnect. Workspace Admins have it.',
  copyRequest: 'Copy request for an admin',
  requestCopied: 'Request copied. Send it to a Workspace Admin.',
  request: 'Could you connect our workspace to Salesforce? It needs integrations:manage, which Workspace Admins have.',
  noEntityAccess: 'You may not create and edit {types, list}. A pull that you start leaves them out.' as Message<{
    types: readonly string[]
  }>,
  entityRequest: 'Could you let me create and edit {types, list} in Pryzm? Syncing with Salesforce needs it.' as Message<{
    types: readonly string[]
  }>,
  driftTitle:
    'Salesforce has changed since the mapping was saved: {changes, plural, one {# change} other {# changes}}.' as Message<{
      changes: number
    }>,
  driftIssues:
    '{issues, plural, one {# issue of the mapping is} other {# issues of the mapping are}} new because of that.' as Message<{
      issues: number
    }>,
  driftHarmless: 'The mapping works as before.',
  openMapping: 'Open mapping',
  reconnect: 'Reconnect',
  reconnectAll: 'Reconnect and approve all',
  paused: 'Pulls and pushes are paused; your mapping is kept.',
  reauthorizationTitle:
    '{since, select, null {Salesforce stopped accepting our access.} other {Salesforce stopped accepting our access on {since}.}}' as Message<{
      since: string | null
    }>,
  limitTitle: '{org} has used its Salesforce calls.' as Message<{ org: string }>,
  limitWindow: 'Salesforce counts the calls of the last 24 hours, so they come free bit by bit.',
  unavailableTitle: "Salesforce isn't responding.",
  nextTry: 'Next check at about {time}.' as Message<{ time: string }>,
  checkNow: 'Check now',
  trust: 'Salesforce Trust status',
  forAdmin: 'Copy for your Salesforce admin',
  forAdminCopied: 'Copied. Send it to a Salesforce admin.',
  openConnectedApps: 'Open Connected Apps in Setup',
  openProfiles: 'Open profiles in Setup',
  // What Salesforce gave and did not give, in the words of its consent screen
  scopesGranted: 'Granted',
  scopesMissing: 'Missing',
  scopesNone: 'none',
  scope_api: 'Manage user data via APIs',
  scope_refresh_token: 'Perform requests at any time',
  // What the connected user lacks
  objectGapTitle: '{username} lacks access that syncing needs' as Message<{ username: string }>,
  objectGapRequest: 'Grant {username} these rights in Salesforce, in a profile or a permission set:' as Message<{
    username: string
  }>,
  right_read: 'Read',
  right_create: 'Create',
  right_edit: 'Edit',
  lacking: '{right} is missing' as Message<{ right: string }>,
  notNeeded: '{right} is not needed' as Message<{ right: string }>,
  fieldGapsTitle:
    '{count, plural, one {# mapped field is kept from the connected user} other {# mapped fields are kept from the connected user}}' as Message<{
      count: number
    }>,
  gap_not_visible: 'not visible',
  gap_not_editable: 'visible, not editable',
  // Small print of a healthy connection
  connectorLeft: '{name} is no longer a member of this workspace' as Message<{ name: string }>,
  connectorLeftBody: 'Syncs still run with that access. Reconnect, so that they do not end with it.',
  reconnectAsMe: 'Reconnect as me',
  refreshing: 'Renewing the access',
  moved: 'The address of this org has changed',
  movedBody: 'It was {before} and is {now} now. Syncs follow by themselves.' as Message<{ before: string; now: string }>,
  // Another org
  differentTitle: 'You signed in to another org',
  different:
    'Until now this workspace was connected to {before}. You signed in to {now}. Records that are linked point at {before}.' as Message<{
      before: string
      now: string
    }>,
  keepOrg: 'Go back to {org}' as Message<{ org: string }>,
  startFresh: 'Start fresh with {org}' as Message<{ org: string }>,
  startFreshTitle: 'Start fresh with {org}?' as Message<{ org: string }>,
  startFreshBody:
    'Links to {before} are archived, so nothing in Pryzm is tied to {now} until the next pull. Records on both sides stay as they are, and your mapping is kept.' as Message<{
      before: string
      now: string
    }>,
  typeToConfirm: 'Type {org} to confirm' as Message<{ org: string }>,
  typeMismatch: 'This does not read {org}.' as Message<{ org: string }>,
  chooseFailed: 'The choice was not saved',
  // Disconnecting
  disconnect: 'Disconnect',
  disconnectTitle: 'Disconnect {org}?' as Message<{ org: string }>,
  disconnectBody: 'Pulls and pushes stop. Records already in Pryzm and Salesforce stay as they are, and your mapping is kept.',
  disconnectPull: 'A pull is running. It stops after the current batch.',
  keepConnected: 'Keep connected',
  disconnectFailed: 'Still connected: the disconnect did not go through',
  // Why connecting did not work, by reason
  access_denied: "You didn't approve access",
  app_blocked: 'Your org blocks the Pryzm app',
  attempt_expired: 'Install the Pryzm package first',
  sign_in_expired: 'That sign-in link has expired',
  sign_in_failed: 'Signing in to Salesforce did not work',
  sandbox_org: "Salesforce sandboxes aren't supported yet",
  scratch_org: "Scratch orgs aren't supported",
  missing_scope: 'Salesforce gave fewer permissions than syncing needs',
  api_disabled: 'Your Salesforce profile may not use the API',
  different_org: 'You signed in to another org',
  token_revoked: 'Salesforce stopped accepting our access',
  token_expired: 'The access to Salesforce has expired',
  user_deactivated: 'The Salesforce user was deactivated',
  refresh_interrupted: 'Renewing the access was cut off',
  api_limit_reached: 'The org has used its Salesforce calls',
  org_unavailable: "Salesforce isn't responding",
  revoke_failed: 'Salesforce could not be told to withdraw the access',
} satisfies Messages & Record<ConnectionReason, string>
export type ConnectionCardMessages = typeof connectionCardMessages

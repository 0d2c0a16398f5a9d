import type { Connection, ConnectionReason } from '@pryzm/salesforce-sdk'
import {
  buildConnection,
  buildDisconnected,
  buildScenario,
  member,
  minutesAgo,
  type Overrides,
  scenarios,
} from '@pryzm/salesforce-sdk/testing'
import { userEvent, within } from 'storybook/test'
import preview from '../../../../../.storybook/preview.tsx'
import { ConnectionCard } from './connection-card.tsx'

const meta = preview.meta({ title: 'ConnectionCard/States', component: ConnectionCard })

function withConnection(connection: Connection, overrides: Overrides = {}) {
  return { parameters: { scenario: buildScenario({ connection, overrides }) } }
}

function refused(reason: ConnectionReason, sentence: string) {
  return withConnection(buildDisconnected({ reason, sentence, statusSince: minutesAgo(1) }))
}

export const Loading = meta.story(withConnection(buildConnection(), { 'connection.get': { delay: 'forever' } }))
export const LoadFailed = meta.story(
  withConnection(buildConnection(), {
    'connection.get': {
      error: { code: 'internal', message: 'The server could not answer. Try again; if it happens again, report it.' },
    },
  }),
)
export const ModuleNotEnabled = meta.story({ parameters: { scenario: scenarios.moduleDisabled } })
export const ViewOnlyDisconnected = meta.story(withConnection(buildDisconnected({ viewer: member })))
export const ViewOnlyConnected = meta.story({ parameters: { scenario: scenarios.viewOnly } })
export const SchemaChanged = meta.story({ parameters: { scenario: scenarios.schemaChanged } })
export const NoEntityAccess = meta.story(
  withConnection(buildConnection({ viewer: { canManage: true, canPush: true, missingEntityAccess: ['person'] } })),
)

export const Disconnected = meta.story({ parameters: { scenario: scenarios.disconnected } })
export const PackageNotInstalled = meta.story(
  refused(
    'attempt_expired',
    'Salesforce did not send you back within 10 minutes. If it showed an error page, the Pryzm package is not installed in that org yet.',
  ),
)
export const AppBlockedByPolicy = meta.story(
  refused(
    'app_blocked',
    "The org's policy blocks the Pryzm app. A Salesforce admin can allow it under Setup → Connected Apps OAuth Usage.",
  ),
)
export const Connecting = meta.story(withConnection(buildDisconnected({ status: 'connecting', statusSince: minutesAgo(1) })))
export const ConsentDenied = meta.story(refused('access_denied', 'Nothing was connected. Connect again when you are ready.'))
export const LinkExpired = meta.story(
  refused('sign_in_expired', 'A sign-in has to be finished within 10 minutes. Connect again.'),
)
export const SandboxRejected = meta.story({ parameters: { scenario: scenarios.sandboxRejected } })
export const DifferentOrg = meta.story({ parameters: { scenario: scenarios.differentOrg } })
export const ApiDisabled = meta.story(
  refused('api_disabled', 'Ask a Salesforce admin to turn on API Enabled for the profile Sales Ops, then connect again.'),
)
export const MissingScope = meta.story(
  refused(
    'missing_scope',
    "Salesforce gave us api but not offline access. Reconnect and approve every permission so syncs can run when you're away.",
  ),
)

export const Connected = meta.story({ parameters: { scenario: scenarios.connectedHealthy } })
export const ConnectedJustNow = meta.story({
  ...withConnection(buildConnection({ connectedAt: minutesAgo(0), statusSince: minutesAgo(0) })),
  beforeEach: () => history.replaceState(null, '', `${location.pathname}${location.search}&salesforce=connected`),
})
export const TokenRevoked = meta.story({ parameters: { scenario: scenarios.tokenRevoked } })
export const OrgUnavailable = meta.story(
  withConnection(
    buildConnection({
      status: 'degraded',
      reason: 'org_unavailable',
      sentence: 'Salesforce says that the org is in maintenance. Pulls wait and go on by themselves.',
      statusSince: minutesAgo(4),
      nextTryAt: minutesAgo(-6),
    }),
  ),
)
export const ApiLimitReached = meta.story({ parameters: { scenario: scenarios.apiLimitReached } })

export const DisconnectConfirm = meta.story({ parameters: { scenario: scenarios.connectedHealthy }, play: pressDisconnect })
export const DisconnectConfirmPullRunning = meta.story({ parameters: { scenario: scenarios.pulling }, play: pressDisconnect })
export const Disconnecting = meta.story({
  ...withConnection(buildConnection(), { 'connection.disconnect': { delay: 'forever' } }),
  play: confirmDisconnect,
})
export const DisconnectFailed = meta.story({
  ...withConnection(buildConnection(), {
    'connection.disconnect': { error: { code: 'internal', message: 'The server could not answer. Try again.' } },
  }),
  play: confirmDisconnect,
})
export const DisconnectedJustNow = meta.story({ parameters: { scenario: scenarios.connectedHealthy }, play: confirmDisconnect })

export const LongNames = meta.story(
  withConnection(
    buildConnection({
      org: {
        id: '00DgK000001abcDUAQ',
        name: 'Donaudampfschifffahrtsgesellschaftskapitaensvereinigung-Niederoesterreich-Sued-AG',
        username: 'salesforce.integration.user.for.the.crm.team@donaudampfschifffahrt.example',
        instanceUrl: 'https://acme.my.salesforce.com',
        edition: 'Unlimited Edition',
      },
    }),
  ),
)

interface Playing {
  canvasElement: HTMLElement
}

async function pressDisconnect({ canvasElement }: Playing) {
  await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Disconnect' }))
  await within(canvasElement).findByRole('alertdialog')
}

async function confirmDisconnect({ canvasElement }: Playing) {
  await pressDisconnect({ canvasElement })
  await userEvent.click(within(await within(canvasElement).findByRole('alertdialog')).getByRole('button', { name: 'Disconnect' }))
}

import type { Connection, ConnectionReason } from '@pryzm/salesforce-sdk'
import { connectionSentence } from '@pryzm/salesforce-sdk/contract'
import {
  buildConnection,
  buildDisconnected,
  buildRefused,
  buildScenario,
  member,
  minutesAgo,
  type Overrides,
  scenarios,
} from '@pryzm/salesforce-sdk/testing'
import { expect, fn, spyOn, userEvent, within } from 'storybook/test'
import type { ReactNode } from 'react'
import preview from '../../../../../.storybook/preview.tsx'
import { returnedFromSalesforce } from '../../../../../.storybook/returned-from-salesforce.ts'
import { PresentationContext, usePresentation } from '../../presentation.ts'
import { ConnectionCard } from './connection-card.tsx'

const meta = preview.meta({ title: 'ConnectionCard/States', component: ConnectionCard })

function withConnection(connection: Connection, overrides: Overrides = {}) {
  return { parameters: { scenario: buildScenario({ connection, overrides }) } }
}

function refused(reason: ConnectionReason, connection: Partial<Connection> = {}) {
  return withConnection(buildRefused(reason, connection))
}

export const Loading = meta.story(withConnection(buildConnection(), { 'connection.get': { delay: 'forever' } }))
export const LoadingSlow = meta.story({
  ...withConnection(buildConnection(), { 'connection.get': { delay: 'forever' } }),
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText('Still checking the connection', {}, { timeout: 12_000 })
  },
})
export const LoadFailed = meta.story(
  withConnection(buildConnection(), {
    'connection.get': {
      error: { code: 'internal', message: 'The server could not answer. Try again; if it happens again, report it.' },
    },
  }),
)
export const Offline = meta.story({
  parameters: { scenario: scenarios.connectedHealthy },
  beforeEach: () => () => Reflect.deleteProperty(navigator, 'onLine'),
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText('Connected', { exact: true })
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
    dispatchEvent(new Event('offline'))
    await within(canvasElement).findByText(/^You're offline/)
  },
})
function Contact() {
  return (
    <a href="#account-team" lang="en">
      Contact your account team
    </a>
  )
}

function WithContact({ children }: { children: ReactNode }) {
  const presentation = usePresentation()
  const slots = { ...presentation.slots, Contact }
  return <PresentationContext.Provider value={{ ...presentation, slots }}>{children}</PresentationContext.Provider>
}

/** The host's way to the account team, in the slot for it. */
export const ModuleNotEnabled = meta.story({
  parameters: { scenario: scenarios.moduleDisabled },
  decorators: [
    (Story) => (
      <WithContact>
        <Story />
      </WithContact>
    ),
  ],
})
export const ViewOnlyDisconnected = meta.story(withConnection(buildDisconnected({ viewer: member })))
export const ViewOnlyConnected = meta.story({ parameters: { scenario: scenarios.viewOnly } })
export const SchemaChanged = meta.story({ parameters: { scenario: scenarios.schemaChanged } })
export const NoEntityAccess = meta.story(
  withConnection(buildConnection({ viewer: { canManage: true, canPush: true, missingEntityAccess: ['person'] } })),
)

export const Disconnected = meta.story({ parameters: { scenario: scenarios.disconnected } })
export const PackageNotInstalled = meta.story(refused('attempt_expired'))
export const AppBlockedByPolicy = meta.story(
  refused('app_blocked', { setupUrl: 'https://acme.my.salesforce.com/lightning/setup/ConnectedApplication/home' }),
)
/** Connect was pressed, and the browser is about to leave for Salesforce. */
export const Connecting = meta.story({
  parameters: { scenario: scenarios.disconnected },
  play: async ({ canvasElement }) => {
    await userEvent.click(await within(canvasElement).findByRole('link', { name: 'Connect' }))
    const opening = await within(canvasElement).findByRole('link', { name: 'Opening Salesforce' })
    await expect(opening).toHaveAttribute('aria-disabled', 'true')
  },
})
/** Somebody of the workspace is at Salesforce, perhaps in another tab. */
export const SignInUnderWay = meta.story(withConnection(buildDisconnected({ status: 'connecting', statusSince: minutesAgo(1) })))
/** A window that goes nowhere, in place of the browser's own. */
function withWindow(opened: Window | null, promised: string) {
  return {
    parameters: { scenario: scenarios.disconnected },
    args: { signIn: 'popup' as const },
    beforeEach: () => {
      const open = spyOn(window, 'open').mockReturnValue(opened)
      return () => open.mockRestore()
    },
    play: async ({ canvasElement }: Playing) => {
      await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Connect' }))
      await within(canvasElement).findByText(promised)
    },
  }
}
export const ConnectingPopup = meta.story(
  withWindow(
    { closed: false, location: { href: '' }, focus: fn(), close: fn() } as unknown as Window,
    'Finish signing in in the Salesforce window',
  ),
)
export const PopupBlocked = meta.story(withWindow(null, 'Your browser blocked the Salesforce window'))
export const ConsentDenied = meta.story(refused('access_denied'))
export const LinkExpired = meta.story(refused('sign_in_expired'))
export const SandboxRejected = meta.story({ parameters: { scenario: scenarios.sandboxRejected } })
export const DifferentOrg = meta.story({ parameters: { scenario: scenarios.differentOrg } })
export const ApiDisabled = meta.story(
  refused('api_disabled', { setupUrl: 'https://acme.my.salesforce.com/lightning/setup/EnhancedProfiles/home' }),
)
export const MissingScope = meta.story(refused('missing_scope', { scopes: { granted: ['api'], missing: ['refresh_token'] } }))

const everyRight = { read: 'granted', create: 'granted', edit: 'granted' } as const
export const ObjectPermissionGap = meta.story({
  ...withConnection(
    buildConnection({
      objectAccess: [
        { object: 'Account', ...everyRight },
        { object: 'Contact', ...everyRight, edit: 'missing' },
        { object: 'Opportunity', ...everyRight, create: 'missing' },
      ],
    }),
  ),
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText('Edit is missing')
  },
})
export const FieldSecurityGap = meta.story({
  ...withConnection(
    buildConnection({
      fieldGaps: [
        { object: 'Account', field: 'AnnualRevenue', label: 'Annual Revenue', gap: 'not_visible' },
        { object: 'Account', field: 'Region__c', label: 'Region', gap: 'not_editable' },
        { object: 'Contact', field: 'Birthdate', label: 'Birthdate', gap: 'not_visible' },
        { object: 'Opportunity', field: 'Probability', label: 'Probability (%)', gap: 'not_editable' },
      ],
    }),
  ),
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText('4 mapped fields are kept from the connected user')
  },
})

export const Connected = meta.story({ parameters: { scenario: scenarios.connectedHealthy } })
export const ConnectedJustNow = meta.story({
  ...withConnection(buildConnection({ connectedAt: minutesAgo(0), statusSince: minutesAgo(0) })),
  beforeEach: returnedFromSalesforce,
})
export const ConnectedByFormerMember = meta.story(
  withConnection(buildConnection({ connectedBy: { id: 'dana', name: 'Dana Okoye' }, connectorLeft: true })),
)
export const TokenRefreshing = meta.story(withConnection(buildConnection({ refreshing: true })))
export const InstanceMoved = meta.story(withConnection(buildConnection({ movedFrom: 'https://acme-old.my.salesforce.com' })))
export const TokenExpired = meta.story(
  withConnection(
    buildConnection({
      status: 'reauthorization_required',
      reason: 'token_expired',
      sentence: connectionSentence('token_expired'),
      statusSince: minutesAgo(60 * 5),
    }),
  ),
)
export const TokenRevoked = meta.story({ parameters: { scenario: scenarios.tokenRevoked } })
export const OrgUnavailable = meta.story(
  withConnection(
    buildConnection({
      status: 'degraded',
      reason: 'org_unavailable',
      sentence: connectionSentence('org_unavailable'),
      statusSince: minutesAgo(4),
      nextTryAt: minutesAgo(-6),
    }),
  ),
)
export const ApiLimitReached = meta.story({ parameters: { scenario: scenarios.apiLimitReached } })

export const DisconnectConfirm = meta.story({ parameters: { scenario: scenarios.connectedHealthy }, play: pressDisconnect })
export const DisconnectConfirmPullRunning = meta.story({
  parameters: { scenario: scenarios.pulling },
  play: async (context) => {
    await pressDisconnect(context)
    await within(context.canvasElement).findByText(/A pull is running\. It stops after the current batch\./)
  },
})
export const Disconnecting = meta.story({
  ...withConnection(buildConnection(), { 'connection.disconnect': { delay: 'forever' } }),
  play: async (context) => {
    await confirmDisconnect(context)
    const dialog = within(context.canvasElement).getByRole('alertdialog')
    await expect(dialog).toHaveAttribute('aria-busy', 'true')
    await userEvent.keyboard('{Escape}')
    await expect(dialog).toBeInTheDocument()
  },
})
export const DisconnectFailed = meta.story({
  ...withConnection(buildConnection(), {
    'connection.disconnect': { error: { code: 'internal', message: 'The server could not answer. Try again.' } },
  }),
  play: async (context) => {
    await confirmDisconnect(context)
    await within(context.canvasElement).findByText('Still connected: the disconnect did not go through')
  },
})
export const DisconnectedJustNow = meta.story({
  parameters: { scenario: scenarios.connectedHealthy },
  play: async (context) => {
    await confirmDisconnect(context)
    await within(context.canvasElement).findByText('Disconnected. Your mapping is kept.', { selector: 'p' })
  },
})

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

import { buildConnection, buildDisconnected, buildScenario, minutesAgo, scenarios } from '@pryzm/salesforce-sdk/testing'
import preview from '../../../../../.storybook/preview.tsx'
import { ConnectionCard } from './connection-card.tsx'

const meta = preview.meta({ title: 'ConnectionCard/States', component: ConnectionCard })

export const Connected = meta.story({ parameters: { scenario: scenarios.connectedHealthy } })
export const Disconnected = meta.story({ parameters: { scenario: scenarios.disconnected } })
export const TokenRevoked = meta.story({ parameters: { scenario: scenarios.tokenRevoked } })
export const ApiLimitReached = meta.story({ parameters: { scenario: scenarios.apiLimitReached } })
export const SandboxRejected = meta.story({ parameters: { scenario: scenarios.sandboxRejected } })
export const DifferentOrg = meta.story({ parameters: { scenario: scenarios.differentOrg } })
export const ModuleNotEnabled = meta.story({ parameters: { scenario: scenarios.moduleDisabled } })

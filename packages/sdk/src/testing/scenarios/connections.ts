import { connectionSentence } from '../../contract/connection-sentences.ts'
import { buildConnection, buildDisconnected, editor, member } from '../build-connection.ts'
import { buildSetup, checkedPryzmId } from '../build-setup.ts'
import { buildScenario } from '../build-scenario.ts'
import { minutesAgo } from '../scenario-clock.ts'
import { history } from './histories.ts'

/** Connected, set up, mapped, and pulled without trouble. */
export const connectedHealthy = buildScenario(history)

/** Nothing yet: no org, no mapping, no history. */
export const disconnected = buildScenario({ connection: buildDisconnected(), mappings: [], pipelines: [] })

/** Just connected: Pryzm_ID is missing everywhere and nothing is mapped. */
export const firstRun = buildScenario({
  connection: buildConnection({ connectedAt: minutesAgo(1), statusSince: minutesAgo(1) }),
  setup: buildSetup(...(['Account', 'Contact', 'Opportunity'] as const).map((object) => checkedPryzmId(object, null))),
  describes: withoutPryzmId(),
  mappings: [],
  pipelines: [],
})

function withoutPryzmId() {
  const { describes } = buildScenario()
  for (const describe of Object.values(describes)) {
    if (describe) describe.fields = describe.fields.filter(({ name }) => name !== 'Pryzm_ID__c')
  }
  return describes
}

/** Connected and healthy, seen by a member who may only look. */
export const viewOnly = buildScenario({ ...history, connection: buildConnection({ viewer: member }) })

/** Connected and healthy, seen by an editor, who may push. */
export const editorView = buildScenario({ ...history, connection: buildConnection({ viewer: editor }) })

/** Somebody revoked the access in Salesforce; mapping and history are still there. */
export const tokenRevoked = buildScenario({
  ...history,
  connection: buildConnection({
    status: 'reauthorization_required',
    reason: 'token_revoked',
    sentence: connectionSentence('token_revoked'),
    statusSince: minutesAgo(35),
  }),
})

/** The daily API limit of the org is used up. */
export const apiLimitReached = buildScenario({
  ...history,
  connection: buildConnection({
    status: 'degraded',
    reason: 'api_limit_reached',
    sentence: connectionSentence('api_limit_reached'),
    statusSince: minutesAgo(20),
    apiUsage: { used: 100_000, limit: 100_000 },
    nextTryAt: minutesAgo(-10),
  }),
})

/** Somebody tried to connect a sandbox. */
export const sandboxRejected = buildScenario({
  connection: buildDisconnected({
    reason: 'sandbox_org',
    sentence: connectionSentence('sandbox_org', 'Acme UAT'),
    statusSince: minutesAgo(1),
  }),
  mappings: [],
  pipelines: [],
})

/** Somebody signed in to another org than the one before. */
export const differentOrg = buildScenario({
  ...history,
  connection: buildConnection({
    reason: 'different_org',
    sentence: connectionSentence('different_org'),
    pendingOrg: {
      id: '00DgK000009xyzDUAQ',
      name: 'Globex',
      username: 'ada@globex.example',
      instanceUrl: 'https://globex.my.salesforce.com',
      edition: 'Enterprise Edition',
    },
  }),
})

/** The workspace does not have the product module. */
export const moduleDisabled = buildScenario({
  overrides: Object.fromEntries(
    (
      ['connection.get', 'mapping.get', 'runs.latest', 'jobs.list', 'setup.check', 'pushes.target', 'pipelines.list'] as const
    ).map((route) => [
      route,
      { error: { code: 'module_disabled', message: 'The Salesforce Integration module is not enabled for this workspace.' } },
    ]),
  ),
})

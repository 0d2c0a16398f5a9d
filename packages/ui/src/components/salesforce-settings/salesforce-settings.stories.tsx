import {
  buildConnection,
  buildScenario,
  minutesAgo,
  type Overrides,
  type Scenario,
  scenarios,
} from '@pryzm/salesforce-sdk/testing'
import preview from '../../../../../.storybook/preview.tsx'
import { SalesforceSettings } from './salesforce-settings.tsx'

const meta = preview.meta({ title: 'SalesforceSettings/States', component: SalesforceSettings })

function of(scenario: Scenario, overrides: Overrides = {}) {
  return { parameters: { scenario: { ...scenario, overrides: { ...scenario.overrides, ...overrides } } } }
}

export const LoadingAll = meta.story(of(buildScenario(), { 'connection.get': { delay: 'forever' } }))
export const ModuleNotEnabled = meta.story(of(scenarios.moduleDisabled))
export const ViewOnly = meta.story(of(scenarios.viewOnly))
export const FirstRun = meta.story(of(scenarios.disconnected))
export const JustConnected = meta.story({
  ...of(scenarios.firstRun),
  beforeEach: () => history.replaceState(null, '', `${location.pathname}${location.search}&salesforce=connected`),
})
export const SetupDoneMappingEmpty = meta.story(of(scenarios.nothingMapped))
export const MappingInvalid = meta.story(of(scenarios.mappingWithIssues))
export const PipelineMissing = meta.story(of(withoutPipeline()))
export const ReadyNeverPulled = meta.story(of(buildScenario()))
export const Pulling = meta.story(of(scenarios.pulling))
export const Healthy = meta.story(of(scenarios.connectedHealthy))
export const TokenRevoked = meta.story(of(scenarios.tokenRevoked))
export const ApiPaused = meta.story(of(scenarios.apiLimitReached))
export const OrgUnavailable = meta.story(
  of(scenarios.connectedHealthy, {
    'connection.get': {
      answer: buildConnection({
        status: 'degraded',
        reason: 'org_unavailable',
        sentence: 'Salesforce says that the org is in maintenance. Pulls wait and go on by themselves.',
        nextTryAt: minutesAgo(-6),
      }),
    },
  }),
)
export const OneSectionCrashed = meta.story(
  of(scenarios.connectedHealthy, {
    'jobs.list': {
      error: { code: 'internal', message: 'The server could not answer. Try again; if it happens again, report it.' },
    },
  }),
)
export const Rtl = meta.story({ ...of(scenarios.pulling), globals: { dir: 'rtl' } })
export const Dark = meta.story({ ...of(scenarios.connectedHealthy), globals: { theme: 'dark' } })
export const Narrow320 = meta.story({ ...of(scenarios.pulling), globals: { width: '320' } })
export const Compact = meta.story({ ...of(scenarios.connectedHealthy), globals: { density: 'compact' } })
export const BrandYellow = meta.story({ ...of(scenarios.pulling), globals: { theme: 'yellow' } })

function withoutPipeline(): Scenario {
  const scenario = buildScenario()
  for (const { mapping } of scenario.mappings) mapping.pairs[2].pipelineId = null
  return scenario
}

import {
  acmeOrg,
  admin,
  buildConnection,
  buildJob,
  buildScenario,
  minutesAgo,
  type Overrides,
  type Scenario,
  scenarios,
} from '@pryzm/salesforce-sdk/testing'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import type { HostName } from '../../../../../.storybook/hosts/hosts.ts'
import preview from '../../../../../.storybook/preview.tsx'
import { returnedFromSalesforce } from '../../../../../.storybook/returned-from-salesforce.ts'
import { SalesforceSettings } from './salesforce-settings.tsx'

const meta = preview.meta({ title: 'SalesforceSettings/States', component: SalesforceSettings })

function of(scenario: Scenario, overrides: Overrides = {}) {
  return { parameters: { scenario: { ...scenario, overrides: { ...scenario.overrides, ...overrides } } } }
}

export const LoadingAll = meta.story(of(buildScenario(), { 'connection.get': { delay: 'forever' } }))
export const ModuleNotEnabled = meta.story(of(scenarios.moduleDisabled))
export const ViewOnly = meta.story(of(scenarios.viewOnly))
export const NoEntityAccess = meta.story(
  of(scenarios.connectedHealthy, {
    'connection.get': {
      answer: buildConnection({ viewer: { ...admin, missingEntityAccess: ['organization', 'person'] } }),
    },
  }),
)
export const OfflineStale = meta.story({
  ...of(scenarios.connectedHealthy),
  beforeEach: () => () => Reflect.deleteProperty(navigator, 'onLine'),
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText('Connected to Acme Corporation')
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
    dispatchEvent(new Event('offline'))
    await within(canvasElement).findByText(/^You're offline/)
  },
})
export const DeepLinkMapping = meta.story({
  ...of(scenarios.connectedHealthy),
  args: { open: 'mapping' },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('tab', { name: /^Organizations/ })
  },
})
const [account] = scenarios.connectedHealthy.mappings.at(-1)?.mapping.pairs ?? []
export const DeepLinkRow = meta.story({
  ...of(scenarios.connectedHealthy),
  args: { initialRow: { object: 'Account', pairId: account?.fields.at(-1)?.id ?? '' } },
  play: async ({ canvasElement }) => {
    const grid = await within(canvasElement).findByRole('grid')
    await waitFor(() => expect(grid).toContainElement(document.activeElement as HTMLElement))
  },
})
export const UnsavedLeave = meta.story({
  ...of(scenarios.connectedHealthy),
  args: { open: 'mapping' },
  play: async ({ canvasElement }) => {
    const page = within(canvasElement)
    await userEvent.click(await page.findByRole('button', { name: 'Remove Website' }))
    await page.findByText('1 unsaved change')
    await userEvent.click(await page.findByRole('link', { name: 'See all syncs' }))
    await screen.findByRole('alertdialog', { name: 'Leave without saving?' })
  },
})
export const LongNames = meta.story(
  of(scenarios.connectedHealthy, {
    'connection.get': {
      answer: buildConnection({
        org: {
          ...acmeOrg,
          name: 'Donaudampfschifffahrtsgesellschaftskapitaensvereinigung-Niederoesterreich-Sued-AG',
          username: 'salesforce.integration.user.for.the.crm.team@donaudampfschifffahrt.example',
        },
      }),
    },
  }),
)
export const FirstRun = meta.story(of(scenarios.disconnected))
export const JustConnected = meta.story({
  ...of(scenarios.firstRun),
  beforeEach: returnedFromSalesforce,
})
export const SetupDoneMappingEmpty = meta.story(of(scenarios.nothingMapped))
export const MappingInvalid = meta.story(of(withReadOnlyObjects()))
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
// A job without counts, as no server tells one: the history throws while it is drawn.
const broken = { ...buildJob({ id: 'broken' }), counts: undefined as never }
export const OneSectionCrashed = meta.story({
  ...of(scenarios.connectedHealthy, { 'jobs.list': { answer: { items: [broken], next: null, total: 1, keptDays: 90 } } }),
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText('This section stopped working')
  },
})
export const Rtl = meta.story({ ...of(scenarios.pulling), globals: { dir: 'rtl' } })
export const Dark = meta.story({ ...of(scenarios.connectedHealthy), globals: { theme: 'dark' } })
export const Narrow320 = meta.story({ ...of(scenarios.pulling), globals: { width: '320' } })
export const Compact = meta.story({ ...of(scenarios.connectedHealthy), globals: { density: 'compact' } })
export const ForcedColors = meta.story({
  ...of(scenarios.mappingWithIssues),
  // No page can force the colours itself: the browser's emulation does, and without it each status is told without its colour.
  beforeEach: ({ canvasElement }) => {
    canvasElement.style.filter = 'grayscale(1)'
    return () => void (canvasElement.style.filter = '')
  },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('heading', { name: /^Mapping/ })
  },
})
export const ReducedMotion = meta.story({
  ...of(scenarios.pulling),
  play: async ({ canvasElement }) => {
    for (const root of document.querySelectorAll('.pz-root')) root.setAttribute('data-motion', 'none')
    await within(canvasElement).findByRole('progressbar', { name: /People/ })
  },
})
export const BrandYellow = meta.story({ ...of(scenarios.pulling), globals: { theme: 'yellow' } })
export const HostTailwind3 = meta.story(inHost('tailwind3'))
export const HostBootstrap = meta.story(inHost('bootstrap'))
export const HostLegacy = meta.story(inHost('legacy'))
export const Root62Percent = meta.story(inHost('root62'))

/** On a page that is styled as such a host's, with a form and a table in sight, which resets and element rules touch most. */
function inHost(host: HostName) {
  const { parameters } = of(scenarios.connectedHealthy)
  return {
    // In the documentation a page of its own: a stylesheet is the whole page's.
    parameters: { ...parameters, docs: { story: { inline: false, height: '900px' } } },
    globals: { host },
    args: { open: 'mapping' as const },
    play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
      await within(canvasElement).findByRole('tab', { name: /^Organizations/ })
    },
  }
}

/** Objects are sent both ways, and the connected user may not edit them; some fields have issues of their own. */
function withReadOnlyObjects(): Scenario {
  const scenario = structuredClone(scenarios.mappingWithIssues)
  for (const describe of Object.values(scenario.describes)) if (describe) describe.updateable = false
  return scenario
}

function withoutPipeline(): Scenario {
  const scenario = buildScenario()
  for (const { mapping } of scenario.mappings) mapping.pairs[2].pipelineId = null
  return scenario
}

import './frame.css'
import { createScenarioTransport, type Scenario, scenarioNow, scenarios } from '@pryzm/salesforce-sdk/testing'
import addonA11y from '@storybook/addon-a11y'
import addonDocs from '@storybook/addon-docs'
import { definePreview } from '@storybook/react-vite'
import { http } from 'msw'
import { setupWorker } from 'msw/browser'
import addonMsw from 'msw-storybook-addon'
import { configure } from 'storybook/test'
import { startClockAt } from './clock.ts'
import { Frame, type FrameGlobals } from './frame.tsx'
import { hostNames, kitPlaces, wearHost } from './hosts/hosts.ts'
import { transportOf } from './transport.ts'

declare module 'storybook/internal/csf' {
  interface Parameters {
    /** The data from which every route of the kit answers in this story. */
    scenario?: Scenario
  }
}

// Parts that load when they are opened need longer than the second that a search waits by default.
configure({ asyncUtilTimeout: 5000 })

// Pages without a story wear it too.
wearHost('none', 'first')

/** The kit's stories: each names a scenario, and a provider answers from it, so that nothing reaches a network. */
export default definePreview({
  addons: [
    addonDocs(),
    addonA11y(),
    addonMsw(async () => {
      const worker = setupWorker()
      await worker.start({ quiet: true, onUnhandledFrame: 'bypass' })
      return worker
    }),
  ],
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    a11y: {
      test: 'error',
      options: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
    },
  },
  globalTypes: {
    theme: {
      toolbar: { title: 'Theme', icon: 'paintbrush', items: ['light', 'dark', 'both', 'indigo', 'yellow'], dynamicTitle: true },
    },
    dir: { toolbar: { title: 'Direction', icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true } },
    width: { toolbar: { title: 'Width', icon: 'ruler', items: ['320', '480', '600', '900', 'full'], dynamicTitle: true } },
    locale: {
      toolbar: { title: 'Language', icon: 'globe', items: ['en', 'de', 'fr', 'es', 'ja', 'ar', 'pseudo'], dynamicTitle: true },
    },
    density: { toolbar: { title: 'Density', icon: 'component', items: ['comfortable', 'compact'], dynamicTitle: true } },
    host: { toolbar: { title: 'Host CSS', icon: 'browser', items: [...hostNames], dynamicTitle: true } },
    kit: { toolbar: { title: 'Kit CSS', icon: 'stacked', items: [...kitPlaces], dynamicTitle: true } },
  },
  initialGlobals: {
    theme: 'light',
    dir: 'ltr',
    width: 'full',
    density: 'comfortable',
    locale: 'en',
    host: 'none',
    kit: 'first',
    server: '',
  },
  loaders: [({ parameters }) => ({ transport: createScenarioTransport(scenarioOf(parameters)) })],
  beforeEach({ msw, loaded, globals, viewMode }) {
    const { host, kit } = globals as unknown as FrameGlobals
    // A page of the documentation holds many stories and one head.
    wearHost(viewMode === 'docs' ? 'none' : host, kit)
    // The same answers over HTTP, for stories that use a client of their own.
    msw.use(http.all('/api/salesforce/*', ({ request }) => transportOf({ loaded })(request)))
    return startClockAt(scenarioNow)
  },
  decorators: [
    (Story, { globals, loaded }) => (
      <Frame globals={globals as unknown as FrameGlobals} transport={transportOf({ loaded })}>
        <Story />
      </Frame>
    ),
  ],
})

function scenarioOf(parameters: { scenario?: Scenario }): Scenario {
  return parameters.scenario ?? scenarios.connectedHealthy
}

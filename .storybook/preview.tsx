import './frame.css'
import type { LiveEvent } from '@pryzm/salesforce-sdk'
import { type Scenario, scenarioNow, scenarios } from '@pryzm/salesforce-sdk/testing'
import addonA11y from '@storybook/addon-a11y'
import addonDocs from '@storybook/addon-docs'
import { definePreview } from '@storybook/react-vite'
import { http } from 'msw'
import { setupWorker, type SetupWorker } from 'msw/browser'
import addonMsw from 'msw-storybook-addon'
import { addons } from 'storybook/preview-api'
import { configure } from 'storybook/test'
import { startClockAt } from './clock.ts'
import { componentDescription } from './component-description.ts'
import { Frame } from './frame.tsx'
import { type FrameGlobals, plainGlobals } from './globals.ts'
import { hostNames, kitPlaces } from './hosts/hosts.ts'
import { dressPage } from './page.ts'
import { forgetTransport, liveEvent, transportFor, transportOf, type Wait, waits } from './transport.ts'

/** One for all stories, also where a page of the documentation starts many at once. */
let worker: Promise<SetupWorker> | undefined

async function startWorker(): Promise<SetupWorker> {
  const started = setupWorker()
  await started.start({ quiet: true, onUnhandledFrame: 'bypass' })
  return started
}

declare module 'storybook/internal/csf' {
  interface Parameters {
    /** The data from which every route of the kit answers in this story. */
    scenario?: Scenario
  }
}

// Parts that load when they are opened need longer than the second that a search waits by default.
configure({ asyncUtilTimeout: 5000 })

// Pages without a story wear it too.
dressPage(plainGlobals)

// Storybook's types do not tell of it.
const described = { extractComponentDescription: componentDescription }

/** The kit's stories: each names a scenario, and a provider answers from it, so that nothing reaches a network. */
export default definePreview({
  addons: [addonDocs(), addonA11y(), addonMsw(() => (worker ??= startWorker()))],
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    docs: { codePanel: true, ...described },
    options: {
      storySort: {
        order: ['Introduction', 'Tokens', 'Status vocabulary', '*', ['Guide', 'Playground', 'States'], 'Flows'],
      },
    },
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
    margins: { toolbar: { title: 'Margins', icon: 'box', items: ['hidden', 'shown'], dynamicTitle: true } },
    answers: { toolbar: { title: 'Answers after', icon: 'timer', items: Object.keys(waits), dynamicTitle: true } },
  },
  initialGlobals: { ...plainGlobals },
  loaders: [({ id, parameters, globals }) => ({ transport: transportFor(id, scenarioOf(parameters), globals.answers as Wait) })],
  beforeEach({ id, msw, loaded, globals, viewMode }) {
    // A page of the documentation holds many stories, each with globals of its own, and one head.
    dressPage(viewMode === 'docs' ? plainGlobals : (globals as unknown as FrameGlobals))
    // The same answers over HTTP, for stories that use a client of their own.
    msw.use(http.all('/api/salesforce/*', ({ request }) => transportOf({ loaded })(request)))
    const emit = (event: LiveEvent) => transportOf({ loaded }).emit(event)
    addons.getChannel().on(liveEvent, emit)
    const stopClock = startClockAt(scenarioNow)
    return () => {
      stopClock()
      addons.getChannel().off(liveEvent, emit)
      forgetTransport(id)
    }
  },
  async afterEach({ canvasElement, parameters }) {
    const { a11y } = parameters as { a11y?: { test?: string } }
    if (import.meta.env.VITEST_STORYBOOK !== 'false' || a11y?.test !== 'error') return
    const { checkOtherTheme } = await import('./other-theme.ts')
    await checkOtherTheme(canvasElement.ownerDocument.body)
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

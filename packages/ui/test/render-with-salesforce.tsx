import '../src/styles.css'
import { createSalesforceClient } from '@pryzm/salesforce-sdk'
import { createScenarioTransport, type Scenario, type ScenarioTransport, scenarios } from '@pryzm/salesforce-sdk/testing'
import axe from 'axe-core'
import { type ReactNode, StrictMode } from 'react'
import { expect } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { SalesforceProvider, type SalesforceProviderProps } from '../src/index.ts'

export interface Rendered {
  /** The answers behind the page: look at its calls, change one, send an event. */
  transport: ScenarioTransport
  /** Calls of one route so far. */
  calls: (route: string) => unknown[]
  /** What the page asked the browser to leave for. */
  left: string[]
}

/** Shows a component inside a provider that answers from a scenario. */
export async function renderWithSalesforce(
  component: ReactNode,
  { scenario = scenarios.connectedHealthy, ...props }: Partial<SalesforceProviderProps> & { scenario?: Scenario } = {},
): Promise<Rendered> {
  const transport = createScenarioTransport(scenario)
  const client = createSalesforceClient({ baseUrl: '/api/salesforce', transport })
  const left: string[] = []
  await render(
    <StrictMode>
      <SalesforceProvider client={client} timeZone="UTC" assign={(url) => left.push(url)} onNavigate={() => {}} {...props}>
        {component}
      </SalesforceProvider>
    </StrictMode>,
  )
  return { transport, left, calls: (route) => transport.calls.filter((call) => call.route === route).map(({ input }) => input) }
}

const wcag22 = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Fails with what is wrong and where, if anything on the page breaks a rule of WCAG 2.2 AA that a machine can check. */
export async function expectAccessible(): Promise<void> {
  await settled()
  const { violations } = await axe.run(document.body, { runOnly: wcag22 })
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
  )
  expect(found).toEqual([])
}

/** Colours are judged once they stand still, not half-way through a transition. */
async function settled(): Promise<void> {
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
  await Promise.allSettled(ending.map(({ finished }) => finished))
}

/** What screen readers are told at last: politely, or as an alert. */
export function spoken(region: 'status' | 'alert') {
  return page.getByRole(region).first()
}

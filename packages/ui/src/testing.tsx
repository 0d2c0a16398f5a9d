import { createSalesforceClient } from '@pryzm/salesforce-sdk'
import { createScenarioTransport, type Scenario, type ScenarioTransport, scenarios } from '@pryzm/salesforce-sdk/testing'
import type { ReactElement, ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { SalesforceProvider, type SalesforceProviderProps } from './provider.tsx'

export interface RenderWithSalesforceOptions extends Partial<Omit<SalesforceProviderProps, 'client' | 'children'>> {
  /** The data that every route answers from; a healthy connection unless told. */
  scenario?: Scenario
}

/** What a test has in hand beside the page. */
export interface WithSalesforce<Result> {
  /** What `render` returned. */
  rendered: Result
  /** The answers behind the page: look at its calls, change one, send an event. */
  transport: ScenarioTransport
  /** Inputs of the calls of one route so far, such as `connection.get`. */
  calls: (route: string) => unknown[]
  /** Addresses that the page asked the browser to leave for. */
  left: readonly string[]
}

/** A component on the page without a testing library. */
export interface Mounted {
  container: HTMLElement
  unmount: () => void
}

/**
 * Shows a component inside a provider that answers from a scenario, so that a host's test needs no server.
 * Give the `render` of a testing library to get what it returns; without one the component is put at the end of the body.
 *
 * @example
 * const { calls } = renderWithSalesforce(<ConnectionCard />, { render, scenario: scenarios.disconnected })
 */
export function renderWithSalesforce(component: ReactNode, options?: RenderWithSalesforceOptions): WithSalesforce<Mounted>
export function renderWithSalesforce<Result>(
  component: ReactNode,
  options: RenderWithSalesforceOptions & { render: (element: ReactElement) => Result },
): WithSalesforce<Result>
export function renderWithSalesforce(
  component: ReactNode,
  {
    render = mount,
    scenario = scenarios.connectedHealthy,
    ...props
  }: RenderWithSalesforceOptions & { render?: (element: ReactElement) => unknown } = {},
): WithSalesforce<unknown> {
  const transport = createScenarioTransport(scenario)
  const client = createSalesforceClient({ baseUrl: '/api/salesforce', transport })
  const left: string[] = []
  const rendered = render(
    <SalesforceProvider client={client} timeZone="UTC" assign={(url) => left.push(url)} onNavigate={() => {}} {...props}>
      {component}
    </SalesforceProvider>,
  )
  const calls = (route: string) => transport.calls.filter((call) => call.route === route).map(({ input }) => input)
  return { rendered, transport, calls, left }
}

function mount(element: ReactElement): Mounted {
  const container = document.body.appendChild(document.createElement('div'))
  const root = createRoot(container)
  root.render(element)
  return {
    container,
    unmount() {
      root.unmount()
      container.remove()
    },
  }
}

import { createSalesforceClient } from '@pryzm/salesforce-sdk'
import { createScenarioTransport, scenarios } from '@pryzm/salesforce-sdk/testing'
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { renderWithSalesforce } from '../test/render-with-salesforce.tsx'
import { ConnectionCard, PullPanel, SalesforceProvider } from './index.ts'

const card = page.getByRole('region', { name: 'Salesforce connection' })

it('asks once for what several components show', async () => {
  const { calls } = await renderWithSalesforce(
    <>
      <ConnectionCard />
      <PullPanel />
    </>,
  )
  await expect.element(page.getByRole('button', { name: 'Pull from Salesforce' })).toBeVisible()
  await expect.element(card.getByText('Acme Corporation')).toBeVisible()
  expect(calls('connection.get')).toHaveLength(1)
  expect(calls('runs.latest')).toHaveLength(1)
  expect(calls('events.stream').length).toBeLessThanOrEqual(1)
})

it('leaves the queries of the host to the client of the host', async () => {
  const hosts = new QueryClient()
  function HostsOwn() {
    const { data } = useQuery({ queryKey: ['connection'], queryFn: () => 'from the host' })
    return <p>{data}</p>
  }
  const transport = createScenarioTransport(scenarios.connectedHealthy)
  await render(
    <QueryClientProvider client={hosts}>
      <SalesforceProvider client={createSalesforceClient({ baseUrl: '/api/salesforce', transport })}>
        <HostsOwn />
        <ConnectionCard />
      </SalesforceProvider>
    </QueryClientProvider>,
  )
  await expect.element(page.getByText('from the host')).toBeVisible()
  await expect.element(card.getByText('Acme Corporation')).toBeVisible()
  expect(hosts.getQueryCache().getAll()).toHaveLength(1)
})

it('does not share state between two providers', async () => {
  const client = (scenario: Parameters<typeof createScenarioTransport>[0]) =>
    createSalesforceClient({ baseUrl: '/api/salesforce', transport: createScenarioTransport(scenario) })
  await render(
    <>
      <SalesforceProvider client={client(scenarios.connectedHealthy)}>
        <ConnectionCard />
      </SalesforceProvider>
      <SalesforceProvider client={client(scenarios.disconnected)}>
        <ConnectionCard />
      </SalesforceProvider>
    </>,
  )
  await expect.element(card.nth(0).getByText('Connected', { exact: true })).toBeVisible()
  await expect.element(card.nth(1).getByText('Not connected')).toBeVisible()
})

it("speaks in the host's words and formats", async () => {
  await renderWithSalesforce(<ConnectionCard />, {
    locale: 'de-DE',
    messages: { connection: { title: 'Salesforce-Verbindung', connected: 'Verbunden' } },
  })
  const german = page.getByRole('region', { name: 'Salesforce-Verbindung' })
  await expect.element(german.getByText('Verbunden')).toBeVisible()
  await expect.element(german.getByText(/1\.204/)).toBeVisible()
  await expect.element(german.getByText(/23\. Februar 2026/)).toBeVisible()
})

it('reads from right to left where the language does', async () => {
  await renderWithSalesforce(<ConnectionCard />, { locale: 'ar' })
  await expect.element(card).toBeVisible()
  expect(getComputedStyle(card.element()).direction).toBe('rtl')
})

it("puts the host's classes on parts, also by their state, and tells parts apart by data attributes", async () => {
  await renderWithSalesforce(<ConnectionCard className="on-root" />, {
    classNames: { 'connection.title': 'hosts-title', 'connection.badge': ({ state }) => `is-${state}` },
  })
  await expect.element(card.getByText('Acme Corporation')).toBeVisible()
  expect(card.element().classList).toContain('on-root')
  expect(document.querySelector('[data-slot="connection.title"]')?.classList).toContain('hosts-title')
  expect(document.querySelector('.is-connected')?.getAttribute('data-slot')).toBe('connection.badge')
})

it('takes one variable for a brand, without a style attribute in the markup of a server', async () => {
  await renderWithSalesforce(<ConnectionCard />, {
    scenario: scenarios.disconnected,
    appearance: { variables: { accent: 'rgb(255, 212, 0)' } },
  })
  const connect = card.getByRole('link', { name: 'Connect', exact: true })
  await expect.element(connect).toBeVisible()
  expect(getComputedStyle(connect.element()).backgroundColor).toBe('rgb(255, 212, 0)')
})

it("goes through the host's router for its own pages, but lets a new tab be a new tab", async () => {
  const gone: string[] = []
  await renderWithSalesforce(<PullPanel />, { onNavigate: (to) => gone.push(to), links: { jobs: '/syncs' } })
  const history = page.getByRole('link', { name: 'History' })
  await expect.element(history).toHaveAttribute('href', '/syncs')
  await history.click()
  expect(gone).toEqual(['/syncs'])
  document.addEventListener('click', (event) => event.preventDefault(), { once: true })
  await history.click({ modifiers: ['Control'] })
  expect(gone).toEqual(['/syncs'])
})

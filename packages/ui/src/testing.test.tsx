import { scenarios } from '@pryzm/salesforce-sdk/testing'
import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { ConnectionCard } from './components/connection-card/index.ts'
import { renderWithSalesforce } from './testing.tsx'

it('shows a component that answers from a scenario, without a testing library', async () => {
  const { rendered, calls, transport } = renderWithSalesforce(<ConnectionCard />)
  await expect.element(page.getByText('Acme Corporation').first()).toBeVisible()
  expect(calls('connection.get')).toHaveLength(1)
  expect(transport.scenario).toEqual(scenarios.connectedHealthy)
  rendered.unmount()
  expect(document.querySelector('.pz-root')).toBeNull()
})

it('goes through the render of a testing library, and tells where the page would leave for', async () => {
  const { rendered, calls, left } = renderWithSalesforce(<ConnectionCard returnTo="/settings" />, {
    render,
    scenario: scenarios.disconnected,
  })
  await rendered
  await page.getByRole('link', { name: 'Connect', exact: true }).click()
  await expect.poll(() => calls('connection.connect')).toEqual([{ returnTo: '/settings' }])
  await expect.poll(() => left).toHaveLength(1)
})

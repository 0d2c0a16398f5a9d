import { admin, buildConnection, buildJob, buildScenario, scenarios } from '@pryzm/salesforce-sdk/testing'
import { expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { expectAccessible, renderWithSalesforce, spoken } from '../../../test/render-with-salesforce.tsx'
import type { ReportedError } from '../../events.ts'
import { SalesforceSettings } from './salesforce-settings.tsx'

it('opens the first step that is not done and folds the others to a line', async () => {
  await renderWithSalesforce(<SalesforceSettings />, { scenario: scenarios.disconnected })
  await expect.element(page.getByText('0 of 4 steps done.')).toBeVisible()
  await expect.element(page.getByRole('region', { name: 'Salesforce connection' })).toBeVisible()
  await expect.element(page.getByRole('region', { name: 'Sync data' })).not.toBeInTheDocument()
  expect(document.querySelectorAll('[aria-current=step]')).toHaveLength(1)
  await expectAccessible()
})

it('shows all done in four lines, with the pull at hand and the last syncs below', async () => {
  await renderWithSalesforce(<SalesforceSettings />)
  await expect.element(page.getByText('Connected to Acme Corporation')).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Pull from Salesforce' })).toBeVisible()
  await expect.element(page.getByRole('region', { name: 'Salesforce connection' })).not.toBeInTheDocument()
  await expect.element(page.getByRole('heading', { name: 'History' })).toBeVisible()
  await expectAccessible()
})

it('opens a folded step where it is, and keeps focus on its button', async () => {
  await renderWithSalesforce(<SalesforceSettings />)
  const show = page.getByRole('button', { name: 'Show Connection' })
  await show.click()
  await expect.element(page.getByRole('region', { name: 'Salesforce connection' })).toBeVisible()
  const hide = page.getByRole('button', { name: 'Hide Connection' })
  await expect.element(hide).toHaveFocus()
  await expect.element(hide).toHaveAttribute('aria-expanded', 'true')
})

it('opens the step that the address names', async () => {
  await renderWithSalesforce(<SalesforceSettings open="mapping" />)
  await expect.element(page.getByRole('region', { name: 'Field mapping' })).toBeVisible()
})

it('brings somebody who returns from Salesforce to the next step', async () => {
  history.replaceState(null, '', '?salesforce=connected')
  await renderWithSalesforce(<SalesforceSettings />, { scenario: scenarios.firstRun })
  await expect.element(page.getByText('Salesforce connected to Acme Corporation.').first()).toBeVisible()
  await expect.element(page.getByRole('heading', { name: /^Pryzm_ID field and access/ })).toHaveFocus()
  await expect.element(page.getByRole('region', { name: 'Salesforce setup' })).toBeVisible()
  await expect.element(spoken('status')).toHaveTextContent('Salesforce connected to Acme Corporation.')
})

it('says once, at the top, that sync is paused until somebody reconnects', async () => {
  await renderWithSalesforce(<SalesforceSettings />, { scenario: scenarios.tokenRevoked })
  await expect.element(page.getByText('Sync is paused until Salesforce is reconnected.')).toBeVisible()
  await expect.element(page.getByRole('link', { name: 'Reconnect' })).toBeVisible()
  await expectAccessible()
})

it('says what the module does where it is not enabled', async () => {
  await renderWithSalesforce(<SalesforceSettings />, { scenario: scenarios.moduleDisabled })
  await expect.element(page.getByText('The Salesforce Integration module is not enabled for this workspace.')).toBeVisible()
  await expectAccessible()
})

it('keeps the rest of the page when one section fails', async () => {
  await renderWithSalesforce(<SalesforceSettings />, {
    scenario: buildScenario({
      overrides: { 'jobs.list': { error: { code: 'rate_limited', message: 'Too many requests. Wait a moment.' } } },
    }),
  })
  await expect.element(page.getByText('Too many requests. Wait a moment.')).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Pull from Salesforce' })).toBeVisible()
})

it('goes on showing what it knows while the browser is offline, and since when', async () => {
  await renderWithSalesforce(<SalesforceSettings />)
  await expect.element(page.getByText('Connected to Acme Corporation')).toBeVisible()
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
  dispatchEvent(new Event('offline'))
  await expect.element(page.getByText(/^You're offline. This is how it was at/)).toBeVisible()
  await expect.element(page.getByText('Connected to Acme Corporation')).toBeVisible()
  Reflect.deleteProperty(navigator, 'onLine')
  dispatchEvent(new Event('online'))
  await expect.element(page.getByText(/^You're offline/)).not.toBeInTheDocument()
})

it('says how the sync is in one sentence, beside the steps where there is room', async () => {
  await page.viewport(1000, 900)
  await renderWithSalesforce(<SalesforceSettings />)
  const health = page.getByRole('region', { name: 'Health' })
  await expect.element(health.getByText('2 records of the last pull need attention.')).toBeVisible()
  const [steps, side] = [page.getByRole('list').first().element(), health.element()].map((part) => part.getBoundingClientRect())
  expect(side!.left).toBeGreaterThanOrEqual(steps!.right)
  await page.viewport(600, 900)
  await expect.poll(() => health.element().getBoundingClientRect().left).toBeLessThan(100)
})

it('shows the first of several things in the way of everything, and how many more there are', async () => {
  const connection = buildConnection({
    status: 'reauthorization_required',
    reason: 'token_revoked',
    sentence: 'Salesforce no longer accepts our access.',
    viewer: { ...admin, missingEntityAccess: ['person'] },
  })
  await renderWithSalesforce(<SalesforceSettings />, { scenario: buildScenario({ ...scenarios.connectedHealthy, connection }) })
  await expect.element(page.getByText(/^You may not create and edit People/).first()).toBeVisible()
  await expect.element(page.getByText('and 1 more', { exact: true })).toBeVisible()
  await expect.element(page.getByText('Sync is paused until Salesforce is reconnected.')).not.toBeInTheDocument()
})

it('keeps the rest of the page where one section throws, tells the host, and draws it again on demand', async () => {
  const onError = vi.fn<(error: ReportedError) => void>()
  const broken = { ...buildJob({ id: 'broken' }), counts: undefined as never }
  const { transport } = await renderWithSalesforce(<SalesforceSettings />, {
    scenario: {
      ...scenarios.connectedHealthy,
      overrides: { 'jobs.list': { answer: { items: [broken], next: null, total: 1, keptDays: 90 } } },
    },
    onError,
  })
  const crashed = page.getByRole('region', { name: 'This section stopped working' })
  await expect.element(crashed.getByText('The rest of the page works. Nothing that was saved is lost.')).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Pull from Salesforce' })).toBeVisible()
  expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'internal', component: 'JobHistoryTable' }))
  await expectAccessible()
  transport.override('jobs.list', null)
  await crashed.getByRole('button', { name: 'Try again' }).click()
  await expect.element(page.getByRole('region', { name: 'History' }).getByRole('table')).toBeVisible()
})

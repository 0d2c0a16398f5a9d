import { createSalesforceClient } from '@pryzm/salesforce-sdk'
import { createScenarioTransport, scenarios } from '@pryzm/salesforce-sdk/testing'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { PushButton, SalesforceProvider, SalesforceSettings } from '../src/index.ts'

const complaints: unknown[] = []
beforeEach(() => {
  complaints.length = 0
  vi.spyOn(console, 'error').mockImplementation((...said) => complaints.push(said))
})
afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

it('takes over the markup of a server without a difference', async () => {
  const transport = createScenarioTransport(scenarios.connectedHealthy)
  const client = createSalesforceClient({ baseUrl: '/api/salesforce', transport })
  const app = (
    <SalesforceProvider client={client} initialData={{ connection: scenarios.connectedHealthy.connection }}>
      <SalesforceSettings />
      <PushButton recordType="organization" recordId="7b0d1c52-9a4e-4a55-8f0b-2f1f6f3c9a01" />
    </SalesforceProvider>
  )
  const root = document.createElement('main')
  root.innerHTML = renderToString(app)
  document.body.append(root)
  const hydrated = hydrateRoot(root, app)
  await expect.element(page.getByText('Connected to Acme Corporation')).toBeVisible()
  expect(complaints).toEqual([])
  hydrated.unmount()
})

it('leaves nothing of itself on the page when it goes', async () => {
  const before = document.documentElement.outerHTML.length
  const styles = document.querySelectorAll('style, link').length
  const transport = createScenarioTransport(scenarios.connectedHealthy)
  const client = createSalesforceClient({ baseUrl: '/api/salesforce', transport })
  const root = document.createElement('main')
  document.body.append(root)
  const app = createRoot(root)
  app.render(<SalesforceSettings client={client} />)
  await expect.element(page.getByText('Connected to Acme Corporation')).toBeVisible()
  app.unmount()
  root.remove()
  expect(document.querySelectorAll('style, link')).toHaveLength(styles)
  expect(document.documentElement.className).toBe('')
  expect(document.documentElement.outerHTML.length).toBe(before)
})

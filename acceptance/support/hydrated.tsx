import { createSalesforceClient } from '@pryzm/salesforce-sdk'
import { createScenarioTransport, scenarios } from '@pryzm/salesforce-sdk/testing'
import { renderToString } from 'react-dom/server'
import { EveryComponent } from '../../packages/ui/test/every-component.tsx'
import type { Lab } from './lab.ts'
import { servePage } from './served-page.ts'
import { underPolicy } from './under-policy.ts'

/** What goes wrong where every component is rendered in Node and then taken over by a browser under a strict policy. */
export async function hydrated(lab: Lab): Promise<string[]> {
  const client = createSalesforceClient({
    baseUrl: 'http://app.test/api/salesforce',
    transport: () => Promise.reject(new Error('A server render asks nothing.')),
  })
  const html = renderToString(<EveryComponent client={client} />)
  const styled = / style="|<style/.test(html) ? ['the markup of the server has styles of its own'] : []
  const server = await servePage({
    script: 'every-component.tsx',
    body: `<link rel="stylesheet" href="/page.css"><main>${html}</main>`,
    policy: "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self' data:",
    answer: createScenarioTransport(scenarios.connectedHealthy),
  })
  try {
    const page = await lab.blank()
    const complaints: string[] = []
    page.on('pageerror', ({ message }) => complaints.push(message))
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    const refused = await underPolicy(page, server.url, async () => {
      await page.goto(server.url)
      await page.getByText('Connected to Acme Corporation').first().waitFor()
      await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
    })
    return [...styled, ...complaints, ...refused]
  } finally {
    await server.close()
  }
}

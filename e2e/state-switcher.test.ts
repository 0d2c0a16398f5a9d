import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenBrowser, openBrowser } from './support/browser.ts'
import { type DemoProcess, startDemoProcess } from './support/demo-process.ts'
import { violations } from './support/violations.ts'

describe('the settings page in a state that the address names', () => {
  let demo: DemoProcess
  let browser: OpenBrowser
  let page: Page
  const scripts: string[] = []

  beforeAll(async () => {
    demo = await startDemoProcess()
    browser = await openBrowser()
    page = browser.page
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname)
    })
  })
  afterAll(async () => {
    await browser.close()
    await demo.stop()
    demo.removeData()
  })

  it('loads nothing of it where the address names none', async () => {
    await page.goto(`${demo.url}/integrations/salesforce`)
    await page.getByRole('link', { name: 'Connect', exact: true }).waitFor()
    expect(scripts.length).toBeGreaterThan(0)
    expect(scripts.filter((path) => path.includes('state-switcher'))).toEqual([])
  })

  it('shows that state instead of the real one', async () => {
    await page.goto(`${demo.url}/integrations/salesforce?pz-state=TokenRevoked`)
    await page.getByRole('link', { name: 'Reconnect' }).first().waitFor()
    expect(scripts.filter((path) => path.includes('state-switcher'))).toHaveLength(1)
    expect(await violations(page)).toEqual([])
  })

  it('lets a designer choose another, and keeps it in the address', async () => {
    await page.getByLabel('State shown').selectOption('pulling')
    await page.getByRole('progressbar').first().waitFor()
    expect(page.url()).toContain('pz-state=pulling')
    await page.getByRole('link', { name: 'Show the real state' }).click()
    await page.getByRole('link', { name: 'Connect', exact: true }).waitFor()
  })
})

import { createOrg } from '@pryzm/salesforce-emulator'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { openBrowser } from '../e2e/support/browser.ts'
import { createOutsideApp, freePort } from './support/outside-app.ts'

const opened: (() => unknown)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close()
})

it('works in a Vite and Express app with React 18.2, under a strict Content-Security-Policy', async () => {
  const app = await createOutsideApp('vite-express')
  opened.push(app.remove)
  expect(await app.typeErrors()).toEqual([])
  await app.script('build')
  const { url, env } = await startOrg()
  const server = await app.start(process.execPath, ['server.ts'], env)
  opened.push(server.stop)
  await connects(url)
  await answersFromScenario(`${url}/testing.html`)
})

it('works in a Next.js app: rendered on the server, taken over without a complaint', async () => {
  const app = await createOutsideApp('next')
  opened.push(app.remove)
  await app.script('build')
  expect(await app.typeErrors()).toEqual([])
  const { url, env } = await startOrg()
  const next = join(app.folder, 'node_modules/next/dist/bin/next')
  const server = await app.start(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', env.PORT], env)
  opened.push(server.stop)
  const html = await (await fetch(`${url}/settings`)).text()
  expect(html).toContain('data-pz="SalesforceSettings"')
  await connects(`${url}/settings`)
})

/** An emulated org that knows the app on a free port. */
async function startOrg() {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const org = await createOrg({
    app: { clientId: 'outside', clientSecret: 'outside-secret', redirectUris: [`${url}/api/salesforce/connection/callback`] },
  })
  opened.push(() => org.close())
  return { url, env: { PORT: String(port), SALESFORCE_LOGIN_URL: org.url } }
}

/** Opens the page and connects it to the org, with the mouse. */
async function connects(address: string): Promise<void> {
  const browser = await openBrowser()
  opened.push(browser.close)
  const { page } = browser
  const elsewhere = requestsElsewhere(page)
  await page.goto(address)
  await page.getByRole('link', { name: 'Connect our org' }).click()
  await page.getByLabel('Username').fill('dana@acme-industrial.example')
  await page.getByLabel('Password').fill('any')
  await page.getByRole('button', { name: 'Log In' }).click()
  await page.getByRole('button', { name: 'Allow' }).click()
  await page.getByText('Salesforce connected to Acme Industrial.').first().waitFor()
  expect(browser.errors).toEqual([])
  expect(elsewhere).toEqual([])
}

/** Opens the page on which the testing entry shows a component without any server behind it. */
async function answersFromScenario(address: string): Promise<void> {
  const browser = await openBrowser()
  opened.push(browser.close)
  const { page } = browser
  await page.goto(address)
  await page.getByText('Acme Corporation').first().waitFor()
  await page.waitForFunction(() => /^[1-9]/.test(document.title))
  expect(browser.errors).toEqual([])
}

function requestsElsewhere(page: Page): string[] {
  const found: string[] = []
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== 'localhost' && hostname !== '127.0.0.1') found.push(request.url())
  })
  return found
}

import type { Page } from 'playwright'
import type { OpenBrowser } from './browser.ts'
import type { DemoProcess } from './demo-process.ts'

/** Connects the demo to its org, adds Pryzm_ID there, and saves what is suggested for organizations and people. */
export async function saveFirstMapping(demo: DemoProcess, browser: OpenBrowser): Promise<void> {
  const { page } = browser
  await page.goto(`${demo.url}/integrations/salesforce`)
  await page.getByRole('link', { name: 'Connect', exact: true }).click()
  await page.getByLabel('Username').fill('dana@acme-industrial.example')
  await page.getByLabel('Password').fill('any')
  await page.getByRole('button', { name: 'Log In' }).click()
  await page.getByRole('button', { name: 'Allow' }).click()
  await page.getByText('Salesforce connected to Acme Industrial.').first().waitFor()
  await addPryzmId(page, browser)
  await page.goto(`${demo.url}/integrations/salesforce/mapping`)
  await page.getByRole('tab', { name: /^Organizations/ }).waitFor()
  await page.getByRole('button', { name: /^Accept \d+ strong$/ }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page
    .getByText(/^Saved\./)
    .first()
    .waitFor()
}

async function addPryzmId(page: Page, browser: OpenBrowser): Promise<void> {
  const checklist = page.locator('[data-pz="SetupChecklist"]')
  const admin = await browser.anotherPage()
  for (const object of ['Account', 'Contact', 'Opportunity']) {
    const link = checklist.getByRole('link', { name: `Open ${object} fields in Salesforce` })
    await admin.goto((await link.getAttribute('href')) ?? '')
    await admin.getByRole('button', { name: 'Add Pryzm_ID field' }).click()
    await admin.getByText('Pryzm_ID__c').first().waitFor()
  }
  await admin.close()
}

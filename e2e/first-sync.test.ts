import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenBrowser, openBrowser } from './support/browser.ts'
import { type DemoProcess, startDemoProcess } from './support/demo-process.ts'
import { picture } from './support/picture.ts'
import { sideways } from './support/sideways.ts'
import { violations } from './support/violations.ts'

/** From an empty database to a pushed record, with the mouse; each test goes on where the one before it stopped. */
describe('the first sync', () => {
  let demo: DemoProcess
  let browser: OpenBrowser
  let page: Page
  let recordUrl: string

  beforeAll(async () => {
    demo = await startDemoProcess()
    browser = await openBrowser()
    page = browser.page
  })
  afterAll(async () => {
    await browser.close()
    await demo.stop()
    demo.removeData()
  })

  it('connects through the login and consent pages of Salesforce', async () => {
    await page.goto(`${demo.url}/integrations`)
    await page.getByRole('link', { name: /^Salesforce/ }).click()
    await page.getByRole('link', { name: 'Connect', exact: true }).click()
    await page.getByLabel('Username').fill('dana@acme-industrial.example')
    await page.getByLabel('Password').fill('any')
    await page.getByRole('button', { name: 'Log In' }).click()
    await page.getByRole('button', { name: 'Allow' }).click()
    await page.getByText('Salesforce connected to Acme Industrial.').first().waitFor()
    await page.getByRole('button', { name: 'Show Connection' }).click()
    const card = page.locator('[data-pz="ConnectionCard"]')
    await card.getByText('dana@acme-industrial.example').first().waitFor()
    expect(await card.textContent()).toContain('Connected')
    expect(await card.textContent()).toContain('Acme Industrial')
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
  })

  it('finds that Pryzm_ID is missing, and passes once it was added in the org', async () => {
    const checklist = page.locator('[data-pz="SetupChecklist"]')
    await checklist.getByText('0 of 3 objects ready').first().waitFor()
    const admin = await browser.anotherPage()
    for (const object of ['Account', 'Contact', 'Opportunity']) {
      const link = checklist.getByRole('link', { name: `Open ${object} fields in Salesforce` })
      await admin.goto((await link.getAttribute('href')) ?? '')
      await admin.getByRole('button', { name: 'Add Pryzm_ID field' }).click()
      await admin.getByText('Pryzm_ID__c').first().waitFor()
    }
    await admin.close()
    await checklist.getByRole('button', { name: 'Check again' }).click()
    // The next step opens once this one is done.
    await page.locator('[data-pz="MappingEditor"]').waitFor()
    await page.getByRole('button', { name: 'Show Pryzm_ID field and access' }).click()
    await checklist.getByText('3 of 3 objects ready').or(checklist.getByText('All three objects are ready.')).first().waitFor()
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
  })

  it('maps from suggestions, with a pipeline made of Salesforce stages and one direction changed', async () => {
    await page.goto(`${demo.url}/integrations/salesforce/mapping`)
    await page.getByRole('button', { name: /^Accept \d+ strong$/ }).click()
    await segment(page.getByRole('radiogroup', { name: 'Direction for Phone' }), /^Pull/).click()
    await page.getByRole('tab', { name: /^People/ }).click()
    await page.getByRole('button', { name: /^Accept \d+ strong$/ }).click()
    await page.getByRole('tab', { name: /^Opportunities/ }).click()
    await page.getByRole('button', { name: 'Choose pipeline' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Pipeline name').fill('Sales')
    await dialog.getByRole('checkbox', { name: /Closed Won/ }).waitFor()
    expect(await dialog.getByRole('checkbox', { name: /Site Survey/ }).isChecked()).toBe(false)
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
    await dialog.getByRole('button', { name: 'Create pipeline' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^Suggestions \(/ }).click()
    await page.getByRole('button', { name: /^Accept \d+ strong$/ }).click()
    await page.getByText('This mapping is valid. Save it to use it.').first().waitFor()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Mapping is valid. You can pull.').first().waitFor()
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
    await picture(page, 'mapping')
  })

  it('lets an editor push but not pull, and a viewer neither', async () => {
    await become(page, 'Editor')
    await page.goto(`${demo.url}/integrations/salesforce`)
    await expectRefused(
      page.getByRole('button', { name: 'Pull from Salesforce' }),
      'Only people with integrations:manage can pull.',
    )
    await become(page, 'Viewer')
    await page.goto(`${demo.url}/integrations/salesforce`)
    await expectRefused(page.getByRole('button', { name: 'Pull from Salesforce' }), 'Workspace Admins have it.')
    await become(page, 'Workspace Admin')
  })

  it('pulls organizations, then people, then the pipeline, with moving progress', async () => {
    await page.goto(`${demo.url}/integrations/salesforce`)
    const panel = page.locator('[data-pz="PullPanel"]')
    await panel.getByRole('button', { name: 'Pull from Salesforce' }).click()
    await page.getByRole('button', { name: 'Start pull' }).click()
    const { order, progress } = await watchPull(page, panel)
    expect(order).toEqual(['Organizations', 'People', 'Sales'])
    expect(progress.size).toBeGreaterThan(3)
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
    await picture(page, 'settings')
  })

  it('tells in History what became of each object, record and field', async () => {
    await page.goto(`${demo.url}/integrations/salesforce/jobs`)
    await page.getByRole('link', { name: 'Pull: Organizations' }).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
    await picture(page, 'history')
    await page.getByRole('link', { name: 'Pull: Organizations' }).click()
    await page
      .getByRole('button', { name: /^Field results for / })
      .first()
      .click()
    const fields = page.getByRole('table', { name: /Field results|field/i }).last()
    await fields.getByText('Website').first().waitFor()
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
    await picture(page, 'job')
  })

  it('pushes a record from its page, and the value is in the org', async () => {
    await become(page, 'Editor')
    await page.goto(`${demo.url}/records/organization?search=Logistics`)
    await page.getByRole('table').getByRole('link').first().click()
    const website = `https://pushed-${Date.now()}.example`
    await page.getByLabel('Website').fill(website)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    recordUrl = page.url()
    const name = await page.getByRole('heading', { level: 1 }).textContent()
    await page.getByRole('button', { name: /^Push .*to Salesforce/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog
      .getByText(/^Sent \d+ fields/)
      .first()
      .waitFor()
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
    const org = await browser.anotherPage()
    await org.goto(
      (await dialog
        .getByRole('link', { name: /Salesforce/ })
        .first()
        .getAttribute('href')) ?? '',
    )
    expect(await org.content()).toContain(website)
    expect(await org.content()).toContain(name ?? 'a name')
    await org.close()
    await page.goto(`${demo.url}/integrations/salesforce/jobs`)
    await page
      .getByRole('link', { name: /^Push: Organization/ })
      .first()
      .waitFor()
  })

  it('lets a viewer look but not push', async () => {
    await become(page, 'Viewer')
    await page.goto(recordUrl)
    await expectRefused(page.getByRole('button', { name: /^Push .*to Salesforce/ }), 'integrations:push')
  })

  it('shows nothing of Salesforce while the module is off', async () => {
    await become(page, 'Workspace Admin')
    await page.goto(`${demo.url}/integrations`)
    const modulesSwitch = page.getByRole('checkbox', { name: 'Salesforce Integration module' })
    await modulesSwitch.click()
    await page.getByRole('checkbox', { name: 'Salesforce Integration module', checked: false }).waitFor()
    await page.goto(`${demo.url}/integrations/salesforce`)
    await page
      .getByText(/module is not enabled|module isn't enabled/i)
      .first()
      .waitFor()
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
    await page.goto(`${demo.url}/integrations`)
    await modulesSwitch.click()
    await page.getByRole('checkbox', { name: 'Salesforce Integration module', checked: true }).waitFor()
  })

  it('pulls the same org again and changes nothing', async () => {
    await page.goto(`${demo.url}/integrations/salesforce`)
    const panel = page.locator('[data-pz="PullPanel"]')
    await panel.getByRole('button', { name: 'Pull from Salesforce' }).click()
    await page.getByRole('button', { name: 'Start pull' }).click()
    await watchPull(page, panel)
    expect(await panel.getByRole('listitem').filter({ hasText: 'Organizations' }).textContent()).toMatch(
      /Created0.*Unchanged2,000|Nothing changed|unchanged/i,
    )
  })

  it('finds everything again after a restart', async () => {
    await demo.stop()
    await demo.restart()
    await page.goto(`${demo.url}/integrations/salesforce`)
    await page.getByText('Connected to Acme Industrial').first().waitFor()
    await page.goto(`${demo.url}/integrations/salesforce/jobs`)
    await page.getByRole('link', { name: 'Pull: Organizations' }).first().waitFor()
    expect(await page.getByRole('link', { name: 'Pull: Organizations' }).count()).toBe(2)
  })

  it('leaves no error in the browser’s console', () => {
    expect(browser.errors.filter((error) => !expected(error))).toEqual([])
  })
})

/** Refusals that the tests provoke, and the live stream of a host that was stopped, show up in the console. */
function expected(error: string): boolean {
  return /status of 403|ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|ERR_NETWORK/.test(error)
}

function segment(group: Locator, name: RegExp): Locator {
  return group.getByRole('radio', { name }).locator('..')
}

async function become(page: Page, role: string): Promise<void> {
  const select = page.getByLabel('Signed in as')
  const label = await select.locator('option', { hasText: role }).textContent()
  await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/api/demo')),
    select.selectOption({ label: label ?? role }),
  ])
}

/** A control that is there, says why it does nothing, and does nothing. */
async function expectRefused(control: Locator, reason: string): Promise<void> {
  await control.waitFor()
  // While the record's access is being asked for, the control says just that.
  await expect.poll(() => descriptionOf(control), { timeout: 10_000 }).toContain(reason)
  expect(await control.getAttribute('aria-disabled')).toBe('true')
}

function descriptionOf(control: Locator): Promise<string> {
  return control.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  )
}

/** Follows a pull to its end: the objects in the order in which they finished, and the progress texts that were seen. */
async function watchPull(page: Page, panel: Locator): Promise<{ order: string[]; progress: Set<string> }> {
  const order: string[] = []
  const progress = new Set<string>()
  const cancel = panel.getByRole('button', { name: 'Cancel pull' })
  await cancel.waitFor()
  for (;;) {
    // Asked before the rows are read: once it is gone, the rows that follow are those of the end.
    const ended = (await cancel.count()) === 0
    // All rows in one look: a row that goes between two looks would be waited for.
    const rows = await panel
      .getByRole('listitem')
      .evaluateAll((elements) =>
        elements.map((element): [string, string, string] => [
          element.querySelector('bdi')?.textContent ?? '',
          element.querySelector('[data-slot="pull.count"]')?.textContent ?? '',
          element.getAttribute('data-state') ?? '',
        ]),
      )
    for (const [name, text, state] of rows) {
      if (text) progress.add(`${name} ${text}`)
      if (/done|attention|failed/.test(state) && !order.includes(name)) order.push(name)
    }
    if (ended) return { order, progress }
    await page.waitForTimeout(50)
  }
}

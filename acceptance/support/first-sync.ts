import type { Page } from 'playwright'
import { type Keyboard, keyboardOf } from './keyboard.ts'

/** From an empty database to a record's field results, by keyboard alone; returns what was wrong with the focus on the way. */
export async function firstSync(page: Page, demoUrl: string): Promise<string[]> {
  const keyboard = keyboardOf(page)
  await page.goto(`${demoUrl}/integrations`)
  await keyboard.activate(page.getByRole('link', { name: /^Salesforce/ }))
  await connect(keyboard)
  const ofAdmin = await addPryzmId(keyboard)
  await keyboard.activate(page.getByRole('button', { name: 'Check again' }))
  await page.getByRole('region', { name: 'Field mapping' }).waitFor()
  await acceptSuggestions(keyboard)
  await fixOneError(keyboard)
  await choosePipeline(keyboard)
  // What comes next opens by itself once the mapping is saved.
  await keyboard.activate(page.getByRole('button', { name: 'Save', exact: true }))
  await pull(keyboard)
  await openJob(keyboard)
  return [...ofAdmin, ...keyboard.faults]
}

async function connect({ page, activate, tabTo, type, press }: Keyboard): Promise<void> {
  await activate(page.getByRole('link', { name: 'Connect', exact: true }))
  await tabTo(page.getByLabel('Username'))
  await type('dana@acme-industrial.example')
  await tabTo(page.getByLabel('Password'))
  await type('any')
  await press('Enter')
  await activate(page.getByRole('button', { name: 'Allow' }))
  await page.getByText('Salesforce connected to Acme Industrial.').first().waitFor()
}

/** An admin follows each link of the checklist into the org and adds the field there; returns the faults of those pages. */
async function addPryzmId({ page, tabTo, press }: Keyboard): Promise<string[]> {
  const faults: string[] = []
  for (const object of ['Account', 'Contact', 'Opportunity']) {
    await tabTo(page.getByRole('link', { name: `Open ${object} fields in Salesforce` }))
    const [tab] = await Promise.all([page.context().waitForEvent('page'), press('Enter')])
    const admin = keyboardOf(tab)
    await admin.activate(tab.getByRole('button', { name: 'Add Pryzm_ID field' }))
    await tab.getByText('Pryzm_ID__c').first().waitFor()
    await tab.close()
    faults.push(...admin.faults)
  }
  return faults
}

async function acceptSuggestions(keyboard: Keyboard): Promise<void> {
  const { page, activate, press } = keyboard
  await activate(strong(page))
  await page.getByRole('button', { name: 'Ready. Details of Website' }).waitFor()
  await chooseTab(keyboard, /^People/, 1)
  await activate(strong(page))
  await page.getByRole('button', { name: 'Ready. Details of Job title' }).waitFor()
  await press('Control+Home')
}

/** Chooses a field that Salesforce does not let anybody write, and mends the pair where the summary leads. */
async function fixOneError({ page, activate, tabTo, press, type }: Keyboard): Promise<void> {
  const grid = page.getByRole('grid')
  const title = grid.getByRole('row', { name: /Job title/ })
  const field = title.getByRole('button', { name: /^Salesforce field for Job title/ })
  await tabTo(grid.locator('[tabindex="0"]'))
  while (!(await field.evaluate((element) => element.closest('[role=row]')?.contains(document.activeElement))))
    await press('ArrowDown')
  await press('ArrowRight')
  await press('ArrowRight')
  await press('Enter')
  await page.getByRole('combobox', { name: /^Salesforce field for Job title/ }).waitFor()
  await type('full name')
  await page.getByRole('option', { name: /^Full Name/ }).waitFor()
  await press('ArrowDown')
  await press('Enter')
  await activate(page.getByRole('link', { name: /^People, Job title:/ }))
  await activate(grid.getByRole('button', { name: 'Change to Pull' }))
  await page.getByRole('button', { name: 'Ready. Details of Job title' }).waitFor()
}

async function choosePipeline(keyboard: Keyboard): Promise<void> {
  const { page, activate, tabTo, press, type } = keyboard
  await chooseTab(keyboard, /^Opportunities/, 1)
  await activate(page.getByRole('button', { name: 'Choose pipeline' }).first())
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: /Closed Won/ }).waitFor()
  await tabTo(dialog.getByLabel('Pipeline name'))
  await press('Control+a')
  await type('Sales')
  await activate(dialog.getByRole('button', { name: 'Create pipeline' }))
  await dialog.waitFor({ state: 'detached' })
  await activate(page.getByRole('button', { name: /^Suggestions \(/ }))
  await activate(strong(page))
}

async function pull({ page, activate }: Keyboard): Promise<void> {
  const panel = page.locator('[data-pz="PullPanel"]')
  await activate(panel.getByRole('button', { name: 'Pull from Salesforce' }))
  await activate(page.getByRole('button', { name: 'Start pull' }))
  await panel.getByRole('button', { name: 'Cancel pull' }).waitFor()
  await panel.getByRole('button', { name: 'Cancel pull' }).waitFor({ state: 'detached', timeout: 120_000 })
}

async function openJob({ page, activate }: Keyboard): Promise<void> {
  await activate(page.locator('[data-pz="PullPanel"]').getByRole('link', { name: /History/ }))
  await activate(page.getByRole('link', { name: 'Pull: Organizations' }))
  await activate(page.getByRole('button', { name: /^Field results for / }).first())
  await page.getByRole('table', { name: /Field results/ }).waitFor()
}

function strong(page: Page) {
  return page.getByRole('button', { name: /^Accept \d+ strong$/ })
}

/** Moves among tabs with the arrows, as tabs are meant to. */
async function chooseTab({ page, tabTo, press }: Keyboard, name: RegExp, steps: number): Promise<void> {
  await tabTo(page.getByRole('tab', { selected: true }))
  for (let step = 0; step < steps; step++) await press('ArrowRight')
  await page.getByRole('tab', { name, selected: true }).waitFor()
}

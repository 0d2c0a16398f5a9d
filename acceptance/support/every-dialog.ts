import type { Page } from 'playwright'

/** Opens everything of the settings page that lies over it, leaves a form unfinished, and closes all of it again. */
export async function dialogsOfSettings(page: Page): Promise<void> {
  const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).first().click()
  const opened = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  const close = async () => {
    await opened.last().waitFor()
    await page.keyboard.press('Escape')
    await opened.first().waitFor({ state: 'detached' })
  }
  await press('Pull from Salesforce')
  await close()
  await press('Show Connection')
  await press('Disconnect')
  await close()
  await press('Show Mapping')
  await press(/^Salesforce field for Website/)
  await page.getByRole('combobox', { name: /^Salesforce field for Website/ }).waitFor()
  await page.keyboard.press('Escape')
  await press('Versions')
  await close()
  await press('Remove Website')
  await press('Review changes')
  await close()
  await press('Discard')
  await opened.getByRole('button', { name: 'Discard' }).click()
  await opened.waitFor({ state: 'detached' })
  await page.getByRole('tab', { name: /^(Opportunities|Sales)/ }).click()
  await press(/^Pipeline: /)
  await opened.getByRole('tab', { name: 'Create from Salesforce stages' }).click()
  await opened.getByLabel('Pipeline name').fill('')
  await opened.getByRole('button', { name: 'Create pipeline' }).click()
  await opened.getByText('Give the pipeline a name.').waitFor()
  await opened.getByRole('button', { name: 'Cancel' }).click()
  await opened.first().waitFor({ state: 'detached' })
}

/** Opens every dialog that the demo's pages have in a workspace that was pulled once. */
export async function everyDialog(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/integrations/salesforce`)
  await dialogsOfSettings(page)
  await page.goto(`${url}/integrations/salesforce/jobs`)
  await page.getByRole('link', { name: 'Pull: Organizations' }).first().click()
  await page
    .getByRole('button', { name: /^Field results for / })
    .first()
    .click()
  await page.getByRole('table', { name: /Field results/ }).waitFor()
  await page.goto(`${url}/records/organization`)
  await page.getByRole('table').getByRole('link').first().click()
  await page.getByRole('button', { name: /^Push .*to Salesforce/ }).click()
  await page
    .getByRole('dialog')
    .getByText(/^Sent \d+ field/)
    .first()
    .waitFor()
}

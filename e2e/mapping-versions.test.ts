import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenBrowser, openBrowser } from './support/browser.ts'
import { type DemoProcess, startDemoProcess } from './support/demo-process.ts'
import { saveFirstMapping } from './support/first-mapping.ts'
import { sideways } from './support/sideways.ts'
import { violations } from './support/violations.ts'

/** A saved mapping that is changed, looked at with a real record, saved and brought back; each test goes on where the last one stopped. */
describe('a mapping over its versions', () => {
  let demo: DemoProcess
  let browser: OpenBrowser
  let page: Page
  let editor: Locator

  beforeAll(async () => {
    demo = await startDemoProcess()
    browser = await openBrowser()
    page = browser.page
    editor = page.locator('[data-pz="MappingEditor"]')
    await saveFirstMapping(demo, browser)
  })
  afterAll(async () => {
    await browser.close()
    await demo.stop()
    demo.removeData()
  })

  it('lets a pair keep its value where Salesforce is blank', async () => {
    await editor.getByRole('button', { name: /Details of Website$/ }).click()
    await editor.getByLabel('When Website is blank in Salesforce').selectOption('Keep the value in Pryzm')
    await editor.getByText('Blank: kept on pull').waitFor()
    await editor.getByText('1 unsaved change').waitFor()
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
  })

  it('shows what a pull would make of a real record, unsaved changes included', async () => {
    await editor.getByRole('button', { name: 'Preview', exact: true }).click()
    const sample = page.getByRole('dialog', { name: 'Preview with a record' }).or(page.getByRole('complementary'))
    await sample.getByLabel('Find a record by name').fill('a')
    await sample.locator('[data-slot="mapping.sample-record"]').first().click()
    const values = sample.getByRole('list', { name: 'Values of the record' })
    await values.getByText('Website').first().waitFor()
    expect(await values.getByRole('listitem').count()).toBeGreaterThan(5)
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
    await sample.getByRole('button', { name: /^Close/ }).click()
  })

  it('saves a second version and says what it changed', async () => {
    await editor.getByRole('button', { name: 'Save', exact: true }).click()
    await editor
      .getByText(/^Saved\./)
      .first()
      .waitFor()
    await editor.getByRole('button', { name: 'Versions' }).click()
    await page.getByRole('button', { name: 'What changed in version 2' }).click()
    const second = page.getByRole('dialog', { name: 'Version 2' })
    await second
      .getByRole('row', { name: /^Website changed/ })
      .getByText('Blank: kept on pull')
      .waitFor()
    expect(await violations(page)).toEqual([])
    await second.getByRole('button', { name: 'All versions' }).click()
  })

  it('restores the first version as the third, after a question that shows what it changes', async () => {
    await page.getByRole('button', { name: 'What changed in version 1' }).click()
    await page.getByRole('button', { name: 'Restore this version' }).click()
    const question = page.getByRole('alertdialog', { name: 'Restore version 1?' })
    await question.getByRole('row', { name: /^Website changed/ }).waitFor()
    expect(await violations(page)).toEqual([])
    await question.getByRole('button', { name: 'Restore this version' }).click()
    const list = page.getByRole('dialog', { name: 'Versions' })
    await list.getByText('Restored from version 1').waitFor()
    await list.getByRole('button', { name: 'Close' }).last().click()
    await editor.getByRole('button', { name: /Details of Website$/ }).waitFor()
    expect(await editor.getByText('Blank: kept on pull').count()).toBe(0)
  })
})

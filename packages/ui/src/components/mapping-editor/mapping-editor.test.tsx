import type { Mapping } from '@pryzm/salesforce-sdk'
import {
  accountDescribe,
  buildConnection,
  buildScenario,
  edgar,
  member,
  minutesAgo,
  type Scenario,
  scenarios,
} from '@pryzm/salesforce-sdk/testing'
import { beforeEach, expect, it, vi } from 'vitest'
import { type Locator, page, userEvent } from 'vitest/browser'
import { expectAccessible, renderWithSalesforce, spoken } from '../../../test/render-with-salesforce.tsx'
import { manyPairs, manyToOne, mappingFile, pairOf, threeVersions, withField, withMapping } from './mapping-editor.scenarios.ts'
import { MappingEditor } from './mapping-editor.tsx'

const editor = page.getByRole('region', { name: 'Field mapping' })
const grid = editor.getByRole('grid')
const picker = page.getByRole('combobox', { name: /^Salesforce field for/ })
const save = editor.getByRole('button', { name: 'Save', exact: true })

beforeEach(() => page.viewport(1000, 900))

it('shows each pair with its direction, field and status, and says that the mapping is valid', async () => {
  await renderWithSalesforce(<MappingEditor />)
  await expect.element(editor.getByText('Mapping is valid. You can pull.')).toBeVisible()
  const row = rowOf('Website')
  await expect.element(row.getByRole('radio', { name: 'Both ways' })).toBeChecked()
  await expect.element(row.getByRole('button', { name: /^Salesforce field for Website: Website/ })).toBeVisible()
  await expect.element(row.getByRole('button', { name: 'Ready. Details of Website' })).toBeVisible()
  await expect.element(grid.getByRole('row', { name: /Record link/ })).toBeVisible()
  await expectAccessible()
})

it('saves a new version that is based on the one that was opened, and says what that means', async () => {
  const { calls, transport } = await renderWithSalesforce(<MappingEditor />)
  await rowOf('Website').getByRole('radio', { name: /^Pull/ }).click({ force: true })
  await expect.element(editor.getByText('1 unsaved change')).toBeVisible()
  await save.click()
  await expect.element(editor.getByText(/^Saved\. Values already synced/)).toBeVisible()
  await expect
    .element(spoken('status'))
    .toHaveTextContent('Saved. Values already synced don’t change until the next pull or push.')
  expect(calls('mapping.save')).toMatchObject([{ baseVersion: 1 }])
  expect(pairOf(transport.scenario.mappings.at(-1)!.mapping, 'Account', 'website')?.direction).toBe('pull')
})

it('takes edits back and brings them again, by buttons and by keys', async () => {
  await renderWithSalesforce(<MappingEditor />)
  await rowOf('Website').getByRole('button', { name: 'Remove Website' }).click()
  await expect.element(rowOf('Website')).not.toBeInTheDocument()
  await expect.element(spoken('status')).toHaveTextContent('Website removed. Undo brings it back.')
  await editor.getByRole('button', { name: 'Undo' }).click()
  await expect.element(rowOf('Website')).toBeVisible()
  await editor.getByRole('button', { name: 'Redo' }).click()
  await expect.element(rowOf('Website')).not.toBeInTheDocument()
  cell('Name', 0).element().focus()
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.element(rowOf('Website')).toBeVisible()
  cell('Name', 0).element().focus()
  await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
  await expect.element(rowOf('Website')).not.toBeInTheDocument()
})

it('is one tab stop: arrows move between cells, Enter opens a cell, Escape comes back, Delete removes the pair', async () => {
  await renderWithSalesforce(<MappingEditor />)
  await expect.element(grid).toBeVisible()
  expect(grid.element().querySelectorAll('[role="row"] [tabindex="0"]')).toHaveLength(1)
  cell('Name', 0).element().focus()
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(cell('Website', 0)).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(cell('Website', 1)).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(rowOf('Website').getByRole('radio', { name: 'Both ways' })).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(cell('Website', 1)).toHaveFocus()
  await userEvent.keyboard('{End}')
  await expect.element(rowOf('Website').getByRole('button', { name: 'Remove Website' })).toHaveFocus()
  await userEvent.keyboard('{Home}{Delete}')
  await expect.element(rowOf('Website')).not.toBeInTheDocument()
  await expect.element(cell('Phone', 0)).toHaveFocus()
})

it('goes to the ends of a row and of the grid, and a page at a time', async () => {
  await renderWithSalesforce(<MappingEditor />)
  await expect.element(grid).toBeVisible()
  cell('Name', 0).element().focus()
  await userEvent.keyboard('{End}')
  await expect.element(cell('Name', 4)).toHaveFocus()
  await userEvent.keyboard('{Home}{PageDown}')
  const labels = [...grid.element().querySelectorAll<HTMLElement>('[role="rowheader"][data-cell]')]
  await expect.element(page.elementLocator(labels[9]!)).toHaveFocus()
  await userEvent.keyboard('{PageUp}')
  await expect.element(cell('Name', 0)).toHaveFocus()
  await userEvent.keyboard('{Control>}{End}{/Control}')
  expect(document.activeElement?.closest('[role="row"]')).toBe([...grid.element().querySelectorAll('[role="row"]')].at(-1))
  await userEvent.keyboard('{Control>}{Home}{/Control}')
  await expect.element(page.elementLocator(labels[0]!)).toHaveFocus()
})

it('moves cells the other way round where text runs from right to left', async () => {
  await renderWithSalesforce(<MappingEditor />, { dir: 'rtl' })
  await expect.element(grid).toBeVisible()
  cell('Name', 0).element().focus()
  await userEvent.keyboard('{ArrowLeft}')
  await expect.element(cell('Name', 1)).toHaveFocus()
})

it('finds a field among 800 by API name, says how many match, and never lets an unusable one be chosen', async () => {
  await renderWithSalesforce(<MappingEditor />, { scenario: withMapping(() => {}, scenarios.manySalesforceFields) })
  const button = rowOf('Website').getByRole('button', { name: /^Salesforce field for Website/ })
  await button.click()
  await expect.element(picker).toHaveFocus()
  expect(document.querySelectorAll('[role="option"]').length).toBeLessThan(60)
  await picker.fill('custom_40')
  await expect.element(spoken('status')).toHaveTextContent('11 fields')
  await userEvent.keyboard('{PageDown}{PageDown}')
  const unusable = page.getByRole('option', { name: /A Salesforce date field cannot fill a Pryzm URL attribute/ }).first()
  await expect.element(unusable).toHaveAttribute('aria-disabled', 'true')
  await unusable.click({ force: true })
  await expect.element(picker).toBeVisible()
  const before = button.element().textContent
  await picker.fill('custom_402')
  await expect.element(unusableOf(/Custom_402__c/)).toBeVisible()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await expect.element(picker).toBeVisible()
  expect(button.element().textContent).toBe(before)
  await picker.fill('custom_40')
  await expect.element(page.getByRole('option', { name: /Custom_400__c/ })).toBeVisible()
  await userEvent.keyboard('{ArrowDown}')
  const active = document.getElementById(picker.element().getAttribute('aria-activedescendant') ?? '')
  expect(active?.getAttribute('role')).toBe('option')
  await expectAccessible()
  await userEvent.keyboard('{Enter}')
  await expect.element(button).toHaveFocus()
  await expect
    .element(
      rowOf('Website')
        .getByText(/Custom_40/)
        .first(),
    )
    .toBeVisible()
})

it('opens the picker by Alt+Down from the field, and goes between the grid and the save bar by F6', async () => {
  await renderWithSalesforce(<MappingEditor />)
  await rowOf('Phone').getByRole('button', { name: 'Remove Phone' }).click()
  const button = rowOf('Website').getByRole('button', { name: /^Salesforce field for Website/ })
  button.element().focus()
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await expect.element(picker).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(button).toHaveFocus()
  await userEvent.keyboard('{F6}')
  await expect.element(page.getByRole('region', { name: '1 unsaved change' })).toHaveFocus()
  await userEvent.keyboard('{F6}')
  await expect.element(button).toHaveFocus()
})

it('closes the picker by Escape without a choice, and gives focus back', async () => {
  await renderWithSalesforce(<MappingEditor />)
  const button = rowOf('Website').getByRole('button', { name: /^Salesforce field for Website/ })
  await button.click()
  await expect.element(picker).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(picker).not.toBeInTheDocument()
  await expect.element(button).toHaveFocus()
})

it('lists what needs attention, jumps there, and mends it with one press', async () => {
  await renderWithSalesforce(<MappingEditor />, { scenario: scenarios.mappingWithIssues })
  await expect.element(editor.getByRole('tab', { name: 'Organizations 4 issues' })).toBeVisible()
  await expectAccessible()
  await editor.getByRole('link', { name: /^Sales pipeline, Amount: .*read-only/ }).click()
  await expect.element(editor.getByRole('tab', { name: /^Sales pipeline/ })).toHaveAttribute('aria-selected', 'true')
  await expect.element(rowOf('Amount').getByRole('button', { name: /^Can.t push/ })).toHaveFocus()
  await editor.getByRole('button', { name: /Pull/ }).first().click()
  await expect.element(rowOf('Amount').getByRole('radio', { name: /^Pull/ })).toBeChecked()
  await expect.element(rowOf('Amount').getByRole('button', { name: 'Ready. Details of Amount' })).toHaveFocus()
  await expect.element(editor.getByRole('tab', { name: 'Sales pipeline', exact: true })).toBeVisible()
})

it('shows only the pairs that need attention when asked, and says so when there are none', async () => {
  await renderWithSalesforce(<MappingEditor />)
  await editor.getByLabelText('Show').selectOptions('Needs attention')
  await expect.element(editor.getByText('Nothing needs attention')).toBeVisible()
  await editor.getByRole('button', { name: 'Clear filter' }).click()
  await editor.getByLabelText('Search fields').fill('NumberOf')
  await expect.element(rowOf('Employees')).toBeVisible()
  await expect.element(rowOf('Website')).not.toBeInTheDocument()
})

it('waits for a person to accept suggestions, and maps the strong ones at once when asked', async () => {
  const { calls } = await renderWithSalesforce(<MappingEditor />, { scenario: scenarios.nothingMapped })
  await editor.getByRole('button', { name: 'Review suggestions' }).first().click()
  await expect.element(rowOf('Website').getByText('Same name and type')).toBeVisible()
  await expectAccessible()
  await rowOf('Website').getByRole('button', { name: 'Dismiss the suggestion for Website' }).click()
  await expect.element(rowOf('Website')).not.toBeInTheDocument()
  await rowOf('Phone').getByRole('button', { name: 'Accept Phone' }).click()
  await expect.element(rowOf('Phone').getByRole('radiogroup')).toBeVisible()
  await editor.getByRole('button', { name: /^Accept \d+ strong$/ }).click()
  await expect.element(rowOf('Industry').getByText('32 of 32 options matched')).toBeVisible()
  expect(calls('mapping.save')).toEqual([])
})

it('moves focus on when what was pressed goes away with the suggestion', async () => {
  await renderWithSalesforce(<MappingEditor />, { scenario: scenarios.nothingMapped })
  await editor.getByRole('button', { name: 'Review suggestions' }).first().click()
  await rowOf('Website').getByRole('button', { name: 'Dismiss the suggestion for Website' }).click()
  await expect.poll(focused).toMatch(/^Accept /)
  await rowOf('Phone').getByRole('button', { name: 'Accept Phone' }).click()
  await expect.poll(focused).toMatch(/^Accept /)
  const strong = editor.getByRole('button', { name: /^Accept \d+ strong$/ })
  await strong.click()
  await expect.element(strong).not.toBeInTheDocument()
  await expect.poll(focused).toMatch(/Details of /)
})

it('puts a new pair together from an attribute and a field', async () => {
  await renderWithSalesforce(<MappingEditor />, { scenario: scenarios.nothingMapped })
  await editor.getByRole('button', { name: 'Add a field' }).first().click()
  const attribute = editor.getByLabelText('Pryzm attribute')
  await expect.element(attribute).toHaveFocus()
  await attribute.selectOptions('Website (URL)')
  await editor.getByRole('button', { name: 'Choose a field' }).click()
  await page
    .getByRole('listbox')
    .getByRole('option', { name: /^Website/ })
    .click()
  await expect.element(rowOf('Website').getByRole('button', { name: 'Ready. Details of Website' })).toHaveFocus()
})

it('matches an option to a value, and the row says how many are matched', async () => {
  const scenario = withField('Account', 'type', 'Rating')
  await renderWithSalesforce(<MappingEditor />, { scenario })
  await rowOf('Type')
    .getByRole('button', { name: /0 of 7 options matched/ })
    .click()
  await editor.getByLabelText('Salesforce value for Prospect').selectOptions('Hot')
  await expect.element(rowOf('Type').getByText('1 of 7 options matched')).toBeVisible()
  await expectAccessible()
})

it('says which option a shared value comes back as, and that a field takes listed values only', async () => {
  const scenario = manyToOne()
  const field = scenario.describes.Account?.fields.find(({ name }) => name === 'Type')
  Object.assign(field ?? {}, { restrictedPicklist: true, dependentPicklist: true, controllerName: 'Industry' })
  await renderWithSalesforce(<MappingEditor />, { scenario })
  await detailsOf('Type').click()
  await expect.element(editor.getByText(/^A pull reads this value as /)).toBeVisible()
  await expect.element(editor.getByText(/^Salesforce takes only the active values/)).toBeVisible()
  await expect.element(editor.getByText('Which values Salesforce takes depends on Industry of the same record.')).toBeVisible()
  await expectAccessible()
})

it('marks the stages that win or lose a deal', async () => {
  await renderWithSalesforce(<MappingEditor />)
  await editor.getByRole('tab', { name: /^Sales pipeline/ }).click()
  await detailsOf('Stage').click()
  const options = editor.getByRole('group', { name: 'Options of Stage and values of Stage' })
  await expect.element(options.getByRole('listitem').filter({ hasText: /^Closed Won Won/ })).toBeVisible()
  await expect.element(options.getByRole('listitem').filter({ hasText: /^Closed Lost Lost/ })).toBeVisible()
  await expect.element(options.getByText('Won', { exact: true })).toBeVisible()
})

it('lets a pair keep blanks and send a default, marks the row, and shows both before saving', async () => {
  const { transport } = await renderWithSalesforce(<MappingEditor />)
  await detailsOf('Website').click()
  const rules = editor.getByRole('group', { name: 'Rules of Website' })
  await rules.getByLabelText('When Website is blank in Salesforce').selectOptions('Keep the value in Pryzm')
  await expect.element(rowOf('Website').getByText('Blank: kept on pull', { exact: true })).toBeVisible()
  await rules.getByLabelText('Default for push').fill('https://example.com')
  await userEvent.keyboard('{Enter}')
  await expect.element(rowOf('Website').getByText('Blank: kept on pull and default on push')).toBeVisible()
  await expect.element(rules.getByText('The default is sent instead')).toBeVisible()
  await expectAccessible()
  await editor.getByRole('button', { name: 'Review changes' }).click()
  const dialog = page.getByRole('dialog', { name: 'Review changes' })
  await expect
    .element(dialog.getByRole('row', { name: /Website changed.*kept on pull.*Default for push: https:\/\/example.com/ }))
    .toBeVisible()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect.element(editor.getByText(/^Saved\./)).toBeVisible()
  expect(pairOf(transport.scenario.mappings.at(-1)!.mapping, 'Account', 'website')).toMatchObject({
    blankOnPull: 'keep',
    defaultOnPush: 'https://example.com',
  })
})

it('offers only the rules that the direction uses, and takes one back by undo', async () => {
  await renderWithSalesforce(<MappingEditor />)
  await rowOf('Website').getByRole('radio', { name: /^Pull/ }).click({ force: true })
  await detailsOf('Website').click()
  const rules = editor.getByRole('group', { name: 'Rules of Website' })
  await expect.element(rules.getByLabelText('When Website is blank in Salesforce')).toBeVisible()
  await expect.element(rules.getByLabelText('Default for push')).not.toBeInTheDocument()
  await rules.getByLabelText('When Website is blank in Salesforce').selectOptions('Keep the value in Pryzm')
  await editor.getByRole('button', { name: 'Undo' }).click()
  await expect.element(rowOf('Website').getByText('Blank: kept on pull')).not.toBeInTheDocument()
  await expect.element(rules.getByLabelText('When Website is blank in Salesforce')).toHaveValue('clear')
})

it('takes a default in the shape of the attribute, and says when it is no number', async () => {
  const { transport } = await renderWithSalesforce(<MappingEditor />)
  await detailsOf('Annual revenue').click()
  const amount = editor.getByRole('group', { name: 'Rules of Annual revenue' }).getByLabelText(/^Default for push/)
  await amount.fill('a lot')
  await expect.element(amount).toHaveAccessibleDescription(/Write digits with a point, such as 1250.5/)
  await amount.fill('1250.50')
  await detailsOf('Industry').click()
  await editor.getByRole('group', { name: 'Rules of Industry' }).getByLabelText('Default for push').selectOptions('Banking')
  await save.click()
  await expect.element(editor.getByText(/^Saved\./)).toBeVisible()
  const saved = transport.scenario.mappings.at(-1)!.mapping
  expect(pairOf(saved, 'Account', 'annual_revenue')?.defaultOnPush).toEqual({ amount: '1250.50', currency: null })
  expect(pairOf(saved, 'Account', 'industry')?.defaultOnPush).toBe('banking')
})

it('says what an object that only pulls leaves of its pairs', async () => {
  await renderWithSalesforce(<MappingEditor />)
  await editor
    .getByRole('radiogroup', { name: 'Direction for Organizations' })
    .getByRole('radio', { name: /^Pull/ })
    .click({ force: true })
  await expect.element(editor.getByText(/This object is set to Pull, so nothing here is sent/)).toBeVisible()
  await expect.element(rowOf('Website').getByText('Pull (limited by object)')).toBeVisible()
})

it('shows every change before it is saved', async () => {
  await renderWithSalesforce(<MappingEditor />)
  await rowOf('Phone').getByRole('radio', { name: /^Pull/ }).click({ force: true })
  await rowOf('Website').getByRole('button', { name: 'Remove Website' }).click()
  await editor.getByRole('button', { name: 'Review changes' }).click()
  const dialog = page.getByRole('dialog', { name: 'Review changes' })
  await expect.element(dialog.getByRole('row', { name: /Phone changed.*Pushes leave this field alone/ })).toBeVisible()
  await expect.element(dialog.getByRole('row', { name: /Website removed.*Nothing is deleted/ })).toBeVisible()
  await expectAccessible()
})

it('turns every pair that is shown at once, as one step', async () => {
  await renderWithSalesforce(<MappingEditor />)
  await editor.getByLabelText('Search fields').fill('ph')
  await editor.getByRole('button', { name: 'Set directions' }).click()
  const bulk = editor.getByRole('group', { name: 'Set the one pair shown to' })
  await bulk.getByRole('button', { name: 'Pull' }).click()
  await expect.element(rowOf('Phone').getByRole('radio', { name: /^Pull/ })).toBeChecked()
  await expect.element(spoken('status')).toHaveTextContent('1 pair set to Pull. Undo brings the directions back.')
  await bulk.getByRole('button', { name: 'Pull' }).click()
  await expect.element(spoken('status')).toHaveTextContent('Every pair shown is set to Pull already.')
  await editor.getByLabelText('Search fields').fill('')
  await editor
    .getByRole('group', { name: /^Set all \d+ pairs shown to$/ })
    .getByRole('button', { name: 'Push' })
    .click()
  await expect.element(rowOf('Website').getByRole('radio', { name: /^Push/ })).toBeChecked()
  await expectAccessible()
  await editor.getByRole('button', { name: 'Undo' }).click()
  await expect.element(rowOf('Website').getByRole('radio', { name: 'Both ways' })).toBeChecked()
  await expect.element(rowOf('Phone').getByRole('radio', { name: /^Pull/ })).toBeChecked()
})

it('mends every read-only pair with one press', async () => {
  const { describes } = buildScenario()
  for (const field of describes.Account?.fields ?? [])
    if (field.name === 'Website' || field.name === 'Phone') Object.assign(field, { createable: false, updateable: false })
  await renderWithSalesforce(<MappingEditor />, { scenario: buildScenario({ describes }) })
  await editor.getByRole('button', { name: 'Fix all 2 read-only pairs' }).click()
  await expect.element(rowOf('Website').getByRole('radio', { name: /^Pull/ })).toBeChecked()
  await expect.element(rowOf('Phone').getByRole('radio', { name: /^Pull/ })).toBeChecked()
  await expect.element(editor.getByText('This mapping is valid. Save it to use it.')).toBeVisible()
})

it('says how values travel, and which types go with an attribute', async () => {
  await renderWithSalesforce(<MappingEditor />)
  await detailsOf('Employees').click()
  const notes = editor.getByRole('group', { name: 'How values travel' })
  await notes.getByRole('button', { name: 'What goes with Employees' }).click()
  await expect.element(notes.getByText('Both ways', { exact: true })).toBeVisible()
  await expect.element(notes.getByText('text, text area, whole number, and currency')).toBeVisible()
  await expectAccessible()
})

it('asks before a link leaves unsaved changes, and follows it once a person says so', async () => {
  const scenario = buildScenario({ describes: scenarios.firstRun.describes })
  const followed: string[] = []
  await renderWithSalesforce(<MappingEditor />, { scenario, onNavigate: (to) => followed.push(to) })
  await rowOf('Website').getByRole('button', { name: 'Remove Website' }).click()
  await editor.getByRole('link', { name: 'Open setup' }).first().click()
  const question = page.getByRole('alertdialog', { name: 'Leave without saving?' })
  await expect.element(question.getByText(/^1 unsaved change is lost/)).toBeVisible()
  await expect.element(question.getByRole('button', { name: 'Keep editing' })).toHaveFocus()
  await expectAccessible()
  await userEvent.keyboard('{Escape}')
  await expect.element(question).not.toBeInTheDocument()
  expect(followed).toEqual([])
  await editor.getByRole('link', { name: 'Open setup' }).first().click()
  await question.getByRole('button', { name: 'Leave' }).click()
  expect(followed).toEqual(['/integrations/salesforce/mapping?setup=open'])
})

it('opens the row that a refused save names, and says why', async () => {
  const details = { issues: [{ path: 'mapping.pairs.0.fields.1.attribute', message: 'Pryzm has no such attribute' }] }
  const error = { code: 'invalid_input' as const, message: 'Pryzm has no such attribute.', details }
  await renderWithSalesforce(<MappingEditor />, { scenario: buildScenario({ overrides: { 'mapping.save': { error } } }) })
  await rowOf('Website').getByRole('button', { name: 'Remove Website' }).click()
  await save.click()
  await expect.element(editor.getByText('Refused when saving: Pryzm has no such attribute')).toBeVisible()
  await expect.element(editor.getByText('One pair was refused. It is marked in the list.')).toBeVisible()
  await expect.element(editor.getByRole('button', { name: 'Try again' })).not.toBeInTheDocument()
  await expect.element(editor.getByRole('button', { name: /^Refused when saving\. Details of / })).toHaveFocus()
})

it('discards only after a question', async () => {
  await renderWithSalesforce(<MappingEditor />)
  await rowOf('Website').getByRole('button', { name: 'Remove Website' }).click()
  await editor.getByRole('button', { name: 'Discard' }).click()
  const question = page.getByRole('alertdialog', { name: 'Discard your changes?' })
  await expect.element(question.getByRole('button', { name: 'Keep editing' })).toHaveFocus()
  await question.getByRole('button', { name: 'Discard' }).click()
  await expect.element(rowOf('Website')).toBeVisible()
  await expect.element(save).not.toBeInTheDocument()
  await expect.element(editor.getByRole('heading', { name: 'Field mapping' })).toHaveFocus()
})

it('lets the browser ask before unsaved changes are left, and only then', async () => {
  await renderWithSalesforce(<MappingEditor />)
  await expect.element(rowOf('Website')).toBeVisible()
  expect(leaving().defaultPrevented).toBe(false)
  await rowOf('Website').getByRole('button', { name: 'Remove Website' }).click()
  await expect.poll(() => leaving().defaultPrevented).toBe(true)
})

it('lists the versions, compares one with the one before and the one in force, and restores it after a question', async () => {
  const { calls, transport } = await renderWithSalesforce(<MappingEditor />, { scenario: threeVersions() })
  await editor.getByRole('button', { name: 'Versions' }).click()
  const list = page.getByRole('dialog', { name: 'Versions' })
  await expect.element(versionIn(list, /Version 3.*In force.*Ada Admin.*Restored from version 1/)).toBeVisible()
  await expect.element(versionIn(list, /Version 2.*Edgar Editor.*1 removed and 2 changed/)).toBeVisible()
  await expectAccessible()
  await list.getByRole('button', { name: 'What changed in version 2' }).click()
  const second = page.getByRole('dialog', { name: 'Version 2', exact: true })
  await expect.element(second.getByRole('row', { name: /Website removed/ })).toBeVisible()
  await second.getByRole('radio', { name: 'Version 3, in force' }).click({ force: true })
  await expect.element(second.getByRole('row', { name: /Website added/ })).toBeVisible()
  await second.getByRole('button', { name: 'Restore this version' }).click()
  const question = page.getByRole('alertdialog', { name: 'Restore version 2?' })
  await expect.element(question.getByRole('row', { name: /Website removed/ })).toBeVisible()
  await expect.element(question.getByRole('button', { name: 'Keep version 3' })).toHaveFocus()
  await expectAccessible()
  await question.getByRole('button', { name: 'Restore this version' }).click()
  await expect.element(spoken('status')).toHaveTextContent('Version 2 is in force again, as version 4.')
  await expect.element(versionIn(list, /Version 4.*In force.*Restored from version 2/)).toBeVisible()
  await expect.element(list.getByRole('heading', { name: 'Versions' })).toHaveFocus()
  expect(calls('mapping.restore')).toMatchObject([{ version: '2', baseVersion: 3 }])
  expect(transport.scenario.mappings).toHaveLength(4)
  await list.getByRole('button', { name: 'Close' }).last().click()
  await expect.element(editor.getByRole('button', { name: 'Versions' })).toHaveFocus()
  await expect.element(rowOf('Website')).not.toBeInTheDocument()
})

it('shows versions to people who may not manage, and restores none for them', async () => {
  const scenario = { ...threeVersions(), connection: buildConnection({ viewer: member }) }
  await renderWithSalesforce(<MappingEditor initialVersion={2} />, { scenario })
  const second = page.getByRole('dialog', { name: 'Version 2', exact: true })
  await expect.element(second.getByRole('row', { name: /Website removed/ })).toBeVisible()
  await expect.element(second.getByRole('button', { name: 'Restore this version' })).not.toBeInTheDocument()
})

it('restores nothing over unsaved changes', async () => {
  await renderWithSalesforce(<MappingEditor />, { scenario: threeVersions() })
  await rowOf('Phone').getByRole('button', { name: 'Remove Phone' }).click()
  await editor.getByRole('button', { name: 'Versions' }).click()
  await page.getByRole('button', { name: 'What changed in version 2' }).click()
  await expect
    .element(page.getByRole('button', { name: 'Restore this version' }))
    .toHaveAccessibleDescription('Save or discard your changes first.')
})

it('reads a mapping from a file as unsaved changes with notes, which one undo takes back', async () => {
  const { transport } = await renderWithSalesforce(<MappingEditor />)
  const file = mappingFile(({ mapping }) => {
    mapping.pairs[0].fields = mapping.pairs[0].fields.filter(({ attribute }) => attribute !== 'website')
    mapping.pairs[2].pipelineId = 'elsewhere'
  })
  await editor.getByLabelText('Mapping file').upload(file)
  const dialog = page.getByRole('dialog', { name: 'Review changes' })
  await expect.element(dialog.getByText(/This workspace has no pipeline "elsewhere"/)).toBeVisible()
  await expect.element(dialog.getByRole('row', { name: /Website removed/ })).toBeVisible()
  await expectAccessible()
  await dialog.getByRole('button', { name: 'Keep editing' }).click()
  await expect.element(editor.getByText('2 unsaved changes')).toBeVisible()
  await editor.getByRole('button', { name: 'Undo' }).click()
  await expect.element(rowOf('Website')).toBeVisible()
  expect(transport.scenario.mappings).toHaveLength(1)
})

it('says why a file cannot be read, and changes nothing', async () => {
  const message = 'This is no file of a Salesforce mapping. Choose one that was exported here.'
  const scenario = buildScenario({ overrides: { 'mapping.import': { error: { code: 'invalid_input', message } } } })
  await renderWithSalesforce(<MappingEditor />, { scenario })
  await editor.getByLabelText('Mapping file').upload(new File(['a;b'], 'list.json', { type: 'application/json' }))
  await expect.element(editor.getByText('This file holds no JSON. Choose one that was exported here.')).toBeVisible()
  await editor.getByLabelText('Mapping file').upload(new File(['{}'], 'other.json', { type: 'application/json' }))
  await expect.element(editor.getByText(message)).toBeVisible()
  await expect.element(editor.getByRole('button', { name: 'Review changes' })).not.toBeInTheDocument()
})

it('exports the saved mapping as a file', async () => {
  const { calls } = await renderWithSalesforce(<MappingEditor />)
  await editor.getByRole('button', { name: 'Export' }).click()
  await expect.element(spoken('status')).toHaveTextContent('Version 1 exported.')
  expect(calls('mapping.export')).toHaveLength(1)
})

it('shows what a pull would make of a real record in a column of the grid, and follows unsaved changes', async () => {
  await page.viewport(1300, 900)
  const { calls, transport } = await renderWithSalesforce(<MappingEditor />)
  await editor.getByRole('button', { name: 'Preview' }).click()
  const panel = editor.getByRole('complementary', { name: 'Preview with a record' })
  await panel.getByLabelText('Find a record by name').fill('acme')
  await panel.getByRole('button', { name: /^Acme Industrial/ }).click()
  await expect.element(grid.getByRole('columnheader', { name: 'Acme Industrial · Pull' })).toBeVisible()
  const employees = sampleOf('Employees')
  await expect.element(employees.getByText('1200').last()).toBeVisible()
  await expect.element(employees.getByText('Changes')).toBeVisible()
  await expect.element(sampleOf('Website').getByText('Unchanged')).toBeVisible()
  await expectAccessible()
  await rowOf('Phone').getByRole('radio', { name: /^Push/ }).click({ force: true })
  await expect.element(sampleOf('Phone').getByText(/^This field is set to Push/)).toBeVisible()
  expect(calls('preview.sync').at(0)).not.toHaveProperty('mapping')
  expect(calls('preview.sync').at(-1)).toHaveProperty('mapping.pairs')
  expect(transport.scenario.mappings).toHaveLength(1)
  await panel.getByRole('radio', { name: /^Push/ }).click({ force: true })
  await expect.element(panel.getByText(/^Updates the record in Salesforce/)).toBeVisible()
  cell('Website', 3).element().focus()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(cell('Website', 4)).toHaveFocus()
  await userEvent.keyboard('{End}')
  await expect.element(rowOf('Website').getByRole('button', { name: 'Remove Website' })).toHaveFocus()
  await panel.getByRole('button', { name: 'Close the preview' }).click()
  await expect.element(panel).not.toBeInTheDocument()
  await expect.element(grid.getByRole('columnheader', { name: /^Acme Industrial/ })).not.toBeInTheDocument()
})

it('shows the sample in a sheet where there is no room beside the grid, with the reason of each skip', async () => {
  await page.viewport(320, 800)
  await renderWithSalesforce(<MappingEditor />)
  await editor.getByRole('button', { name: 'Preview' }).click()
  const sheet = page.getByRole('dialog', { name: 'Preview with a record' })
  await sheet.getByRole('button', { name: /^Globex/ }).click()
  await expect.element(valueOf(sheet, 'Industry').getByText('Skipped')).toBeVisible()
  await expect.element(valueOf(sheet, 'Industry').getByText('Space mining', { exact: true })).toBeVisible()
  await expectAccessible()
  await sheet.getByRole('radio', { name: /^Push/ }).click({ force: true })
  await expect.element(sheet.getByText('This record isn’t in Pryzm yet, so there is nothing to push')).toBeVisible()
  await sheet.getByRole('button', { name: 'Other record' }).click()
  await expect.element(sheet.getByLabelText('Find a record by name')).toHaveFocus()
})

it('loses nothing when the save fails', async () => {
  const scenario = buildScenario({
    overrides: { 'mapping.save': { error: { code: 'internal', message: 'The server could not answer.' } } },
  })
  const { transport } = await renderWithSalesforce(<MappingEditor />, { scenario })
  await rowOf('Website').getByRole('button', { name: 'Remove Website' }).click()
  await save.click()
  await expect.element(editor.getByText('Nothing was saved')).toBeVisible()
  await expect.element(spoken('alert')).toHaveTextContent('Nothing was saved. The server could not answer.')
  transport.override('mapping.save', null)
  await editor.getByRole('button', { name: 'Try again' }).click()
  await expect.element(editor.getByText(/^Saved\./)).toBeVisible()
})

it('keeps the save bar lower than half of a small window where the save has failed, with every action in it', async () => {
  await page.viewport(320, 640)
  const scenario = buildScenario({
    overrides: { 'mapping.save': { error: { code: 'rate_limited', message: 'Too many requests. Wait a moment.' } } },
  })
  await renderWithSalesforce(<MappingEditor />, { scenario })
  await rowOf('Website').getByRole('button', { name: 'Remove Website' }).click()
  await save.click()
  const bar = editor.getByRole('region', { name: '1 unsaved change' })
  for (const name of ['Try again', 'Copy details', 'Undo', 'Redo', 'Review changes', 'Discard', 'Save']) {
    await expect.element(bar.getByRole('button', { name, exact: true })).toBeVisible()
  }
  expect(bar.element().getBoundingClientRect().height).toBeLessThan(320)
})

it('keeps both versions apart when somebody else saved meanwhile, and lets a person choose', async () => {
  const { transport, calls } = await renderWithSalesforce(<MappingEditor />)
  await rowOf('Website').getByRole('button', { name: 'Remove Website' }).click()
  saveElsewhere(transport.scenario, (mapping) => {
    const pair = pairOf(mapping, 'Account', 'phone')
    if (pair) pair.direction = 'push'
  })
  await save.click()
  await expect.element(editor.getByText(/^Edgar Editor saved this mapping/)).toBeVisible()
  await editor.getByRole('button', { name: 'See their changes' }).click()
  await expect
    .element(page.getByRole('dialog', { name: 'Their changes' }).getByRole('row', { name: /Phone changed/ }))
    .toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Keep mine' }).click()
  await expect.element(editor.getByText('2 unsaved changes')).toBeVisible()
  await save.click()
  await expect.element(editor.getByText(/^Saved\./)).toBeVisible()
  expect(calls('mapping.save')).toMatchObject([{ baseVersion: 1 }, { baseVersion: 2 }])
})

it('shows the mapping read-only, with the rule and the role named, to people who may not manage', async () => {
  await renderWithSalesforce(<MappingEditor />, { scenario: buildScenario({ connection: buildConnection({ viewer: member }) }) })
  await expect.element(editor.getByText('Needs integrations:manage. Workspace Admins have it.')).toBeVisible()
  await expect.element(rowOf('Website').getByText('Both ways')).toBeVisible()
  await expect.element(rowOf('Website').getByRole('radiogroup')).not.toBeInTheDocument()
  await expect.element(editor.getByRole('button', { name: 'Add a field' })).not.toBeInTheDocument()
  await expectAccessible()
})

it('keeps the mapping readable while Salesforce is not connected', async () => {
  await renderWithSalesforce(<MappingEditor />, { scenario: scenarios.tokenRevoked })
  await expect.element(editor.getByText('Reconnect Salesforce to edit this mapping')).toBeVisible()
  await expect.element(grid.getByText('Website').first()).toBeVisible()
  await expect.element(editor.getByRole('button', { name: 'Refresh fields' })).not.toBeInTheDocument()
})

it('tells what changed in Salesforce, mapped fields and what it causes first, and starts a pair for a new field', async () => {
  await renderWithSalesforce(<MappingEditor />, { scenario: scenarios.schemaChanged })
  await expect
    .element(editor.getByText(/^Salesforce has changed since this mapping was saved: 7 changes, 5 to what is mapped/))
    .toBeVisible()
  await expect.element(editor.getByText(/^Region was removed or renamed/)).toBeVisible()
  await expect.element(editor.getByText('Also because of that')).toBeVisible()
  await expect.element(editor.getByText(/^Segment is new/)).not.toBeInTheDocument()
  await editor.getByRole('button', { name: /^Show \d other changes$/ }).click()
  await expect.element(editor.getByText(/^Segment is new/)).toBeVisible()
  await expectAccessible()
  await editor.getByRole('button', { name: 'Map it: Segment' }).click()
  await expect.element(editor.getByLabelText('Pryzm attribute for Segment')).toHaveFocus()
})

it('takes note of changes once a person has seen them', async () => {
  const { calls } = await renderWithSalesforce(<MappingEditor />, { scenario: scenarios.schemaChanged })
  await editor.getByRole('button', { name: 'I’ve seen these' }).click()
  await expect.element(editor.getByText(/^Salesforce has changed/)).not.toBeInTheDocument()
  await expect.element(spoken('status')).toHaveTextContent('Noted. Only later changes are told from now on.')
  expect(calls('mapping.acknowledgeDrift')).toHaveLength(1)
})

it('goes on with the other objects when the fields of one did not load, and calls nothing ready that it could not check', async () => {
  const error = { code: 'salesforce_busy' as const, message: 'Salesforce is busy.' }
  const scenario = buildScenario({ overrides: { 'schema.get': { where: { object: 'Contact' }, error } } })
  await renderWithSalesforce(<MappingEditor />, { scenario })
  await expect.element(rowOf('Website').getByText('Ready')).toBeVisible()
  await expect.element(editor.getByText('No issues when this was last checked')).toBeVisible()
  await editor.getByRole('tab', { name: 'People' }).click()
  await expect.element(editor.getByText('The fields of Contact didn’t load')).toBeVisible()
  await expect.element(rowOf('email').getByText('Not checked')).toBeVisible()
  await expect.element(grid.getByText('Ready')).not.toBeInTheDocument()
  await expectAccessible()
})

it('keeps the pairs of a pipeline that is gone, without a word about their attributes', async () => {
  const scenario = withMapping((mapping) => void (mapping.pairs[2].pipelineId = 'gone'))
  await renderWithSalesforce(<MappingEditor />, { scenario })
  await editor.getByRole('tab', { name: /^Opportunities/ }).click()
  await expect.element(editor.getByText('The chosen pipeline no longer exists')).toBeVisible()
  await expect.element(rowOf('amount').getByText('Not checked')).toBeVisible()
  await expect.element(grid.getByText('no longer in Pryzm')).not.toBeInTheDocument()
})

it('writes the request to an admin who can give access to a hidden field', async () => {
  const copied: string[] = []
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text))
  await renderWithSalesforce(<MappingEditor />, { scenario: withField('Account', 'website', 'Secret__c') })
  await rowOf('Website')
    .getByRole('button', { name: /Details of Website$/ })
    .click()
  await editor.getByRole('button', { name: 'Copy request for an admin' }).click()
  await expect.element(spoken('status')).toHaveTextContent('Request copied. Send it to an admin.')
  expect(copied).toEqual([expect.stringMatching(/field Secret__c of Account in Acme .*Set Field-Level Security\.\nhttps:/)])
})

it('warns in the picker that a field which another pair pushes takes no second value', async () => {
  await renderWithSalesforce(<MappingEditor />)
  await rowOf('Website')
    .getByRole('button', { name: /^Salesforce field for Website/ })
    .click()
  await picker.fill('Description')
  await expect.element(page.getByRole('option', { name: /Used by Description: only one value can be pushed/ })).toBeVisible()
})

it('reads the fields again from the picker where none matches, and lists what is new without closing', async () => {
  const { transport } = await renderWithSalesforce(<MappingEditor />)
  await rowOf('Website')
    .getByRole('button', { name: /^Salesforce field for Website/ })
    .click()
  await picker.fill('Landing')
  await expect.element(page.getByText('No Salesforce field matches Landing')).toBeVisible()
  transport.scenario.describes.Account?.fields.push({ ...accountDescribe.fields[0]!, name: 'Landing__c', label: 'Landing' })
  await page.getByRole('dialog').getByRole('button', { name: 'Refresh fields' }).click()
  await expect.element(page.getByRole('option', { name: /Landing__c/ })).toBeVisible()
})

it('begins the list of matches at its top, wherever it was before', async () => {
  await renderWithSalesforce(<MappingEditor />, { scenario: withMapping(() => {}, scenarios.manySalesforceFields) })
  await rowOf('Website')
    .getByRole('button', { name: /^Salesforce field for Website/ })
    .click()
  const list = page.getByRole('listbox')
  await expect.poll(() => list.element().scrollTop).toBeGreaterThan(0)
  await picker.fill('custom_4')
  await expect.poll(() => list.element().scrollTop).toBe(0)
})

it('shows a long name whole in the row under the keyboard', async () => {
  const scenario = buildScenario()
  const website = scenario.recordTypes[0]?.attributes.find(({ name }) => name === 'website')
  const label = 'Web address of the organization as it is printed on invoices, contracts and delivery notes'
  if (website) website.label = label
  await renderWithSalesforce(<MappingEditor />, { scenario })
  const name = rowOf(label).getByTitle(label)
  await expect.element(name).toBeVisible()
  const isCut = () => name.element().scrollHeight > name.element().clientHeight + 1
  expect(isCut()).toBe(true)
  await userEvent.tab()
  rowOf(label).getByRole('rowheader').element().focus()
  expect(isCut()).toBe(false)
})

it('has Salesforce read whole where somebody says that it changed', async () => {
  const { calls, transport } = await renderWithSalesforce(<MappingEditor />)
  await expect.element(rowOf('Website')).toBeVisible()
  expect(calls('schema.get')).not.toContainEqual(expect.objectContaining({ read: 'whole' }))
  transport.scenario.describes.Account?.fields.push({ ...accountDescribe.fields[0]!, name: 'Region__c', label: 'Region' })
  await editor.getByRole('button', { name: 'Refresh fields' }).click()
  await expect.poll(() => calls('mapping.drift')).toHaveLength(2)
  await rowOf('Website')
    .getByRole('button', { name: /^Salesforce field for Website/ })
    .click()
  await picker.fill('Region')
  await expect.element(page.getByRole('option', { name: /^Region/ })).toBeVisible()
  expect(calls('schema.get').slice(3)).toMatchObject([
    { object: 'Account', read: 'whole' },
    { object: 'Contact', read: 'whole' },
    { object: 'Opportunity', read: 'whole', pipelineId: 'sales' },
  ])
})

it('opens the row that a link names', async () => {
  const scenario = scenarios.mappingWithIssues
  const pairId = scenario.mappings[0]?.mapping.pairs[2].fields.at(-1)?.id
  await renderWithSalesforce(<MappingEditor initialRow={{ object: 'Opportunity', pairId }} />, { scenario })
  await expect.element(rowOf('Amount').getByRole('button', { name: /Details of Amount/ })).toHaveFocus()
  await expect
    .element(rowOf('Amount').getByRole('button', { name: /Details of Amount/ }))
    .toHaveAttribute('aria-expanded', 'true')
})

it('asks for a pipeline before opportunities can be mapped, and ties the stages of one that it creates', async () => {
  const { transport } = await renderWithSalesforce(<MappingEditor />, { scenario: scenarios.firstRun })
  await editor.getByRole('tab', { name: /^Opportunities/ }).click()
  await editor.getByRole('button', { name: 'Choose pipeline' }).click()
  const dialog = page.getByRole('dialog', { name: 'Where should Salesforce opportunities go?' })
  await dialog.getByLabelText('Pipeline name').fill('Deals')
  await dialog.getByRole('button', { name: 'Create pipeline' }).click()
  await expect.element(editor.getByRole('button', { name: 'Pipeline: Deals' })).toBeVisible()
  await expect.element(rowOf('Stage').getByText('10 of 10 options matched')).toBeVisible()
  expect(transport.scenario.pipelines.map(({ name }) => name)).toEqual(['Deals'])
})

it('keeps only the rows in sight in the document when there are many', async () => {
  const scenario = manyPairs(200)
  await renderWithSalesforce(<MappingEditor />, { scenario })
  await expect.element(rowOf('Attribute 1')).toBeVisible()
  expect(grid.element().querySelectorAll('[role="row"]').length).toBeLessThan(60)
  await expect.element(grid).toHaveAttribute('aria-rowcount', '202')
  cell('Attribute 1', 0).element().focus()
  await userEvent.keyboard('{Control>}{End}{/Control}')
  await expect.element(rowOf('Attribute 200').getByRole('button', { name: 'Remove Attribute 200' })).toHaveFocus()
})

it('never leaves what has focus under the save bar', async () => {
  await page.viewport(360, 560)
  await renderWithSalesforce(<MappingEditor />, { scenario: manyPairs(30, 20) })
  await rowOf('Attribute 25').getByRole('radio', { name: /^Push/ }).click({ force: true })
  const bar = page.getByRole('region', { name: '1 unsaved change' })
  await expect.element(bar).toBeVisible()
  window.scrollTo(0, 0)
  const covered: string[] = []
  for (let press = 0; press < 24; press += 1) {
    await userEvent.keyboard('{Tab}')
    await new Promise(requestAnimationFrame)
    const focused = document.activeElement
    if (!focused || bar.element().contains(focused)) break
    const [below, above] = [focused.getBoundingClientRect(), bar.element().getBoundingClientRect()]
    if (below.bottom > above.top + 1 && below.top < above.bottom) covered.push(focused.textContent ?? '')
  }
  expect(covered).toEqual([])
})

function leaving(): Event {
  const event = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(event)
  return event
}

/** The name of what has focus. */
function focused() {
  return document.activeElement?.getAttribute('aria-label') ?? ''
}

function unusableOf(name: RegExp) {
  return page.getByRole('option', { name, disabled: true })
}

function rowOf(label: string) {
  return grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${label}\\b`) }) })
}

function sampleOf(label: string) {
  // After the direction, the field and the status.
  return rowOf(label).getByRole('gridcell').nth(3)
}

function valueOf(panel: Locator, label: string) {
  return panel
    .getByRole('list', { name: 'Values of the record' })
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`^${label}`) })
}

function versionIn(list: Locator, text: RegExp) {
  return list.getByRole('listitem').filter({ hasText: text })
}

function detailsOf(label: string) {
  return rowOf(label).getByRole('button', { name: new RegExp(`Details of ${label}$`) })
}

function cell(label: string, column: number) {
  const row = rowOf(label).element()
  return page.elementLocator(row.querySelectorAll<HTMLElement>('[data-cell]')[column] ?? row)
}

function saveElsewhere({ mappings }: Scenario, change: (mapping: Mapping) => void) {
  const mapping = structuredClone(mappings.at(-1)!.mapping)
  change(mapping)
  mappings.push({ mapping, savedBy: edgar, savedAt: minutesAgo(2) })
}

import type { SetupProblem } from '@pryzm/salesforce-sdk'
import {
  buildConnection,
  buildScenario,
  buildSetup,
  checkedPryzmId,
  failedPryzmId,
  member,
  minutesAgo,
  scenarios,
} from '@pryzm/salesforce-sdk/testing'
import { expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { expectAccessible, renderWithSalesforce, spoken } from '../../../test/render-with-salesforce.tsx'
import { SetupChecklist, SetupChecklistDialog } from './setup-checklist.tsx'

const missing: SetupProblem = {
  code: 'pryzm_id_missing',
  sentence: "We can't see Pryzm_ID on Contact. It may not exist yet, or ada@acme.example may not have access to it.",
  expected: 'Pryzm_ID__c',
  found: 'No such field',
}
const contactMissing = buildScenario({ setup: { ...buildSetup(failedPryzmId('Contact', missing)), checkedAt: minutesAgo(5) } })
const checklist = page.getByRole('region', { name: 'Salesforce setup' })

it('says what is wrong, what was expected, how to mend it and where', async () => {
  await renderWithSalesforce(<SetupChecklist />, { scenario: contactMissing })
  await expect.element(checklist.getByText('2 of 3 objects ready')).toBeVisible()
  await expect.element(checklist.getByText(missing.sentence)).toBeVisible()
  await expect.element(checklist.getByText('No such field')).toBeVisible()
  await expect.element(checklist.getByRole('heading', { name: 'People (Contact) (needs changes)' })).toBeVisible()
  await expect
    .element(checklist.getByRole('link', { name: 'Open Contact fields in Salesforce (opens in a new tab)' }))
    .toHaveAttribute('href', expect.stringContaining('/ObjectManager/Contact/'))
  await expectAccessible()
})

it.for([900, 600])('says once what the field is like, at %i pixels', async (width) => {
  await page.viewport(width, 900)
  const short = buildScenario({ setup: buildSetup(checkedPryzmId('Account', { length: 18, unique: false })) })
  await renderWithSalesforce(<SetupChecklist />, { scenario: short })
  const account = checklist.getByRole('listitem').filter({ hasText: 'Organizations (Account)' })
  await expect.element(account.first()).toBeVisible()
  const shown = lines((account.first().element() as HTMLElement).innerText).join(' ')
  const facts = 'Field Pryzm_ID__c Type (ready) Text Length (needs changes) 18 External ID (ready) Yes'
  const pairs = 'Expected Length 36 or more Found Length 18'
  const [here, elsewhere] = width === 900 ? [facts, pairs] : [pairs, facts]
  expect(shown).toContain(here)
  expect(shown).not.toContain(elsewhere)
  await expectAccessible()
})

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

it('folds to one line when everything is ready, and unfolds on demand', async () => {
  await renderWithSalesforce(<SetupChecklist />)
  await expect.element(checklist.getByText('All objects are ready.')).toBeVisible()
  expect(checklist.getByRole('heading', { name: /Organizations/ }).elements()).toHaveLength(0)
  await checklist.getByRole('button', { name: 'Show the checks' }).click()
  await expect.element(checklist.getByRole('heading', { name: 'Organizations (Account) (ready)' })).toBeVisible()
  await expectAccessible()
})

it('says aloud how a repeated check came out', async () => {
  const { transport } = await renderWithSalesforce(<SetupChecklist />, { scenario: contactMissing })
  const again = checklist.getByRole('button', { name: 'Check again' })
  transport.override('setup.check', { answer: { ...contactMissing.setup, checkedAt: minutesAgo(1) } })
  await again.click()
  await expect.element(spoken('status')).toMatchTextContent('Checked just now. Contact still needs Pryzm_ID__c.')
  transport.override('setup.check', { answer: { ...buildSetup(), checkedAt: minutesAgo(0) } })
  await again.click()
  await expect.element(spoken('status')).toHaveTextContent('3 of 3 objects ready.')
  await expect.element(checklist.getByText('All objects are ready.')).toBeVisible()
})

it('creates the field with one press and tells what was done, object by object', async () => {
  const { transport, calls } = await renderWithSalesforce(<SetupChecklist />, { scenario: contactMissing })
  transport.override('setup.createFields', {
    answer: {
      results: [{ object: 'Contact', outcome: 'created', sentence: 'Pryzm_ID__c was created on Contact.' }],
      report: { ...buildSetup(), checkedAt: minutesAgo(0) },
    },
  })
  await checklist.getByRole('button', { name: 'Create the field for me' }).click()
  await expect.element(checklist.getByText('Pryzm_ID__c was created on Contact.')).toBeVisible()
  await expect.element(checklist.getByText('3 of 3 objects ready')).toBeVisible()
  expect(calls('setup.createFields')).toHaveLength(1)
})

it('keeps the steps readable while nothing is connected', async () => {
  const { calls } = await renderWithSalesforce(<SetupChecklist />, { scenario: scenarios.disconnected })
  await expect.element(checklist.getByText('Connect Salesforce to run these checks.')).toBeVisible()
  await expect.element(checklist.getByText('Turn on External ID and Unique.')).toBeVisible()
  expect(calls('setup.check')).toHaveLength(0)
  await expectAccessible()
})

it('lets people who may not manage read and copy, and names the rule', async () => {
  await renderWithSalesforce(<SetupChecklist />, {
    scenario: { ...contactMissing, connection: buildConnection({ viewer: member }) },
  })
  const again = checklist.getByRole('button', { name: 'Check again' })
  await expect.element(again).toHaveAttribute('aria-disabled', 'true')
  await expect.element(again).toHaveAccessibleDescription(/integrations:manage/)
  await expect.element(checklist.getByRole('button', { name: 'Copy instructions' })).not.toHaveAttribute('aria-disabled')
  await expectAccessible()
})

it('works the same in a dialog', async () => {
  await renderWithSalesforce(<SetupChecklistDialog open onClose={() => {}} />, { scenario: contactMissing })
  const dialog = page.getByRole('dialog', { name: 'Salesforce setup' })
  await expect.element(dialog.getByText(missing.sentence)).toBeVisible()
  await expectAccessible()
})

it('counts the records whose values keep Unique from being turned on, and leads to them', async () => {
  const check = checkedPryzmId('Opportunity', { unique: false })
  const problems = check.problems.map((problem) => ({
    ...problem,
    duplicates: { records: 14, url: 'https://acme.my.salesforce.com/lightning/o/Opportunity/list' },
  }))
  await renderWithSalesforce(<SetupChecklist />, { scenario: buildScenario({ setup: buildSetup({ ...check, problems }) }) })
  await expect.element(checklist.getByText(/14 records have values that occur twice\./)).toBeVisible()
  await expect.element(checklist.getByRole('link', { name: 'See them in Salesforce (opens in a new tab)' })).toBeVisible()
})

it('leads to the security of the field where the connected user may only read it', async () => {
  const check = checkedPryzmId('Contact', { createable: false, updateable: false })
  await renderWithSalesforce(<SetupChecklist />, { scenario: buildScenario({ setup: buildSetup(check) }) })
  await expect
    .element(checklist.getByRole('link', { name: 'Open field-level security of Pryzm_ID on Contact (opens in a new tab)' }))
    .toHaveAttribute('href', check.link)
})

it('says when checks go on while Salesforce takes no calls', async () => {
  await renderWithSalesforce(<SetupChecklist />, {
    scenario: buildScenario({ connection: scenarios.apiLimitReached.connection }),
  })
  await expect.element(checklist.getByText('Checks are paused while Salesforce takes no calls.')).toBeVisible()
  await expect.element(checklist.getByText(/Checks resume at about /)).toBeVisible()
  await expectAccessible()
})

it('says that instructions were copied: on the button, and aloud', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  await renderWithSalesforce(<SetupChecklist />, {
    scenario: { ...contactMissing, connection: buildConnection({ viewer: member }) },
  })
  await checklist.getByRole('button', { name: 'Copy instructions' }).click()
  await expect.element(checklist.getByRole('button', { name: 'Copied' })).toBeVisible()
  await expect.element(spoken('status')).toHaveTextContent('Instructions copied. Send them to a Salesforce admin.')
  expect(write.mock.calls[0]?.[0]).toContain('Pryzm_ID on Contact')
  write.mockRestore()
})

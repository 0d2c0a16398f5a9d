import {
  buildConnection,
  buildCounts,
  buildField,
  buildJob,
  buildRecord,
  buildScenario,
  editor,
  member,
  type ScenarioRecord,
  scenarios,
} from '@pryzm/salesforce-sdk/testing'
import { beforeEach, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { expectAccessible, renderWithSalesforce } from '../../../test/render-with-salesforce.tsx'
import { JobDetail } from './job-detail.tsx'
import { jobSearch, type JobView, jobViewOf } from './job-view.ts'

const detail = page.getByRole('region')
const records = page.getByRole('table', { name: /^Records of/ })

beforeEach(() => page.viewport(1000, 900))

it('shows what ran, how many records came out how, and each record', async () => {
  await renderWithSalesforce(<JobDetail id="run-1-account" />)
  await expect.element(detail.getByRole('heading', { name: 'Pull: Organizations' })).toBeVisible()
  await expect.element(detail.getByRole('button', { name: 'All 60' })).toHaveAttribute('aria-pressed', 'true')
  await expect.element(records.getByRole('row', { name: /Hooli 5 Updated, 2 fields skipped 3 synced, 2 skipped/ })).toBeVisible()
  await expect
    .element(detail.getByRole('link', { name: 'Export CSV' }))
    .toHaveAttribute('href', '/api/salesforce/jobs/run-1-account/results.csv')
  await expect
    .element(detail.getByRole('link', { name: 'Version 1' }))
    .toHaveAttribute('href', '/integrations/salesforce/mapping?version=1')
  await expectAccessible()
})

it('opens a record to each of its fields, with the reason, the dropped value and the mapping row', async () => {
  const { calls } = await renderWithSalesforce(<JobDetail id="run-1-account" />, { scenario: withPairs() })
  expect(calls('jobs.fields')).toEqual([])
  const toggle = records.getByRole('button', { name: 'Field results for Bright Foods' })
  await toggle.click()
  await expect.element(toggle).toHaveAttribute('aria-expanded', 'true')
  const fields = page.getByRole('table', { name: 'Field results for Bright Foods' })
  const region = fields.getByRole('row', { name: /Region Region__c Skipped No matching option Region has no option/ })
  await expect.element(region.getByText('EMEA-South', { exact: true })).toBeVisible()
  await expect
    .element(region.getByRole('link', { name: 'Open in mapping' }))
    .toHaveAttribute('href', '/integrations/salesforce/mapping?object=Account&pair=region')
  await expect.element(fields.getByRole('row', { name: /Note Note__c.*<b>not bold<\/b>/ })).toBeVisible()
  await expect.element(fields.getByRole('row', { name: /Fax Fax.*empty/ })).toBeVisible()
  await expectAccessible()
  await toggle.click()
  await expect.element(fields).not.toBeInTheDocument()
})

it('filters by outcome and by reason, and tells a host that keeps the view', async () => {
  const onViewChange = vi.fn<(view: JobView) => void>()
  const { calls } = await renderWithSalesforce(<JobDetail id="run-1-account" onViewChange={onViewChange} />)
  await detail.getByRole('button', { name: 'Failed 2' }).click()
  await expect.element(records.getByRole('row', { name: /Hooli 25 Failed/ })).toBeVisible()
  await expect.element(records.getByRole('row', { name: /Acme 1 / })).not.toBeInTheDocument()
  expect(onViewChange).toHaveBeenLastCalledWith({ outcome: 'failed' })
  await detail.getByRole('button', { name: 'With skipped fields 10' }).click()
  await detail.getByRole('button', { name: 'No matching option 10 fields' }).click()
  expect(onViewChange).toHaveBeenLastCalledWith({ outcome: 'with_skips', reason: 'option_mismatch' })
  await expect
    .poll(() => calls('jobs.records'))
    .toContainEqual(expect.objectContaining({ fields: 'skipped', reason: 'option_mismatch' }))
  await expectAccessible()
})

it('finds records by name once the typing pauses, and says when none matches', async () => {
  await renderWithSalesforce(<JobDetail id="run-1-account" />)
  await detail.getByLabelText('Search records').fill('Tyrell 10')
  await expect.element(records.getByRole('rowheader')).toHaveLength(1)
  await detail.getByLabelText('Search records').fill('nobody')
  await expect.element(detail.getByText('No records match')).toBeVisible()
  await detail.getByRole('button', { name: 'Show all records' }).click()
  await expect.element(detail.getByLabelText('Search records')).toHaveValue('')
  await expect.element(records.getByRole('row', { name: /Acme 1 / })).toBeVisible()
})

it('opens the record that a link names in its place, with focus on it', async () => {
  await renderWithSalesforce(<JobDetail id="run-1-account" view={{ record: '001gK0000000005QAR' }} />)
  const toggle = records.getByRole('button', { name: 'Field results for Hooli 5', exact: true })
  await expect.element(toggle).toHaveAttribute('aria-expanded', 'true')
  await expect.element(toggle).toHaveFocus()
  await expect.element(records.getByRole('rowheader', { name: /Acme 1$/ })).toBeInTheDocument()
  await expectAccessible()
})

it('begins a long list with the record that a link names, and goes back to the start', async () => {
  const { calls } = await renderWithSalesforce(<JobDetail id="job-1" view={{ record: '001gK0000000500QAR' }} />, {
    scenario: scenarios.historyFull,
  })
  const toggle = records.getByRole('button', { name: /^Field results for \w+ 500$/ })
  await expect.element(toggle).toHaveFocus()
  await expect.element(toggle).toHaveAttribute('aria-expanded', 'true')
  expect(calls('jobs.records')).toContainEqual(expect.objectContaining({ from: '001gK0000000500QAR' }))
  await detail.getByRole('button', { name: 'Show from the start' }).click()
  await expect.element(records.getByRole('rowheader', { name: /Acme 1$/ })).toBeVisible()
})

it('says that the record of a link is not there', async () => {
  await renderWithSalesforce(<JobDetail id="run-1-account" view={{ record: '001gK0000009999QAR' }} />)
  await expect.element(detail.getByText('Record 001gK0000009999QAR is not among these.')).toBeVisible()
})

it('tells a host which record is open, so that its address can say so', async () => {
  const onViewChange = vi.fn<(view: JobView) => void>()
  await renderWithSalesforce(<JobDetail id="run-1-account" onViewChange={onViewChange} />)
  const toggle = records.getByRole('button', { name: 'Field results for Hooli 5', exact: true })
  await toggle.click()
  expect(onViewChange).toHaveBeenLastCalledWith({ record: '001gK0000000005QAR' })
  await toggle.click()
  expect(onViewChange).toHaveBeenLastCalledWith({})
})

it('groups what kept records from syncing by its cause, each with its records, its pair and a way to try just those again', async () => {
  const { calls } = await renderWithSalesforce(<JobDetail id="run-1-account" />, { scenario: withPairs() })
  const causes = page.getByRole('region', { name: 'What kept records from syncing whole' })
  const region = causes.getByRole('listitem').filter({ hasText: 'Match it' })
  await expect.element(region.getByText('1 record: Region has no option called EMEA-South.')).toBeVisible()
  await expect
    .element(region.getByRole('link', { name: 'Match it in the mapping' }))
    .toHaveAttribute('href', '/integrations/salesforce/mapping?object=Account&pair=region')
  await expectAccessible()
  const show = region.getByRole('button', { name: 'Show this one' })
  await show.click()
  await expect.element(show).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => calls('jobs.records')).toContainEqual(expect.objectContaining({ cause: '1' }))
  await region.getByRole('button', { name: 'Pull this one again' }).click()
  await expect.element(detail.getByText('These records are on their way again')).toBeVisible()
  expect(calls('jobs.retry')).toEqual([{ id: 'run-1-account', cause: '1' }])
  await expect.element(causes.getByRole('button', { name: /again$/ })).not.toBeInTheDocument()
})

it('shows the causes of most records first, and the others when they are asked for', async () => {
  const fields = Array.from({ length: 8 }, (_, index) =>
    buildField({
      attribute: `a${index}`,
      attributeLabel: `A${index}`,
      field: null,
      outcome: 'skipped',
      reason: 'read_only',
      sentence: `Cause ${index}.`,
    }),
  )
  const scenario = buildScenario({
    jobs: [{ job: buildJob({ id: 'many' }), records: [{ result: buildRecord({ id: '1' }), fields }] }],
  })
  await renderWithSalesforce(<JobDetail id="many" />, { scenario })
  const causes = page.getByRole('region', { name: 'What kept records from syncing whole' })
  await expect.element(causes.getByRole('listitem')).toHaveLength(3)
  await causes.getByRole('button', { name: 'Show all 8 causes' }).click()
  await expect.element(causes.getByRole('listitem')).toHaveLength(8)
})

it('pushes the record of a push that failed once more, for who may push', async () => {
  const failed = { code: 'salesforce_busy', sentence: 'Salesforce did not answer.' }
  const record: ScenarioRecord = { result: buildRecord({ id: '1', outcome: 'failed', reason: failed }), fields: [] }
  const job = buildJob({ id: 'push', kind: 'push', state: 'failed', counts: buildCounts({ failed: 1 }) })
  const { calls } = await renderWithSalesforce(<JobDetail id="push" />, {
    scenario: buildScenario({ connection: buildConnection({ viewer: editor }), jobs: [{ job, records: [record] }] }),
  })
  await detail.getByRole('button', { name: 'Push again' }).click()
  await expect.element(detail.getByRole('link', { name: 'Open the new sync' })).toBeVisible()
  expect(calls('pushes.create')).toMatchObject([{ recordType: 'organization', recordId: record.result.recordId }])
})

it('prepares the file of the results, which can be called off, and says when it was not made', async () => {
  const { transport } = await renderWithSalesforce(<JobDetail id="run-1-account" />)
  const start = detail.getByRole('link', { name: 'Export CSV' })
  await expect.element(start).toBeVisible()
  transport.override('jobs.records', { delay: 'forever' })
  await start.click()
  await expect.element(detail.getByRole('button', { name: 'Preparing the file' })).toHaveAttribute('aria-disabled', 'true')
  await detail.getByRole('button', { name: 'Cancel' }).click()
  await expect.element(start).toBeVisible()
  await expect.element(detail.getByText('The file wasn’t made')).not.toBeInTheDocument()
  transport.override('jobs.records', { error: { code: 'rate_limited', message: 'Too many requests. Wait a moment.' } })
  await start.click()
  await expect.element(detail.getByText('The file wasn’t made')).toBeVisible()
  transport.override('jobs.records', null)
  const saved: string[] = []
  const save = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function keep(this: HTMLAnchorElement) {
    saved.push(this.download)
  })
  await detail.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => saved).toEqual(['salesforce-job-run-1-account.csv'])
  save.mockRestore()
})

it('shows the only record of a push with its fields at once', async () => {
  await renderWithSalesforce(<JobDetail id="push-0" />)
  await expect.element(page.getByRole('table', { name: /^Field results for/ })).toBeVisible()
})

it('tells why a record failed word for word', async () => {
  await renderWithSalesforce(<JobDetail id="run-1-account" view={{ outcome: 'failed' }} />)
  await records.getByRole('button', { name: 'Field results for Hooli 25' }).click()
  await expect
    .element(records.getByRole('blockquote'))
    .toHaveTextContent('Pryzm refused the record: another organization has this name.')
  await expect.element(records.getByRole('button', { name: 'Copy details' })).toBeVisible()
})

it('starts the failed records again, once', async () => {
  const { calls } = await renderWithSalesforce(<JobDetail id="run-1-account" />)
  const again = detail.getByRole('button', { name: 'Pull 2 failed records again' })
  await again.dblClick()
  await expect.element(detail.getByText('The failed records are on their way again')).toBeVisible()
  expect(calls('jobs.retry')).toEqual([{ id: 'run-1-account' }])
  await expect.element(again).not.toBeInTheDocument()
})

it('holds a view in an address exactly, and passes over what it does not know', () => {
  const view: JobView = {
    outcome: 'with_skips',
    reason: 'option_mismatch',
    cause: '7',
    search: 'a & b',
    record: '001gK0000000005QAR',
  }
  expect(jobViewOf(jobSearch(view))).toEqual(view)
  expect(jobSearch({ search: 'x', record: '1' })).toBe('record=1&q=x')
  expect(jobViewOf('?outcome=gone&reason=never&cause=x&page=2')).toEqual({})
})

it('offers no retry to people who may not manage', async () => {
  const scenario = buildScenario({ ...scenarios.connectedHealthy, connection: buildConnection({ viewer: member }) })
  await renderWithSalesforce(<JobDetail id="run-1-account" />, { scenario })
  await expect.element(detail.getByRole('heading', { name: 'Pull: Organizations' })).toBeVisible()
  await expect.element(detail.getByRole('button', { name: /again/ })).not.toBeInTheDocument()
})

it('keeps only the records in sight in the document, and reads more near the end', async () => {
  const { calls } = await renderWithSalesforce(<JobDetail id="job-1" />, { scenario: scenarios.historyFull })
  await expect.element(records.getByRole('rowheader', { name: /Acme 1$/ })).toBeVisible()
  await expect.element(records).toHaveAttribute('aria-rowcount', '1001')
  expect(records.element().querySelectorAll('[role="row"]').length).toBeLessThan(60)
  const before = calls('jobs.records').length
  records.element().scrollTop = 100_000
  await expect.poll(() => calls('jobs.records').length).toBeGreaterThan(before)
})

it('keeps a record open while it is out of sight', async () => {
  await renderWithSalesforce(<JobDetail id="job-1" />, { scenario: scenarios.historyFull })
  await records.getByRole('button', { name: 'Field results for Acme 1', exact: true }).click()
  await expect.element(page.getByRole('table', { name: 'Field results for Acme 1' })).toBeVisible()
  records.element().scrollTop = 4000
  await expect.element(page.getByRole('table', { name: 'Field results for Acme 1' })).not.toBeInTheDocument()
  records.element().scrollTop = 0
  await expect.element(page.getByRole('table', { name: 'Field results for Acme 1' })).toBeVisible()
})

it('follows a running job', async () => {
  await renderWithSalesforce(<JobDetail id="run-2-contact" />, { scenario: scenarios.pulling })
  await expect.element(detail.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '12,412 of 48,000 records')
  await expect.element(detail.getByText('No records yet')).toBeVisible()
  await expectAccessible()
})

it('says that the mapping has changed since', async () => {
  const { mappings } = scenarios.connectedHealthy
  const scenario = buildScenario({ ...scenarios.connectedHealthy, mappings: [...mappings, ...mappings] })
  await renderWithSalesforce(<JobDetail id="run-1-account" />, { scenario })
  await expect.element(detail.getByText(/^The mapping has changed since this sync ran/)).toBeVisible()
})

it('says that a sync is not there', async () => {
  await renderWithSalesforce(<JobDetail id="gone" />)
  await expect.element(detail.getByText('This sync isn’t here')).toBeVisible()
  await expectAccessible()
})

function withPairs() {
  const skipped = { outcome: 'skipped', reason: 'option_mismatch', sentence: 'Region has no option called EMEA-South.' } as const
  const record: ScenarioRecord = {
    result: buildRecord({ id: '1', name: 'Bright Foods', syncedFields: 1, skippedFields: 3 }),
    fields: [
      buildField({ attribute: 'website', attributeLabel: 'Website', field: 'Website' }),
      buildField({
        attribute: 'region',
        attributeLabel: 'Region',
        field: 'Region__c',
        pairId: 'region',
        dropped: 'EMEA-South',
        ...skipped,
      }),
      buildField({
        attribute: 'note',
        attributeLabel: 'Note',
        field: 'Note__c',
        ...skipped,
        reason: 'too_long',
        dropped: '<b>not bold</b>',
      }),
      buildField({ attribute: 'fax', attributeLabel: 'Fax', field: 'Fax', ...skipped, reason: 'blank_required', dropped: null }),
    ],
  }
  const { runs } = scenarios.connectedHealthy
  return buildScenario({ runs, jobs: [{ job: buildJob({ id: 'run-1-account' }), records: [record] }] })
}

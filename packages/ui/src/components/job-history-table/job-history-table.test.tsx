import { buildJob, buildScenario, scenarios } from '@pryzm/salesforce-sdk/testing'
import { beforeEach, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { expectAccessible, renderWithSalesforce, spoken } from '../../../test/render-with-salesforce.tsx'
import type { HistoryFilter } from './history-filter.ts'
import { JobHistoryTable } from './job-history-table.tsx'

const history = page.getByRole('region', { name: 'History' })
const table = history.getByRole('table')

/** How many jobs the scenario with a full history holds. */
const kept = scenarios.historyFull.jobs.length

beforeEach(() => page.viewport(1000, 900))

it('lists what ran, who ran it and how it ended, with a link to each', async () => {
  await renderWithSalesforce(<JobHistoryTable />)
  const pull = table.getByRole('row', { name: /^Pull: Organizations Ada Admin/ })
  await expect.element(pull.getByText('58 synced, 2 need attention, 10 with skipped fields')).toBeVisible()
  await expect.element(pull.getByText('Needs attention')).toBeVisible()
  await expect
    .element(pull.getByRole('link', { name: 'Pull: Organizations' }))
    .toHaveAttribute('href', '/integrations/salesforce/jobs/run-1-account')
  await expect.element(table.getByRole('row', { name: /^Push: Organizations Edgar Editor/ })).toBeVisible()
  await expectAccessible()
})

it('folds the jobs of one pull into one row', async () => {
  await renderWithSalesforce(<JobHistoryTable />)
  const toggle = table.getByRole('button', { name: 'Objects of Pull: Organizations, People, and Sales pipeline' })
  await expect.element(toggle).toHaveAttribute('aria-expanded', 'true')
  await toggle.click()
  await expect.element(table.getByRole('link', { name: 'Pull: People' })).not.toBeInTheDocument()
  await toggle.click()
  await expect.element(table.getByRole('link', { name: 'Pull: People' })).toBeVisible()
})

it('filters on the server and shows each part of the filter as a chip to take away', async () => {
  const { calls } = await renderWithSalesforce(<JobHistoryTable />, { scenario: scenarios.historyFull })
  await history.getByLabelText('Status').selectOptions('Failed')
  await history.getByLabelText('Object').selectOptions('Opportunity')
  await expect.element(table.getByText('Needs attention').first()).not.toBeInTheDocument()
  expect(calls('jobs.list')).toContainEqual(expect.objectContaining({ state: 'failed', object: 'Opportunity' }))
  await expectAccessible()
  await history.getByRole('button', { name: 'Remove the filter Status: Failed' }).click()
  await expect.element(history.getByRole('button', { name: 'Remove the filter Status: Failed' })).not.toBeInTheDocument()
  await expect.element(history.getByRole('button', { name: 'Remove the filter Object: Pipeline entities' })).toBeVisible()
})

it('sorts on the server by how long a sync took, and says so to screen readers', async () => {
  const { calls } = await renderWithSalesforce(<JobHistoryTable />, { scenario: scenarios.historyFull })
  const head = table.getByRole('columnheader', { name: 'Duration' })
  await expect.element(head).toHaveAttribute('aria-sort', 'none')
  await expect
    .element(table.getByRole('columnheader', { name: 'Started', exact: true }))
    .toHaveAttribute('aria-sort', 'descending')
  await head.getByRole('button').click()
  await expect.element(head).toHaveAttribute('aria-sort', 'descending')
  expect(calls('jobs.list')).toContainEqual(expect.objectContaining({ order: 'longest' }))
  // Sorted jobs are not folded into their run, which began at another time.
  await expect.element(table.getByRole('button', { name: /^Objects of/ })).not.toBeInTheDocument()
  await head.getByRole('button').click()
  await expect.element(head).toHaveAttribute('aria-sort', 'ascending')
  await expect.element(head.getByRole('button')).toHaveFocus()
  await expectAccessible()
})

it('offers the order as a choice where the heads of the columns are not shown', async () => {
  await page.viewport(320, 900)
  const { calls } = await renderWithSalesforce(<JobHistoryTable />, { scenario: scenarios.historyFull })
  await history.getByRole('button', { name: 'Filters' }).click()
  await history.getByLabelText('Order').selectOptions('Longest first')
  await expect.poll(() => calls('jobs.list')).toContainEqual(expect.objectContaining({ order: 'longest' }))
  await expect.element(table.getByRole('columnheader', { name: 'Started' }).getByRole('button')).not.toBeInTheDocument()
})

it('says for how long syncs are kept, at the end of the list and to who asks for days before', async () => {
  const { transport } = await renderWithSalesforce(<JobHistoryTable />, {
    scenario: buildScenario({ ...scenarios.connectedHealthy, keptDays: 30 }),
  })
  await expect.element(history.getByText('Syncs are kept for 30 days.')).toBeVisible()
  expect(transport.calls.length).toBeGreaterThan(0)
  await history.getByLabelText('From').fill('2020-01-01')
  await expect.element(history.getByText('Earlier ones were deleted, so this list begins there.')).toBeVisible()
})

it('takes days as whole days of the reader', async () => {
  const { calls } = await renderWithSalesforce(<JobHistoryTable filter={{ from: '2026-03-01', to: '2026-03-02' }} />)
  await expect.element(history.getByRole('button', { name: 'Remove the filter From: March 1, 2026' })).toBeVisible()
  const [call] = calls('jobs.list') as { from: string; to: string }[]
  expect(Date.parse(call?.to ?? '') - Date.parse(call?.from ?? '')).toBe(2 * 24 * 60 * 60 * 1000)
})

it('tells a host that keeps the filter, and shows what the host gives', async () => {
  const onFilterChange = vi.fn<(filter: HistoryFilter) => void>()
  await renderWithSalesforce(<JobHistoryTable filter={{ kind: 'pull' }} onFilterChange={onFilterChange} />)
  await history.getByLabelText('Status').selectOptions('Failed')
  expect(onFilterChange).toHaveBeenCalledExactlyOnceWith({ kind: 'pull', state: 'failed' })
  await expect.element(history.getByLabelText('Type')).toHaveValue('pull')
})

it('says which kind of nothing there is', async () => {
  const { transport } = await renderWithSalesforce(<JobHistoryTable />, { scenario: buildScenario() })
  await expect.element(history.getByText('No syncs yet')).toBeVisible()
  await expect.element(history.getByRole('link', { name: 'Go to Pull' })).toBeVisible()
  expect(transport.calls.length).toBeGreaterThan(0)
  await expectAccessible()
})

it('names the filter that matches nothing, and clears it', async () => {
  await renderWithSalesforce(<JobHistoryTable />)
  await history.getByLabelText('Status').selectOptions('Paused')
  await expect.element(history.getByText('Nothing was found for Status: Paused.')).toBeVisible()
  await history.getByRole('button', { name: 'Clear filters' }).last().click()
  await expect.element(table.getByRole('link', { name: 'Pull: People' })).toBeVisible()
})

it('opens a sync by a press anywhere in its row, with the modifier keys of the press, and folds a pull by one in its row', async () => {
  const onNavigate = vi.fn<(to: string) => void>()
  await renderWithSalesforce(<JobHistoryTable />, { onNavigate })
  const row = table.getByRole('row', { name: /^Pull: Organizations Ada Admin/ })
  await row.getByText('Needs attention').click()
  expect(onNavigate).toHaveBeenCalledExactlyOnceWith('/integrations/salesforce/jobs/run-1-account')
  const followed: boolean[] = []
  const link = row.getByRole('link').element()
  link.addEventListener('click', (event) => {
    followed.push(!event.defaultPrevented && (event as MouseEvent).ctrlKey)
    event.preventDefault()
  })
  await row.getByText('Needs attention').click({ modifiers: ['Control'] })
  expect(followed).toEqual([true])
  expect(onNavigate).toHaveBeenCalledOnce()
  await table
    .getByRole('row', { name: /Organizations, People, and Sales pipeline/ })
    .getByText('Ada Admin')
    .click()
  await expect.element(table.getByRole('link', { name: 'Pull: People' })).not.toBeInTheDocument()
})

it('opens nothing where a press marks text', async () => {
  const onNavigate = vi.fn<(to: string) => void>()
  await renderWithSalesforce(<JobHistoryTable />, { onNavigate })
  const marked = table.getByRole('row', { name: /^Pull: Organizations Ada Admin/ }).getByText('Needs attention')
  await expect.element(marked).toBeVisible()
  getSelection()?.selectAllChildren(marked.element())
  marked.element().dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  expect(onNavigate).not.toHaveBeenCalled()
  getSelection()?.removeAllRanges()
  await marked.click()
  expect(onNavigate).toHaveBeenCalledOnce()
})

it('counts a page of one as one', async () => {
  await renderWithSalesforce(<JobHistoryTable pageSize={1} />, { scenario: scenarios.historyFull })
  await expect.element(history.getByText(`Showing 1 of ${kept}`)).toBeVisible()
})

it('says what a filter came to, also where that is nothing', async () => {
  await renderWithSalesforce(<JobHistoryTable pageSize={10} />, { scenario: scenarios.historyFull })
  await expect.element(history.getByText(`Showing 1 to 10 of ${kept}`)).toBeVisible()
  await history.getByLabelText('Status').selectOptions('Failed')
  await expect.element(spoken('status')).toMatchTextContent(/^Showing 1 to /)
  await history.getByLabelText('From').fill('2020-01-01')
  await history.getByLabelText('To').fill('2020-01-02')
  await expect.element(spoken('status')).toHaveTextContent('No syncs match')
})

it('goes from page to page, says where it is, and leaves focus on the button', async () => {
  await renderWithSalesforce(<JobHistoryTable pageSize={10} />, { scenario: scenarios.historyFull })
  const next = history.getByRole('button', { name: 'Next' })
  await expect.element(history.getByText(`Showing 1 to 10 of ${kept}`)).toBeVisible()
  await next.click()
  await expect.element(history.getByText(`Showing 11 to 20 of ${kept}`)).toBeVisible()
  await expect.element(spoken('status')).toHaveTextContent(`Showing 11 to 20 of ${kept}`)
  await expect.element(next).toHaveFocus()
  await history.getByRole('button', { name: 'Previous' }).click()
  await expect.element(history.getByText(`Showing 1 to 10 of ${kept}`)).toBeVisible()
  await expect.element(history.getByRole('button', { name: 'Previous' })).toHaveAccessibleDescription('This is the first page.')
})

it('shows how many there are now, and leaves that unspoken', async () => {
  const { transport } = await renderWithSalesforce(<JobHistoryTable pageSize={10} />, { scenario: scenarios.historyFull })
  await history.getByRole('button', { name: 'Next' }).click()
  await expect.element(spoken('status')).toHaveTextContent(`Showing 11 to 20 of ${kept}`)
  await history.getByRole('button', { name: 'Previous' }).click()
  await expect.element(spoken('status')).toHaveTextContent(`Showing 1 to 10 of ${kept}`)
  const before = spoken('status').element().textContent
  const items = scenarios.historyFull.jobs.slice(0, 10).map(({ job }) => job)
  transport.override('jobs.list', { answer: { items, next: '10', total: 4321, keptDays: 90 } })
  await history.getByRole('button', { name: 'Refresh' }).click()
  await expect.element(history.getByText('Showing 1 to 10 of 4,321')).toBeVisible()
  expect(spoken('status').element().textContent).toBe(before)
})

it('keeps the page that is read when the next one fails', async () => {
  const { transport } = await renderWithSalesforce(<JobHistoryTable pageSize={10} />, { scenario: scenarios.historyFull })
  await expect.element(history.getByText(`Showing 1 to 10 of ${kept}`)).toBeVisible()
  transport.override('jobs.list', { error: { code: 'rate_limited', message: 'Too many requests.' } })
  await history.getByRole('button', { name: 'Next' }).click()
  await expect.element(history.getByText('The next page didn’t load')).toBeVisible()
  transport.override('jobs.list', null)
  await history.getByRole('button', { name: 'Try again' }).click()
  await expect.element(history.getByText(`Showing 11 to 20 of ${kept}`)).toBeVisible()
})

it('updates a running row in place', async () => {
  const { transport } = await renderWithSalesforce(<JobHistoryTable />, { scenario: scenarios.pulling })
  const link = table.getByRole('link', { name: 'Pull: People' }).first()
  await expect.element(link).toBeVisible()
  const job = transport.scenario.jobs.find((known) => known.job.id === 'run-2-contact')!.job
  const counts = {
    ...job.counts,
    processed: 47_000,
    created: 47_000,
    updated: 0,
    unchanged: 0,
    skipped: 0,
    failed: 0,
    withSkippedFields: 0,
  }
  await expect
    .poll(() => {
      transport.emit({ type: 'job', job: { ...job, counts } })
      return table.getByText('47,000 synced', { exact: true }).elements().length
    })
    .toBeGreaterThan(0)
})

it('offers syncs that began since, without moving the list by itself', async () => {
  const { transport } = await renderWithSalesforce(<JobHistoryTable />)
  await expect.element(table).toBeVisible()
  const job = buildJob({ id: 'run-9-account', runId: 'run-9', state: 'running', queuedAt: '2099-01-01T00:00:00.000Z' })
  const run = {
    id: 'run-9',
    mode: 'full',
    state: 'running',
    startedBy: job.startedBy,
    queuedAt: job.queuedAt,
    finishedAt: null,
    canceling: false,
  } as const
  await expect
    .poll(() => {
      transport.emit({ type: 'run', run: { ...run, jobs: [job] } })
      return history.getByRole('button', { name: '1 new sync' }).elements().length
    })
    .toBe(1)
  await expectAccessible()
})

it('shows the last few with a link to all of them', async () => {
  await renderWithSalesforce(<JobHistoryTable variant="recent" pageSize={5} />, { scenario: scenarios.historyFull })
  await expect
    .element(history.getByRole('link', { name: 'See all syncs' }))
    .toHaveAttribute('href', '/integrations/salesforce/jobs')
  await expect.element(history.getByLabelText('Status')).not.toBeInTheDocument()
  await expect.element(history.getByRole('button', { name: 'Next' })).not.toBeInTheDocument()
})

it('says that the history is not open to a person, instead of showing nothing', async () => {
  const scenario = buildScenario({ overrides: { 'jobs.list': { error: { code: 'not_permitted', message: 'Not open.' } } } })
  await renderWithSalesforce(<JobHistoryTable />, { scenario })
  await expect.element(history.getByText('The history isn’t open to you')).toBeVisible()
})

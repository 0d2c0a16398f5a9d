import { createSalesforceClient } from '@pryzm/salesforce-sdk'
import type { Run } from '@pryzm/salesforce-sdk'
import {
  ada,
  buildConnection,
  buildCounts,
  buildForecast,
  buildJob,
  buildScenario,
  member,
  minutesAgo,
  type Scenario,
  scenarioNow,
  scenarios,
} from '@pryzm/salesforce-sdk/testing'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { expectAccessible, renderWithSalesforce, spoken } from '../../../test/render-with-salesforce.tsx'
import { PullPanel } from './pull-panel.tsx'

// The panel tells what is late, so that it is looked at in the moment in which the scenarios play.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(scenarioNow) }))
afterEach(() => void vi.useRealTimers())

const panel = page.getByRole('region', { name: 'Sync data' })

const question = page.getByRole('dialog', { name: 'Pull 12,480 records from Salesforce?' })

it('tells what a pull would read before it starts, and starts one however often that is pressed', async () => {
  const { calls } = await renderWithSalesforce(<PullPanel />, { scenario: buildScenario() })
  await expect.element(panel.getByText('3,480 in Salesforce')).toBeVisible()
  await expectAccessible()
  await panel.getByRole('button', { name: 'Pull from Salesforce' }).click()
  await expect.element(question.getByText('About 3,480 new, 0 linked already')).toBeVisible()
  await expect.element(question.getByText(/Nothing is deleted/)).toBeVisible()
  await expect.element(question.getByText(/about 87 Salesforce calls\. The org has used 1,204 of 100,000/)).toBeVisible()
  await expectAccessible()
  expect(calls('runs.start')).toHaveLength(0)
  const button = question.getByRole('button', { name: 'Start pull' }).element() as HTMLButtonElement
  button.click()
  button.click()
  await expect.element(panel.getByRole('button', { name: 'Cancel pull' })).toBeVisible()
  expect(calls('runs.start')).toEqual([{ mode: 'full' }])
  await expect.element(spoken('status')).toHaveTextContent('The pull has started.')
  await expect.element(panel.getByRole('heading', { name: 'Sync data' })).toHaveFocus()
})

it('does not ask again by itself once that pull has ended', async () => {
  const { transport } = await renderWithSalesforce(<PullPanel />, { scenario: buildScenario() })
  await panel.getByRole('button', { name: 'Pull from Salesforce' }).click()
  await question.getByRole('button', { name: 'Start pull' }).click()
  await expect.element(panel.getByRole('button', { name: 'Cancel pull' })).toBeVisible()
  const { run } = await createSalesforceClient({ baseUrl: '/api/salesforce', transport }).runs.latest()
  if (!run) throw new Error('The pull that was started is not the latest.')
  transport.emit({ type: 'run', run: { ...run, state: 'succeeded', finishedAt: minutesAgo(0) } })
  await expect.element(panel.getByRole('button', { name: 'Pull from Salesforce' })).toBeVisible()
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
})

it('asks nothing before it pulls only what changed', async () => {
  const { calls } = await renderWithSalesforce(<PullPanel />)
  await panel.getByRole('button', { name: 'Pull changes only' }).click()
  await expect.poll(() => calls('runs.start')).toEqual([{ mode: 'changes' }])
})

it('says so where the calls that are left would not last, and lets a person pull all the same', async () => {
  const forecast = buildForecast({ apiUsage: { used: 99_950, limit: 100_000 } })
  await renderWithSalesforce(<PullPanel />, { scenario: buildScenario({ forecast }) })
  await panel.getByRole('button', { name: 'Pull from Salesforce' }).click()
  await expect.element(question.getByText('The org has 50 calls left for now')).toBeVisible()
  await expect.element(question.getByRole('button', { name: 'Start pull' })).not.toHaveAttribute('aria-disabled')
})

it('lets a person pull where nobody could count', async () => {
  const overrides = { 'runs.forecast': { error: { code: 'salesforce_busy', message: 'Salesforce is busy.' } } } as const
  const { calls } = await renderWithSalesforce(<PullPanel />, { scenario: buildScenario({ overrides }) })
  await panel.getByRole('button', { name: 'Pull from Salesforce' }).click()
  const uncounted = page.getByRole('dialog', { name: 'Pull everything from Salesforce?' })
  await expect.element(uncounted.getByText('What a pull would read couldn’t be told')).toBeVisible()
  await uncounted.getByRole('button', { name: 'Start pull' }).click()
  await expect.poll(() => calls('runs.start')).toHaveLength(1)
})

it('says that it goes on, and no reason any more, once the time of the next try has come', async () => {
  const scenario = structuredClone(scenarios.pullPaused)
  for (const { job } of scenario.jobs) if (job.state === 'paused') job.nextTryAt = minutesAgo(1)
  await renderWithSalesforce(<PullPanel />, { scenario })
  await expect.element(panel.getByText('It goes on where it stopped. What was pulled stays.')).toBeVisible()
  await expect.element(panel.getByText(/API calls of the last 24 hours/)).not.toBeInTheDocument()
  await expect.element(panel.getByRole('button', { name: 'Resume now' })).not.toBeInTheDocument()
})

it('says that Salesforce is slow once nothing has moved for two minutes, after a reload too', async () => {
  const scenario = structuredClone(scenarios.pulling)
  for (const { job } of scenario.jobs) if (job.state === 'running') job.progressedAt = minutesAgo(2)
  await renderWithSalesforce(<PullPanel />, { scenario })
  await expect.element(panel.getByText('Still working. Salesforce is answering slowly.')).toBeVisible()
})

it('shows progress as it is told: bar, numbers, pace and time left', async () => {
  await renderWithSalesforce(<PullPanel />, { scenario: scenarios.pulling })
  const bar = panel.getByRole('progressbar', { name: /People/ })
  await expect.element(bar).toHaveAttribute('aria-valuetext', 'People: 12,412 of 48,000')
  await expect.element(panel.getByText('1,240 a second · about 29 sec left')).toBeVisible()
  await expectAccessible()
})

it('leaves the value out of the bar while the total is unknown', async () => {
  const { transport } = await renderWithSalesforce(<PullPanel />, { scenario: scenarios.pulling })
  await expect.element(panel.getByRole('progressbar')).toBeVisible()
  await sendRun(transport, (run) => {
    for (const job of run.jobs) if (job.object === 'Contact') job.total = null
  })
  await expect.element(panel.getByRole('progressbar')).not.toHaveAttribute('value')
  await expect.element(panel.getByText('12,412 so far')).toBeVisible()
})

it('follows the run live to its end, tells the host, and offers the next pull', async () => {
  const finished: string[] = []
  const notes: string[] = []
  const { transport } = await renderWithSalesforce(<PullPanel />, {
    scenario: scenarios.pulling,
    onNotify: ({ tone }) => notes.push(tone),
    onPullFinished: ({ state }) => finished.push(state),
  })
  await expect.element(panel.getByRole('progressbar')).toBeVisible()
  await sendRun(transport, (run) => {
    run.state = 'completed_with_errors'
    run.finishedAt = '2026-03-04T10:01:00.000Z'
    for (const job of run.jobs) {
      if (job.state === 'running' || job.state === 'queued') {
        Object.assign(job, { state: 'succeeded', counts: buildCounts({ created: 48_000 }), total: 48_000 })
      }
    }
  })
  await expect.element(panel.getByRole('button', { name: 'Pull from Salesforce' })).toBeVisible()
  await expect.element(panel.getByText('12,242 of 12,245 synced. 3 need attention.')).toBeVisible()
  await expect
    .element(panel.getByRole('link', { name: 'See the 3 records (Organizations)' }))
    .toHaveAttribute('href', '/integrations/salesforce/jobs/run-2-account?outcome=failed')
  await expect.element(spoken('status')).toMatchTextContent(/^The pull has ended: Needs attention\./)
  expect(finished).toEqual(['completed_with_errors'])
  expect(notes).toEqual(['warning'])
})

it('tells how many pulls start first, and looks again by itself, since those of other workspaces are no events here', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: Date.parse(scenarioNow) })
  const { calls, transport } = await renderWithSalesforce(<PullPanel />, { scenario: scenarios.pullQueued })
  await expect.element(panel.getByText('2 other pulls start first.')).toBeVisible()
  const { run } = await createSalesforceClient({ baseUrl: '/api/salesforce', transport }).runs.latest()
  transport.override('runs.latest', { answer: { run: { ...run!, waitingAhead: 0 } } })
  const asked = calls('runs.latest').length
  vi.advanceTimersByTime(10_000)
  await expect.element(panel.getByText('Starts in a moment.')).toBeVisible()
  expect(calls('runs.latest')).toHaveLength(asked + 1)
  vi.advanceTimersByTime(60_000)
  expect(calls('runs.latest')).toHaveLength(asked + 1)
})

it('cancels only after a question', async () => {
  const { calls } = await renderWithSalesforce(<PullPanel />, { scenario: scenarios.pulling })
  await panel.getByRole('button', { name: 'Cancel pull' }).click()
  const question = page.getByRole('alertdialog', { name: 'Cancel this pull?' })
  await expect.element(question.getByRole('button', { name: 'Keep pulling' })).toHaveFocus()
  await expectAccessible()
  expect(calls('runs.cancel')).toHaveLength(0)
  await question.getByRole('button', { name: 'Cancel pull' }).click()
  await expect.element(panel.getByText('Cancelling. The current batch is finished first.')).toBeVisible()
  expect(calls('runs.cancel')).toHaveLength(1)
})

it('says when a paused pull is tried again, and why it waits', async () => {
  await renderWithSalesforce(<PullPanel />, { scenario: scenarios.pullPaused })
  await expect.element(panel.getByText(/Next try at about 10:12 AM\./)).toBeVisible()
  await expect.element(panel.getByText(/API calls of the last 24 hours are used up/)).toBeVisible()
  await expect.element(panel.getByText(/100,000 of 100,000 Salesforce calls used/)).toBeVisible()
  const resume = panel.getByRole('button', { name: 'Resume now' })
  await expect.element(resume).toHaveAttribute('aria-disabled', 'true')
  await expect.element(resume).toHaveAccessibleDescription('Off until the org has calls left. The pull then goes on by itself.')
  await expectAccessible()
})

it('tries a paused pull at once on Resume now, and says that it goes on', async () => {
  const scenario = structuredClone({ ...scenarios.pullPaused, connection: buildConnection() })
  for (const { job } of scenario.jobs)
    if (job.state === 'paused') job.reason = { code: 'salesforce_busy', sentence: 'Salesforce does not answer at the moment.' }
  const { calls, transport } = await renderWithSalesforce(<PullPanel />, { scenario })
  const resume = panel.getByRole('button', { name: 'Resume now' })
  transport.override('runs.resume', { error: { code: 'conflict', message: 'This run is not paused.' } })
  await resume.click()
  await expect.element(panel.getByText('The pull was not resumed')).toBeVisible()
  transport.override('runs.resume', null)
  await panel.getByRole('button', { name: 'Resume now' }).click()
  await expect.element(panel.getByText('It goes on where it stopped. What was pulled stays.')).toBeVisible()
  await expect.element(panel.getByText('Salesforce does not answer at the moment.')).not.toBeInTheDocument()
  await expect.element(resume).not.toBeInTheDocument()
  await expect.element(panel.getByRole('heading', { name: 'Sync data' })).toHaveFocus()
  expect(calls('runs.resume')).toHaveLength(2)
  expect(calls('runs.start')).toHaveLength(0)
})

it('is off, with the reason and the way out, while the setup blocks every object', async () => {
  const { calls } = await renderWithSalesforce(<PullPanel />, {
    scenario: { ...scenarios.firstRun, mappings: buildScenario().mappings, pipelines: buildScenario().pipelines },
  })
  const pull = panel.getByRole('button', { name: 'Pull from Salesforce' })
  await expect.element(pull).toHaveAccessibleDescription('Pull is off until the Salesforce setup is done.')
  await expect.element(panel.getByRole('link', { name: 'Open setup' })).toBeVisible()
  const button = pull.element() as HTMLButtonElement
  button.click()
  expect(calls('runs.start')).toHaveLength(0)
  await expectAccessible()
})

it('says that what waits starts when what is before it has ended', async () => {
  await renderWithSalesforce(<PullPanel />, { scenario: scenarios.pulling })
  await expect.element(panel.getByText('Opportunities start when people finish.')).toBeVisible()
})

it('shows objects that a blocking error keeps out as such, and leads to the first error', async () => {
  const { describes } = buildScenario()
  for (const describe of Object.values(describes)) if (describe) describe.updateable = false
  await renderWithSalesforce(<PullPanel />, { scenario: buildScenario({ describes }) })
  await expect.element(panel.getByText('Pull is off until 3 blocking mapping errors are fixed.').first()).toBeVisible()
  await expect.element(panel.getByRole('link', { name: 'Go to first error' })).toBeVisible()
  expect(panel.getByText('Blocked', { exact: true }).all()).toHaveLength(3)
})

it('tells where the last pull failed, that the rest did not start, and pulls in the same way once more', async () => {
  const failed = { code: 'salesforce_refused', sentence: 'Salesforce refused the query.' }
  const scenario = buildScenario({
    runs: [run1({ state: 'failed', mode: 'changes' })],
    jobs: [
      { job: buildJob({ id: 'a', runId: 'run-1', state: 'failed', reason: failed }), records: [] },
      { job: buildJob({ id: 'c', runId: 'run-1', object: 'Contact', state: 'skipped' }), records: [] },
    ],
  })
  const { calls } = await renderWithSalesforce(<PullPanel />, { scenario })
  await expect.element(panel.getByText('Organizations failed, so the pull stopped there')).toBeVisible()
  await expect.element(panel.getByText('Not started')).toBeVisible()
  await expect.element(panel.getByRole('button', { name: 'Copy details' })).toBeVisible()
  await expectAccessible()
  await panel.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => calls('runs.start')).toEqual([{ mode: 'changes' }])
})

it('says so where a pull of changes found none', async () => {
  const job = buildJob({ id: 'a', runId: 'run-1', mode: 'changes' })
  const scenario = buildScenario({ runs: [run1({ mode: 'changes' })], jobs: [{ job, records: [] }] })
  await renderWithSalesforce(<PullPanel />, { scenario })
  await expect.element(panel.getByText('Nothing changed in Salesforce since the pull before.')).toBeVisible()
})

it('leads to the connection where a pull waits for somebody to reconnect', async () => {
  const scenario = structuredClone({ ...scenarios.pullPaused, connection: scenarios.tokenRevoked.connection })
  for (const { job } of scenario.jobs) {
    if (job.state === 'paused')
      Object.assign(job, { nextTryAt: null, reason: { code: 'reauthorization_required', sentence: 'Reconnect.' } })
  }
  await renderWithSalesforce(<PullPanel />, { scenario })
  await expect.element(panel.getByRole('link', { name: 'Reconnect' })).toHaveAttribute('href', '/integrations/salesforce')
  await expect.element(panel.getByRole('button', { name: 'Resume now' })).not.toBeInTheDocument()
})

it('names the rule to people who may only look', async () => {
  await renderWithSalesforce(<PullPanel />, { scenario: buildScenario({ connection: buildConnection({ viewer: member }) }) })
  await expect
    .element(panel.getByRole('button', { name: 'Pull from Salesforce' }))
    .toHaveAccessibleDescription(/integrations:manage.*Workspace Admins/)
})

it('says so when live updates are lost, and goes on asking', async () => {
  await renderWithSalesforce(<PullPanel />, {
    scenario: { ...scenarios.pulling, overrides: { 'events.stream': { error: 'offline' } } },
  })
  await expect.element(panel.getByText('Live updates are interrupted. Updating every 10 seconds.')).toBeVisible()
})

function run1(run: Partial<Scenario['runs'][number]>): Scenario['runs'][number] {
  const times = { queuedAt: minutesAgo(4), finishedAt: minutesAgo(1) }
  return { id: 'run-1', mode: 'full', state: 'succeeded', startedBy: ada, ...times, canceling: false, ...run }
}

type Transport = Awaited<ReturnType<typeof renderWithSalesforce>>['transport']

/** Sends the present run, changed, to the open page. */
async function sendRun(transport: Transport, change: (run: Run) => void) {
  const [latest] = transport.scenario.runs
  if (!latest) throw new Error('The scenario has no run.')
  const run = structuredClone({
    ...latest,
    jobs: transport.scenario.jobs.filter(({ job }) => job.runId === latest.id).map(({ job }) => job),
  })
  change(run)
  await expect.poll(() => transport.calls.some(({ route }) => route === 'events.stream')).toBe(true)
  transport.emit({ type: 'run', run })
}

import type { Job, Run } from '@pryzm/salesforce-sdk'
import {
  buildConnection,
  buildCounts,
  buildDisconnected,
  buildJob,
  buildScenario,
  edgar,
  member,
  minutesAgo,
  type Scenario,
  scenarios,
  suggestedMapping,
} from '@pryzm/salesforce-sdk/testing'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import preview from '../../../../../.storybook/preview.tsx'
import { PullPanel } from './pull-panel.tsx'

const meta = preview.meta({ title: 'PullPanel/States', component: PullPanel })

function withRun(jobs: Job[], run: Partial<Run> & Pick<Run, 'state'>, rest: Partial<Scenario> = {}) {
  const { startedBy = jobs[0]?.startedBy, ...given } = run
  const whole = { id: 'run-1', mode: 'full', queuedAt: minutesAgo(4), finishedAt: minutesAgo(0), canceling: false } as const
  return {
    parameters: {
      scenario: buildScenario({
        runs: startedBy ? [{ ...whole, startedBy, ...given }] : [],
        jobs: jobs.map((job) => ({ job, records: [] })),
        ...rest,
      }),
    },
  }
}

function job(object: Job['object'], given: Partial<Job> = {}): Job {
  return buildJob({ id: `run-1-${object}`, runId: 'run-1', object, ...given })
}

const done = (object: Job['object'], processed: number) =>
  job(object, { counts: buildCounts({ created: processed - 40, updated: 40 }), total: processed })
const waiting = (object: Job['object']) => job(object, { state: 'queued', total: null, startedAt: null, finishedAt: null })
const running = (object: Job['object'], given: Partial<Job>) => job(object, { state: 'running', finishedAt: null, ...given })

export const Loading = meta.story({
  parameters: { scenario: buildScenario({ overrides: { 'runs.latest': { delay: 'forever' } } }) },
})
export const LoadFailed = meta.story({
  parameters: {
    scenario: buildScenario({
      overrides: {
        'runs.latest': {
          error: { code: 'internal', message: 'The server could not answer. Try again; if it happens again, report it.' },
        },
      },
    }),
  },
})
export const NotConnected = meta.story({ parameters: { scenario: buildScenario({ connection: buildDisconnected() }) } })
export const ModuleNotEnabled = meta.story({ parameters: { scenario: scenarios.moduleDisabled } })
export const ViewOnly = meta.story({
  parameters: { scenario: buildScenario({ connection: buildConnection({ viewer: member }) }) },
})
export const BlockedByMapping = meta.story({ parameters: { scenario: buildScenario({ describes: notEditable() }) } })
export const BlockedBySetup = meta.story({
  parameters: { scenario: { ...scenarios.firstRun, mappings: buildScenario().mappings, pipelines: buildScenario().pipelines } },
})
export const BlockedByPipeline = meta.story({ parameters: { scenario: buildScenario({ mappings: [onlyOpportunities(null)] }) } })

export const ReadyNeverPulled = meta.story({ parameters: { scenario: buildScenario() } })
export const ReadyWithHistory = meta.story({ parameters: { scenario: scenarios.connectedHealthy } })
export const ConfirmPull = meta.story({
  parameters: { scenario: scenarios.connectedHealthy },
  play: async (context) => {
    await pressPull(context)
    await screen.findByRole('dialog', { name: 'Pull 12,480 records from Salesforce?' })
  },
})
export const Starting = meta.story({
  parameters: { scenario: buildScenario({ overrides: { 'runs.start': { delay: 'forever' } } }) },
  play: startPull,
})
export const Queued = meta.story({ parameters: { scenario: scenarios.pullQueued } })
export const RunningOrganizations = meta.story(
  withRun(
    [
      running('Account', { counts: buildCounts({ created: 1_100, updated: 104 }), total: 3_480, rate: 410, secondsLeft: 6 }),
      waiting('Contact'),
      waiting('Opportunity'),
    ],
    { state: 'running', finishedAt: null },
  ),
)
export const RunningPeopleUnknownTotal = meta.story(
  withRun(
    [
      done('Account', 3_480),
      running('Contact', { counts: buildCounts({ created: 2_000 }), total: null }),
      waiting('Opportunity'),
    ],
    { state: 'running', finishedAt: null },
  ),
)
export const RunningSlow = meta.story(
  withRun(
    [
      running('Account', {
        counts: buildCounts({ created: 1_100, updated: 104 }),
        total: 3_480,
        rate: 0.4,
        progressedAt: minutesAgo(3),
      }),
      waiting('Contact'),
      waiting('Opportunity'),
    ],
    { state: 'running', finishedAt: null },
  ),
)
export const LiveUpdatesLost = meta.story({
  parameters: { scenario: { ...scenarios.pulling, overrides: { 'events.stream': { error: 'offline' } } } },
})
export const PausedApiLimit = meta.story({ parameters: { scenario: scenarios.pullPaused } })
export const PausedByOrgLock = meta.story(
  withRun(pausedContacts({ nextTryAt: minutesAgo(-1) }), { state: 'paused', finishedAt: null }),
)
export const Resuming = meta.story(withRun(pausedContacts({ nextTryAt: minutesAgo(0) }), { state: 'paused', finishedAt: null }))
export const CancelConfirm = meta.story({
  parameters: { scenario: scenarios.pulling },
  play: async ({ canvasElement }) => {
    await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Cancel pull' }))
    await within(canvasElement).findByRole('alertdialog')
  },
})
export const Cancelling = meta.story({ parameters: { scenario: scenarios.pullCanceling } })
export const Cancelled = meta.story(
  withRun(
    [
      done('Account', 3_480),
      job('Contact', { state: 'canceled', counts: buildCounts({ created: 400 }), total: 9_000 }),
      job('Opportunity', { state: 'canceled', total: null }),
    ],
    { state: 'canceled' },
  ),
)
export const PartlyFailed = meta.story(
  withRun(
    [
      job('Account', {
        state: 'completed_with_errors',
        counts: buildCounts({ created: 3_400, updated: 74, failed: 6 }),
        total: 3_480,
      }),
      done('Contact', 9_000),
      done('Opportunity', 840),
    ],
    { state: 'completed_with_errors' },
  ),
)
export const SucceededWithSkips = meta.story(
  withRun(
    [
      job('Account', { counts: buildCounts({ updated: 3_480, withSkippedFields: 212, skippedFields: 230 }), total: 3_480 }),
      done('Contact', 9_000),
      done('Opportunity', 840),
    ],
    { state: 'succeeded' },
  ),
)
export const Succeeded = meta.story(
  withRun([done('Account', 3_480), done('Contact', 9_000), done('Opportunity', 840)], { state: 'succeeded' }),
)
export const SucceededNoChanges = meta.story(
  withRun(
    (['Account', 'Contact', 'Opportunity'] as const).map((object) =>
      job(object, { mode: 'changes', counts: buildCounts(), total: 0 }),
    ),
    { state: 'succeeded', mode: 'changes' },
  ),
)
export const Failed = meta.story(
  withRun(
    [
      job('Account', {
        state: 'failed',
        counts: buildCounts(),
        total: null,
        reason: {
          code: 'salesforce_refused',
          sentence: 'Salesforce refused the query: the connected user may not read Account.',
        },
      }),
      job('Contact', {
        state: 'skipped',
        total: null,
        reason: { code: 'not_started', sentence: 'Not started, because an earlier object of this pull failed.' },
      }),
      job('Opportunity', {
        state: 'skipped',
        total: null,
        reason: { code: 'not_started', sentence: 'Not started, because an earlier object of this pull failed.' },
      }),
    ],
    { state: 'failed' },
  ),
)
export const TokenRevokedMidRun = meta.story(
  withRun(
    [
      done('Account', 3_480),
      job('Contact', {
        state: 'paused',
        finishedAt: null,
        counts: buildCounts({ created: 1_200 }),
        total: 9_000,
        reason: {
          code: 'reauthorization_required',
          sentence: 'Salesforce no longer accepts our access. Reconnect, and the pull goes on.',
        },
      }),
      waiting('Opportunity'),
    ],
    { state: 'paused', finishedAt: null },
    { connection: scenarios.tokenRevoked.connection },
  ),
)
export const ObjectPushOnly = meta.story({ parameters: { scenario: buildScenario({ mappings: [contactsPushOnly()] }) } })
export const StartedBySomeoneElse = meta.story(
  withRun(
    [
      running('Account', { startedBy: edgar, counts: buildCounts({ created: 1_204 }), total: 3_480 }),
      waiting('Contact'),
      waiting('Opportunity'),
    ],
    { state: 'running', finishedAt: null, startedBy: edgar },
  ),
)
const others = withRun(
  [
    running('Account', { startedBy: edgar, counts: buildCounts({ created: 240 }), total: 3_480 }),
    waiting('Contact'),
    waiting('Opportunity'),
  ],
  { state: 'running', finishedAt: null, startedBy: edgar },
).parameters.scenario
export const AlreadyRunning = meta.story({
  parameters: { scenario: { ...others, overrides: { 'runs.latest': { answer: { run: null } } } } },
  play: async (context) => {
    await startPull(context)
    await within(context.canvasElement).findByText('Edgar Editor has already started a pull. This is how it goes.')
  },
})
/** Motion is off, as it is by `prefers-reduced-motion`: the bar stands and its numbers go on. */
export const ReducedMotionRunning = meta.story({
  parameters: { scenario: scenarios.pulling },
  play: async ({ canvasElement }) => {
    for (const root of document.querySelectorAll('.pz-root')) root.setAttribute('data-motion', 'none')
    await within(canvasElement).findByRole('progressbar')
  },
})
export const LargeNumbers = meta.story(
  withRun(
    [
      running('Account', { counts: buildCounts({ created: 4_210_332 }), total: 12_480_117, rate: 14_220, secondsLeft: 5_400 }),
      waiting('Contact'),
      waiting('Opportunity'),
    ],
    { state: 'running', finishedAt: null },
  ),
)

function contactsPushOnly(): Scenario['mappings'][number] {
  const mapping = suggestedMapping()
  mapping.pairs[1].direction = 'push'
  return { mapping, savedBy: edgar, savedAt: minutesAgo(60) }
}

/** Objects that the mapping sends both ways and that the connected user may only read. */
function notEditable(): Scenario['describes'] {
  const { describes } = buildScenario()
  for (const describe of Object.values(describes)) if (describe) describe.updateable = false
  return describes
}

function onlyOpportunities(pipelineId: string | null): Scenario['mappings'][number] {
  const mapping = suggestedMapping()
  mapping.pairs[0].enabled = false
  mapping.pairs[1].enabled = false
  mapping.pairs[2].pipelineId = pipelineId
  return { mapping, savedBy: edgar, savedAt: minutesAgo(60) }
}

function pausedContacts(given: Partial<Job>): Job[] {
  const contacts = job('Contact', {
    state: 'paused',
    finishedAt: null,
    counts: buildCounts({ created: 1_200 }),
    total: 9_000,
    reason: { code: 'salesforce_busy', sentence: 'Salesforce is in maintenance and takes no calls for a moment.' },
    ...given,
  })
  return [done('Account', 3_480), contacts, waiting('Opportunity')]
}

async function startPull(context: { canvasElement: HTMLElement }) {
  await pressPull(context)
  const start = await screen.findByRole('button', { name: 'Start pull' })
  await waitFor(() => expect(start).not.toHaveAttribute('aria-disabled'))
  await userEvent.click(start)
}

async function pressPull({ canvasElement }: { canvasElement: HTMLElement }) {
  await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Pull from Salesforce' }))
}

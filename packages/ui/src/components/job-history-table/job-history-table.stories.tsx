import { type Job, jobStates } from '@pryzm/salesforce-sdk'
import { buildCounts, buildJob, buildScenario, minutesAgo, type Scenario, scenarios } from '@pryzm/salesforce-sdk/testing'
import { userEvent, waitFor, within } from 'storybook/test'
import preview from '../../../../../.storybook/preview.tsx'
import { transportOf } from '../../../../../.storybook/transport.ts'
import { JobHistoryTable } from './job-history-table.tsx'

const meta = preview.meta({ title: 'JobHistoryTable/States', component: JobHistoryTable })

interface Played {
  canvasElement: HTMLElement
}

function from(scenario: Scenario, play?: (played: Played) => Promise<void>) {
  return { parameters: { scenario }, ...(play && { play }) }
}

function withJobs(...jobs: Partial<Job>[]) {
  return buildScenario({
    jobs: jobs.map((job, index) => ({
      job: buildJob({ queuedAt: minutesAgo(index * 60), startedAt: minutesAgo(index * 60), ...job, id: `job-${index}` }),
      records: [],
    })),
  })
}

function press(...names: RegExp[]) {
  return async ({ canvasElement }: Played) => {
    for (const name of names) await userEvent.click(await within(canvasElement).findByRole('button', { name }))
  }
}

function choose(label: string, ...values: string[]) {
  return async ({ canvasElement }: Played) => userEvent.selectOptions(await within(canvasElement).findByLabelText(label), values)
}

export const Loading = meta.story(from(buildScenario({ overrides: { 'jobs.list': { delay: 'forever' } } })))
export const LoadFailed = meta.story(
  from(
    buildScenario({
      overrides: { 'jobs.list': { error: { code: 'rate_limited', message: 'Too many requests. Wait a moment.' } } },
    }),
  ),
)
export const NotPermitted = meta.story(
  from(buildScenario({ overrides: { 'jobs.list': { error: { code: 'not_permitted', message: 'Not open to you.' } } } })),
)
export const EmptyNeverRun = meta.story(from(buildScenario()))
export const EmptyFiltered = meta.story(from(scenarios.connectedHealthy, choose('Status', 'paused')))
export const Default = meta.story(from(scenarios.historyFull))
export const LiveRow = meta.story(from(scenarios.pulling))
export const NewJobsAvailable = meta.story({
  parameters: { scenario: scenarios.connectedHealthy },
  play: async ({ canvasElement, loaded }) => {
    const canvas = within(canvasElement)
    await canvas.findByRole('table')
    const jobs = (['Account', 'Contact', 'Opportunity'] as const).map((object) =>
      buildJob({ id: `new-${object}`, runId: 'new', object, state: 'queued', queuedAt: minutesAgo(-1), counts: buildCounts({}) }),
    )
    const run = {
      id: 'new',
      mode: 'full',
      state: 'queued',
      finishedAt: null,
      canceling: false,
      queuedAt: minutesAgo(-1),
    } as const
    await waitFor(() => {
      transportOf({ loaded }).emit({ type: 'run', run: { ...run, startedBy: jobs[0]!.startedBy, jobs } })
      canvas.getByRole('button', { name: '3 new syncs' })
    })
  },
})
export const FilterStatus = meta.story(from(scenarios.historyFull, choose('Status', 'failed')))
export const FilterObject = meta.story(from(scenarios.historyFull, choose('Object', 'Opportunity')))
export const FilterDirection = meta.story(from(scenarios.historyFull, choose('Type', 'push')))
export const FilterDates = meta.story({
  ...from(scenarios.historyFull),
  args: { filter: { from: '2026-03-02', to: '2026-03-03' } },
})
export const FilterCombined = meta.story({
  ...from(scenarios.historyFull),
  args: { filter: { kind: 'pull', object: 'Opportunity', state: 'failed' } },
})
export const SortedByDuration = meta.story({
  ...from(scenarios.historyFull, press(/^Duration$/)),
  globals: { width: '900' },
})
export const RetentionNotice = meta.story({
  ...from(buildScenario({ ...scenarios.historyFull, keptDays: 90 })),
  args: { filter: { from: '2025-10-01', kind: 'pull' } },
})
export const Paged = meta.story({ ...from(scenarios.historyFull, press(/^Next$/)), args: { pageSize: 10 } })
export const LastPage = meta.story({
  ...from(scenarios.connectedHealthy, press(/^Next$/)),
  args: { pageSize: 3 },
})
export const PageLoadFailed = meta.story({
  args: { pageSize: 10 },
  parameters: { scenario: scenarios.historyFull },
  play: async ({ canvasElement, loaded }) => {
    const next = await within(canvasElement).findByRole('button', { name: 'Next' })
    transportOf({ loaded }).override('jobs.list', {
      error: { code: 'rate_limited', message: 'Too many requests. Wait a moment.' },
    })
    await userEvent.click(next)
  },
})
export const FiveThousandJobs = meta.story(
  from(withJobs(...Array.from({ length: 5000 }, (_, index) => ({ counts: buildCounts({ updated: index }) })))),
)
export const GroupedPull = meta.story(from(scenarios.connectedHealthy))
export const EveryStatus = meta.story(
  from(
    withJobs(
      ...jobStates.map((state) => ({
        state,
        counts: buildCounts({ created: 120, failed: state === 'completed_with_errors' ? 6 : 0 }),
      })),
    ),
  ),
)
export const FormerMember = meta.story(from(withJobs({ startedBy: { id: 'gone', name: 'Former member' } })))
export const SystemActor = meta.story(from(withJobs({ startedBy: { id: 'system', name: 'System' }, mode: 'changes' })))
export const LongNames = meta.story(
  from(
    withJobs({
      label: 'Opportunities_of_all_regions_including_partners_and_resellers_2026_and_after',
      startedBy: { id: 'long', name: 'Maximiliane-Alexandrina von Hohenstein-Wittgenberg' },
    }),
  ),
)
export const Narrow = meta.story({ ...from(scenarios.historyFull, press(/^Filters$/)), globals: { width: '320' } })
export const Rtl = meta.story({ ...from(scenarios.historyFull), globals: { dir: 'rtl' } })

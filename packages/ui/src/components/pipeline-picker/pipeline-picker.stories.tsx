import {
  ada,
  buildConnection,
  buildDisconnected,
  buildScenario,
  member,
  minutesAgo,
  type Scenario,
  salesPipeline,
  scenarios,
  standardStages,
  suggestedMapping,
} from '@pryzm/salesforce-sdk/testing'
import { useState } from 'react'
import { screen, userEvent, within } from 'storybook/test'
import preview from '../../../../../.storybook/preview.tsx'
import { PipelinePicker, type PipelinePickerProps } from './pipeline-picker.tsx'

const meta = preview.meta({
  title: 'PipelinePicker/States',
  component: PipelinePicker,
  args: { value: null, onChoose: () => {} },
})

/** A host that keeps what was chosen. */
function Chosen(props: PipelinePickerProps) {
  const [value, setValue] = useState(props.value)
  return <PipelinePicker {...props} value={value} onChoose={({ id }) => setValue(id)} />
}

interface Played {
  canvasElement: HTMLElement
}

async function open({ canvasElement }: Played) {
  await userEvent.click(await within(canvasElement).findByRole('button', { name: /pipeline/i }))
  await screen.findByRole('dialog')
}

async function openCreate(played: Played) {
  await open(played)
  await userEvent.click(await screen.findByRole('tab', { name: 'Create from Salesforce stages' }))
}

async function create(name: string) {
  const field = await screen.findByLabelText('Pipeline name')
  if (name !== '') await userEvent.type(field, name)
  await userEvent.click(screen.getByRole('button', { name: 'Create pipeline' }))
}

function from(scenario: Scenario, play?: (played: Played) => Promise<void>) {
  return { parameters: { scenario }, ...(play && { play }) }
}

const names = ['Sales', 'Partners', 'Renewals', 'Enterprise deals', 'Grants']
const five = names.map((name, index) => ({ ...salesPipeline, id: `p${index}`, name, recordCount: index * 301 }))
const many = Array.from({ length: 60 }, (_, index) => ({ ...salesPipeline, id: `p${index}`, name: `Pipeline ${index + 1}` }))
const withPipelines = buildScenario({ pipelines: five })
const landingIn = (pipelineId: string) => {
  const mapping = suggestedMapping()
  mapping.pairs[2].pipelineId = pipelineId
  return buildScenario({ pipelines: five, mappings: [{ mapping, savedBy: ada, savedAt: minutesAgo(90) }] })
}
function pushOnly() {
  const mapping = suggestedMapping()
  mapping.pairs[2].direction = 'push'
  return buildScenario({ pipelines: five, mappings: [{ mapping, savedBy: ada, savedAt: minutesAgo(90) }] })
}
const withoutPipelines = (scenario: Partial<Scenario> = {}) => buildScenario({ pipelines: [], ...scenario })

export const Trigger = meta.story(from(withPipelines))
export const TriggerChosen = meta.story({ ...from(withPipelines), args: { value: 'p0' } })
export const TriggerDisabled = meta.story({
  ...from(withPipelines),
  args: { disabledReason: 'Opportunities don’t sync. Switch them on to choose where they go.' },
})
export const Loading = meta.story(from(buildScenario({ overrides: { 'pipelines.list': { delay: 'forever' } } }), open))
export const LoadFailed = meta.story(
  from(
    buildScenario({
      overrides: { 'pipelines.list': { error: { code: 'rate_limited', message: 'Too many requests. Wait a moment.' } } },
    }),
    open,
  ),
)
export const ExistingList = meta.story(from(withPipelines, open))
export const ExistingSelected = meta.story(
  from(withPipelines, async (played) => {
    await open(played)
    await userEvent.click(screen.getByRole('radio', { name: /^Renewals/ }))
  }),
)
export const ExistingMany = meta.story(from(buildScenario({ pipelines: many }), open))
export const ExistingNone = meta.story(from(withoutPipelines(), open))
export const NoEntityAccess = meta.story(
  from(buildScenario({ pipelines: five, hiddenPipelines: 2 }), async (played) => {
    await open(played)
    await screen.findByText('2 pipelines you can’t access aren’t listed.')
  }),
)
export const DirectionConflict = meta.story(
  from(pushOnly(), async (played) => {
    await open(played)
    await screen.findByText('Opportunities are set to Push')
  }),
)
export const CreateFromStages = meta.story(from(withPipelines, openCreate))
export const CreateStagesLoading = meta.story(
  from(withoutPipelines({ overrides: { 'pipelines.stages': { delay: 'forever' } } }), open),
)
export const CreateStagesFailed = meta.story(
  from(
    withoutPipelines({
      overrides: { 'pipelines.stages': { error: { code: 'salesforce_busy', message: 'Salesforce is busy.' } } },
    }),
    open,
  ),
)
export const CreateStagesNone = meta.story(from(withoutPipelines({ stages: [] }), open))
export const CreateSeveralSalesProcesses = meta.story(from({ ...scenarios.severalSalesProcesses, pipelines: [] }, open))
export const CreateInactiveStages = meta.story(
  from(withoutPipelines({ stages: standardStages.map((stage, index) => ({ ...stage, active: index > 2 })) }), open),
)
export const CreateDuplicateStageNames = meta.story(
  from(
    withoutPipelines({
      stages: standardStages.map((stage, index) => (index === 1 ? { ...stage, label: 'Prospecting' } : stage)),
    }),
    async (played) => {
      await open(played)
      await screen.findByText('Salesforce has several stages called Prospecting. Each gets its API name behind it here.')
    },
  ),
)
export const CreateTooMany = meta.story(
  from(
    withoutPipelines({
      stages: Array.from({ length: 120 }, (_, index) => ({
        apiName: `stage_${index}`,
        label: `Stage ${index + 1}`,
        active: true,
        type: 'open' as const,
        probability: Math.min(index, 99),
      })),
    }),
    open,
  ),
)
export const NameRequired = meta.story(
  from(withoutPipelines(), async (played) => {
    await open(played)
    await create('')
  }),
)
export const NameTaken = meta.story(
  from(withPipelines, async (played) => {
    await openCreate(played)
    await create('Sales')
  }),
)
export const NameTooLong = meta.story(
  from(withoutPipelines(), async (played) => {
    await open(played)
    await create('Deals of every region '.repeat(5))
  }),
)
export const Creating = meta.story(
  from(withoutPipelines({ overrides: { 'pipelines.create': { delay: 'forever' } } }), async (played) => {
    await open(played)
    await create('Deals')
  }),
)
export const CreateFailed = meta.story(
  from(
    withoutPipelines({
      overrides: { 'pipelines.create': { error: { code: 'salesforce_busy', message: 'Salesforce is busy.' } } },
    }),
    async (played) => {
      await open(played)
      await create('Deals')
    },
  ),
)
export const Created = meta.story({
  ...from(withoutPipelines(), async (played) => {
    await open(played)
    await create('Deals')
    await within(played.canvasElement).findByRole('button', { name: 'Pipeline: Deals' })
  }),
  render: (args) => <Chosen {...args} />,
})
export const ChangeWithLinkedRecords = meta.story({
  ...from(landingIn('p3'), async (played) => {
    await open(played)
    await userEvent.click(screen.getByRole('radio', { name: /^Grants/ }))
    await userEvent.click(await screen.findByRole('button', { name: 'Change pipeline' }))
    await screen.findByRole('alertdialog')
  }),
  args: { value: 'p3' },
})
export const ViewOnly = meta.story({
  ...from(buildScenario({ pipelines: five, connection: buildConnection({ viewer: member }) })),
  args: { value: 'p0' },
})
export const NotConnected = meta.story(
  from(
    withoutPipelines({
      connection: buildDisconnected(),
      overrides: { 'pipelines.stages': { error: { code: 'not_connected', message: 'Connect Salesforce to read its stages.' } } },
    }),
    open,
  ),
)
export const LongNames = meta.story({
  ...from(
    buildScenario({
      pipelines: [
        { ...salesPipeline, id: 'long', name: 'Opportunities_of_all_regions_including_partners_and_resellers_2026_and_after' },
      ],
    }),
    open,
  ),
  args: { value: 'long' },
})
export const Narrow = meta.story({ ...from(withPipelines, openCreate), globals: { width: '320' } })
export const Rtl = meta.story({ ...from(withPipelines, openCreate), globals: { dir: 'rtl' } })

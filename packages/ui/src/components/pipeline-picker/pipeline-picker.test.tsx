import type { Pipeline } from '@pryzm/salesforce-sdk'
import {
  ada,
  buildConnection,
  buildScenario,
  member,
  minutesAgo,
  salesPipeline,
  scenarios,
  suggestedMapping,
} from '@pryzm/salesforce-sdk/testing'
import { beforeEach, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { expectAccessible, renderWithSalesforce, spoken } from '../../../test/render-with-salesforce.tsx'
import { PipelinePicker } from './pipeline-picker.tsx'
import type { ChoosePipeline } from './use-pipeline-picker.ts'

const dialog = page.getByRole('dialog', { name: 'Where should Salesforce opportunities go?' })
const partners: Pipeline = { ...salesPipeline, id: 'partners', name: 'Partners', recordCount: 12 }
const two = buildScenario({ pipelines: [{ ...salesPipeline, recordCount: 1204 }, partners] })

beforeEach(() => page.viewport(1000, 900))

it('offers the pipelines that exist with how much is in them, and chooses one', async () => {
  const onChoose = vi.fn<ChoosePipeline>()
  await renderWithSalesforce(<PipelinePicker value={null} onChoose={onChoose} />, { scenario: two })
  await page.getByRole('button', { name: 'Choose pipeline' }).click()
  await expect.element(dialog.getByText('12 records · 10 stages')).toBeVisible()
  await expectAccessible()
  await dialog.getByRole('radio', { name: /^Partners/ }).click()
  await dialog.getByRole('button', { name: 'Use this pipeline' }).click()
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(partners, null)
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(page.getByRole('button', { name: 'Choose pipeline' })).toHaveFocus()
})

it('says what a change means for linked records, and asks before they are left behind', async () => {
  const onChoose = vi.fn<ChoosePipeline>()
  await renderWithSalesforce(<PipelinePicker value={salesPipeline.id} onChoose={onChoose} />, { scenario: two })
  await page.getByRole('button', { name: /^Pipeline: / }).click()
  await expect.element(dialog.getByRole('button', { name: 'Change pipeline' })).toHaveAccessibleDescription(/chosen already/)
  await dialog.getByRole('radio', { name: /^Partners/ }).click()
  await expect.element(dialog.getByText(/^1,204 records of Sales pipeline are linked to opportunities\./)).toBeVisible()
  await expectAccessible()
  await dialog.getByRole('button', { name: 'Change pipeline' }).click()
  const question = page.getByRole('alertdialog', { name: 'Change to Partners?' })
  await expect.element(question.getByRole('button', { name: 'Keep Sales pipeline' })).toHaveFocus()
  const confirm = question.getByRole('button', { name: 'Change pipeline' })
  await expect.element(confirm).toHaveAccessibleDescription('Type the name Partners first.')
  await question.getByLabelText('Type Partners to change the pipeline').fill('partners ')
  await expectAccessible()
  expect(onChoose).not.toHaveBeenCalled()
  await confirm.click()
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(partners, null)
})

it('changes without a question where no linked record is left behind', async () => {
  const onChoose = vi.fn<ChoosePipeline>()
  const scenario = buildScenario({ pipelines: [{ ...salesPipeline, recordCount: 0 }, partners] })
  await renderWithSalesforce(<PipelinePicker value={salesPipeline.id} onChoose={onChoose} />, { scenario })
  await page.getByRole('button', { name: /^Pipeline: / }).click()
  await dialog.getByRole('radio', { name: /^Partners/ }).click()
  await expect.element(dialog.getByText(/^The next pull updates the 12 records of Partners/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Change pipeline' }).click()
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(partners, null)
})

it('takes over the stages of one sales process, or of several together', async () => {
  const scenario = { ...scenarios.severalSalesProcesses, pipelines: [] }
  const { calls } = await renderWithSalesforce(<PipelinePicker value={null} onChoose={() => {}} />, { scenario })
  await page.getByRole('button', { name: 'Choose pipeline' }).click()
  await expect.element(dialog.getByRole('checkbox', { name: /^New business/ })).toBeChecked()
  await expect.element(dialog.getByRole('checkbox', { name: 'Needs Analysis' })).toBeChecked()
  await expect.element(dialog.getByRole('checkbox', { name: 'Negotiation/Review' })).not.toBeChecked()
  await expect.element(dialog.getByText('4 stages, 3 shared')).toBeVisible()
  await expectAccessible()
  await dialog.getByRole('checkbox', { name: /^New business/ }).click()
  await dialog.getByRole('checkbox', { name: /^Renewals/ }).click()
  await expect.element(dialog.getByRole('checkbox', { name: 'Needs Analysis' })).not.toBeChecked()
  await dialog.getByLabelText('Pipeline name').fill('Renewals')
  await dialog.getByRole('button', { name: 'Create pipeline' }).click()
  await expect.element(spoken('status')).toHaveTextContent('Renewals pipeline created with 4 stages.')
  expect(calls('pipelines.create')).toMatchObject([
    { stages: ['Qualification', 'Negotiation/Review', 'Closed Won', 'Closed Lost'] },
  ])
})

it('says how many pipelines are not listed, and that a direction keeps opportunities from landing', async () => {
  const mapping = suggestedMapping()
  mapping.pairs[2].direction = 'push'
  const scenario = { ...two, hiddenPipelines: 2, mappings: [{ mapping, savedBy: ada, savedAt: minutesAgo(5) }] }
  await renderWithSalesforce(<PipelinePicker value={null} onChoose={() => {}} />, { scenario })
  await page.getByRole('button', { name: 'Choose pipeline' }).click()
  await expect.element(dialog.getByText('2 pipelines you can’t access aren’t listed.')).toBeVisible()
  await expect.element(dialog.getByText('Opportunities are set to Push')).toBeVisible()
  await expectAccessible()
})

it('takes stages of one label as the server does, and shows beforehand what they will be called', async () => {
  const stages = scenarios.connectedHealthy.stages.map((stage, at) => (at === 1 ? { ...stage, label: 'Prospecting' } : stage))
  const { calls } = await renderWithSalesforce(<PipelinePicker value={null} onChoose={() => {}} />, {
    scenario: buildScenario({ pipelines: [], stages }),
  })
  await page.getByRole('button', { name: 'Choose pipeline' }).click()
  await expect.element(dialog.getByText(/^Salesforce has several stages called Prospecting/)).toBeVisible()
  const columns = dialog.getByRole('list', { name: 'How the pipeline will look' })
  await expect.element(columns.getByText('Prospecting (Qualification)')).toBeVisible()
  await dialog.getByLabelText('Pipeline name').fill('Deals')
  await dialog.getByRole('button', { name: 'Create pipeline' }).click()
  await expect.poll(() => calls('pipelines.create')).toHaveLength(1)
})

it('finds one of many by name', async () => {
  const pipelines = Array.from({ length: 60 }, (_, index) => ({ ...salesPipeline, id: `p${index}`, name: `Pipeline ${index}` }))
  await renderWithSalesforce(<PipelinePicker value={null} onChoose={() => {}} />, { scenario: buildScenario({ pipelines }) })
  await page.getByRole('button', { name: 'Choose pipeline' }).click()
  await dialog.getByLabelText('Search pipelines').fill('line 42')
  await expect.element(dialog.getByRole('radio')).toHaveLength(1)
  await dialog.getByLabelText('Search pipelines').fill('nothing')
  await expect.element(dialog.getByText('No pipeline matches nothing')).toBeVisible()
})

it('begins at what is chosen', async () => {
  await renderWithSalesforce(<PipelinePicker value="partners" onChoose={() => {}} />, { scenario: two })
  await page.getByRole('button', { name: 'Pipeline: Partners' }).click()
  await expect.element(dialog.getByRole('radio', { name: /^Partners/ })).toHaveFocus()
})

it('begins at the search of a long list of which nothing is chosen', async () => {
  const pipelines = Array.from({ length: 9 }, (_, index) => ({ ...salesPipeline, id: `p${index}`, name: `Deals ${index}` }))
  await renderWithSalesforce(<PipelinePicker value={null} onChoose={() => {}} />, { scenario: buildScenario({ pipelines }) })
  await expect.element(page.getByRole('button', { name: 'Choose pipeline' })).toBeVisible()
  await page.getByRole('button', { name: 'Choose pipeline' }).click()
  await expect.element(dialog.getByLabelText('Search pipelines')).toHaveFocus()
})

it('goes to creating one also when that there is none is only known after it was opened', async () => {
  const scenario = buildScenario({ pipelines: [], overrides: { 'pipelines.list': { delay: 400 } } })
  await renderWithSalesforce(<PipelinePicker value={null} onChoose={() => {}} />, { scenario })
  await page.getByRole('button', { name: 'Choose pipeline' }).click()
  await expect.element(dialog.getByLabelText('Pipeline name')).toBeVisible()
  await expect.element(dialog.getByText(/^No pipeline matches/)).not.toBeInTheDocument()
})

it('creates nothing out of no stages', async () => {
  await renderWithSalesforce(<PipelinePicker value={null} onChoose={() => {}} />, {
    scenario: buildScenario({ pipelines: [], stages: [] }),
  })
  await page.getByRole('button', { name: 'Choose pipeline' }).click()
  await expect.element(dialog.getByText('Salesforce has no opportunity stages')).toBeVisible()
  await expect.element(dialog.getByRole('button', { name: 'Create pipeline' })).toHaveAttribute('aria-disabled', 'true')
})

it('shows why it is disabled beside its trigger', async () => {
  await renderWithSalesforce(<PipelinePicker value={null} disabledReason="Opportunities don’t sync." onChoose={() => {}} />)
  await expect.element(page.getByText('Opportunities don’t sync.')).toBeVisible()
  const trigger = page.getByRole('button', { name: 'Choose pipeline' })
  await expect.element(trigger).toHaveAccessibleDescription('Opportunities don’t sync.')
  await trigger.click({ force: true })
  await expect.element(dialog).not.toBeInTheDocument()
})

it('goes straight to creating one where there is none', async () => {
  const onChoose = vi.fn<ChoosePipeline>()
  const { calls } = await renderWithSalesforce(<PipelinePicker value={null} onChoose={onChoose} />, {
    scenario: scenarios.firstRun,
  })
  await page.getByRole('button', { name: 'Choose pipeline' }).click()
  await expect.element(dialog.getByRole('tab')).toHaveLength(0)
  await dialog.getByLabelText('Pipeline name').fill('Deals')
  await dialog.getByRole('checkbox', { name: 'Needs Analysis' }).click()
  await expectAccessible()
  await dialog.getByRole('button', { name: 'Create pipeline' }).click()
  await expect.element(spoken('status')).toHaveTextContent('Deals pipeline created with 9 stages.')
  await expect.element(dialog).not.toBeInTheDocument()
  const [call] = calls('pipelines.create') as { name: string; stages: string[] }[]
  expect(call?.name).toBe('Deals')
  expect(call?.stages).not.toContain('Needs Analysis')
  expect(onChoose.mock.calls[0]?.[0].name).toBe('Deals')
  expect(onChoose.mock.calls[0]?.[1]).toHaveLength(9)
})

it('leaves inactive stages out unless they are chosen', async () => {
  const stages = scenarios.connectedHealthy.stages.map((stage, index) => ({ ...stage, active: index > 1 }))
  await renderWithSalesforce(<PipelinePicker value={null} onChoose={() => {}} />, {
    scenario: buildScenario({ pipelines: [], stages }),
  })
  await page.getByRole('button', { name: 'Choose pipeline' }).click()
  await expect.element(dialog.getByRole('checkbox', { name: 'Prospecting' })).not.toBeChecked()
  await expect.element(dialog.getByRole('checkbox', { name: 'Closed Won' })).toBeChecked()
  await expect.element(dialog.getByText('8 stages from Salesforce.', { exact: false })).toBeVisible()
})

it('names what is wrong at the field that is wrong, and puts focus there', async () => {
  const { calls } = await renderWithSalesforce(<PipelinePicker value={null} onChoose={() => {}} />, { scenario: two })
  await page.getByRole('button', { name: 'Choose pipeline' }).click()
  await dialog.getByRole('tab', { name: 'Create from Salesforce stages' }).click()
  await expect.element(dialog.getByLabelText('Pipeline name')).toBeVisible()
  await dialog.getByRole('button', { name: 'Create pipeline' }).click()
  const name = dialog.getByLabelText('Pipeline name')
  await expect.element(name).toHaveFocus()
  await expect.element(name).toHaveAccessibleDescription(/Give the pipeline a name/)
  await name.fill('partners')
  await expect.element(name).toHaveAccessibleDescription(/A pipeline called partners already exists/)
  await expectAccessible()
  expect(calls('pipelines.create')).toEqual([])
})

it('keeps what was typed when the server refuses the name', async () => {
  const scenario = buildScenario({
    pipelines: [],
    overrides: { 'pipelines.create': { error: { code: 'name_taken', message: 'The name is taken.' } } },
  })
  await renderWithSalesforce(<PipelinePicker value={null} onChoose={() => {}} />, { scenario })
  await page.getByRole('button', { name: 'Choose pipeline' }).click()
  const name = dialog.getByLabelText('Pipeline name')
  await name.fill('Deals')
  await dialog.getByRole('button', { name: 'Create pipeline' }).click()
  await expect.element(name).toHaveAccessibleDescription(/A pipeline called Deals already exists/)
  await expect.element(name).toHaveValue('Deals')
})

it('asks before a half-filled form is thrown away', async () => {
  await renderWithSalesforce(<PipelinePicker value={null} onChoose={() => {}} />, { scenario: buildScenario({ pipelines: [] }) })
  await page.getByRole('button', { name: 'Choose pipeline' }).click()
  await dialog.getByLabelText('Pipeline name').fill('Deals')
  await userEvent.keyboard('{Escape}')
  const question = page.getByRole('alertdialog', { name: 'Discard this pipeline?' })
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await expect.element(dialog.getByLabelText('Pipeline name')).toHaveValue('Deals')
})

it('tries the stages again after a failure', async () => {
  const scenario = buildScenario({
    pipelines: [],
    overrides: { 'pipelines.stages': { error: { code: 'salesforce_busy', message: 'Salesforce is busy.' } } },
  })
  const { transport } = await renderWithSalesforce(<PipelinePicker value={null} onChoose={() => {}} />, { scenario })
  await page.getByRole('button', { name: 'Choose pipeline' }).click()
  await expect.element(dialog.getByText('The stages of Salesforce didn’t load')).toBeVisible()
  transport.override('pipelines.stages', null)
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect.element(dialog.getByRole('checkbox', { name: 'Closed Won' })).toBeVisible()
})

it('stays closed, with the rule and the role named, for people who may not manage', async () => {
  const scenario = buildScenario({ connection: buildConnection({ viewer: member }) })
  await renderWithSalesforce(<PipelinePicker value={salesPipeline.id} onChoose={() => {}} />, { scenario })
  const trigger = page.getByRole('button', { name: /^Pipeline: / })
  await expect.element(trigger).toHaveAccessibleDescription(/integrations:manage.*Workspace Admins/)
  trigger.element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(dialog).not.toBeInTheDocument()
})

it('fits into a host’s own menu', async () => {
  await renderWithSalesforce(
    <PipelinePicker
      value={null}
      onChoose={() => {}}
      renderTrigger={({ label, open }) => (
        <button type="button" onClick={open}>
          Host: {label}
        </button>
      )}
    />,
  )
  await page.getByRole('button', { name: 'Host: Choose pipeline' }).click()
  await expect.element(dialog).toBeVisible()
})

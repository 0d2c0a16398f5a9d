import { type RouteName, type Scenario, buildConnection, buildScenario, scenarios } from '@pryzm/salesforce-sdk/testing'
import type { Page } from 'playwright'

/** For each component a story that only shows it, and leaves what is done to the check. */
export const plainStories = {
  ConnectionCard: 'Disconnected',
  SetupChecklist: 'AllPassed',
  MappingEditor: 'Valid',
  PipelinePicker: 'Trigger',
  PullPanel: 'ReadyWithHistory',
  JobHistoryTable: 'Default',
  JobDetail: 'PartlyFailed',
  PushButton: 'Idle',
} as const

/** Where a route of the contract is used: the story that shows it, and what a person does until it is called. */
export interface Endpoint {
  route: RouteName
  /** The one address to fail, where the component asks the route for several things. */
  path?: string
  component: keyof typeof plainStories
  scenario: Scenario
  /** What a person does; without it the route is read as soon as the component is shown. */
  press?: (page: Page) => Promise<unknown>
  /** True where the route is read before the press, too. */
  early?: boolean
  /** What a person does to try again, where the message has no button for it: the same button once more. */
  again?: (page: Page) => Promise<unknown>
  /** True while what was typed or chosen is still there. */
  kept?: (page: Page) => Promise<boolean>
}

const healthy = scenarios.connectedHealthy
const button = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name, exact: true, disabled: false }).first().click()
const link = (name: string) => (page: Page) => page.getByRole('link', { name, exact: true }).click()
const inDialog = (name: string | RegExp) => (page: Page) =>
  page.locator('[role="dialog"], [role="alertdialog"]').last().getByRole('button', { name, exact: true }).click()

function steps(...all: ((page: Page) => Promise<unknown>)[]) {
  return async (page: Page) => {
    for (const step of all) await step(page)
  }
}

/** A route that is read when the component is shown. */
function shown(route: RouteName, component: Endpoint['component'], scenario = healthy, path?: string): Endpoint {
  return { route, component, scenario, ...(path !== undefined && { path }) }
}

const openPicker = button(/pipeline/i)
const openCreate = steps(openPicker, (page) => page.getByRole('tab', { name: 'Create from Salesforce stages' }).click())
const nameIs = (name: string) => async (page: Page) => (await page.getByLabel('Pipeline name').inputValue()) === name
const unsaved = (page: Page) => page.getByText('1 unsaved change').isVisible()
const openSample = button('Preview')

const notAnswering = structuredClone({ ...scenarios.pullPaused, connection: buildConnection() })
for (const { job } of notAnswering.jobs)
  if (job.state === 'paused') job.reason = { code: 'salesforce_busy', sentence: 'Salesforce does not answer at the moment.' }

const twoVersions = buildScenario({
  mappings: [1, 2].flatMap(() => healthy.mappings).map((saved, at) => ({ ...saved, version: at + 1 })),
})

/**
 * Every route that a component calls. `mapping.version` and `runs.get` are for hosts; the stream of events comes back by
 * itself, and says so in a state of its own.
 */
export const endpoints: readonly Endpoint[] = [
  shown('connection.get', 'ConnectionCard'),
  { ...shown('connection.connect', 'ConnectionCard', scenarios.disconnected), press: link('Connect') },
  {
    ...shown('connection.disconnect', 'ConnectionCard'),
    press: steps(button('Disconnect'), inDialog('Disconnect')),
    again: inDialog('Disconnect'),
  },
  {
    ...shown('connection.chooseOrg', 'ConnectionCard', scenarios.differentOrg),
    press: button(/^Go back to/),
    again: button(/^Go back to/),
  },
  shown('setup.check', 'SetupChecklist'),
  {
    ...shown('setup.createFields', 'SetupChecklist', scenarios.firstRun),
    press: button('Create the field for me'),
  },
  shown('mapping.get', 'MappingEditor'),
  shown('schema.get', 'MappingEditor', healthy, '/schema/Account'),
  {
    ...shown('mapping.save', 'MappingEditor'),
    press: steps(button('Remove Website'), button('Save')),
    kept: unsaved,
  },
  { ...shown('mapping.versions', 'MappingEditor'), press: button('Versions') },
  {
    ...shown('mapping.compare', 'MappingEditor', twoVersions),
    press: steps(button('Versions'), inDialog('What changed in version 2')),
  },
  {
    ...shown('mapping.restore', 'MappingEditor', twoVersions),
    press: steps(
      button('Versions'),
      inDialog('What changed in version 1'),
      inDialog('Restore this version'),
      inDialog('Restore this version'),
    ),
    again: inDialog('Restore this version'),
  },
  { ...shown('mapping.export', 'MappingEditor'), press: button('Export'), again: button('Export') },
  {
    ...shown('mapping.import', 'MappingEditor'),
    press: chooseFile,
    again: chooseFile,
  },
  shown('mapping.drift', 'MappingEditor', scenarios.schemaChanged),
  {
    ...shown('mapping.acknowledgeDrift', 'MappingEditor', scenarios.schemaChanged),
    press: button('I’ve seen these'),
    again: button('I’ve seen these'),
  },
  { ...shown('pipelines.list', 'PipelinePicker'), early: true, press: openPicker },
  { ...shown('pipelines.stages', 'PipelinePicker'), press: openCreate },
  {
    ...shown('pipelines.create', 'PipelinePicker'),
    press: steps(openCreate, (page) => page.getByLabel('Pipeline name').fill('Renewals'), button('Create pipeline')),
    again: button('Create pipeline'),
    kept: nameIs('Renewals'),
  },
  { ...shown('preview.records', 'MappingEditor'), press: openSample },
  {
    ...shown('preview.sync', 'MappingEditor'),
    press: steps(openSample, button(/^Acme/)),
  },
  shown('runs.latest', 'PullPanel'),
  { ...shown('runs.forecast', 'PullPanel'), press: button('Pull from Salesforce') },
  {
    ...shown('runs.start', 'PullPanel'),
    press: steps(button('Pull from Salesforce'), button('Start pull')),
    again: button('Start pull'),
  },
  { ...shown('runs.resume', 'PullPanel', notAnswering), press: button('Resume now'), again: button('Resume now') },
  {
    ...shown('runs.cancel', 'PullPanel', scenarios.pulling),
    press: steps(button('Cancel pull'), inDialog('Cancel pull')),
    again: inDialog('Cancel pull'),
  },
  shown('jobs.list', 'JobHistoryTable'),
  shown('jobs.people', 'JobHistoryTable'),
  shown('jobs.get', 'JobDetail'),
  shown('jobs.records', 'JobDetail'),
  { ...shown('jobs.fields', 'JobDetail'), press: (page) => page.locator('[aria-expanded="false"]').first().click() },
  {
    ...shown('jobs.retry', 'JobDetail'),
    press: button(/^Pull \d+ failed records? again/),
    again: button(/^Pull \d+ failed records? again/),
  },
  shown('pushes.target', 'PushButton'),
  { ...shown('pushes.preview', 'PushButton'), press: button('Preview') },
  {
    ...shown('pushes.create', 'PushButton'),
    press: button('Push to Salesforce (Acme)'),
    again: pushAgain,
  },
]

/** A push of unknown outcome is looked up before it is sent again; one that was refused is pressed anew. */
async function pushAgain(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  const lookUp = dialog.getByRole('button', { name: 'Check now' })
  if (await lookUp.isVisible()) {
    await lookUp.click()
    await dialog.getByRole('button', { name: 'Push again' }).click()
  } else {
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await button('Push to Salesforce (Acme)')(page)
  }
}

function chooseFile(page: Page): Promise<void> {
  const file = { name: 'mapping.json', mimeType: 'application/json', buffer: Buffer.from('{}') }
  return page.getByLabel('Mapping file').setInputFiles(file)
}

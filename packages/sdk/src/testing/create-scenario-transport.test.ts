import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { createSalesforceClient } from '../client/create-salesforce-client.ts'
import type { LiveEvent } from '../contract/event.ts'
import type { Mapping } from '../contract/mapping.ts'
import { stagesOfProcesses } from '../mapping/pipelines/stages-of-processes.ts'
import type { Scenario } from './scenario.ts'
import { buildScenario, createScenarioTransport, scenarios } from './index.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

function open(scenario: Scenario) {
  const transport = createScenarioTransport(scenario)
  return { transport, client: createSalesforceClient({ baseUrl: 'http://app.test/api/salesforce', transport }) }
}

const scenarioNames = Object.entries(scenarios).filter((entry): entry is [string, Scenario] => 'connection' in entry[1])

it.each(scenarioNames.filter(([name]) => name !== 'moduleDisabled'))(
  'answers every reading route of %s in the shape of the contract',
  async (_, scenario) => {
    const { client } = open(scenario)
    const { items } = await client.jobs.list({})
    const reads = [client.connection.get(), client.mapping.get(), client.mapping.versions({}), client.mapping.drift()]
    await Promise.all([
      ...reads,
      client.pipelines.list(),
      client.runs.latest(),
      client.jobs.people(),
      ...items.map(({ id }) => client.jobs.get({ id })),
    ])
    expect(items.length).toBeLessThanOrEqual(25)
  },
)

/** The mapping without its last pair of accounts. */
function shorter(mapping: Mapping): Mapping {
  const changed = structuredClone(mapping)
  changed.pairs[0].fields.pop()
  return changed
}

it('saves a mapping as a new version, and refuses one that is based on an older version with both sides', async () => {
  const { client } = open(scenarios.connectedHealthy)
  const { version, mapping } = await client.mapping.get()
  const saved = await client.mapping.save({ baseVersion: version, mapping: shorter(mapping) })
  expect(saved.version).toBe(version + 1)
  const late = shorter(shorter(mapping))
  await expect(client.mapping.save({ baseVersion: version, mapping: late })).rejects.toMatchObject({
    code: 'stale_version',
    details: { baseVersion: version, current: { version: version + 1 }, theirs: { length: 1 }, yours: { length: 2 } },
  })
})

it('makes no version of a save that changes nothing', async () => {
  const { client } = open(scenarios.connectedHealthy)
  const { version, mapping } = await client.mapping.get()
  expect((await client.mapping.save({ baseVersion: version, mapping })).version).toBe(version)
})

it('lists, compares and restores versions', async () => {
  const { client } = open(scenarios.connectedHealthy)
  const { version, mapping } = await client.mapping.get()
  await client.mapping.save({ baseVersion: version, mapping: shorter(mapping) })
  const { changes } = await client.mapping.compare({ from: version, to: version + 1 })
  expect(changes).toMatchObject([{ kind: 'pair_removed', object: 'Account' }])
  const restored = await client.mapping.restore({ version, baseVersion: version + 1 })
  expect(restored).toMatchObject({ version: version + 2, restoredFrom: version, mapping })
  const newest = await client.mapping.versions({ limit: 2 })
  expect(newest.items).toMatchObject([
    { version: version + 2, restoredFrom: version, changes: { added: 1, removed: 0, changed: 0 } },
    { version: version + 1, restoredFrom: null, changes: { added: 0, removed: 1, changed: 0 } },
  ])
  const rest = await client.mapping.versions({ limit: 2, cursor: newest.next ?? '' })
  expect(rest.items.map((item) => item.version)).toEqual([version])
  expect(rest.next).toBeNull()
  await expect(client.mapping.compare({ from: 1, to: 99 })).rejects.toMatchObject({ code: 'not_found' })
})

it('reads a file back as it was exported', async () => {
  const { client } = open(scenarios.connectedHealthy)
  const { version, mapping } = await client.mapping.get()
  const file = await client.mapping.export({})
  expect(file).toMatchObject({ version, org: { name: 'Acme Corporation' }, pipeline: { name: 'Sales pipeline' } })
  expect(await client.mapping.import(file)).toMatchObject({ mapping, changes: [], notes: [], baseVersion: version })
})

it('tells what changed in Salesforce until somebody has seen it', async () => {
  const { client } = open(scenarios.schemaChanged)
  const [{ drift: counts }, drift, mapping] = await Promise.all([
    client.connection.get(),
    client.mapping.drift(),
    client.mapping.get(),
  ])
  expect(drift.changes.map(({ kind, field }) => `${kind} ${field}`)).toEqual([
    'field_removed Region__c',
    'field_resized Website',
    'options_changed Industry',
    'field_added Segment__c',
    'field_hidden Department',
    'field_retyped NextStep',
    'field_added Region__c',
  ])
  expect(mapping.issues).toEqual(expect.arrayContaining(drift.issues))
  expect(drift.issues.map(({ code }) => code)).toEqual(expect.arrayContaining(['field_missing', 'required_field_unmapped']))
  expect(counts).toEqual({ changes: drift.changes.length, issues: drift.issues.length })
  expect(await client.mapping.acknowledgeDrift()).toMatchObject({ changes: [], issues: [] })
  expect((await client.connection.get()).drift).toBeNull()
})

it('tells the stages of each sales process, and what another pipeline would mean', async () => {
  const { client, transport } = open(scenarios.severalSalesProcesses)
  const { items, processes } = await client.pipelines.stages()
  expect(processes.map(({ name }) => name)).toEqual(['New business', 'Renewals'])
  const stages = stagesOfProcesses({ items, processes }, [processes[1]?.id ?? '']).map(({ apiName }) => apiName)
  const { pipeline, options } = await client.pipelines.create({ name: 'Renewals', stages })
  expect(options.map(({ value }) => value)).toEqual(stages)
  expect(await client.pipelines.change({ id: pipeline.id })).toMatchObject({
    from: { name: 'Sales pipeline' },
    to: { name: 'Renewals' },
    linkedInFrom: 214,
    sentence: expect.stringContaining('They stay in Sales pipeline as they are'),
  })
  await expect(client.pipelines.change({ id: 'none' })).rejects.toMatchObject({ code: 'not_found' })
  expect(transport.scenario.pipelines).toHaveLength(2)
})

it('leaves the scenario that it was made of as it was', async () => {
  const { client, transport } = open(scenarios.connectedHealthy)
  await client.connection.disconnect()
  expect(transport.scenario.connection.status).toBe('disconnected')
  expect(scenarios.connectedHealthy.connection.status).toBe('connected')
})

it('lets a test override the answer of one route', async () => {
  const { client, transport } = open(buildScenario())
  transport.override('runs.start', { error: { code: 'rate_limited', message: 'Wait a moment.', details: { seconds: 3 } } })
  await expect(client.runs.start({})).rejects.toMatchObject({ code: 'rate_limited', details: { seconds: 3 } })
  transport.override('runs.start', null)
  await expect(client.runs.start({})).resolves.toMatchObject({ alreadyRunning: false })
  transport.override('connection.get', { error: 'offline' })
  await expect(client.connection.get()).rejects.toMatchObject({ details: { offline: true } })
})

it('joins the run that is under way', async () => {
  const { client, transport } = open(scenarios.pulling)
  await expect(client.runs.start({})).resolves.toMatchObject({ alreadyRunning: true, run: { id: 'run-2' } })
  expect(transport.calls).toEqual([{ route: 'runs.start', input: {} }])
})

it('refuses what the viewer may not do', async () => {
  const { client } = open(scenarios.viewOnly)
  await expect(client.connection.disconnect()).rejects.toMatchObject({ code: 'not_permitted' })
  await expect(client.mapping.acknowledgeDrift()).rejects.toMatchObject({ code: 'not_permitted' })
})

it('ends the live events of a page that leaves, however long they were quiet', async () => {
  const { client, transport } = open(buildScenario())
  const leaving = new AbortController()
  const stream = await client.events.stream(undefined, { signal: leaving.signal })
  const ended = stream.next().then(
    () => true,
    () => true,
  )
  for (let collection = 0; collection < 3; collection++) {
    collectGarbage()
    await new Promise(setImmediate)
  }
  leaving.abort()
  expect(await ended).toBe(true)
  expect(await stream.next()).toMatchObject({ done: true })
  // Also so that the transport outlives the collections, as a page's does.
  expect(transport.calls).toHaveLength(1)
})

it('streams live events to every open page', async () => {
  const { client, transport } = open(buildScenario())
  const stream = await client.events.stream()
  const event: LiveEvent = { type: 'changed', what: 'mapping' }
  const first = stream.next()
  await expect.poll(() => transport.calls.map(({ route }) => route)).toContain('events.stream')
  transport.emit(event)
  await expect(first).resolves.toMatchObject({ value: event })
  await stream.return?.(undefined)
})

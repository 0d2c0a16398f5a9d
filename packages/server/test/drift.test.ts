import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { LiveEvent, Mapping, SalesforceClient, SchemaDrift } from '@pryzm/salesforce-sdk'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { HostEvent } from '../src/index.ts'
import { systemClock } from '../src/host/system-clock.ts'
import { signIn } from './support/connect.ts'
import { setUp } from './support/map.ts'
import type { Person } from './support/people.ts'
import { pull } from './support/pull.ts'
import { createWorkbench, type Workbench } from './support/workbench.ts'

const dana = 'dana@acme-industrial.example'
const text = (fullName: string, length: number) => ({ fullName, type: 'Text', label: fullName.replace('__c', ''), length })

/** Puts custom fields in the place of standard ones, for an admin to change. */
function mapCustomFields(mapping: Mapping): Mapping {
  const customs: Record<string, string> = {
    website: 'Region__c',
    phone: 'Secret__c',
    description: 'Notes__c',
    employees: 'Code__c',
  }
  for (const pair of mapping.pairs[0].fields) pair.field = customs[pair.attribute] ?? pair.field
  return mapping
}

function redefine({ org }: Workbench, field: ReturnType<typeof text> & { required?: boolean }): void {
  org.admin.removeField('Account', field.fullName)
  org.admin.addField('Account', field)
}

const told = (bench: Workbench) =>
  bench.told.filter((event): event is Extract<HostEvent, { type: 'mapping.drifted' }> => event.type === 'mapping.drifted')
const kinds = ({ changes }: Pick<SchemaDrift, 'changes'>) => changes.map(({ kind, field }) => `${kind} ${field}`)

/** Status of every describe that Salesforce was asked for since a request. */
const describesSince = ({ org }: Workbench, number: number) =>
  org.admin.requests
    .filter((request) => request.number > number && request.path.endsWith('/describe'))
    .map(({ status }) => status)
const lastRequest = ({ org }: Workbench) => org.admin.requests.at(-1)?.number ?? 0

describe('drift', () => {
  let bench: Workbench
  let workspace: string
  beforeAll(async () => {
    // By the clock of the org its metadata changed minutes ago, so that Salesforce can be asked for changes since.
    const clock = () => new Date(Date.now() - 10 * 60_000)
    bench = await createWorkbench({ org: { clock } })
    await bench.server.work()
  })
  afterAll(() => bench.close())
  beforeEach(async () => {
    bench.org.reset()
    bench.told.length = 0
    workspace = randomUUID()
    for (const [name, length] of [
      ['Region__c', 80],
      ['Secret__c', 80],
      ['Notes__c', 200],
      ['Level__c', 80],
    ] as const)
      bench.org.admin.addField('Account', text(name, length))
    bench.org.admin.addField('Account', { fullName: 'Code__c', type: 'Number', label: 'Code', precision: 9, scale: 0 })
    await setUp(bench, { workspace, change: mapCustomFields })
    await pause(1100)
  })

  const client = (person: Person = 'admin') => bench.client(person, workspace)

  function changeEverything(): void {
    const { admin } = bench.org
    admin.removeField('Account', 'Region__c')
    admin.setPermissions(dana, { fields: { 'Account.Secret__c': 'none' } })
    admin.setPicklistValues('Account', 'Industry', ['Banking', 'Space Travel'])
    admin.removeField('Account', 'Code__c')
    admin.addField('Account', { fullName: 'Code__c', type: 'Checkbox', label: 'Code', defaultValue: false })
    redefine(bench, { ...text('Level__c', 80), required: true })
    redefine(bench, text('Notes__c', 40))
    admin.addField('Account', text('Segment__c', 80))
  }

  it('tells exactly what an admin changed, what that causes, and the host once', async () => {
    const viewer = client('viewer')
    expect(await viewer.mapping.drift()).toMatchObject({ since: expect.any(String), changes: [], issues: [] })
    expect((await viewer.connection.get()).drift).toBeNull()
    const { issues: before } = await viewer.mapping.get()
    changeEverything()

    const drift = await viewer.mapping.drift()
    expect(kinds(drift)).toEqual([
      'field_removed Region__c',
      'field_hidden Secret__c',
      'options_changed Industry',
      'field_retyped Code__c',
      'field_resized Notes__c',
      'field_required Level__c',
      'field_added Segment__c',
    ])
    expect(drift.changes.slice(0, 5).every(({ mapped }) => mapped)).toBe(true)
    expect(drift.changes.slice(5).some(({ mapped }) => mapped)).toBe(false)
    const { issues } = await viewer.mapping.get()
    expect(drift.issues).toEqual(issues.filter((issue) => !before.some(({ sentence }) => sentence === issue.sentence)))
    expect(drift.issues.map(({ code, field }) => `${code} ${field}`)).toEqual(
      expect.arrayContaining([
        'field_missing Region__c',
        'field_missing Secret__c',
        'type_incompatible Code__c',
        'option_unmapped Industry',
        'required_field_unmapped Level__c',
      ]),
    )
    expect((await viewer.connection.get()).drift).toEqual({ changes: 7, issues: drift.issues.length })

    await viewer.mapping.drift()
    expect(told(bench)).toMatchObject([
      { type: 'mapping.drifted', workspace, details: { mappingVersion: 1, changes: drift.changes, issues: drift.issues } },
    ])
  })

  it('is told until somebody has seen it, and what is taken back before is no drift', async () => {
    const admin = client()
    changeEverything()
    expect((await admin.mapping.drift()).changes).toHaveLength(7)
    await pause(1100)
    redefine(bench, text('Notes__c', 200))
    bench.org.admin.setPermissions(dana, { fields: { 'Account.Secret__c': 'edit' } })
    const drift = await admin.mapping.drift()
    expect(kinds(drift)).not.toEqual(expect.arrayContaining([expect.stringMatching(/Notes__c|Secret__c/)]))
    expect(drift.changes).toHaveLength(5)
    expect(told(bench).at(-1)?.details).toMatchObject({
      changes: [
        { kind: 'field_resized', field: 'Notes__c', before: 'Length 40', after: 'Length 200' },
        { kind: 'field_added', field: 'Secret__c', mapped: true },
      ],
      issues: [],
    })

    await expect(client('editor').mapping.acknowledgeDrift()).rejects.toMatchObject({ code: 'not_permitted' })
    expect(await admin.mapping.acknowledgeDrift()).toMatchObject({ changes: [], issues: [] })
    expect((await admin.connection.get()).drift).toBeNull()
    expect((await admin.mapping.drift()).changes).toEqual([])
    expect((await admin.mapping.get()).issues.map(({ code }) => code)).toContain('field_missing')
    expect(told(bench)).toHaveLength(2)
  })

  it('begins anew with each version of the mapping', async () => {
    const admin = client()
    changeEverything()
    expect((await admin.mapping.drift()).changes).toHaveLength(7)
    const { mapping } = await admin.mapping.get()
    mapping.pairs[0].fields.pop()
    await admin.mapping.save({ baseVersion: 1, mapping })
    expect((await admin.mapping.drift()).changes).toEqual([])
    expect((await admin.connection.get()).drift).toBeNull()
  })

  it('tells open pages', async () => {
    const leaving = new AbortController()
    const stream = await client('viewer').events.stream(undefined, { signal: leaving.signal })
    const events: LiveEvent[] = []
    const listening = (async () => {
      for await (const event of stream) events.push(event)
    })()
    await client().mapping.drift()
    changeEverything()
    await client().mapping.drift()
    await expect
      .poll(() => events, { timeout: 5000 })
      .toEqual([
        { type: 'changed', what: 'mapping' },
        { type: 'changed', what: 'connection' },
      ])
    leaving.abort()
    await listening.catch(() => undefined)
  })

  it('asks for changes since the last reading, and reads whole before a job and for setup checks', async () => {
    const admin = client()
    await admin.setup.check()
    const read = lastRequest(bench)
    await admin.mapping.drift()
    await admin.mapping.get()
    await admin.schema.get({ object: 'Account' })
    expect(describesSince(bench, read)).toEqual(Array.from({ length: 7 }, () => 304))
    const asked = lastRequest(bench)
    await admin.schema.get({ object: 'Account', read: 'whole' })
    await admin.setup.check()
    await pull(admin, 'full')
    const whole = describesSince(bench, asked)
    expect(whole.length).toBeGreaterThanOrEqual(10)
    expect(new Set(whole)).toEqual(new Set([200]))
  })

  it('reads whole once a day what Salesforce calls unchanged, since access may have changed', async () => {
    const later = async (hours: number) => {
      const clock = { ...systemClock, now: () => new Date(Date.now() + hours * 60 * 60_000) }
      const read = lastRequest(bench)
      await bench.client('viewer', workspace, await bench.anotherServer({ clock })).mapping.drift()
      return describesSince(bench, read)
    }
    await client().setup.check()
    expect(await later(23)).toEqual([304, 304, 304])
    expect(await later(24)).toEqual([200, 200, 200])
  })

  it.each<[string, (admin: SalesforceClient) => Promise<unknown>]>([
    ['the editor', (admin) => admin.schema.get({ object: 'Account' })],
    ['a check of the mapping', (admin) => admin.mapping.get()],
    ['a setup check', (admin) => admin.setup.check()],
    ['the start of a pull', (admin) => pull(admin)],
    ['a push that knows no describe of the last minute', async () => await pushElsewhere(await newOrganization())],
  ])('is noticed by %s', async (_, read) => {
    changeEverything()
    // A push that would create is refused then, for the field that is required now.
    await read(client()).catch(() => undefined)
    expect(told(bench)).toHaveLength(1)
    expect((await client().connection.get()).drift?.changes).toBe(7)
  })

  async function pushElsewhere(record: Awaited<ReturnType<typeof newOrganization>>) {
    const elsewhere = bench.client('admin', workspace, await bench.anotherServer())
    return elsewhere.pushes.create({ ...record, idempotencyKey: randomUUID() })
  }

  async function newOrganization() {
    const recordId = randomUUID()
    await bench.records.write(workspace, 'organization', [{ id: recordId, kind: 'create', values: { name: 'New' } }], {})
    return { recordType: 'organization', recordId }
  }

  it('says where it cannot be told what became of a field, and finds out as soon as it can', async () => {
    const respond = {
      status: 400,
      body: [{ errorCode: 'INVALID_TYPE', message: "sObject type 'CustomField' is not supported." }],
    }
    const unlisted = bench.org.faults.add({ path: '/tooling/query', respond, times: 100 })
    bench.org.admin.removeField('Account', 'Region__c')
    bench.org.admin.setPermissions(dana, { fields: { 'Account.Secret__c': 'none', 'Account.Phone': 'none' } })
    const kindsNow = async () => kinds(await client().mapping.drift())
    expect(await kindsNow()).toEqual(['field_missing Region__c', 'field_missing Secret__c', 'field_hidden Phone'])
    unlisted.remove()
    expect(await kindsNow()).toEqual(['field_removed Region__c', 'field_hidden Secret__c', 'field_hidden Phone'])
    bench.org.admin.removeField('Account', 'Secret__c')
    expect(await kindsNow()).toEqual(['field_removed Region__c', 'field_removed Secret__c', 'field_hidden Phone'])
    expect(told(bench)).toHaveLength(1)
  })

  it('is noticed by one of many readers', async () => {
    const other = await bench.anotherServer()
    const readers = [client('viewer'), bench.client('viewer', workspace, other)]
    changeEverything()
    await Promise.all(
      readers.flatMap((reader) => [
        reader.schema.get({ object: 'Account' }),
        reader.mapping.get(),
        reader.mapping.drift(),
        reader.setup.check(),
      ]),
    )
    expect(told(bench)).toHaveLength(1)
    expect((await readers[1]!.mapping.drift()).changes).toHaveLength(7)
  })

  it('is not told again, nor taken back, by an answer that comes late', async () => {
    const read = lastRequest(bench)
    bench.org.faults.add({ path: '/sobjects/Account/describe', bodyLatencyMs: 3000 })
    const late = client('viewer').schema.get({ object: 'Account', read: 'whole' })
    await expect.poll(() => describesSince(bench, read)).toEqual([200])
    changeEverything()
    expect((await client().mapping.drift()).changes).toHaveLength(7)
    expect((await late).describe?.fields.map(({ name }) => name)).toContain('Region__c')
    expect((await client().mapping.drift()).changes).toHaveLength(7)
    expect(told(bench)).toHaveLength(1)
  })

  it('that touches nothing mapped and nothing required is listed, and no news for the host', async () => {
    bench.org.admin.addField('Account', text('Segment__c', 80))
    expect(kinds(await client().mapping.drift())).toEqual(['field_added Segment__c'])
    expect((await client().connection.get()).drift).toEqual({ changes: 1, issues: 0 })
    expect(told(bench)).toEqual([])
  })

  it('shows an object that was hidden', async () => {
    bench.org.admin.setPermissions(dana, {
      objects: { Contact: { read: false, create: false, edit: false, delete: false } },
    })
    const drift = await client().mapping.drift()
    expect(kinds(drift)).toEqual(['object_hidden null'])
    expect(drift.issues).toMatchObject([{ code: 'object_not_accessible', severity: 'blocking', object: 'Contact' }])
    expect(told(bench)).toHaveLength(1)
  })

  it('is told from memory while Salesforce cannot be asked', async () => {
    changeEverything()
    const { changes, checkedAt } = await client().mapping.drift()
    bench.org.admin.revokeGrants()
    expect(await client().mapping.drift()).toMatchObject({ changes, checkedAt })
  })

  it('is forgotten when the workspace disconnects, and begins anew when it connects again', async () => {
    changeEverything()
    await client().mapping.drift()
    await client().connection.disconnect()
    expect(await client().mapping.drift()).toEqual({ since: null, checkedAt: null, changes: [], issues: [] })
    await signIn(bench, { workspace })
    expect(await client().mapping.drift()).toMatchObject({ since: expect.any(String), changes: [] })
  })

  it('is told against what it was before, when another Salesforce user sees less', async () => {
    const { admin } = bench.org
    const other = String(admin.find('User', { IsActive: true }).find(({ Username }) => Username !== dana)?.['Username'])
    admin.setPermissions(other, { fields: { 'Account.Notes__c': 'none' } })
    await signIn(bench, { workspace, username: other })
    const drift = await client().mapping.drift()
    expect(kinds(drift)).toContain('field_hidden Notes__c')
  })
})

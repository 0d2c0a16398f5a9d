import { randomUUID } from 'node:crypto'
import type { Row } from '@pryzm/salesforce-emulator'
import {
  type Attribute,
  type AttributeValue,
  type FieldResult,
  type Mapping,
  type PreviewField,
  type PreviewWay,
  type Push,
  type PushPreview,
  type RecordResult,
  type RecordType,
  type RecordTypeSchema,
  type SalesforceObject,
  SyncError,
} from '@pryzm/salesforce-sdk'
import { sameValue } from '@pryzm/salesforce-sdk/mapping'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setUp, withPair } from './support/map.ts'
import { messyRow, messyValue, type Pointers } from './support/messy-records.ts'
import { addWideFields, widePairs, wideRecordTypes } from './support/messy-org.ts'
import { jobOf, pull, resultsOf } from './support/pull.ts'
import { randomFrom } from './support/random.ts'
import { createWorkbench, type Workbench, workspace } from './support/workbench.ts'

const seed = Number(process.env.PREVIEW_SEED ?? 20_261_125)
/** Records in each direction, in each of the two orgs. */
const records = Number(process.env.PREVIEW_RECORDS ?? 1010)
const shares: Record<SalesforceObject, number> = { Account: 0.5, Contact: 0.3, Opportunity: 0.2 }
const objects = ['Account', 'Contact', 'Opportunity'] as const
const minutes = 60_000

const orgs = [
  { name: 'an org with one currency', currencies: [] },
  { name: 'an org with several currencies', currencies: ['USD', 'EUR'] },
]

describe.each(orgs)(`previews and syncs (PREVIEW_SEED=${seed}) in $name`, ({ currencies }) => {
  const random = randomFrom(seed + currencies.length)
  let bench: Workbench
  let mapping: Mapping
  let to: Pointers
  /** Salesforce ids of the records that are compared. */
  const compared: Record<SalesforceObject, string[]> = { Account: [], Contact: [], Opportunity: [] }
  beforeAll(async () => {
    differences.length = 0
    bench = await createWorkbench({ recordTypes: wideRecordTypes() })
    addWideFields(bench.org)
    if (currencies.length > 0)
      bench.org.admin.useCurrencies(currencies.map((isoCode, index) => ({ isoCode, conversionRate: 1 + index / 2 })))
    ;({ mapping } = await setUp(bench, { change: widened }))
    await bench.server.work()
    const users = bench.org.admin.find('User', { IsActive: true, UserType: 'Standard' })
    await bench.records.putUsers(workspace, [
      ...users.slice(0, 2).map(({ Email }, index) => ({ id: `user-${index}`, name: `User ${index}`, email: String(Email) })),
      { id: 'stranger', name: 'Stranger', email: 'stranger@nowhere.example' },
    ])
    to = { accounts: idsOf('Account'), contacts: idsOf('Contact'), users: users.map(({ Id }) => String(Id)), currencies }
    for (const object of objects) addRows(object, share(object) / 2)
    await pull(bench.client())
  }, 2 * minutes)
  afterAll(() => bench.close())

  const idsOf = (object: SalesforceObject) => bench.org.admin.find(object).map(({ Id }) => String(Id))
  const share = (object: SalesforceObject) => Math.round(records * shares[object])

  function addRows(object: SalesforceObject, count: number, more: (index: number) => Row = () => ({})): void {
    for (let index = 0; index < count; index++)
      compared[object].push(bench.org.admin.insert(object, { ...messyRow(random, object, to), ...more(index) }))
  }

  async function save(changed: Mapping): Promise<void> {
    const { version } = await bench.client().mapping.get()
    await bench.client().mapping.save({ baseVersion: version, mapping: changed })
  }

  async function schemaOf(object: SalesforceObject): Promise<RecordTypeSchema> {
    const { recordType } = await bench.client().schema.get({ object })
    if (recordType === null) throw new Error(`${object} has no record type.`)
    return recordType
  }

  /** Changes half of the linked records in Salesforce, and half of them in Pryzm. */
  async function changeBoth(object: SalesforceObject): Promise<void> {
    const schema = await schemaOf(object)
    for (const id of compared[object]) {
      if (random.chance(0.5)) bench.org.admin.update(object, id, messyRow(random, object, to))
      const recordId = String(bench.org.admin.record(object, id)?.Pryzm_ID__c ?? '')
      if (recordId !== '' && random.chance(0.5)) await mutate(schema, recordId, {})
    }
  }

  async function mutate(
    schema: RecordTypeSchema,
    id: string,
    pointers: Partial<Record<RecordType, string[]>>,
    kind: 'create' | 'update' = 'update',
  ): Promise<void> {
    const own = {
      records: { organization: [randomUUID()], person: [randomUUID()], ...pointers },
      users: ['user-0', 'user-1', 'stranger', 'nobody'],
    }
    const chosen = schema.attributes.filter(({ required }) => (kind === 'create' && required) || random.chance(0.6))
    const values = Object.fromEntries(chosen.map((attribute) => [attribute.name, messyValue(random, attribute, own)]))
    const [written] = await bench.records.write(workspace, schema.recordType, [{ id, kind, values }], {})
    if (written?.outcome === 'rejected') throw new Error(written.sentence)
  }

  async function pullAndCompare(object: SalesforceObject): Promise<void> {
    const ids = compared[object]
    const schema = await schemaOf(object)
    const previews = new Map<string, PreviewWay>()
    await inParallel(ids, async (id) => {
      const { pull: way } = await bench.client().preview.sync({ object, side: 'salesforce', id })
      if (way) previews.set(id, way)
    })
    expect(previews.size).toBe(ids.length)
    const job = jobOf(await pull(bench.client()), object)
    const results = new Map((await resultsOf(bench.client(), job.id)).map((result) => [result.salesforceId, result]))
    await inParallel(ids, async (id) => {
      const result = results.get(id)
      const preview = previews.get(id)
      if (!result || !preview) throw new Error(`${id} was not pulled.`)
      const { items } = await bench.client().jobs.fields({ id: job.id, recordResultId: result.id })
      const [record] = await bench.records.read(workspace, schema.recordType, [result.recordId ?? ''])
      differences.push(...pullDifferences(id, preview, { result, fields: items, values: record?.values ?? {} }))
      tally.note(`pull ${preview.action}`, result.reason?.code, preview.fields)
    })
  }

  it(
    'pull the same accounts',
    async () => {
      // A parent that can never be linked: its id names a record that is linked to another account.
      const taken = bench.org.admin.find('Account', { Name: 'Lakeside Foods' })[0]
      bench.org.admin.update('Account', String(taken?.Id), { Pryzm_ID__c: null })
      const parent = bench.org.admin.insert('Account', { Name: 'In conflict', Pryzm_ID__c: taken?.Pryzm_ID__c ?? null })
      compared.Account.push(parent)
      await changeBoth('Account')
      to = { ...to, accounts: [...to.accounts, parent] }
      addRows('Account', share('Account') / 2, (index) => (index % 25 === 0 ? { Pryzm_ID__c: `foreign-${index}` } : {}))
      for (const id of compared.Account.slice(0, 3))
        await bench.records.remove(workspace, 'organization', String(bench.org.admin.record('Account', id)?.Pryzm_ID__c))
      await save(withPair(withPair(mapping, 'Contact', { enabled: false }), 'Opportunity', { enabled: false }))
      await pullAndCompare('Account')
      expect(differences).toEqual([])
    },
    5 * minutes,
  )

  it(
    'pull the same contacts and opportunities',
    async () => {
      const unlinked = ['New', 'Newer'].map((Name) => bench.org.admin.insert('Account', { Name }))
      to = { ...to, accounts: [...to.accounts, ...unlinked] }
      await save(withPair(mapping, 'Account', { enabled: false }))
      for (const object of ['Contact', 'Opportunity'] as const) {
        await changeBoth(object)
        addRows(object, share(object) / 2)
      }
      await pullAndCompare('Contact')
      await pullAndCompare('Opportunity')
      expect(differences).toEqual([])
    },
    5 * minutes,
  )

  it(
    'push the same records',
    async () => {
      await save(mapping)
      const linked = await linkedOnes()
      const unlinked = { organization: randomUUID(), person: randomUUID() }
      for (const object of ['Account', 'Contact'] as const) {
        const schema = await schemaOf(object)
        await mutate(schema, unlinked[schema.recordType as 'organization' | 'person'], {}, 'create')
      }
      const pointers = {
        organization: [...linked.organization, unlinked.organization, randomUUID()],
        person: [...linked.person, unlinked.person, randomUUID()],
      }
      for (const object of objects) {
        const schema = await schemaOf(object)
        const pryzmIds = compared[object].map((id) => String(bench.org.admin.record(object, id)?.Pryzm_ID__c ?? ''))
        const existing = pryzmIds.filter((id) => /^[0-9a-f-]{36}$/.test(id)).slice(0, share(object) / 2)
        for (const id of existing) if (random.chance(0.8)) await mutate(schema, id, pointers)
        const created = Array.from({ length: share(object) - existing.length }, () => randomUUID())
        for (const id of created) await mutate(schema, id, pointers, 'create')
        await inParallel([...existing, ...created], (id) => pushAndCompare(object, schema, id))
      }
      expect(differences).toEqual([])
    },
    8 * minutes,
  )

  it('met every outcome and nearly every reason', () => {
    console.info(tally.text())
    expect(tally.has('pull create', 'pull update', 'pull unchanged', 'pull refused', 'push create', 'push update')).toEqual([])
    expect(
      tally.has(
        'not_coercible',
        'option_mismatch',
        'too_long',
        'out_of_range',
        'blank_required',
        'blank_kept',
        'blank_never_synced',
        'related_not_linked',
        'user_not_matched',
        'direction',
      ),
    ).toEqual([])
  })

  /** Records of the seed, which nobody pushes meanwhile. */
  async function linkedOnes(): Promise<{ organization: string[]; person: string[] }> {
    const idOf = (object: SalesforceObject, id: string) => String(bench.org.admin.record(object, id)?.Pryzm_ID__c ?? '')
    const live = async (recordType: RecordType, ids: string[]) =>
      (await bench.records.read(workspace, recordType, ids)).flatMap((record) => record?.id ?? [])
    const own = (object: SalesforceObject) =>
      to[object === 'Account' ? 'accounts' : 'contacts']
        .filter((id) => !compared[object].includes(id))
        .map((id) => idOf(object, id))
    return { organization: await live('organization', own('Account')), person: await live('person', own('Contact')) }
  }

  async function pushAndCompare(
    object: SalesforceObject,
    { recordType, attributes }: RecordTypeSchema,
    recordId: string,
  ): Promise<void> {
    const client = bench.client('editor')
    const [record] = await bench.records.read(workspace, recordType, [recordId])
    if (!record) return
    const preview = await client.pushes.preview({ recordType, recordId })
    const pushed = await client.pushes
      .create({ recordType, recordId, idempotencyKey: randomUUID() })
      .catch((error: unknown) => error as SyncError)
    tally.note(`push ${preview.action}`, preview.reason?.code, preview.fields)
    if (pushed instanceof SyncError) {
      const said = { code: pushed.details.reason ?? pushed.code, sentence: pushed.message }
      if (preview.action !== 'refused' || !equal(said, preview.reason))
        differences.push(`${recordId}: refused ${JSON.stringify(said)}, previewed ${JSON.stringify(preview.reason)}`)
      return
    }
    const row = bench.org.admin.record(object, pushed.result?.salesforceId ?? '') ?? {}
    differences.push(...pushDifferences(recordId, preview, pushed, { row, attributes, severalCurrencies: currencies.length > 0 }))
  }
})

/** What differs, in words; none should. */
const differences: string[] = []

/** How often each outcome, reason and note came up. */
const tally = {
  counts: new Map<string, number>(),
  note(action: string, reason: string | undefined, fields: readonly PreviewField[]): void {
    const seen = [action, ...(reason === undefined ? [] : [reason]), ...fields.flatMap(({ reason: why }) => why ?? [])]
    for (const each of [...seen, ...fields.map(({ outcome }) => outcome)]) this.counts.set(each, (this.counts.get(each) ?? 0) + 1)
  },
  /** Those that did not come up. */
  has(...names: string[]): string[] {
    return names.filter((name) => !this.counts.has(name))
  },
  text(): string {
    return [...this.counts].map(([name, count]) => `${name} ${count}`).join(', ')
  },
}

function widened(mapping: Mapping): Mapping {
  for (const pair of mapping.pairs) {
    if (pair.object === 'Opportunity') continue
    const own = widePairs[pair.object]
    const suggested = pair.fields.filter(({ attribute, field }) =>
      own.every((wide) => wide.attribute !== attribute && wide.field !== field),
    )
    pair.fields = [...suggested, ...own]
  }
  return mapping
}

async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items]
  const one = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: 8 }, one))
}

function equal(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}

const pulled = { create: 'created', update: 'updated', unchanged: 'unchanged', refused: 'failed' } as const

function pullDifferences(
  id: string,
  preview: PreviewWay,
  { result, fields, values }: { result: RecordResult; fields: FieldResult[]; values: Readonly<Record<string, AttributeValue>> },
): string[] {
  const told = (what: string, previewed: unknown, real: unknown) =>
    equal(previewed, real) ? [] : [`${id} ${what}: previewed ${JSON.stringify(previewed)}, was ${JSON.stringify(real)}`]
  // What the host refuses is the one thing that a preview cannot know.
  const byHost = result.reason?.code === 'rejected_by_pryzm'
  const outcome = result.outcome === 'skipped' ? 'failed' : result.outcome
  return [
    ...told('outcome', byHost ? 'failed' : pulled[preview.action], outcome),
    ...told('reason', byHost ? result.reason : preview.reason, result.reason),
    ...(preview.action === 'refused' ? [] : fieldDifferences(told, preview.fields, fields, { failed: outcome === 'failed' })),
    ...(outcome === 'failed'
      ? []
      : preview.fields.flatMap(({ attribute, after }) => told(`${attribute} now`, after, values[attribute] ?? null))),
  ]
}

type Tell = (what: string, previewed: unknown, real: unknown) => string[]

function fieldDifferences(
  told: Tell,
  previewed: readonly PreviewField[],
  results: readonly FieldResult[],
  { failed, unknowable = new Set<string>() }: { failed: boolean; unknowable?: ReadonlySet<string> },
): string[] {
  const warned = new Set(previewed.flatMap(({ attribute, note }) => (note?.code === 'changed_since_sync' ? [attribute] : [])))
  // A warning that only a preview has stands before what a push notes.
  const summary = ({ attribute, field, reason, sentence, note }: FieldResult | PreviewField) => ({
    field,
    reason,
    sentence,
    note: warned.has(attribute) ? null : note,
  })
  const of = (fields: readonly (FieldResult | PreviewField)[]) =>
    Object.fromEntries(
      fields
        .filter(({ attribute, outcome }) => !unknowable.has(attribute) && (!failed || outcome === 'skipped'))
        .map((field): [string, unknown] => [field.attribute, summary(field)])
        .toSorted(([one], [other]) => (one < other ? -1 : 1)),
    )
  const [before, after] = [of(previewed), of(results)]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => told(name, before[name], after[name]))
}

function pushDifferences(
  id: string,
  preview: PushPreview,
  { result, fields }: Push,
  { row, attributes, severalCurrencies }: { row: Row; attributes: readonly Attribute[]; severalCurrencies: boolean },
): string[] {
  const told: Tell = (what, previewed, real) =>
    equal(previewed, real) ? [] : [`${id} ${what}: previewed ${JSON.stringify(previewed)}, was ${JSON.stringify(real)}`]
  if (preview.action === 'refused')
    return [
      ...told('reason', preview.reason, result?.reason),
      ...(preview.fields.length === 0 ? [] : fieldDifferences(told, preview.fields, fields, { failed: true })),
    ]
  // What Salesforce itself refuses or changes is the one thing that a preview cannot know.
  const unknowable = new Set(
    fields.flatMap(({ attribute, reason }) =>
      reason === 'rejected_by_salesforce' || reason === 'not_kept_by_salesforce' ? [attribute] : [],
    ),
  )
  const types = new Map(attributes.map(({ name, type }) => [name, type]))
  const sendsStage = preview.fields.some(({ attribute, outcome }) => attribute === 'stage' && outcome === 'written')
  const now = preview.fields
    // Salesforce sets the probability of a new stage itself where none is sent.
    .filter(({ attribute, outcome }) => attribute !== 'probability' || outcome === 'written' || !sendsStage)
    // A create leaves what it does not send to Salesforce's own defaults.
    .filter(({ outcome }) => preview.action !== 'create' || outcome === 'written')
    .filter(({ attribute, field }) => field !== null && !unknowable.has(attribute))
    .flatMap(({ attribute, field, after }) => {
      const type = types.get(attribute) ?? 'text'
      const held = heldNow(row, field ?? '', type, severalCurrencies)
      return sameValue(type, held, after) ? [] : told(`${attribute} now`, after, held)
    })
  return [
    ...told('outcome', pulled[preview.action], result?.outcome),
    ...told('reason', preview.reason, result?.reason),
    ...told('record', preview.salesforceId ?? result?.salesforceId, result?.salesforceId),
    ...fieldDifferences(told, preview.fields, fields, { failed: result?.outcome === 'failed', unknowable }),
    ...now,
  ]
}

/** What the org holds in a field, as a value of an attribute of this type. */
function heldNow(row: Row, field: string, type: Attribute['type'], severalCurrencies: boolean): AttributeValue {
  if (type === 'address') {
    const part = (name: string) => textOf(row[field.replace(/Address$/, name)])
    const address = {
      street: part('Street'),
      city: part('City'),
      state: part('State'),
      postalCode: part('PostalCode'),
      country: part('Country'),
    }
    return Object.values(address).every((text) => text === null) ? null : address
  }
  const value = row[field] ?? null
  if (type === 'boolean') return value === true
  const text = textOf(value)
  if (text === null) return null
  if (type === 'currency') return { amount: text, currency: severalCurrencies ? textOf(row.CurrencyIsoCode) : null }
  return type === 'multi_select' ? text.split(';') : text
}

function textOf(value: Row[string] | undefined): string | null {
  return value === null || value === undefined || value === '' ? null : String(value)
}

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { SyncError } from '@pryzm/salesforce-sdk/contract'
import type { Records, RecordWrite } from '../engine/ports/index.ts'

export interface RecordsSuiteCase {
  name: string
  /** Rejects with an assertion error that says what is not as the port asks. */
  run: (records: Records) => Promise<void>
}

/**
 * Tells whether an implementation of `Records` is right: every case runs in workspaces of its own, so that one database serves
 * them all. It needs a record type `organization` with a required text attribute `name` and an optional text-like `phone`.
 *
 * @example
 * for (const { name, run } of recordsSuite) it(name, () => run(myRecords))
 */
export const recordsSuite: readonly RecordsSuiteCase[] = [
  {
    name: 'describes organizations with a required name',
    async run(records) {
      const schema = await records.schema(randomUUID(), 'organization')
      assert.ok(schema, 'schema() found no record type organization.')
      const name = schema.attributes.find((attribute) => attribute.name === 'name')
      assert.equal(name?.required, true)
    },
  },
  {
    name: 'says null for a record type that does not exist',
    async run(records) {
      assert.equal(await records.schema(randomUUID(), `pipeline:${randomUUID()}`), null)
    },
  },
  {
    name: 'creates records under the ids it is given',
    async run(records) {
      const workspace = randomUUID()
      const rows = [create({ name: 'Acme', phone: '+44 20 7946 0000' }), create({ name: 'Zenith “Labs”\n\\N\t' })]
      const outcomes = await write(records, workspace, rows)
      assert.deepEqual(outcomes, ['created', 'created'])
      const read = await records.read(workspace, 'organization', ids(rows))
      assert.deepEqual(
        read.map((record) => record?.values.name),
        ['Acme', 'Zenith “Labs”\n\\N\t'],
      )
      assert.equal(read[0]?.name, 'Acme')
    },
  },
  {
    name: 'makes no second record when the same create comes again',
    async run(records) {
      const workspace = randomUUID()
      const row = create({ name: 'Acme' })
      await write(records, workspace, [row])
      const [again] = await write(records, workspace, [row])
      assert.ok(again === 'unchanged' || again === 'updated', `The second create answered ${again}.`)
      assert.equal((await records.search(workspace, 'organization', 'Acme')).length, 1)
    },
  },
  {
    name: 'takes rows of one record in their order, and keeps any text',
    async run(records) {
      const workspace = randomUUID()
      const id = randomUUID()
      const phone = '🏔️ \u2028 {"a":"\\n"} \\N'
      const outcomes = await write(records, workspace, [
        { id, kind: 'create', values: { name: 'Acme' } },
        { id, kind: 'update', values: { phone: '1' } },
        { id, kind: 'update', values: { phone } },
      ])
      assert.deepEqual(outcomes, ['created', 'updated', 'updated'])
      assert.deepEqual(await valuesOf(records, workspace, id), { name: 'Acme', phone })
    },
  },
  {
    name: 'says null for ids it does not know, whatever they look like',
    async run(records) {
      const unknown = [randomUUID(), 'not an id', '', '\0', '%', '001000000000001AAA']
      assert.deepEqual(
        await records.read(randomUUID(), 'organization', unknown),
        unknown.map(() => null),
      )
      assert.deepEqual(
        await records.revisions(randomUUID(), 'organization', unknown),
        unknown.map(() => null),
      )
    },
  },
  {
    name: 'changes only the attributes that an update names, and clears those that are null',
    async run(records) {
      const workspace = randomUUID()
      const row = create({ name: 'Acme', phone: '1' })
      await write(records, workspace, [row])
      assert.deepEqual(await write(records, workspace, [{ id: row.id, kind: 'update', values: { phone: '2' } }]), ['updated'])
      assert.deepEqual(await valuesOf(records, workspace, row.id), { name: 'Acme', phone: '2' })
      assert.deepEqual(await write(records, workspace, [{ id: row.id, kind: 'update', values: { phone: null } }]), ['updated'])
      assert.deepEqual(await valuesOf(records, workspace, row.id), { name: 'Acme' })
    },
  },
  {
    name: 'says unchanged, with the same revision, when an update brings nothing new',
    async run(records) {
      const workspace = randomUUID()
      const row = create({ name: 'Acme', phone: '1' })
      await write(records, workspace, [row])
      const before = await records.revisions(workspace, 'organization', [row.id])
      assert.deepEqual(await write(records, workspace, [{ id: row.id, kind: 'update', values: { phone: '1' } }]), ['unchanged'])
      assert.deepEqual(await write(records, workspace, [{ id: row.id, kind: 'update', values: { phone: ' 1 ' } }]), ['unchanged'])
      assert.deepEqual(await records.revisions(workspace, 'organization', [row.id]), before)
    },
  },
  {
    name: 'moves the revision with every change',
    async run(records) {
      const workspace = randomUUID()
      const row = create({ name: 'Acme' })
      const [created] = await records.write(workspace, 'organization', [row], {})
      const [updated] = await records.write(
        workspace,
        'organization',
        [{ id: row.id, kind: 'update', values: { phone: '1' } }],
        {},
      )
      assert.ok(created && 'revision' in created && updated && 'revision' in updated)
      assert.notEqual(created.revision, updated.revision)
      assert.deepEqual(await records.revisions(workspace, 'organization', [row.id]), [updated.revision])
    },
  },
  {
    name: 'says missing for an update of a record that does not exist, and creates none',
    async run(records) {
      const workspace = randomUUID()
      const id = randomUUID()
      assert.deepEqual(await write(records, workspace, [{ id, kind: 'update', values: { name: 'Acme' } }]), ['missing'])
      assert.deepEqual(await records.read(workspace, 'organization', [id]), [null])
    },
  },
  {
    name: 'rejects a row by its attribute and still writes the others',
    async run(records) {
      const workspace = randomUUID()
      const rows = [create({ phone: '1' }), create({ name: 'Acme' })]
      const [rejected, created] = await records.write(workspace, 'organization', rows, {})
      assert.equal(rejected?.outcome, 'rejected')
      assert.equal(rejected?.outcome === 'rejected' && rejected.attribute, 'name')
      assert.equal(created?.outcome, 'created')
    },
  },
  {
    name: 'keeps one workspace out of sight of another',
    async run(records) {
      const [ours, theirs] = [randomUUID(), randomUUID()]
      const row = create({ name: 'Acme' })
      await write(records, ours, [row])
      assert.deepEqual(await records.read(theirs, 'organization', [row.id]), [null])
      assert.deepEqual(await records.revisions(theirs, 'organization', [row.id]), [null])
      assert.deepEqual(await records.search(theirs, 'organization', 'Acme'), [])
    },
  },
  {
    name: 'answers for many records in the order asked',
    async run(records) {
      const workspace = randomUUID()
      const rows = Array.from({ length: 3000 }, (_, index) => create({ name: `Organization ${index}` }))
      assert.ok((await write(records, workspace, rows)).every((outcome) => outcome === 'created'))
      const asked = ids(rows).toReversed()
      const read = await records.read(workspace, 'organization', asked)
      assert.deepEqual(
        read.map((record) => record?.id),
        asked,
      )
    },
  },
  {
    name: 'finds records by a part of their name, special characters included',
    async run(records) {
      const workspace = randomUUID()
      await write(records, workspace, [create({ name: '100 % Wool' }), create({ name: '100 Wool' })])
      const found = await records.search(workspace, 'organization', '100 %')
      assert.deepEqual(
        found.map(({ name }) => name),
        ['100 % Wool'],
      )
    },
  },
  {
    name: 'creates a pipeline once, and describes its records',
    async run(records) {
      const workspace = randomUUID()
      const stages = [{ label: 'Open', type: 'open' as const, probability: 10 }]
      const pipeline = await records.createPipeline(workspace, { name: 'Sales', stages })
      assert.equal(pipeline.stages.length, 1)
      assert.deepEqual(
        (await records.pipelines(workspace)).map(({ id }) => id),
        [pipeline.id],
      )
      assert.ok(await records.schema(workspace, `pipeline:${pipeline.id}`))
      await assert.rejects(
        records.createPipeline(workspace, { name: 'sales', stages }),
        (error) => error instanceof SyncError && error.code === 'name_taken',
      )
    },
  },
]

function create(values: RecordWrite['values']): RecordWrite {
  return { id: randomUUID(), kind: 'create', values }
}

function ids(rows: readonly RecordWrite[]): string[] {
  return rows.map(({ id }) => id)
}

async function write(records: Records, workspace: string, rows: readonly RecordWrite[]): Promise<string[]> {
  return (await records.write(workspace, 'organization', rows, {})).map(({ outcome }) => outcome)
}

async function valuesOf(records: Records, workspace: string, id: string): Promise<Record<string, unknown>> {
  const [record] = await records.read(workspace, 'organization', [id])
  return Object.fromEntries(Object.entries(record?.values ?? {}).filter(([, value]) => value !== null))
}

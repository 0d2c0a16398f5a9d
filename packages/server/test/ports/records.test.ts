import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSql } from '../../src/postgres/sql/open-sql.ts'
import { createPostgresRecords, type DatabaseOption, type PostgresRecords, recordsSuite } from '../../src/records/index.ts'
import { createDatabase } from '../support/databases.ts'
import { startPGlite } from '../support/pglite.ts'

const databases: { name: string; open: () => Promise<DatabaseOption> }[] = [
  { name: 'PGlite', open: startPGlite },
  { name: 'Postgres', open: createDatabase },
]

describe.each(databases)('the reference records on $name', ({ open }) => {
  let database: DatabaseOption
  let records: PostgresRecords

  beforeAll(async () => {
    database = await open()
    records = await createPostgresRecords({ database, schema: 'records_suite' })
  })
  afterAll(() => records.close())

  // The cases assert by themselves, so that hosts can run them with any test runner.
  it.each(recordsSuite)('$name', async ({ run }) => {
    await expect(run(records)).resolves.toBeUndefined()
  })

  it('writes nothing when the transaction it joined is rolled back', async () => {
    const { sql } = await openSql(database)
    const workspace = randomUUID()
    const pipeline = await records.createPipeline(workspace, {
      name: 'Sales',
      stages: [{ label: 'New', type: 'open', probability: 5 }],
    })
    const recordType = `pipeline:${pipeline.id}`
    const row = { id: randomUUID(), kind: 'create' as const, values: { name: 'Deal', stage: 'new' } }
    const rolledBack = sql.transaction(async (transaction) => {
      const outcomes = await records.write(workspace, recordType, [row], { transaction })
      expect(outcomes).toEqual([{ outcome: 'created', revision: '1' }])
      throw new Error('no')
    })
    await expect(rolledBack).rejects.toThrow('no')
    expect(await records.read(workspace, recordType, [row.id])).toEqual([null])
  })

  it('leaves the transaction it joined usable when a create comes again', async () => {
    const { sql } = await openSql(database)
    const workspace = randomUUID()
    const [known, fresh] = ['Acme', 'Globex'].map((name) => ({ id: randomUUID(), kind: 'create' as const, values: { name } }))
    await records.write(workspace, 'organization', [known!], {})
    const outcomes = await sql.transaction((transaction) =>
      records.write(workspace, 'organization', [fresh!, { ...known!, values: { name: 'Acme Ltd' } }], { transaction }),
    )
    expect(outcomes).toEqual([
      { outcome: 'created', revision: '1' },
      { outcome: 'updated', revision: '2', changed: ['name'] },
    ])
    expect((await records.read(workspace, 'organization', [known!.id, fresh!.id])).map((record) => record?.name)).toEqual([
      'Acme Ltd',
      'Globex',
    ])
  })

  it('keeps text that Postgres cannot hold by itself', async () => {
    const workspace = randomUUID()
    const row = { id: randomUUID(), kind: 'create' as const, values: { name: 'a\0b', phone: 'half \ud800' } }
    expect(await records.write(workspace, 'organization', [row], {})).toMatchObject([{ outcome: 'created' }])
    const [record] = await records.read(workspace, 'organization', [row.id])
    expect(record).toMatchObject({ name: 'a\uFFFDb', values: row.values })
  })

  it('names a person by first and last name, and anew when one of them changes', async () => {
    const workspace = randomUUID()
    const id = randomUUID()
    const name = async () => (await records.read(workspace, 'person', [id]))[0]?.name
    await records.write(workspace, 'person', [{ id, kind: 'create', values: { first_name: 'Ada', last_name: 'Lovelace' } }], {})
    expect(await name()).toBe('Ada Lovelace')
    await records.write(workspace, 'person', [{ id, kind: 'update', values: { first_name: null, last_name: 'King' } }], {})
    expect(await name()).toBe('King')
  })

  it('rejects an option that the attribute does not have', async () => {
    const workspace = randomUUID()
    const row = { id: randomUUID(), kind: 'create' as const, values: { name: 'Acme', industry: 'alchemy' } }
    expect(await records.write(workspace, 'organization', [row], {})).toEqual([
      { outcome: 'rejected', attribute: 'industry', sentence: 'Industry has no option "alchemy".' },
    ])
  })

  it('names no user where two share an email', async () => {
    const workspace = randomUUID()
    await records.putUsers(workspace, [
      { id: 'ada', name: 'Ada', email: 'Ada@pryzm.example' },
      { id: 'eli', name: 'Eli', email: 'team@pryzm.example' },
      { id: 'vera', name: 'Vera', email: 'team@pryzm.example' },
    ])
    const found = await records.users(workspace, { emails: ['ada@pryzm.example', 'team@pryzm.example'] })
    expect([...found]).toEqual([['ada@pryzm.example', 'ada']])
  })
})

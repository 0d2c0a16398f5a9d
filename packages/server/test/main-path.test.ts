import type { Mapping, Run } from '@pryzm/salesforce-sdk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIn } from './support/connect.ts'
import { setUp, suggestedMapping } from './support/map.ts'
import { jobOf, pull, resultsOf } from './support/pull.ts'
import { createWorkbench, databases, type Workbench, workspace } from './support/workbench.ts'

describe.each(databases)('from the first sign-in to a push, on $name', ({ open }) => {
  let bench: Workbench
  let run: Run
  beforeAll(async () => {
    bench = await createWorkbench({ database: await open() })
    await bench.records.putUsers(workspace, [{ id: 'ada', name: 'Ada', email: 'Dana@Acme-Industrial.example' }])
    await bench.server.work()
  })
  afterAll(() => bench.close())

  it('says what is missing in Salesforce', async () => {
    await signIn(bench)
    const { checks } = await bench.client().setup.check()
    expect(checks.filter(({ status }) => status === 'fail').map(({ kind, object }) => `${kind} ${object ?? ''}`.trim())).toEqual([
      'pryzm_id Account',
      'pryzm_id Contact',
      'pryzm_id Opportunity',
      'pipeline Opportunity',
    ])
  })

  it('creates the Pryzm_ID fields with one click', async () => {
    const { results, report } = await bench.client().setup.createFields()
    expect(results.map(({ outcome }) => outcome)).toEqual(['created', 'created', 'created'])
    expect(report.checks.filter(({ kind }) => kind === 'pryzm_id').map(({ status }) => status)).toEqual(['pass', 'pass', 'pass'])
  })

  it('refuses to pull before anything is mapped', async () => {
    await expect(bench.client().runs.start({})).rejects.toMatchObject({ code: 'mapping_invalid' })
  })

  it('creates a pipeline from the stages of the org and saves a mapping of the suggestions', async () => {
    const client = bench.client()
    const stages = (await client.pipelines.stages()).items
    const { pipeline, options } = await client.pipelines.create({ name: 'Deals', stages: stages.map(({ apiName }) => apiName) })
    expect(pipeline.stages.map(({ label }) => label)).toEqual(stages.map(({ label }) => label))
    expect(options).toHaveLength(stages.length)
    const mapping: Mapping = await suggestedMapping(bench, pipeline.id)
    const saved = await client.mapping.save({ baseVersion: 0, mapping })
    expect(saved).toMatchObject({ version: 1, checkedAgainstSalesforce: true })
    expect(saved.issues.filter(({ severity }) => severity !== 'warning')).toEqual([])
  })

  it('pulls accounts, contacts and opportunities', async () => {
    run = await pull(bench.client())
    expect(run.jobs.map(({ object, state, counts }) => [object, state, counts.created, counts.failed])).toEqual([
      ['Account', 'succeeded', 4, 0],
      ['Contact', 'succeeded', 5, 0],
      // The required stage of one deal matches no stage of the pipeline.
      ['Opportunity', 'completed_with_errors', 3, 1],
    ])
    expect(run.state).toBe('completed_with_errors')
  })

  it('brought the values, relations and users along', async () => {
    const { items } = await bench.records.list(workspace, 'organization', { search: 'Northgate Pumps', page: 1, size: 10 })
    const parent = items.find(({ name }) => name === 'Northgate Pumps')
    const child = items.find(({ name }) => name === 'Northgate Pumps Service')
    expect(parent?.values).toMatchObject({ phone: '(216) 555-0110', owner: 'ada', annual_revenue: { amount: '912260031' } })
    expect(child?.values.parent).toBe(parent?.id)
    const [maya] = (await bench.records.list(workspace, 'person', { search: 'Chen', page: 1, size: 10 })).items
    expect(maya?.values).toMatchObject({ organization: parent?.id, email: 'maya.chen@northgate.example' })
  })

  it('wrote the ids of the new records back', () => {
    const ids = ['Account', 'Contact', 'Opportunity'].flatMap((object) =>
      bench.org.admin.find(object).map((row) => row.Pryzm_ID__c),
    )
    expect(ids.filter((id) => /^[0-9a-f-]{36}$/.test(String(id)))).toHaveLength(12)
    expect(ids).toHaveLength(13)
  })

  it('tells in History what became of every record and field', async () => {
    const client = bench.client('viewer')
    const { items } = await client.jobs.list({})
    expect(items.map(({ object, kind }) => `${kind} ${object}`)).toEqual(['pull Opportunity', 'pull Contact', 'pull Account'])
    const results = await resultsOf(client, jobOf(run, 'Opportunity').id)
    const odd = results.find(({ name }) => name === 'Ödegård - bearings')
    expect(odd).toMatchObject({ outcome: 'failed', skippedFields: 1, reason: { code: 'rejected_by_pryzm' } })
    expect(odd?.reason?.sentence).toBe('Stage is required. "Verbal OK (phone)" matches no option of Stage.')
    const { items: fields } = await client.jobs.fields({ id: jobOf(run, 'Opportunity').id, recordResultId: odd?.id ?? '' })
    expect(fields.find(({ attribute }) => attribute === 'stage')).toMatchObject({
      outcome: 'skipped',
      reason: 'option_mismatch',
      dropped: 'Verbal OK (phone)',
    })
    const [retrofit] = results.filter(({ name }) => name === 'Northgate Pumps - retrofit')
    const { items: synced } = await client.jobs.fields({ id: jobOf(run, 'Opportunity').id, recordResultId: retrofit?.id ?? '' })
    expect(synced.find(({ attribute }) => attribute === 'amount')).toMatchObject({ outcome: 'synced', reason: null })
  })

  it('calls everything unchanged the second time, and creates nothing', async () => {
    const again = await pull(bench.client())
    expect(again.jobs.map(({ counts }) => counts)).toEqual(
      run.jobs.map(({ counts }) => ({ ...counts, created: 0, unchanged: counts.created })),
    )
  })

  it('pulls what changed', async () => {
    const [account] = bench.org.admin.find('Account', { Name: 'Lakeside Foods' })
    bench.org.admin.update('Account', String(account?.Id), { Phone: '555 0199' })
    const again = await pull(bench.client(), 'changes')
    expect(jobOf(again, 'Account').counts).toMatchObject({ updated: 1, created: 0, failed: 0 })
    const [lakeside] = (await bench.records.list(workspace, 'organization', { search: 'Lakeside', page: 1, size: 1 })).items
    expect(lakeside?.values.phone).toBe('555 0199')
  })

  it('disconnects and connects again, and every record is still linked', async () => {
    await bench.client().connection.disconnect()
    await signIn(bench)
    expect((await bench.client().mapping.get()).version).toBe(1)
    const again = await pull(bench.client())
    expect(again.jobs.map(({ counts }) => counts.created)).toEqual([0, 0, 0])
    expect(jobOf(again, 'Account').counts.unchanged).toBe(4)
  })

  it('pushes a changed record', async () => {
    const [lakeside] = (await bench.records.list(workspace, 'organization', { search: 'Lakeside', page: 1, size: 1 })).items
    if (!lakeside) throw new Error('Lakeside Foods was not pulled.')
    await bench.records.write(workspace, 'organization', [{ id: lakeside.id, kind: 'update', values: { phone: '555 0200' } }], {})
    const record = { recordType: 'organization', recordId: lakeside.id }
    const client = bench.client('editor')
    expect(await client.pushes.target(record)).toMatchObject({ action: 'update', orgName: 'Acme Industrial' })
    const push = await client.pushes.create({ ...record, idempotencyKey: 'press-1-of-lakeside' })
    expect(push.job).toMatchObject({ state: 'succeeded', kind: 'push' })
    expect(push.fields.filter(({ attribute }) => attribute === 'phone')).toMatchObject([{ outcome: 'synced' }])
    expect(bench.org.admin.find('Account', { Name: 'Lakeside Foods' })).toMatchObject([{ Phone: '555 0200' }])
  })

  it('creates a record that Salesforce has not seen', async () => {
    const id = crypto.randomUUID()
    await bench.records.write(workspace, 'organization', [{ id, kind: 'create', values: { name: 'New Harbour' } }], {})
    const push = await bench
      .client('editor')
      .pushes.create({ recordType: 'organization', recordId: id, idempotencyKey: 'press-new-harbour' })
    expect(push.result).toMatchObject({ outcome: 'created', reason: null })
    expect(bench.org.admin.find('Account', { Name: 'New Harbour' })).toMatchObject([{ Pryzm_ID__c: id }])
  })
})

it('goes the whole way for a second workspace, apart from the first', async () => {
  const bench = await createWorkbench()
  await bench.server.work()
  await setUp(bench, { workspace: 'globex' })
  const run = await pull(bench.client('admin', 'globex'))
  expect(run.jobs.map(({ counts }) => counts.created)).toEqual([4, 5, 3])
  expect((await bench.client('admin', 'acme').jobs.list({})).items).toEqual([])
  await bench.close()
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setUp } from './support/map.ts'
import { jobOf, pull, resultsOf } from './support/pull.ts'
import { createWorkbench, type Workbench, workspace } from './support/workbench.ts'

let bench: Workbench
beforeAll(async () => {
  bench = await createWorkbench({ org: { seed: 'people' } })
  await setUp(bench)
  await bench.server.work()
})
afterAll(() => bench.close())

const accounts = (person: boolean) => bench.org.admin.find('Account', { IsPersonAccount: person })

it('pulls businesses as organizations, and persons as people without one, linked here alone', async () => {
  const persons = bench.org.admin.find('Contact', { IsPersonAccount: true })
  const run = await pull(bench.client())
  expect(jobOf(run, 'Account')).toMatchObject({ state: 'succeeded', counts: { processed: accounts(false).length, failed: 0 } })
  const contacts = jobOf(run, 'Contact')
  expect(contacts).toMatchObject({ state: 'succeeded', counts: { created: bench.org.admin.find('Contact').length, failed: 0 } })

  const results = new Map((await resultsOf(bench.client(), contacts.id)).map((result) => [result.salesforceId, result]))
  const [person] = await bench.records.read(workspace, 'person', [String(results.get(String(persons[0]?.Id))?.recordId)])
  expect(person?.values).toMatchObject({ last_name: persons[0]?.LastName })
  expect(person?.values.organization ?? null).toBeNull()
  expect(bench.org.admin.find('Contact', { IsPersonAccount: true }).map(({ Pryzm_ID__c }) => Pryzm_ID__c ?? null)).toEqual(
    persons.map(() => null),
  )
  const [colleague] = bench.org.admin.find('Contact', { IsPersonAccount: false })
  expect(colleague?.Pryzm_ID__c).toBe(results.get(String(colleague?.Id))?.recordId)
})

it('finds them unchanged at the next pull', async () => {
  const run = await pull(bench.client())
  for (const object of ['Account', 'Contact'] as const) {
    const { counts } = jobOf(run, object)
    expect(counts).toMatchObject({ unchanged: counts.processed, created: 0, updated: 0 })
  }
})

it('leaves a person out of pushes, and says why', async () => {
  const [job] = (await bench.client().jobs.list({ object: 'Contact' })).items
  const results = await resultsOf(bench.client(), job?.id ?? '')
  const person = bench.org.admin.find('Contact', { IsPersonAccount: true })[0]
  const recordId = String(results.find(({ salesforceId }) => salesforceId === person?.Id)?.recordId)
  await bench.records.write(workspace, 'person', [{ id: recordId, kind: 'update', values: { job_title: 'Retired' } }], {})
  const push = await bench.client().pushes.create({ recordType: 'person', recordId, idempotencyKey: randomUUID() })
  expect(push.result).toMatchObject({ outcome: 'skipped', reason: { code: 'person_account' } })
  expect(bench.org.admin.record('Contact', String(person?.Id))?.Title).toBe(person?.Title)
})

import type { EmulatedOrg } from '@pryzm/salesforce-emulator'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signedBy } from './support/people.ts'
import { setUp } from './support/map.ts'
import { createOtherOrg } from './support/other-org.ts'
import { jobOf, pull } from './support/pull.ts'
import type { SalesforceServer } from '../src/index.ts'
import { createWorkbench, type Workbench, workspace } from './support/workbench.ts'

let bench: Workbench
let other: EmulatedOrg
let server: SalesforceServer
beforeAll(async () => {
  bench = await createWorkbench()
  other = await createOtherOrg(bench.org)
  server = await bench.anotherServer({ loginUrl: other.url })
  await bench.server.work()
  await setUp(bench)
  await pull(bench.client())
})
afterAll(async () => {
  await bench.close()
  await other.close()
})

async function signInToOther(): Promise<string> {
  const { authorizeUrl } = await bench.client('admin', workspace, server).connection.connect({ returnTo: '/settings' })
  const callback = await other.admin.approve(authorizeUrl)
  const response = await server.handle(new Request(callback, { headers: signedBy('admin', workspace) }))
  return response.headers.get('location') ?? ''
}

it('signing in to another org asks for a choice and leaves the connection as it was', async () => {
  expect(await signInToOther()).toBe('/settings?salesforce=different_org')
  expect(await bench.client().connection.get()).toMatchObject({
    status: 'connected',
    reason: 'different_org',
    org: { name: 'Acme Industrial' },
    pendingOrg: { name: 'Globex' },
  })
  expect((await pull(bench.client())).jobs.map(({ counts }) => counts.created)).toEqual([0, 0, 0])
})

it('keeping the org before withdraws the other access', async () => {
  const connection = await bench.client().connection.chooseOrg({ choice: 'keep' })
  expect(connection).toMatchObject({ status: 'connected', reason: null, org: { name: 'Acme Industrial' }, pendingOrg: null })
  await expect(bench.client().connection.chooseOrg({ choice: 'keep' })).rejects.toMatchObject({ code: 'conflict' })
})

it('starting fresh connects the other org and leaves the old links behind', async () => {
  await signInToOther()
  const connection = await bench.client().connection.chooseOrg({ choice: 'start_fresh' })
  expect(connection).toMatchObject({ status: 'connected', org: { name: 'Globex' }, pendingOrg: null })
  const [northgate] = (await bench.records.list(workspace, 'organization', { search: 'Northgate', page: 1, size: 1 })).items
  expect(await bench.client().mapping.drift()).toMatchObject({ changes: [], issues: [] })
  const target = await bench.client().pushes.target({ recordType: 'organization', recordId: northgate?.id ?? '' })
  expect(target).toMatchObject({ action: 'create', salesforceId: null })
})

it('the mapping stays, and is checked against the new org', async () => {
  const { version, issues } = await bench.client().mapping.get()
  expect(version).toBe(1)
  expect(issues.filter(({ severity }) => severity === 'blocking').map(({ code }) => code)).toEqual([
    'pryzm_id_missing',
    'pryzm_id_missing',
    'pryzm_id_missing',
  ])
})

it('an org without records is pulled in no time', async () => {
  for (const object of ['Account', 'Contact', 'Opportunity']) other.admin.addPryzmIdField(object)
  const run = await pull(bench.client())
  expect(jobOf(run, 'Account')).toMatchObject({ state: 'succeeded', total: 0, counts: { processed: 0 } })
})

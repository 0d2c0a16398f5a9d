import { setTimeout as pause } from 'node:timers/promises'
import type { EmulatedOrg } from '@pryzm/salesforce-emulator'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Org } from '../../src/engine/ports/index.ts'
import { answering, json } from './support/answering.ts'
import { connect, orgsFor, signIn, startOrg } from './support/connect.ts'

let emulated: EmulatedOrg
let org: Org
let aheadMs: number
beforeEach(async () => {
  // Metadata of the org last changed some minutes ago, by its clock.
  aheadMs = -10 * 60_000
  emulated = await startOrg({ clock: () => new Date(Date.now() + aheadMs) })
  org = (await connect(emulated)).org
})
afterEach(() => emulated.close())

async function markNow(): Promise<string> {
  const { mark } = await org.describe('Account')
  if (mark === null) throw new Error('The describe came without a mark.')
  return mark
}

const statuses = () => emulated.admin.requests.filter(({ path }) => path.endsWith('/describe')).map(({ status }) => status)

describe('a describe that was read before', () => {
  it('is answered 304 while nothing changed', async () => {
    expect(await org.describeIfChanged('Account', await markNow())).toBe('unchanged')
    expect(statuses()).toEqual([200, 304])
  })

  it('is read again once something changed', async () => {
    const mark = await markNow()
    await pause(1100)
    emulated.admin.addField('Account', { fullName: 'Region__c', type: 'Text', label: 'Region', length: 80 })
    const answer = await org.describeIfChanged('Account', mark)
    expect(answer).toMatchObject({ describe: { name: 'Account' }, mark: expect.not.stringMatching(mark) })
    expect(statuses()).toEqual([200, 200])
  })

  it('has no mark while it changed within the second of the answer, which would hide a second change', async () => {
    aheadMs = 0
    emulated.admin.addField('Account', { fullName: 'Region__c', type: 'Text', label: 'Region', length: 80 })
    expect((await org.describe('Account')).mark).toBeNull()
  })

  it('is null when the object is hidden meanwhile', async () => {
    const mark = await markNow()
    emulated.admin.setPermissions('dana@acme-industrial.example', {
      objects: { Account: { read: false, create: false, edit: false, delete: false } },
    })
    expect(await org.describeIfChanged('Account', mark)).toEqual({ describe: null, mark: null })
  })

  it('is read whole by another version of the API, which may tell other things', async () => {
    const mark = await markNow()
    const orgs = orgsFor({ apiVersion: '65.0' })
    const { instanceUrl, accessToken } = await signIn(orgs, emulated)
    const older = orgs.open({ instanceUrl, accessToken, renew: () => Promise.reject(new Error('Not now.')) })
    expect(await older.describeIfChanged('Account', mark)).toMatchObject({ describe: { name: 'Account' } })
    expect(await older.describeIfChanged('Account', 'a mark of another release')).toMatchObject({ describe: {} })
  })
})

it('a describe without Last-Modified is always read whole', async () => {
  const server = await answering((_, response) => json(response, 200, { label: 'Account', fields: [] }))
  expect(await server.open().org.describe('Account')).toMatchObject({ describe: { label: 'Account' }, mark: null })
  await server.close()
})

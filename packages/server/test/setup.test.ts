import { randomUUID } from 'node:crypto'
import type { SetupCheck } from '@pryzm/salesforce-sdk'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { signIn } from './support/connect.ts'
import { createWorkbench, type Workbench } from './support/workbench.ts'

const dana = 'dana@acme-industrial.example'

let bench: Workbench
let workspace: string
beforeAll(async () => {
  bench = await createWorkbench()
})
afterAll(() => bench.close())
beforeEach(async () => {
  bench.org.reset()
  workspace = randomUUID()
  await signIn(bench, { workspace })
})

async function pryzmIdOf(object: string): Promise<SetupCheck | undefined> {
  const { checks } = await bench.client('admin', workspace).setup.check()
  return checks.find((check) => check.kind === 'pryzm_id' && check.object === object)
}

it('finds a field whose API name is nearly right, and tells how to rename it', async () => {
  bench.org.admin.addField('Account', { fullName: 'PryzmID__c', type: 'Text', label: 'Pryzm ID', length: 36, unique: true })
  const check = await pryzmIdOf('Account')
  expect(check?.problems).toEqual([
    {
      code: 'pryzm_id_missing',
      sentence: 'Found PryzmID__c on Account. Is this the field? Its API name has to be exactly Pryzm_ID__c.',
      expected: 'Pryzm_ID__c',
      found: 'PryzmID__c',
    },
  ])
  expect(check?.steps[1]).toBe('Choose "Pryzm ID" (PryzmID__c), then Edit, change Field Name to Pryzm_ID and save.')
})

it.each([
  ['hidden', 'none', 'Hidden by field-level security'],
  ['read-only', 'read', 'Read access only'],
] as const)('leads to the field itself, and its security, where it is %s for the connected user', async (_, access, found) => {
  bench.org.admin.addPryzmIdField('Contact')
  bench.org.admin.setPermissions(dana, { fields: { 'Contact.Pryzm_ID__c': access } })
  const check = await pryzmIdOf('Contact')
  expect(check?.problems).toMatchObject([{ code: 'pryzm_id_not_accessible', found }])
  const [field] = bench.org.admin.find('CustomField', { DeveloperName: 'Pryzm_ID' })
  expect(check?.link).toBe(
    `${bench.org.url}/lightning/setup/ObjectManager/Contact/FieldsAndRelationships/${String(field?.Id)}/view`,
  )
  expect(check?.steps[0]).toContain('Set Field-Level Security')
})

it('tells what the field is like, beside what is wrong with it', async () => {
  const nothing = await pryzmIdOf('Account')
  expect(nothing?.field).toBeUndefined()
  bench.org.admin.addField('Account', { fullName: 'Pryzm_ID__c', type: 'Text', label: 'Pryzm ID', length: 18, unique: true })
  const check = await pryzmIdOf('Account')
  expect(check?.field).toEqual({ name: 'Pryzm_ID__c', typeLabel: 'Text', length: 18, externalId: false, unique: true })
  expect(check?.problems.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['pryzm_id_too_short', 'pryzm_id_not_external_id']),
  )
})

it('calls an object as its org does, with the API name beside it', async () => {
  bench.org.faults.add({
    method: 'GET',
    path: '/sobjects/Account/describe',
    respond: {
      status: 200,
      body: {
        label: 'Kundenkonto',
        labelPlural: 'Kundenkonten',
        queryable: true,
        createable: true,
        updateable: true,
        fields: [],
      },
    },
  })
  expect((await pryzmIdOf('Account'))?.title).toBe('Pryzm_ID on Kundenkonto (Account)')
})

import { afterAll, beforeAll, describe, expect } from 'vitest'
import { createOrg, type EmulatedOrg } from '../../src/index.ts'
import { app, caller, tokensFor } from '../sign-in.ts'
import { itRecorded, recording } from './recordings.ts'
import { shapeDifferences } from './shape.ts'

interface Described extends Record<string, unknown> {
  fields: Record<string, unknown>[]
  childRelationships: Record<string, unknown>[]
}

let org: EmulatedOrg
let call: ReturnType<typeof caller>
beforeAll(async () => {
  org = await createOrg({ seed: 'tiny', app })
  call = caller(org, (await tokensFor(org)).access_token ?? '')
})
afterAll(() => org.close())

const describedAt = async (version: number, object: string): Promise<Described> =>
  JSON.parse(await (await call('GET', `/services/data/v${version}.0/sobjects/${object}/describe`)).text())

/** The versions of the recordings by their keys: those of before v50.0 lack three. */
const scratch = [
  ['Account', 48],
  ['Contact', 52],
  ['Opportunity', 52],
] as const

describe.each(scratch)('%s beside the describe of a scratch org', (object, version) => {
  const path = `describe/cumulusci-scratch/${object}.json`

  itRecorded('has the same keys in the same order', path, async () => {
    const [ours, recorded] = [await describedAt(version, object), recording<Described>(path)]
    expect(shapeDifferences(ours, recorded)).toEqual([])
    for (const [key, value] of Object.entries(recorded)) {
      if (typeof value === 'boolean' || typeof value === 'string') expect([key, ours[key]]).toEqual([key, value])
    }
    expect(ours.supportedScopes).toEqual(recorded.supportedScopes)
  })

  itRecorded('describes every field that both have alike, in the same order', path, async () => {
    const [ours, recorded] = [await describedAt(version, object), recording<Described>(path)]
    const theirs = new Map(recorded.fields.map((field) => [field.name, field]))
    const shared = ours.fields.filter((field) => theirs.has(field.name))
    expect(shared.length).toBeGreaterThan(35)
    for (const { picklistValues: _, ...field } of shared) {
      const { picklistValues: __, ...recordedField } = theirs.get(field.name) ?? {}
      expect(field).toEqual({ ...recordedField, ...longerPicklist(field) })
    }
    const names = new Set(shared.map(({ name }) => name))
    expect(shared.map(({ name }) => name)).toEqual(recorded.fields.map(({ name }) => name).filter((name) => names.has(name)))
  })

  itRecorded('lists the children that both have alike', path, async () => {
    const [ours, recorded] = [await describedAt(version, object), recording<Described>(path)]
    const nameOf = (child: Record<string, unknown>) => `${String(child.childSObject)}.${String(child.field)}`
    const theirs = new Map(recorded.childRelationships.map((child) => [nameOf(child), child]))
    const known = new Set(['Account', 'Contact', 'Opportunity'])
    for (const child of ours.childRelationships) expect(child).toEqual(theirs.get(nameOf(child)))
    const expected = recorded.childRelationships.filter((child) => known.has(String(child.childSObject))).map(nameOf)
    expect(ours.childRelationships.map(nameOf)).toEqual(expected)
  })
})

/** Newer editions, which the field tables are of, have longer open picklists than the recording. */
function longerPicklist(field: Record<string, unknown>): Record<string, unknown> {
  const open = field.type === 'picklist' && field.restrictedPicklist === false && field.name !== 'Salutation'
  return open ? { length: 255, byteLength: 765 } : {}
}

interface Composite {
  compositeResponse: { body: Described; httpHeaders: object; httpStatusCode: number; referenceId: string }[]
}

describe('a describe inside a composite request', () => {
  const path = 'amp-labs/metadata/read/organization-sampled.json'

  itRecorded('carries the headers that were recorded', path, async () => {
    const ours = await compositeDescribe('Organization')
    const lists = ['fields', 'childRelationships', 'recordTypeInfos', 'supportedScopes']
    const without = ({ compositeResponse }: Composite) =>
      compositeResponse.map(({ body, ...rest }) => ({
        ...rest,
        body: Object.fromEntries(Object.entries(body).filter(([key]) => !lists.includes(key))),
      }))
    expect(shapeDifferences(without(ours), without(recording<Composite>(path)))).toEqual([])
    expect(ours.compositeResponse[0]?.httpHeaders).toMatchObject({ ETag: expect.stringMatching(/^"[0-9a-f]{8}"$/) })
  })

  itRecorded('describes Organization as recorded', path, async () => {
    const ours = (await compositeDescribe('Organization')).compositeResponse[0]?.body
    const recorded = recording<Composite>(path).compositeResponse[0]?.body
    for (const [key, value] of Object.entries(recorded ?? {})) {
      if (typeof value === 'boolean' || key === 'supportedScopes') expect([key, ours?.[key]]).toEqual([key, value])
    }
    for (const { picklistValues: _, ...field } of recorded?.fields ?? []) {
      expect(ours?.fields.find(({ name }) => name === field.name)).toMatchObject(field)
    }
  })

  itRecorded('describes Account as recorded', 'amp-labs/metadata/read/accounts-sampled.json', async () => {
    const ours = (await compositeDescribe('Account')).compositeResponse[0]?.body
    // The recorder emptied the lists, and kept four fields.
    const recorded = recording<Composite>('amp-labs/metadata/read/accounts-sampled.json').compositeResponse[0]?.body
    expect(Object.keys(ours ?? {})).toEqual(Object.keys(recorded ?? {}))
    for (const field of recorded?.fields ?? []) expect(ours?.fields).toContainEqual(field)
  })

  async function compositeDescribe(object: string): Promise<Composite> {
    const url = `/services/data/v60.0/sobjects/${object}/describe`
    const compositeRequest = [{ method: 'GET', url, referenceId: object }]
    return JSON.parse(await (await call('POST', '/composite', { compositeRequest })).text())
  }
})

describe('custom fields', () => {
  const path = 'amp-labs/metadata/read/custom-object-with-custom-fields.json'

  itRecorded('are described as those of a custom object were', path, async () => {
    org.admin.addPryzmIdField('Account')
    const ours = (await describedAt(60, 'Account')).fields.find(({ name }) => name === 'Pryzm_ID__c')
    const { fields } = recording<Composite>(path).compositeResponse[0]?.body ?? { fields: [] }
    // An optional text, but one without an external id: no recording has an external id.
    const recorded = fields.find(({ name }) => name === 'MailBox__c')
    const own = { name: 'Pryzm_ID__c', label: 'Pryzm_ID', type: 'string', length: 36, byteLength: 108 }
    expect(ours).toEqual({
      ...recorded,
      ...own,
      externalId: true,
      idLookup: true,
      unique: true,
      inlineHelpText: ours?.inlineHelpText,
    })
  })
})

describe('the list of objects', () => {
  const path = 'describe_global/cumulusci-scratch.json'
  interface Global {
    sobjects: Record<string, unknown>[]
  }

  itRecorded('has the recorded keys, and describes the objects that both have alike', path, async () => {
    const ours: Global = JSON.parse(await (await call('GET', '/services/data/v52.0/sobjects')).text())
    const recorded = recording<Global>(path)
    expect(Object.keys(ours)).toEqual(Object.keys(recorded))
    const shared = ours.sobjects.filter(({ name }) => recorded.sobjects.some((other) => other.name === name))
    expect(shared.map(({ name }) => name)).toEqual(['Account', 'Contact', 'Opportunity', 'Organization', 'User'])
    for (const object of shared) {
      const theirs = recorded.sobjects.find(({ name }) => name === object.name)
      expect(Object.keys(object)).toEqual(Object.keys(theirs ?? {}))
      expect(object).toEqual(theirs)
    }
  })
})

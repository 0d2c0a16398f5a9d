import { describe, expect, it } from 'vitest'
import { createSalesforceClient } from '../client/create-salesforce-client.ts'
import type { PreviewField, PreviewWay } from '../contract/preview.ts'
import { buildPushTarget, buildSamples, buildScenario, createScenarioTransport, editor, scenarios } from './index.ts'

const open = (scenario = scenarios.connectedHealthy) =>
  createSalesforceClient({ baseUrl: 'http://app.test/api/salesforce', transport: createScenarioTransport(scenario) })

function field(way: PreviewWay | null, attribute: string): PreviewField | undefined {
  return way?.fields.find((one) => one.attribute === attribute)
}

describe('previews of a scenario', () => {
  it('find records by name, and show them in both directions', async () => {
    const client = open()
    const { items } = await client.preview.records({ object: 'Account', side: 'salesforce', text: 'acme' })
    expect(items).toMatchObject([{ name: 'Acme Industrial', linkedId: expect.any(String) }])
    const preview = await client.preview.sync({ object: 'Account', side: 'salesforce', id: items[0]?.id ?? '' })
    expect(field(preview.pull, 'name')).toMatchObject({ before: 'Acme', after: 'Acme Industrial', outcome: 'written' })
    expect(field(preview.push, 'name')).toMatchObject({ before: 'Acme Industrial', after: 'Acme', outcome: 'written' })
  })

  it('follow an edit that is not saved', async () => {
    const client = open()
    const { mapping } = await client.mapping.get()
    const name = mapping.pairs[0].fields.find(({ attribute }) => attribute === 'name')
    if (name) name.direction = 'push'
    const { items } = await client.preview.records({ object: 'Account', side: 'salesforce', text: 'acme' })
    const preview = await client.preview.sync({ object: 'Account', side: 'salesforce', id: items[0]?.id ?? '', mapping })
    expect(field(preview.pull, 'name')).toMatchObject({ outcome: 'skipped', reason: 'direction' })
  })

  it('hold skips of several kinds', async () => {
    const client = open()
    const { items } = await client.preview.records({ object: 'Account', side: 'salesforce', text: 'globex' })
    const { pull, push } = await client.preview.sync({ object: 'Account', side: 'salesforce', id: items[0]?.id ?? '' })
    expect(push).toBeNull()
    expect(pull?.action).toBe('create')
    expect(new Set(pull?.fields.map(({ reason }) => reason))).toEqual(
      new Set([null, 'option_mismatch', 'related_not_linked', 'user_not_matched']),
    )
  })

  it('of a push answer for any record, as the target says', async () => {
    const id = '0b9e6f52-6f3f-4c4f-9d50-000000000001'
    const update = await open().pushes.preview({ recordType: 'organization', recordId: id })
    expect(update).toMatchObject({ action: 'update', salesforceId: expect.any(String) })
    expect(field(update, 'phone')).toMatchObject({ outcome: 'written', note: null })
    const changedThere = buildSamples().find((sample) => sample.changedThere && sample.object === 'Account')?.pryzm?.id ?? ''
    const newer = await open().pushes.preview({ recordType: 'organization', recordId: changedThere })
    expect(field(newer, 'phone')).toMatchObject({ outcome: 'written', note: { code: 'changed_since_sync' } })
    const pushTarget = buildPushTarget({ action: 'create', salesforceId: null, salesforceUrl: null })
    const create = await open(buildScenario({ pushTarget })).pushes.preview({ recordType: 'organization', recordId: id })
    expect(create).toMatchObject({ action: 'create', salesforceId: null })
    expect(new Set(create.fields.map(({ reason }) => reason))).toContain('too_long')
  })

  it('are refused to people without the rule', async () => {
    const { connection } = buildScenario()
    const client = open(buildScenario({ connection: { ...connection, viewer: editor } }))
    await expect(client.preview.records({ object: 'Account', side: 'pryzm' })).rejects.toMatchObject({ code: 'not_permitted' })
  })
})

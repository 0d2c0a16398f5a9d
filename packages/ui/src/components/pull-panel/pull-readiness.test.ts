import type { SavedMapping } from '@pryzm/salesforce-sdk'
import { buildConnection, buildDisconnected, salesPipeline, scenarios, suggestedMapping } from '@pryzm/salesforce-sdk/testing'
import { emptyMapping } from '@pryzm/salesforce-sdk/mapping'
import { expect, it } from 'vitest'
import { pullReadiness } from './pull-readiness.ts'

const blockedAccount: SavedMapping['issues'][number] = {
  code: 'pryzm_id_missing',
  severity: 'blocking',
  object: 'Account',
  pairId: null,
  attribute: null,
  field: 'Pryzm_ID__c',
  stops: 'bidirectional',
  sentence: "We can't see Pryzm_ID__c on Account.",
  fixes: [],
}

function saved(change: Partial<SavedMapping> = {}): SavedMapping {
  return {
    version: 1,
    savedBy: null,
    savedAt: null,
    restoredFrom: null,
    mapping: suggestedMapping(),
    issues: [],
    checkedAgainstSalesforce: true,
    ...change,
  }
}

it('pulls every enabled object, and names the pipeline of the one that has one', () => {
  const { rows, block } = pullReadiness(buildConnection(), saved(), [salesPipeline])
  expect(block).toBeNull()
  expect(rows.map(({ pipeline, plan }) => [pipeline, plan])).toEqual([
    [null, 'pulled'],
    [null, 'pulled'],
    [salesPipeline.name, 'pulled'],
  ])
})

it('leaves out what is set to Push only, turned off, or not the viewer’s to write', () => {
  const mapping = suggestedMapping()
  mapping.pairs[0].direction = 'push'
  mapping.pairs[1].enabled = false
  const viewer = { canManage: true, canPush: true, missingEntityAccess: [`pipeline:${mapping.pairs[2].pipelineId}`] }
  const { rows, block } = pullReadiness(buildConnection({ viewer }), saved({ mapping }))
  expect(rows.map(({ plan }) => plan)).toEqual(['push_only', 'off', 'no_access'])
  expect(block).toEqual({ kind: 'no_entity_access' })
})

it('does not stop the other objects for one that is blocked', () => {
  const { rows, block } = pullReadiness(buildConnection(), saved({ issues: [blockedAccount] }))
  expect(rows.map(({ plan }) => plan)).toEqual(['blocked', 'pulled', 'pulled'])
  expect(rows[0]?.sentence).toBe(blockedAccount.sentence)
  expect(block).toBeNull()
})

it('points at the setup when that is what blocks every object', () => {
  const issues = (['Account', 'Contact', 'Opportunity'] as const).map((object) => ({ ...blockedAccount, object }))
  expect(pullReadiness(buildConnection(), saved({ issues })).block).toMatchObject({ kind: 'setup', count: 3 })
})

it('names the first gate only: no connection, a broken one, nothing mapped', () => {
  const nothing = saved({ version: 0, mapping: emptyMapping() })
  expect(pullReadiness(buildDisconnected(), nothing).block).toEqual({ kind: 'not_connected' })
  expect(pullReadiness(scenarios.tokenRevoked.connection, nothing).block).toEqual({ kind: 'connection_broken' })
  expect(pullReadiness(buildConnection(), nothing).block).toEqual({ kind: 'nothing_mapped' })
})

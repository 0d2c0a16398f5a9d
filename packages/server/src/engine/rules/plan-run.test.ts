import type { Mapping, MappingIssue } from '@pryzm/salesforce-sdk/contract'
import { emptyMapping } from '@pryzm/salesforce-sdk/mapping'
import { describe, expect, it } from 'vitest'
import { planRun } from './plan-run.ts'

const sides = { Account: { recordType: null }, Contact: { recordType: null }, Opportunity: { recordType: null } }
const blocked: MappingIssue = {
  code: 'pryzm_id_missing',
  severity: 'blocking',
  object: 'Contact',
  pairId: null,
  attribute: null,
  field: null,
  stops: 'bidirectional',
  sentence: "We can't see Pryzm_ID.",
  fixes: [],
}

function mapping(change: (pairs: Mapping['pairs']) => void = () => undefined): Mapping {
  const made = emptyMapping()
  made.pairs[2].pipelineId = 'deals'
  change(made.pairs)
  return made
}

describe('the jobs of a run', () => {
  it('are one for each pair, in order, under the names that people use', () => {
    expect(planRun(mapping(), [], sides, () => true)).toEqual([
      { object: 'Account', recordType: 'organization', label: 'Organizations', state: 'queued', reason: null },
      { object: 'Contact', recordType: 'person', label: 'People', state: 'queued', reason: null },
      { object: 'Opportunity', recordType: 'pipeline:deals', label: 'Pipeline entities', state: 'queued', reason: null },
    ])
  })

  it('leave out pairs that are switched off or only push', () => {
    const some = mapping(([account, contact]) => {
      account.enabled = false
      contact.direction = 'push'
    })
    expect(planRun(some, [], sides, () => true).map(({ object }) => object)).toEqual(['Opportunity'])
  })

  it('are skipped for a blocking issue, which is the reason', () => {
    const [account, contact] = planRun(mapping(), [blocked], sides, () => true)
    expect(account?.state).toBe('queued')
    expect(contact).toMatchObject({ state: 'skipped', reason: { code: 'pryzm_id_missing', sentence: "We can't see Pryzm_ID." } })
  })

  it('are skipped where the person may not write the records', () => {
    const jobs = planRun(mapping(), [], sides, (recordType) => recordType !== 'person')
    expect(jobs.map(({ reason }) => reason?.code ?? null)).toEqual([null, 'no_entity_access', null])
  })
})

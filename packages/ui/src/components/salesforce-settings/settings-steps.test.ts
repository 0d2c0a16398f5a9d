import type { MappingIssue, Run, SavedMapping } from '@pryzm/salesforce-sdk'
import {
  ada,
  buildCheck,
  buildConnection,
  buildDisconnected,
  buildSetup,
  failedPryzmId,
  minutesAgo,
  suggestedMapping,
} from '@pryzm/salesforce-sdk/testing'
import { expect, it } from 'vitest'
import { mappedPairs, type SettingsFacts, settingsSteps } from './settings-steps.ts'

const mapping: SavedMapping = {
  version: 3,
  savedBy: ada,
  savedAt: minutesAgo(60),
  restoredFrom: null,
  mapping: suggestedMapping(),
  issues: [],
  checkedAgainstSalesforce: true,
}
const run: Run = {
  id: 'run-1',
  mode: 'full',
  state: 'completed_with_errors',
  startedBy: ada,
  queuedAt: minutesAgo(9),
  finishedAt: minutesAgo(8),
  canceling: false,
  jobs: [],
}
const allDone: SettingsFacts = { connection: buildConnection(), setup: buildSetup(), checkingSetup: false, mapping, run }

function statesOf(facts: Partial<SettingsFacts>) {
  return settingsSteps({ ...allDone, ...facts }).map(({ state }) => state)
}

const missing = { code: 'pryzm_id_missing', sentence: "We can't see it.", expected: null, found: null }

function issue(change: Partial<MappingIssue> & Pick<MappingIssue, 'code' | 'severity'>): MappingIssue {
  return {
    object: 'Opportunity',
    pairId: null,
    attribute: null,
    field: null,
    stops: 'bidirectional',
    sentence: '',
    fixes: [],
    ...change,
  }
}

it('has every step done once a pull came through, also when some records failed', () => {
  expect(statesOf({})).toEqual(['done', 'done', 'done', 'done'])
})

it('calls no step the next one while the setup check is on its way', () => {
  expect(statesOf({ setup: null, checkingSetup: true })).toEqual(['done', 'checking', 'done', 'done'])
  const unmapped = { ...mapping, version: 0 }
  expect(statesOf({ setup: null, checkingSetup: true, mapping: unmapped, run: null })).toEqual([
    'done',
    'checking',
    'upcoming',
    'upcoming',
  ])
})

it('begins with the connection and lists the rest as upcoming', () => {
  const facts = { connection: buildDisconnected(), setup: null, mapping: { ...mapping, version: 0 }, run: null }
  expect(statesOf(facts)).toEqual(['current', 'upcoming', 'upcoming', 'upcoming'])
})

it('goes back to the first step that broke, and keeps what is done', () => {
  expect(statesOf({ setup: buildSetup(failedPryzmId('Contact', missing)) })).toEqual(['done', 'current', 'done', 'done'])
})

it('counts a missing pipeline to the mapping, though the checklist shows it too', () => {
  const pipelineCheck = buildCheck({ kind: 'pipeline', object: 'Opportunity', status: 'fail', title: 'Pipeline' })
  const unchosen = issue({ code: 'pipeline_not_selected', severity: 'blocking' })
  expect(statesOf({ setup: buildSetup(pipelineCheck), mapping: { ...mapping, issues: [unchosen] } })).toEqual([
    'done',
    'done',
    'current',
    'done',
  ])
})

it('does not count what Salesforce lacks against the mapping', () => {
  const unseen = issue({ code: 'pryzm_id_missing', severity: 'blocking' })
  expect(statesOf({ mapping: { ...mapping, issues: [unseen] } })[2]).toBe('done')
})

it('counts an object that is sent and may not be edited to the mapping, where pulling alone mends it', () => {
  const readOnly = issue({ code: 'object_not_editable', severity: 'blocking' })
  expect(statesOf({ mapping: { ...mapping, issues: [readOnly] } })[2]).toBe('current')
})

it('counts mapped fields, and pairs that leave a field out once each', () => {
  const wrong = issue({ object: 'Account', pairId: 'name', code: 'type_incompatible', severity: 'field' })
  const warned = issue({ object: 'Account', pairId: 'phone', code: 'lossy_conversion', severity: 'warning' })
  const counts = mappedPairs({ ...mapping, issues: [wrong, { ...wrong, code: 'field_read_only' }, warned] })
  expect(counts.attention).toBe(1)
  expect(counts.pairs).toBe(mapping.mapping.pairs.flatMap(({ fields }) => fields).length)
})

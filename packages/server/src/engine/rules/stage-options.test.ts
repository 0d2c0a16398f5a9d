import type { SalesforceStage } from '@pryzm/salesforce-sdk/contract'
import { expect, it } from 'vitest'
import { stageOptions, stagesFrom } from './stage-options.ts'

const salesforce: SalesforceStage[] = [
  { apiName: 'Prospecting', label: 'Prospecting', active: true, type: 'open', probability: 10 },
  { apiName: 'Closed Won', label: 'Gewonnen', active: true, type: 'won', probability: 100 },
]

it('makes stages that mirror those of Salesforce, tied to their API names', () => {
  const made = stagesFrom(salesforce).map((stage, index) => ({ ...stage, id: `s${index}` }))
  expect(made).toEqual([
    { id: 's0', label: 'Prospecting', type: 'open', probability: 10 },
    { id: 's1', label: 'Gewonnen', type: 'won', probability: 100 },
  ])
  expect(stageOptions(made, salesforce)).toEqual([
    { option: 's0', value: 'Prospecting', direction: 'bidirectional' },
    { option: 's1', value: 'Closed Won', direction: 'bidirectional' },
  ])
})

import { describe, expect, it } from 'vitest'
import type { SalesforceStage } from '../../contract/pipeline.ts'
import { stageOptions, stagesFrom } from './stage-options.ts'

function stage(apiName: string, rest: Partial<SalesforceStage> = {}): SalesforceStage {
  return { apiName, label: apiName, active: true, type: 'open', probability: 10, ...rest }
}

const open = stage('Prospecting')
const won = stage('Closed Won', { label: 'Gewonnen', type: 'won', probability: 100 })
const made = (stages: SalesforceStage[]) => stagesFrom(stages).map((each, index) => ({ ...each, id: `s${index}` }))

describe('a pipeline from Salesforce stages', () => {
  it('has stages that mirror those of Salesforce, tied to their API names', () => {
    expect(made([open, won])).toEqual([
      { id: 's0', label: 'Prospecting', type: 'open', probability: 10 },
      { id: 's1', label: 'Gewonnen', type: 'won', probability: 100 },
    ])
    expect(stageOptions(made([open, won]), [open, won], [open, won])).toEqual([
      { option: 's0', value: 'Prospecting', direction: 'bidirectional' },
      { option: 's1', value: 'Closed Won', direction: 'bidirectional' },
    ])
  })

  it('tells two stages of one label apart by their API names', () => {
    const stages = [stage('Negotiation'), stage('Negotiation_2', { label: 'negotiation ' }), stage('Closing')]
    expect(stagesFrom(stages).map(({ label }) => label)).toEqual(['Negotiation', 'negotiation (Negotiation_2)', 'Closing'])
  })

  it('pulls records of an inactive won or lost stage into the one stage of that outcome', () => {
    const all = [
      open,
      won,
      stage('Signed', { active: false, type: 'won' }),
      stage('Abandoned', { active: false, type: 'lost' }),
      stage('Verbal', { active: false }),
    ]
    expect(stageOptions(made([open, won]), [open, won], all).slice(2)).toEqual([
      { option: 's1', value: 'Signed', direction: 'pull' },
    ])
  })

  it('leaves an inactive stage alone where several stages have its outcome, and where it was chosen itself', () => {
    const signed = stage('Signed', { active: false, type: 'won' })
    const chosen = [open, won, signed]
    const another = stage('Renewed', { active: false, type: 'won' })
    expect(stageOptions(made(chosen), chosen, [...chosen, another]).map(({ value }) => value)).toEqual([
      'Prospecting',
      'Closed Won',
      'Signed',
    ])
  })
})

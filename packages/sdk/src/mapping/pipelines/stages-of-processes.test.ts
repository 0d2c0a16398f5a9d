import { expect, it } from 'vitest'
import { standardStages } from '../../testing/sales-pipeline.ts'
import { stagesOfProcesses } from './stages-of-processes.ts'

const items = standardStages.map((stage) => (stage.apiName === 'Perception Analysis' ? { ...stage, active: false } : stage))
const processes = [
  { id: 'new', name: 'New business', active: true, stages: ['Closed Won', 'Prospecting', 'Perception Analysis', 'Gone'] },
  { id: 'renewal', name: 'Renewals', active: true, stages: ['Negotiation/Review', 'Closed Won', 'Closed Lost'] },
]
const names = (ids?: string[]) => stagesOfProcesses({ items, processes }, ids).map(({ apiName }) => apiName)

it('takes the active stages of the whole org where no process is named', () => {
  expect(names()).toEqual(items.filter(({ active }) => active).map(({ apiName }) => apiName))
  expect(names()).toHaveLength(9)
})

it("takes those of one process in the org's order", () => {
  expect(names(['new'])).toEqual(['Prospecting', 'Closed Won'])
})

it('takes the stages of several processes together, each once', () => {
  expect(names(['renewal', 'new'])).toEqual(['Prospecting', 'Negotiation/Review', 'Closed Won', 'Closed Lost'])
})

it('takes nothing for a process that is not there', () => {
  expect(names(['gone'])).toEqual([])
})

import { expect, it } from 'vitest'
import { pipelineChangeSentence } from './pipeline-change-sentence.ts'

const deals = { id: 'deals', name: 'Deals' }
const enterprise = { id: 'enterprise', name: 'Enterprise deals' }
const change = { from: deals, to: enterprise, linkedInFrom: 0, linkedInTo: 0, pulls: true }

it.each([
  [{ ...change, to: deals, linkedInFrom: 3, linkedInTo: 3 }, 'Opportunities sync with Deals already.'],
  [{ ...change, from: null }, 'The next pull creates every opportunity in Enterprise deals.'],
  [change, 'The next pull creates every opportunity in Enterprise deals.'],
  [
    { ...change, from: null, linkedInTo: 2 },
    'The next pull updates the 2 records of Enterprise deals that are linked already, and creates every other opportunity in Enterprise deals.',
  ],
  [
    { ...change, linkedInFrom: 1204 },
    '1,204 records of Deals are linked to opportunities. They stay in Deals as they are, and no longer sync unless Deals is chosen again. The next pull creates every opportunity as a new record in Enterprise deals. Pryzm_ID in Salesforce then names the records there.',
  ],
  [
    { ...change, linkedInFrom: 1, linkedInTo: 1 },
    '1 record of Deals is linked to opportunities. It stays in Deals as it is, and no longer syncs unless Deals is chosen again. The next pull updates the 1 record of Enterprise deals that is linked already, and creates every other opportunity as a new record in Enterprise deals. Pryzm_ID in Salesforce then names the records there.',
  ],
  [
    { ...change, linkedInFrom: 2, pulls: false },
    '2 records of Deals are linked to opportunities. They stay in Deals as they are, and no longer sync unless Deals is chosen again. Nothing is pulled; a record of Enterprise deals that is pushed creates an opportunity of its own.',
  ],
])('says of %o what becomes of linked records', (given, sentence) => {
  expect(pipelineChangeSentence(given)).toBe(sentence)
})

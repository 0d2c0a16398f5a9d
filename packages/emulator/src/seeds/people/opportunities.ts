import type { Row } from '../../org/table.ts'
import { randomFor } from '../random.ts'
import { remembered } from '../remembered.ts'
import { salesStages } from '../sales-stages.ts'
import type { ObjectSeed } from '../seed.ts'
import { BUSINESSES, idOf, OPPORTUNITIES, PERSONS, recordTypeIds } from './counts.ts'
import { accounts } from './accounts.ts'
import { historyOf } from './history.ts'

const TOPIC = 44

const kinds = [
  {
    recordType: recordTypeIds.equipmentSale,
    goods: ['compressor', 'lathe', 'pump set', 'tool cabinet'],
    type: 'New Customer',
    stages: ['Prospecting', 'Qualification', 'Needs Analysis', 'Proposal/Price Quote', 'Closed Won', 'Closed Lost'],
  },
  {
    recordType: recordTypeIds.serviceAgreement,
    goods: ['maintenance plan', 'extended warranty'],
    type: 'Existing Customer - Upgrade',
    stages: ['Qualification', 'Negotiation/Review', 'Closed Won', 'Closed Lost'],
  },
] as const

/** Equipment is sold to businesses and persons alike, and service to those who have some. */
export const opportunities: ObjectSeed = {
  prefix: '006',
  count: OPPORTUNITIES,
  row: remembered((index) => ({ Id: idOf('Opportunity', index), ...deal(index), ...historyOf(index) })),
}

function deal(index: number): Row {
  const random = randomFor(TOPIC, index)
  const kind = kinds[random.percent(65) ? 0 : 1]
  const account = random.integer(BUSINESSES + PERSONS)
  const stageName = random.pick(kind.stages)
  const stage = salesStages.find((row) => row.ApiName === stageName)
  return {
    Name: `${String(accounts.row(account).Name)} - ${random.pick(kind.goods)}`,
    AccountId: idOf('Account', account),
    RecordTypeId: kind.recordType,
    StageName: stageName,
    Probability: stage?.DefaultProbability ?? null,
    Type: kind.type,
    Amount: random.sometimes(85, (1 + random.integer(600)) * 125),
    CloseDate: `2026-${String(1 + random.integer(12)).padStart(2, '0')}-15`,
    IsPrivate: false,
  }
}

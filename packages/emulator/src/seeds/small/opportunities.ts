import { leadSources, opportunityTypes } from '../../org/objects/picklists.ts'
import { keyPrefix, salesforceId } from '../../org/salesforce-id.ts'
import { randomFor, type Random } from '../random.ts'
import { salesStages } from '../sales-stages.ts'
import { remembered } from '../remembered.ts'
import type { ObjectSeed } from '../seed.ts'
import { accounts } from './accounts.ts'
import { companyOf, type Company } from './company.ts'
import { contacts } from './contacts.ts'
import { day, historyOf, ownerOf } from './history.ts'
import { opportunityFields } from './old-system-fields.ts'
import { remarkOf } from './remarks.ts'

const COUNT = 1_500
const OPEN_STAGES = salesStages.filter((stage) => stage.IsClosed === false)
const CLOSED_STAGES = salesStages.filter((stage) => stage.IsClosed === true)

/** Fifteen hundred deals, some in a stage that was switched off and some in one that nobody ever defined. */
export const opportunities: ObjectSeed = {
  prefix: keyPrefix.Opportunity,
  count: COUNT,
  customFields: opportunityFields,
  row: remembered((index) => {
    const random = randomFor(3, index)
    const account = random.integer(accounts.count)
    const ownerId = ownerOf(random)
    const history = historyOf(random, ownerId)
    return {
      Id: salesforceId(keyPrefix.Opportunity, index),
      IsDeleted: false,
      AccountId: random.sometimes(97, salesforceId(keyPrefix.Account, account)),
      ContactId: random.sometimes(25, salesforceId(keyPrefix.Contact, random.integer(contacts.count))),
      Name: nameOf(index, companyOf(account), random),
      ...stageOf(index, random),
      Amount: amountOf(random),
      CloseDate: closeDateOf(random),
      IsPrivate: random.percent(1),
      TotalOpportunityQuantity: random.sometimes(20, 1 + random.integer(400)),
      Type: random.sometimes(70, random.pick(opportunityTypes)),
      NextStep: random.sometimes(
        30,
        random.pick(['Send quote', 'call back', 'Waiting for legal, again', 'Demo "on site" 14:00', 'tbd']),
      ),
      LeadSource: random.sometimes(50, random.pick(leadSources)),
      HasOpportunityLineItem: false,
      HasOpenActivity: random.percent(30),
      HasOverdueTask: random.percent(8),
      Description: remarkOf(random),
      OwnerId: ownerId,
      ...history,
      LastStageChangeDate: random.sometimes(70, history.LastModifiedDate),
      Competitor__c: random.sometimes(15, random.pick(['Northwind', 'none', '???', 'Contoso, Ltd.'])),
      Site_Visit_Done__c: random.percent(25),
    }
  }),
}

function nameOf(index: number, { name }: Company, random: Random): string {
  if (index === 77) return `${name} – framework contract ${'(amended) '.repeat(20)}`.slice(0, 120).trimEnd()
  const what = random.pick([
    'replacement pumps',
    'Line 3 retrofit',
    'Maintenance 2025/26',
    'spare parts',
    'new line',
    'Pilot',
    'RFQ #4471',
  ])
  return `${name} - ${what}`.slice(0, 120).trimEnd()
}

/** Some put a chance of their own; a stage that nobody defined has none. */
function stageOf(index: number, random: Random) {
  const stage = random.pick(random.percent(55) ? CLOSED_STAGES : OPEN_STAGES)
  if (index % 300 === 42) return { StageName: 'Verbal OK (phone)', Probability: 0 }
  const probability = stage.DefaultProbability ?? null
  return {
    StageName: stage.ApiName ?? null,
    Probability: stage.IsClosed === false && random.percent(8) ? random.integer(20) * 5 : probability,
  }
}

function amountOf(random: Random): number | null {
  if (random.percent(12)) return null
  return random.percent(2) ? 0 : (random.integer(40_000_000) + 50_000) / 100
}

/** Many open deals should have closed long ago; a few carry the far future that people type to be left alone. */
function closeDateOf(random: Random): string {
  return random.percent(1) ? '2099-12-31' : day(Date.UTC(2017, 0, 1 + random.integer(3_650)) / 1000)
}

import { leadSources, opportunityTypes } from '../../org/objects/picklists.ts'
import { idMaker, idNumber, keyPrefix } from '../../org/salesforce-id.ts'
import { acmeUsers } from '../acme-industrial.ts'
import { mix } from '../random.ts'
import { salesStages } from '../sales-stages.ts'
import type { ObjectSeed } from '../seed.ts'
import { companyTrades } from '../words.ts'
import { auditCells, dayOf, laterMomentOf, momentOf } from './ledger.ts'
import { longRemarkOf } from './long-remarks.ts'
import { oneOf, orBlank } from './one-of.ts'

const opportunityId = idMaker(keyPrefix.Opportunity)
const accountId = idMaker(keyPrefix.Account)
const contactId = idMaker(keyPrefix.Contact)
const userIds = acmeUsers.map(({ row }) => row.Id ?? null)

/** As many opportunities as asked for; opportunity `n` belongs to account `n`. */
export function manyOpportunities(count: number): ObjectSeed {
  const below = (index: number | undefined) => (index !== undefined && index < count ? [index] : [])
  return {
    prefix: keyPrefix.Opportunity,
    count,
    row: opportunityRow,
    cells: auditCells(0x20000000),
    lookups: {
      AccountId: (value) => below(idNumber(keyPrefix.Account, value)),
      ContactId: (value) => below(idNumber(keyPrefix.Contact, value)),
    },
  }
}

function opportunityRow(index: number) {
  const a = mix(index + 0x20000000)
  const b = mix(a + 1)
  const c = mix(b + 1)
  const stage = oneOf(salesStages, a >>> 3)
  const modified = laterMomentOf(a, c)
  const ownerId = oneOf(userIds, c >>> 3)
  return {
    Id: opportunityId(index),
    IsDeleted: false,
    AccountId: accountId(index),
    ContactId: c % 4 === 0 ? contactId(index) : null,
    IsPrivate: false,
    Name: `${oneOf(companyTrades, b)} order ${index}`,
    Description: longRemarkOf(b, c),
    StageName: stage.ApiName ?? null,
    Amount: a % 9 === 0 ? null : (c % 40_000_000) / 100,
    Probability: stage.DefaultProbability ?? null,
    TotalOpportunityQuantity: null,
    CloseDate: dayOf(b),
    Type: orBlank(b, opportunityTypes, a >>> 5),
    NextStep: c % 3 === 0 ? 'Send quote' : null,
    LeadSource: orBlank(a, leadSources, b >>> 5),
    HasOpportunityLineItem: false,
    HasOpenActivity: false,
    HasOverdueTask: false,
    OwnerId: ownerId,
    CreatedDate: momentOf(a),
    CreatedById: ownerId,
    LastModifiedDate: modified,
    LastModifiedById: ownerId,
    SystemModstamp: modified,
    LastActivityDate: null,
    LastStageChangeDate: modified,
  }
}

import type { SalesforceStage } from '@pryzm/salesforce-sdk/contract'
import { queryRows, type Row, textOf } from './query-rows.ts'
import type { Session } from './session.ts'
import { buildQuery } from './soql.ts'

const columns = ['ApiName', 'MasterLabel', 'IsActive', 'SortOrder', 'IsClosed', 'IsWon', 'DefaultProbability']

/** The org's opportunity stages in the order that its admin gave them. */
export async function opportunityStages(session: Session): Promise<SalesforceStage[]> {
  const rows = await queryRows(session, buildQuery({ object: 'OpportunityStage', columns }))
  return rows.toSorted((one, other) => numberOf(one, 'SortOrder') - numberOf(other, 'SortOrder')).map(stage)
}

function stage(row: Row): SalesforceStage {
  return {
    apiName: textOf(row, 'ApiName'),
    label: textOf(row, 'MasterLabel'),
    active: row['IsActive'] === true,
    type: row['IsWon'] === true ? 'won' : row['IsClosed'] === true ? 'lost' : 'open',
    probability: numberOf(row, 'DefaultProbability'),
  }
}

function numberOf(row: Row, field: string): number {
  return Number(textOf(row, field))
}

import { keyPrefix, salesforceId } from '../org/salesforce-id.ts'
import type { Row } from '../org/table.ts'

interface Outcome {
  readonly closed: boolean
  readonly won: boolean
  readonly forecast: 'Pipeline' | 'Closed' | 'Omitted'
}

const open: Outcome = { closed: false, won: false, forecast: 'Pipeline' }
const won: Outcome = { closed: true, won: true, forecast: 'Closed' }
const lost: Outcome = { closed: true, won: false, forecast: 'Omitted' }

const stage = (name: string, sortOrder: number, probability: number, outcome: Outcome, active = true): Row => ({
  Id: salesforceId(keyPrefix.OpportunityStage, sortOrder),
  MasterLabel: name,
  ApiName: name,
  IsActive: active,
  SortOrder: sortOrder,
  IsClosed: outcome.closed,
  IsWon: outcome.won,
  ForecastCategory: outcome.forecast,
  ForecastCategoryName: outcome.forecast,
  DefaultProbability: probability,
  Description: null,
  IsDeleted: false,
  CreatedDate: '2014-02-03T16:20:11.000Z',
  LastModifiedDate: '2021-09-14T08:02:45.000Z',
  SystemModstamp: '2021-09-14T08:02:45.000Z',
})

/** The stages of a new org, and one that somebody made, used and switched off. */
export const salesStages: readonly Row[] = [
  stage('Prospecting', 1, 10, open),
  stage('Qualification', 2, 10, open),
  stage('Needs Analysis', 3, 20, open),
  stage('Value Proposition', 4, 50, open),
  stage('Id. Decision Makers', 5, 60, open),
  stage('Perception Analysis', 6, 70, open),
  stage('Proposal/Price Quote', 7, 75, open),
  stage('Negotiation/Review', 8, 90, open),
  stage('Closed Won', 9, 100, won),
  stage('Closed Lost', 10, 0, lost),
  stage('Site Survey', 12, 40, open, false),
]

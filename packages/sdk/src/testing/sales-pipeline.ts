import type { Pipeline, SalesforceStage, SalesProcess } from '../contract/pipeline.ts'

/** The stages of a fresh org. */
export const standardStages: SalesforceStage[] = [
  stage('Prospecting', 10),
  stage('Qualification', 10),
  stage('Needs Analysis', 20),
  stage('Value Proposition', 50),
  stage('Id. Decision Makers', 60),
  stage('Perception Analysis', 70),
  stage('Proposal/Price Quote', 75),
  stage('Negotiation/Review', 90),
  stage('Closed Won', 100, 'won'),
  stage('Closed Lost', 0, 'lost'),
]

function stage(apiName: string, probability: number, type: SalesforceStage['type'] = 'open'): SalesforceStage {
  return { apiName, label: apiName, active: true, type, probability }
}

/** Two sales processes that share how they end. */
export const salesProcesses: SalesProcess[] = [
  {
    id: '019000000000001AAA',
    name: 'New business',
    active: true,
    stages: ['Prospecting', 'Qualification', 'Needs Analysis', 'Proposal/Price Quote', 'Closed Won', 'Closed Lost'],
  },
  {
    id: '019000000000002AAA',
    name: 'Renewals',
    active: true,
    stages: ['Qualification', 'Negotiation/Review', 'Closed Won', 'Closed Lost'],
  },
]

/** A pipeline made from the standard stages. */
export const salesPipeline: Pipeline = {
  id: 'sales',
  name: 'Sales pipeline',
  stages: standardStages.map(({ label, type, probability }) => ({ id: stageId(label), label, type, probability })),
  recordCount: 214,
}

/** `Closed Won` becomes the stage `closed_won`. */
export function stageId(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
}

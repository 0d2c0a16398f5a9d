import type { OptionPair, PipelineStage, SalesforceStage } from '@pryzm/salesforce-sdk/contract'

/** Stages of a new pipeline that mirrors Salesforce's: same order, labels, outcomes and chances. */
export function stagesFrom(salesforceStages: readonly SalesforceStage[]): Omit<PipelineStage, 'id'>[] {
  return salesforceStages.map(({ label, type, probability }) => ({ label, type, probability }))
}

/** Ties each stage of the new pipeline to the Salesforce stage that it was made from. */
export function stageOptions(made: readonly PipelineStage[], from: readonly SalesforceStage[]): OptionPair[] {
  return from.flatMap(({ apiName }, index) => {
    const stage = made[index]
    return stage ? [{ option: stage.id, value: apiName, direction: 'bidirectional' as const }] : []
  })
}

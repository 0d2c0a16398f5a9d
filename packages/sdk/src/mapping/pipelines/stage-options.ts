import type { OptionPair } from '../../contract/mapping.ts'
import type { PipelineStage, SalesforceStage } from '../../contract/pipeline.ts'

/** Stages of a new pipeline that mirrors Salesforce's: same order, outcomes and chances, and labels that can be told apart. */
export function stagesFrom(salesforceStages: readonly SalesforceStage[]): Omit<PipelineStage, 'id'>[] {
  const seen = new Map<string, number>()
  for (const { label } of salesforceStages) seen.set(fold(label), (seen.get(fold(label)) ?? 0) + 1)
  return salesforceStages.map(({ apiName, label, type, probability }) => {
    const shared = (seen.get(fold(label)) ?? 0) > 1 && fold(label) !== fold(apiName)
    return { label: shared ? `${label.trim()} (${apiName})` : label, type, probability }
  })
}

/**
 * Ties each stage of the new pipeline to the Salesforce stage that it was made from. Records that still hold an inactive won or
 * lost stage are pulled too, where the pipeline has but one stage of that outcome; an open one has no such counterpart.
 */
export function stageOptions(
  made: readonly PipelineStage[],
  from: readonly SalesforceStage[],
  all: readonly SalesforceStage[],
): OptionPair[] {
  const own = from.flatMap(({ apiName }, index): OptionPair[] => {
    const stage = made[index]
    return stage ? [{ option: stage.id, value: apiName, direction: 'bidirectional' }] : []
  })
  const retired = all.filter((stage) => !stage.active && stage.type !== 'open' && !from.includes(stage))
  return [
    ...own,
    ...retired.flatMap(({ apiName, type }): OptionPair[] => {
      const [only, ...others] = made.filter((stage) => stage.type === type)
      return only && others.length === 0 ? [{ option: only.id, value: apiName, direction: 'pull' }] : []
    }),
  ]
}

function fold(label: string): string {
  return label.trim().toLowerCase()
}

import { type CreatedPipeline, type SalesforceStage, SyncError } from '@pryzm/salesforce-sdk/contract'
import { requireRule } from './authorize.ts'
import { openOrg } from './open-org.ts'
import type { Caller, Ports } from './ports/index.ts'
import { stageOptions, stagesFrom } from './rules/stage-options.ts'
import { tellPages } from './tell.ts'

/** Creates a pipeline from stages of the org, with the option map that ties the two together. */
export async function createPipeline(
  ports: Ports,
  caller: Caller,
  { name, stages }: { name: string; stages: readonly string[] },
): Promise<CreatedPipeline> {
  requireRule(caller, 'integrations:manage')
  const { org } = await openOrg(ports, caller.workspace)
  const chosen = chooseStages(await org.stages(), stages)
  const pipeline = await ports.records.createPipeline(caller.workspace, { name, stages: stagesFrom(chosen) })
  await tellPages(ports, caller.workspace, { type: 'changed', what: 'pipelines' })
  return { pipeline, options: stageOptions(pipeline.stages, chosen) }
}

function chooseStages(all: readonly SalesforceStage[], apiNames: readonly string[]): SalesforceStage[] {
  const unknown = apiNames.filter((name) => !all.some((stage) => stage.apiName === name))
  if (unknown.length > 0) throw new SyncError('invalid_input', `Salesforce has no stage "${unknown[0]}". Read the stages again.`)
  if (new Set(apiNames).size < apiNames.length) throw new SyncError('invalid_input', 'Name each stage once.')
  return all.filter((stage) => apiNames.includes(stage.apiName))
}

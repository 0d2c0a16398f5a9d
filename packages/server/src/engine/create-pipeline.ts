import { type CreatedPipeline, type SalesforceStage, SyncError } from '@pryzm/salesforce-sdk/contract'
import { stageOptions, stagesFrom } from '@pryzm/salesforce-sdk/mapping'
import { requireRule } from './authorize.ts'
import { openOrg } from './open-org.ts'
import type { Caller, Ports } from './ports/index.ts'
import { tellPages } from './tell.ts'

/** Creates a pipeline from stages of the org, with the option map that ties the two together. */
export async function createPipeline(
  ports: Ports,
  caller: Caller,
  { name, stages }: { name: string; stages: readonly string[] },
): Promise<CreatedPipeline> {
  requireRule(caller, 'integrations:manage')
  const { org } = await openOrg(ports, caller.workspace)
  const [all, pipelines] = await Promise.all([org.stages(), ports.records.pipelines(caller.workspace)])
  refuseTakenName(name, pipelines)
  const chosen = chooseStages(all, stages)
  const pipeline = await ports.records.createPipeline(caller.workspace, { name, stages: stagesFrom(chosen) })
  await tellPages(ports, caller.workspace, { type: 'changed', what: 'pipelines' })
  return { pipeline, options: stageOptions(pipeline.stages, chosen, all) }
}

function refuseTakenName(name: string, pipelines: readonly { name: string }[]): void {
  const taken = pipelines.find((each) => each.name.trim().toLowerCase() === name.toLowerCase())
  if (taken) throw new SyncError('name_taken', `A pipeline called ${taken.name} already exists. Choose another name.`)
}

/** In the org's order, inactive ones only where they are named. */
function chooseStages(all: readonly SalesforceStage[], apiNames: readonly string[]): SalesforceStage[] {
  const unknown = apiNames.filter((name) => !all.some((stage) => stage.apiName === name))
  if (unknown.length > 0) throw new SyncError('invalid_input', `Salesforce has no stage "${unknown[0]}". Read the stages again.`)
  if (new Set(apiNames).size < apiNames.length) throw new SyncError('invalid_input', 'Name each stage once.')
  const chosen = all.filter((stage) => apiNames.includes(stage.apiName))
  if (chosen.some(({ type }) => type === 'open')) return chosen
  throw new SyncError(
    'invalid_input',
    'These stages are all won or lost. Choose an open stage too, so that the pipeline has one for opportunities under way.',
  )
}

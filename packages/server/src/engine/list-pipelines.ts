import type { Pipeline, SalesforceStage } from '@pryzm/salesforce-sdk/contract'
import { openOrg } from './open-org.ts'
import type { Caller, Ports } from './ports/index.ts'

/** Pipelines that opportunities can land in. */
export async function listPipelines({ records }: Ports, { workspace }: Caller): Promise<{ items: Pipeline[] }> {
  return { items: await records.pipelines(workspace) }
}

/** The stages of the org's opportunities, in the org's order. */
export async function listSalesforceStages(ports: Ports, { workspace }: Caller): Promise<{ items: SalesforceStage[] }> {
  const { org } = await openOrg(ports, workspace)
  return { items: await org.stages() }
}

import type { Pipelines, SalesforceStages } from '@pryzm/salesforce-sdk/contract'
import { mappingInForce } from './mapping-in-force.ts'
import { openOrg } from './open-org.ts'
import type { Caller, Ports } from './ports/index.ts'

/** Pipelines that opportunities can land in, as far as the caller may view them; the one in force is no secret. */
export async function listPipelines(ports: Ports, caller: Caller): Promise<Pipelines> {
  const { workspace } = caller
  const [all, { mapping }] = await Promise.all([ports.records.pipelines(workspace), mappingInForce(ports, workspace)])
  const items = all.filter(({ id }) => id === mapping.pairs[2].pipelineId || caller.access(`pipeline:${id}`).view)
  return { items, hidden: all.length - items.length }
}

/** The stages of the org's opportunities, in the org's order, and the sales processes that go through them. */
export async function listSalesforceStages(ports: Ports, { workspace }: Caller): Promise<SalesforceStages> {
  const { org } = await openOrg(ports, workspace)
  const [items, processes] = await Promise.all([org.stages(), org.salesProcesses()])
  return { items, processes }
}

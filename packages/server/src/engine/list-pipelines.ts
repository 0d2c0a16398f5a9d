import type { Pipeline, SalesforceStages } from '@pryzm/salesforce-sdk/contract'
import { openOrg } from './open-org.ts'
import type { Caller, Ports } from './ports/index.ts'

/** Pipelines that opportunities can land in. */
export async function listPipelines({ records }: Ports, { workspace }: Caller): Promise<{ items: Pipeline[] }> {
  return { items: await records.pipelines(workspace) }
}

/** The stages of the org's opportunities, in the org's order, and the sales processes that go through them. */
export async function listSalesforceStages(ports: Ports, { workspace }: Caller): Promise<SalesforceStages> {
  const { org } = await openOrg(ports, workspace)
  const [items, processes] = await Promise.all([org.stages(), org.salesProcesses()])
  return { items, processes }
}

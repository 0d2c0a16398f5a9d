import { type PipelineChange, SyncError } from '@pryzm/salesforce-sdk/contract'
import { flows, pipelineChangeSentence } from '@pryzm/salesforce-sdk/mapping'
import { listPipelines } from './list-pipelines.ts'
import { mappingInForce } from './mapping-in-force.ts'
import type { Caller, Ports } from './ports/index.ts'

/** What it means for linked records to let Opportunities land in another pipeline. Rejects with `not_found` for one that the caller does not see. */
export async function describePipelineChange(ports: Ports, caller: Caller, pipelineId: string): Promise<PipelineChange> {
  const { workspace } = caller
  const [{ items: pipelines }, { mapping }] = await Promise.all([listPipelines(ports, caller), mappingInForce(ports, workspace)])
  const to = pipelines.find(({ id }) => id === pipelineId)
  if (to === undefined) throw new SyncError('not_found', 'There is no such pipeline in this workspace. Read the pipelines again.')
  const { pipelineId: fromId, direction } = mapping.pairs[2]
  // A pipeline that is gone keeps its links, and has no name but its id any more.
  const from = fromId === null ? null : (pipelines.find(({ id }) => id === fromId) ?? { id: fromId, name: fromId })
  const [linkedInFrom, linkedInTo] = await Promise.all([
    from === null ? 0 : countLinked(ports, workspace, from.id),
    countLinked(ports, workspace, to.id),
  ])
  const change = { from: from && { id: from.id, name: from.name }, to: { id: to.id, name: to.name }, linkedInFrom, linkedInTo }
  return { ...change, sentence: pipelineChangeSentence({ ...change, pulls: flows(direction, 'pull') }) }
}

async function countLinked({ store }: Ports, workspace: string, pipelineId: string): Promise<number> {
  const orgId = (await store.connections.get(workspace))?.org?.id
  if (orgId === undefined) return 0
  return store.links.countLinked({ workspace, orgId, object: 'Opportunity', recordType: `pipeline:${pipelineId}` })
}

import type { ImportedMapping, Mapping, MappingFile } from '@pryzm/salesforce-sdk/contract'
import { diffMappings, pipelineOfFile, readMappingFile } from '@pryzm/salesforce-sdk/mapping'
import { requireRule } from './authorize.ts'
import { checkMapping } from './check-mapping.ts'
import { mappingInForce } from './mapping-in-force.ts'
import type { Caller, Ports } from './ports/index.ts'
import { readRecordTypes } from './read-sides.ts'

/** Reads a mapping from a file in the words of this workspace, and says what a save of it would change; saves nothing. */
export async function importMapping(ports: Ports, caller: Caller, file: MappingFile): Promise<ImportedMapping> {
  requireRule(caller, 'integrations:manage')
  const { workspace } = caller
  const [inForce, connection, pipelines] = await Promise.all([
    mappingInForce(ports, workspace),
    ports.store.connections.get(workspace),
    ports.records.pipelines(workspace),
  ])
  const { pipelineId, notes: pipelineNotes } = pipelineOfFile(file, pipelines)
  const recordTypes = await readRecordTypes(ports, workspace, withPipeline(file.mapping, pipelineId))
  const org = connection?.org ?? null
  const { mapping, notes } = readMappingFile({ file, pipelineId, recordTypes, org, inForce: inForce.mapping })
  return {
    mapping,
    baseVersion: inForce.version,
    changes: diffMappings(inForce.mapping, mapping),
    ...(await checkMapping(ports, workspace, mapping)),
    notes: [...pipelineNotes, ...notes],
  }
}

function withPipeline({ pairs: [account, contact, opportunity] }: Mapping, pipelineId: string | null): Mapping {
  return { pairs: [account, contact, { ...opportunity, pipelineId }] }
}

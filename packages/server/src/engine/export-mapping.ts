import type { MappingFile } from '@pryzm/salesforce-sdk/contract'
import { writeMappingFile } from '@pryzm/salesforce-sdk/mapping'
import { mappingAt } from './mapping-at.ts'
import { mappingInForce } from './mapping-in-force.ts'
import type { Caller, Ports } from './ports/index.ts'
import { readRecordTypes } from './read-sides.ts'

/** A version of the mapping as a file; the one in force unless another is asked for. */
export async function exportMapping(
  ports: Ports,
  { workspace }: Caller,
  { version: asked }: { version?: number | undefined },
): Promise<MappingFile> {
  const { version, mapping } = await (asked === undefined ? mappingInForce(ports, workspace) : mappingAt(ports, workspace, asked))
  const [connection, pipelines, recordTypes] = await Promise.all([
    ports.store.connections.get(workspace),
    ports.records.pipelines(workspace),
    readRecordTypes(ports, workspace, mapping),
  ])
  const org = connection?.org ? { id: connection.org.id, name: connection.org.name } : null
  return writeMappingFile({ mapping, version, exportedAt: ports.clock.now().toISOString(), org, pipelines, recordTypes })
}

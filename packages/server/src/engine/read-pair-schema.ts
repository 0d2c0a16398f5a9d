import type { PairSchema, SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import { mappingInForce } from './mapping-in-force.ts'
import { openOrg } from './open-org.ts'
import type { Caller, Ports } from './ports/index.ts'
import { readPairSides } from './read-sides.ts'

/** Both sides of an object pair: the attributes of its record type and the fields that the connected user sees. */
export async function readPairSchema(
  ports: Ports,
  { workspace }: Caller,
  { object, pipelineId, read }: { object: SalesforceObject; pipelineId?: string | undefined; read: 'if_changed' | 'whole' },
): Promise<PairSchema> {
  const [open, { mapping }] = await Promise.all([openOrg(ports, workspace), mappingInForce(ports, workspace)])
  const saved = mapping.pairs.find((pair) => pair.object === object)?.pipelineId ?? null
  const sides = await readPairSides(ports, workspace, { object, pipelineId: pipelineId ?? saved }, open, {
    conditional: read === 'if_changed',
  })
  return { object, describe: sides.describe ?? null, recordType: sides.recordType }
}

import type { Connection, ObjectAccess } from '@pryzm/salesforce-sdk/contract'
import { mappingInForce } from './mapping-in-force.ts'
import type { Ports, StoredConnection } from './ports/index.ts'
import { lacksAccess, objectAccess } from './rules/object-access.ts'

/** The rights of the connected user, as they were read last, where one that the mapping needs is missing; Salesforce is not asked. */
export async function keptObjectAccess(ports: Ports, connection: StoredConnection | null): Promise<Connection['objectAccess']> {
  if (connection?.status !== 'connected' || connection.org === null || connection.userId === null) return []
  const { workspace, org, userId } = connection
  const [{ mapping }, described] = await Promise.all([
    mappingInForce(ports, workspace),
    ports.store.describes.access(workspace, org.id, userId),
  ])
  const access = mapping.pairs.flatMap((pair): ObjectAccess[] => {
    const rights = described.get(pair.object)
    return pair.enabled && rights ? [objectAccess(pair, rights)] : []
  })
  return access.some(lacksAccess) ? access : []
}

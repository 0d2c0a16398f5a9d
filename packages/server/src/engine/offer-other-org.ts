import type { PendingConnection, Ports, StoredConnection } from './ports/index.ts'
import { tellPages } from './tell.ts'

/** Keeps a grant for another org aside until somebody chooses; the connection before stays as it is. */
export async function offerOtherOrg(
  ports: Ports,
  workspace: string,
  pending: PendingConnection,
  before: StoredConnection,
): Promise<void> {
  if (before.pending) await withdraw(ports, workspace, before.pending)
  await ports.store.connections.change(workspace, { pending })
  await tellPages(ports, workspace, { type: 'changed', what: 'connection' })
}

/** Revokes a grant that nobody chose; Salesforce being away does not stop the choice. */
export async function withdraw(ports: Ports, workspace: string, { loginUrl, refreshToken }: PendingConnection): Promise<void> {
  await ports.orgs
    .revoke({ loginUrl, token: refreshToken })
    .catch((error: unknown) => ports.log.warn('A grant that nobody chose could not be revoked', { workspace, error }))
}

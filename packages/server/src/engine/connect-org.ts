import type { PendingConnection, Ports, StoredConnection } from './ports/index.ts'
import { noteApiUsage } from './note-api-usage.ts'
import { wakeRun } from './wake-run.ts'
import { tellHost, tellPages } from './tell.ts'

/** Makes an accepted grant the workspace's connection and lets paused work go on. */
export async function connectOrg(
  ports: Ports,
  workspace: string,
  accepted: PendingConnection,
  before: StoredConnection | null,
): Promise<void> {
  const now = ports.clock.now()
  await ports.store.connections.put({
    ...accepted,
    workspace,
    status: 'connected',
    reason: null,
    sentence: null,
    statusSince: now,
    refreshStartedAt: null,
    moved: null,
    connectedAt: now,
    apiUsage: null,
    nextTryAt: null,
    pending: null,
  })
  await wakeRun(ports, workspace)
  ports.inBackground(noteApiUsage(ports, workspace))
  await tellPages(ports, workspace, { type: 'changed', what: 'connection' })
  const { org, userId, connectedBy } = accepted
  await tellHost(ports, workspace, 'connection.connected', {
    org,
    userId,
    connectedBy,
    userBefore: before?.userId ?? null,
    orgBefore: before?.org?.id ?? null,
  })
}

import { type ConnectionReason, connectionSentence } from '@pryzm/salesforce-sdk/contract'
import type { Ports } from './ports/index.ts'
import { tellHost, tellPages } from './tell.ts'

// The limit is a rolling window of 24 hours without a time at which it ends, so it is looked at again and again.
const waits = { salesforce_limit: 15 * 60_000, salesforce_busy: 60_000 } as const

const reasons = { salesforce_limit: 'api_limit_reached', salesforce_busy: 'org_unavailable' } as const satisfies Record<
  string,
  ConnectionReason
>

/** Lets the connection say that Salesforce has no room or does not answer; returns when to try again. */
export async function degrade(ports: Ports, workspace: string, why: keyof typeof waits): Promise<Date> {
  const now = ports.clock.now()
  const nextTryAt = new Date(now.getTime() + waits[why])
  const connection = await ports.store.connections.get(workspace)
  if (connection?.status !== 'connected' && connection?.status !== 'degraded') return nextTryAt
  const reason = reasons[why]
  const news = connection.reason !== reason
  await ports.store.connections.change(workspace, {
    status: 'degraded',
    reason,
    sentence: connectionSentence(reason),
    nextTryAt,
    ...(news && { statusSince: now }),
  })
  await tellPages(ports, workspace, { type: 'changed', what: 'connection' })
  if (news) await tellHost(ports, workspace, 'connection.degraded', { reason, nextTryAt: nextTryAt.toISOString() })
  return nextTryAt
}

/** Salesforce answers again. */
export async function restore(ports: Ports, workspace: string): Promise<void> {
  const connection = await ports.store.connections.get(workspace)
  if (connection?.status !== 'degraded') return
  const change = { status: 'connected', reason: null, sentence: null, nextTryAt: null, statusSince: ports.clock.now() } as const
  await ports.store.connections.change(workspace, change)
  await tellPages(ports, workspace, { type: 'changed', what: 'connection' })
  await tellHost(ports, workspace, 'connection.restored', {})
}

import { type Connection, type ConnectionReason, connectionSentence, type RecordType } from '@pryzm/salesforce-sdk/contract'
import { holdsRule } from './authorize.ts'
import { countDrift } from './kept-drift.ts'
import { keptObjectAccess } from './kept-object-access.ts'
import type { Caller, Ports, StoredConnection } from './ports/index.ts'
import { mendingUrl } from './rules/salesforce-urls.ts'
import { missingScopes } from './rules/scopes.ts'
import { recordTypeOf } from './rules/record-type-of.ts'

/** How long a sign-in may take; Salesforce keeps the browser where the package is not installed. */
export const attemptMinutes = 10

const dayMs = 24 * 60 * 60_000
const movedNewsMs = 7 * dayMs

// A renewal that was cut off leaves its mark behind; nobody waits for it after that long.
const renewalMs = 2 * 60_000

/** The connection of the caller's workspace, with what the caller may do with it. */
export async function getConnection(ports: Ports, caller: Caller): Promise<Connection> {
  const { store, settings } = ports
  const stored = await store.connections.get(caller.workspace)
  const [state, viewer, drift, objectAccess] = await Promise.all([
    stateOf(ports, caller.workspace, stored),
    viewerOf(ports, caller),
    countDrift(ports, caller.workspace),
    keptObjectAccess(ports, stored),
  ])
  return {
    ...state,
    org: stored?.org ?? null,
    pendingOrg: stored?.pending?.org ?? null,
    connectedBy: stored?.connectedBy ?? null,
    connectedAt: stored?.connectedAt?.toISOString() ?? null,
    apiUsage: stored?.apiUsage ?? null,
    nextTryAt: stored?.nextTryAt?.toISOString() ?? null,
    packageInstallUrl: settings.packageInstallUrl,
    drift,
    viewer,
    setupUrl: stored && mendingUrl(state.reason, stored),
    scopes: stored && refusedScopes(state, stored),
    objectAccess,
    ...newsOf(ports, stored),
  }
}

function refusedScopes({ reason }: State, { scopes }: StoredConnection): Connection['scopes'] {
  // Salesforce itself may refuse the scopes that are asked for; then it has granted none.
  return reason === 'missing_scope' ? { granted: scopes, missing: missingScopes(scopes) } : null
}

function newsOf({ clock }: Ports, stored: StoredConnection | null): Pick<Connection, 'refreshing' | 'movedFrom'> {
  const isWithin = (milliseconds: number, since: Date | null) =>
    since !== null && clock.now().getTime() - since.getTime() < milliseconds
  const { status, refreshStartedAt = null, moved = null } = stored ?? {}
  return {
    refreshing: status === 'connected' && isWithin(renewalMs, refreshStartedAt),
    movedFrom: moved && isWithin(movedNewsMs, new Date(moved.at)) ? moved.from : null,
  }
}

type State = Pick<Connection, 'status' | 'reason' | 'sentence' | 'statusSince'>

async function stateOf({ store, clock }: Ports, workspace: string, stored: StoredConnection | null): Promise<State> {
  const state: State = {
    status: stored?.status ?? 'disconnected',
    reason: stored?.reason ?? null,
    sentence: stored?.sentence ?? null,
    statusSince: stored?.statusSince?.toISOString() ?? null,
  }
  if (stored?.pending) return { ...state, reason: 'different_org', sentence: connectionSentence('different_org') }
  if (state.status !== 'disconnected') return state
  const now = clock.now().getTime()
  const attempt = await store.connections.openAttempt(workspace, new Date(now - dayMs))
  if (attempt === null || attempt.startedAt <= (stored?.statusSince ?? new Date(0))) return state
  const statusSince = attempt.startedAt.toISOString()
  if (now - attempt.startedAt.getTime() < attemptMinutes * 60_000)
    return { status: 'connecting', reason: null, sentence: null, statusSince }
  const reason: ConnectionReason = 'attempt_expired'
  return { status: 'disconnected', reason, sentence: connectionSentence(reason), statusSince }
}

async function viewerOf({ store }: Ports, caller: Caller): Promise<Connection['viewer']> {
  const mapping = await store.mappings.latest(caller.workspace)
  const pipeline = mapping && recordTypeOf(mapping.mapping.pairs[2])
  const recordTypes: RecordType[] = ['organization', 'person', ...(pipeline ? [pipeline] : [])]
  return {
    canManage: holdsRule(caller, 'integrations:manage'),
    canPush: holdsRule(caller, 'integrations:push'),
    missingEntityAccess: recordTypes.filter((recordType) => {
      const access = caller.access(recordType)
      return !access.create || !access.edit
    }),
  }
}

import type { Connection, Mapping, MappingIssue, ObjectPair, SchemaChange, SchemaDrift } from '@pryzm/salesforce-sdk/contract'
import { describeChanges } from '@pryzm/salesforce-sdk/mapping'
import { causedIssues } from './caused-issues.ts'
import { mappingInForce } from './mapping-in-force.ts'
import type { DescribeDrift, Ports } from './ports/index.ts'

/** How Salesforce has drifted from the saved mapping, as far as it was noticed; Salesforce is not asked. */
export async function keptDrift(ports: Ports, workspace: string): Promise<SchemaDrift> {
  const { store } = ports
  const [connection, { version, mapping }] = await Promise.all([
    store.connections.get(workspace),
    mappingInForce(ports, workspace),
  ])
  const orgId = connection?.org?.id
  if (orgId === undefined || version === 0) return { since: null, checkedAt: null, changes: [], issues: [] }
  const kept = await store.describes.drift(workspace, orgId)
  const enabled = mapping.pairs.flatMap((pair) => {
    const drift = pair.enabled ? kept.find(({ object }) => object === pair.object) : undefined
    return drift ? [{ pair, drift }] : []
  })
  const changes = enabled.flatMap(changesOf)
  return {
    since: earliest(enabled.map(({ drift }) => drift.since)),
    checkedAt: earliest(enabled.map(({ drift }) => drift.checkedAt)),
    changes,
    issues: await issuesOf(ports, workspace, { mapping, enabled, changes }),
  }
}

/** How much has changed, as the connection shows it. */
export async function countDrift(ports: Ports, workspace: string): Promise<Connection['drift']> {
  const { changes, issues } = await keptDrift(ports, workspace)
  return changes.length === 0 ? null : { changes: changes.length, issues: issues.length }
}

interface PairDrift {
  pair: ObjectPair
  drift: DescribeDrift
}

function changesOf({ pair, drift: { drifted } }: PairDrift): SchemaChange[] {
  return drifted ? describeChanges(drifted.before, drifted.after, { pair, absent: drifted.absent }) : []
}

/** Objects without a change have no part in it: what else may read differently there is not worth an alarm. */
async function issuesOf(
  ports: Ports,
  workspace: string,
  { mapping, enabled, changes }: { mapping: Mapping; enabled: readonly PairDrift[]; changes: readonly SchemaChange[] },
): Promise<MappingIssue[]> {
  if (changes.length === 0) return []
  const changed = enabled.flatMap(({ drift: { object, drifted } }) =>
    drifted && changes.some((change) => change.object === object) ? [[object, drifted] as const] : [],
  )
  return causedIssues(ports, workspace, mapping, new Map(changed))
}

function earliest(dates: readonly Date[]): string | null {
  const [first] = dates.toSorted((a, b) => a.getTime() - b.getTime())
  return first?.toISOString() ?? null
}

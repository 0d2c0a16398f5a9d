import type {
  Connection,
  MappingIssue,
  ObjectPair,
  Pipeline,
  RecordType,
  SalesforceObject,
  SavedMapping,
} from '@pryzm/salesforce-sdk'
import { blockingIssues, flows } from '@pryzm/salesforce-sdk/mapping'

/** Why nothing at all can be pulled; the first that applies. */
export type PullBlock =
  | { kind: 'not_connected' | 'connection_broken' | 'no_entity_access' | 'nothing_mapped' | 'nothing_pulls' }
  | { kind: 'setup' | 'pipeline' | 'mapping'; issue: MappingIssue; count: number }

/** What a pull would do with one object, and why it would leave it out. */
export interface PullRow {
  object: SalesforceObject
  /** The pipeline's name; null where the records go by the name of their kind. */
  pipeline: string | null
  plan: 'pulled' | 'push_only' | 'off' | 'no_access' | 'blocked'
  /** The blocking issue, where there is one. */
  sentence: string | null
}

export interface PullReadiness {
  rows: PullRow[]
  block: PullBlock | null
}

/** Whether a pull can start, object by object; the server decides the same when it starts. */
export function pullReadiness(connection: Connection, saved: SavedMapping, pipelines: readonly Pipeline[] = []): PullReadiness {
  const rows = saved.mapping.pairs.map((pair) => rowOf(pair, saved.issues, connection, pipelines))
  return { rows, block: blockOf(connection, saved, rows) }
}

function rowOf(
  pair: ObjectPair,
  issues: readonly MappingIssue[],
  { viewer }: Connection,
  pipelines: readonly Pipeline[],
): PullRow {
  const { object } = pair
  const row = { object, pipeline: pipelineOf(pair, pipelines), sentence: null }
  if (!pair.enabled) return { ...row, plan: 'off' }
  if (!flows(pair.direction, 'pull')) return { ...row, plan: 'push_only' }
  const [issue] = blockingIssues(issues, object)
  if (issue) return { ...row, plan: 'blocked', sentence: issue.sentence }
  const recordType = recordTypeOf(pair)
  const denied = recordType !== null && viewer.missingEntityAccess.includes(recordType)
  return { ...row, plan: denied ? 'no_access' : 'pulled' }
}

function pipelineOf({ object, pipelineId }: ObjectPair, pipelines: readonly Pipeline[]): string | null {
  const pipeline = object === 'Opportunity' ? pipelines.find(({ id }) => id === pipelineId) : undefined
  return pipeline?.name ?? null
}

function recordTypeOf({ object, pipelineId }: ObjectPair): RecordType | null {
  if (object === 'Account') return 'organization'
  if (object === 'Contact') return 'person'
  return pipelineId === null ? null : `pipeline:${pipelineId}`
}

function blockOf(connection: Connection, saved: SavedMapping, rows: readonly PullRow[]): PullBlock | null {
  if (connection.status === 'disconnected' || connection.status === 'connecting') return { kind: 'not_connected' }
  if (connection.status === 'reauthorization_required') return { kind: 'connection_broken' }
  if (saved.version === 0) return { kind: 'nothing_mapped' }
  if (rows.some(({ plan }) => plan === 'pulled')) return null
  const blocked = rows.filter(({ plan }) => plan === 'blocked')
  if (blocked.length === 0) {
    return { kind: rows.some(({ plan }) => plan === 'no_access') ? 'no_entity_access' : 'nothing_pulls' }
  }
  const issues = blocked.flatMap(({ object }) => blockingIssues(saved.issues, object))
  const [issue] = issues
  return issue ? { kind: kindOf(issue), issue, count: issues.length } : { kind: 'nothing_pulls' }
}

function kindOf({ code }: MappingIssue): 'setup' | 'pipeline' | 'mapping' {
  if (code.startsWith('pryzm_id_') || code === 'object_not_accessible') return 'setup'
  return code.startsWith('pipeline_') ? 'pipeline' : 'mapping'
}

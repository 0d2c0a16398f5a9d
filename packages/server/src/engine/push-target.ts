import { connectionSentence, type JobReason, type PushTarget, type RecordType, SyncError } from '@pryzm/salesforce-sdk/contract'
import { objectOf } from '@pryzm/salesforce-sdk/mapping'
import { holdsRule, recordAccess } from './authorize.ts'
import { mappingInForce } from './mapping-in-force.ts'
import type { Caller, Link, Ports, StoredConnection } from './ports/index.ts'
import { pushingPair } from './push/prepare-push.ts'
import { readRecord } from './push-record.ts'
import { salesforceRecordUrl } from './rules/salesforce-urls.ts'

type Refused = { reason: JobReason; remedy: string }

/** What a push of this record would do now, told without asking Salesforce, so that a record's page opens at once. */
export async function pushTarget(
  ports: Ports,
  caller: Caller,
  record: { recordType: RecordType; recordId: string },
): Promise<PushTarget> {
  const { workspace } = caller
  const { recordType, recordId } = record
  const [access, connection] = await Promise.all([
    recordAccess(caller, recordType, recordId),
    ports.store.connections.get(workspace),
  ])
  if (!access.view) throw new SyncError('not_found', 'There is no such record in this workspace.')
  await readRecord(ports, workspace, record)
  const link = await linkOf(ports, workspace, connection, record)
  const linked = link?.state === 'live'
  const refused =
    refusedByAccess(caller, access.edit) ??
    refusedByConnection(connection) ??
    (await refusedByMapping(ports, workspace, recordType))
  const lastPush = await ports.store.jobs.lastPush(workspace, recordType, recordId)
  return {
    action: refused ? 'refused' : linked ? 'update' : 'create',
    reason: refused?.reason ?? null,
    remedy: refused && remedyFor(caller, refused),
    salesforceId: linked ? link.salesforceId : null,
    salesforceUrl:
      linked && connection?.org ? salesforceRecordUrl(connection.org.instanceUrl, objectOf(recordType), link.salesforceId) : null,
    orgName: connection?.org?.name ?? null,
    lastPushedAt: lastPush?.at.toISOString() ?? null,
    lastPushedBy: lastPush?.by ?? null,
  }
}

async function linkOf(
  { store }: Ports,
  workspace: string,
  connection: StoredConnection | null,
  { recordType, recordId }: { recordType: RecordType; recordId: string },
): Promise<Link | null> {
  const orgId = connection?.org?.id
  if (orgId === undefined) return null
  return store.links.byRecord({ workspace, orgId, object: objectOf(recordType), recordType }, recordId)
}

function refusedByAccess(caller: Caller, mayEdit: boolean): Refused | null {
  if (!holdsRule(caller, 'integrations:push'))
    return refused('not_permitted', 'Pushing needs integrations:push. Workspace Admins and Editors have it.', 'ask_admin')
  return mayEdit ? null : refused('no_entity_access', 'Pushing a record needs edit access to it.', 'ask_admin')
}

function refusedByConnection(connection: StoredConnection | null): Refused | null {
  const status = connection?.status ?? 'disconnected'
  if (status === 'reauthorization_required')
    return refused(status, connectionSentence(connection?.reason ?? 'token_revoked'), 'reconnect')
  if (status === 'connected' || status === 'degraded') return null
  return refused('not_connected', 'This workspace is not connected to Salesforce.', 'connect')
}

async function refusedByMapping(ports: Ports, workspace: string, recordType: RecordType): Promise<Refused | null> {
  try {
    pushingPair(await mappingInForce(ports, workspace), recordType)
    return null
  } catch (error) {
    if (!(error instanceof SyncError)) throw error
    const code = String(error.details.reason)
    const sentence = code === 'pipeline_not_mapped' ? await whichPipelineSyncs(ports, workspace) : null
    return refused(code, sentence ?? error.message, 'edit_mapping')
  }
}

/** The pipeline in force by name, which is no secret to anybody; null where it is gone. */
async function whichPipelineSyncs(ports: Ports, workspace: string): Promise<string | null> {
  const [pipelines, { mapping }] = await Promise.all([ports.records.pipelines(workspace), mappingInForce(ports, workspace)])
  const inForce = pipelines.find(({ id }) => id === mapping.pairs[2].pipelineId)
  return inForce ? `Opportunities sync with ${inForce.name}. Records of this pipeline do not sync with Salesforce.` : null
}

/** Where only a manager could do something about it, everybody else is sent to one. */
function remedyFor(caller: Caller, { remedy }: Refused): string {
  return holdsRule(caller, 'integrations:manage') ? remedy : 'ask_admin'
}

function refused(code: string, sentence: string, remedy: string): Refused {
  return { reason: { code, sentence }, remedy }
}

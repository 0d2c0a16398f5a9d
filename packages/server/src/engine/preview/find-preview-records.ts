import { type PreviewRecord, type RecordType, type SalesforceObject, type Side, SyncError } from '@pryzm/salesforce-sdk/contract'
import { longSalesforceId } from '@pryzm/salesforce-sdk/mapping'
import { recordAccess, requireRule } from '../authorize.ts'
import { mappingInForce } from '../mapping-in-force.ts'
import { type OpenOrg, openOrg } from '../open-org.ts'
import type { Caller, LinkScope, Ports } from '../ports/index.ts'
import { recordTypeOf } from '../rules/record-type-of.ts'
import { salesforceRecordUrl } from '../rules/salesforce-urls.ts'
import { requireView } from './require-view.ts'

const mostRecords = 20

/** Records of either side by part of their name, those changed last first; at most 20. */
export async function findPreviewRecords(
  ports: Ports,
  caller: Caller,
  { object, side, text, pipelineId }: { object: SalesforceObject; side: Side; text: string; pipelineId?: string | undefined },
): Promise<{ items: PreviewRecord[] }> {
  requireRule(caller, 'integrations:manage')
  const { workspace } = caller
  const [open, { mapping }] = await Promise.all([openOrg(ports, workspace), mappingInForce(ports, workspace)])
  const saved = mapping.pairs.find((pair) => pair.object === object)?.pipelineId ?? null
  const recordType = recordTypeOf({ object, pipelineId: pipelineId ?? saved })
  if (recordType === null)
    throw new SyncError('mapping_invalid', 'Choose the pipeline that Opportunities sync with first.', {
      details: { reason: 'pipeline_not_selected' },
    })
  requireView(caller, recordType, object)
  const scope = { workspace, orgId: open.info.id, object, recordType }
  return { items: await (side === 'salesforce' ? inSalesforce(ports, open, scope, text) : inPryzm(ports, caller, scope, text)) }
}

async function inSalesforce(ports: Ports, { org, info }: OpenOrg, scope: LinkScope, text: string): Promise<PreviewRecord[]> {
  const found = await org.findRecords(scope.object, { text, limit: mostRecords })
  const keys = found.map(({ id }) => ({ salesforceId: longSalesforceId(id), pryzmId: null }))
  const matches = await ports.store.pulls.look(scope, (look) => look.match(keys))
  return found.map(({ id, name }, index) => {
    const link = matches[index]?.link
    const linkedId = link?.state === 'live' ? link.recordId : null
    return { side: 'salesforce', id, name, url: salesforceRecordUrl(info.instanceUrl, scope.object, id), linkedId }
  })
}

async function inPryzm(
  { records, store }: Ports,
  caller: Caller,
  { workspace, orgId, recordType }: LinkScope,
  text: string,
): Promise<PreviewRecord[]> {
  const found = await mayBeSeen(caller, recordType, (await records.search(workspace, recordType, text)).slice(0, mostRecords))
  const linked = await store.links.salesforceIds(
    workspace,
    orgId,
    recordType,
    found.map(({ id }) => id),
  )
  return found.map(({ id, name, url }) => ({ side: 'pryzm', id, name, url, linkedId: linked.get(id) ?? null }))
}

/** Those that the host lets the caller see. */
async function mayBeSeen<Known extends { id: string }>(
  caller: Caller,
  recordType: RecordType,
  records: readonly Known[],
): Promise<Known[]> {
  const access = await Promise.all(records.map(({ id }) => recordAccess(caller, recordType, id)))
  return records.filter((_, index) => access[index]?.view)
}

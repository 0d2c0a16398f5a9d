import { type PushPreview, type RecordType, SyncError } from '@pryzm/salesforce-sdk/contract'
import { objectOf } from '@pryzm/salesforce-sdk/mapping'
import { requireEdit } from '../authorize.ts'
import { mappingInForce } from '../mapping-in-force.ts'
import { openOrg } from '../open-org.ts'
import type { Caller, Ports } from '../ports/index.ts'
import { readRecord } from '../push-record.ts'
import { pushingPair } from '../push/prepare-push.ts'
import { salesforceRecordUrl } from '../rules/salesforce-urls.ts'
import { fromPryzm } from './find-both.ts'
import { nameReferences } from './name-references.ts'
import { previewSetup } from './preview-setup.ts'
import { previewPushWay } from './preview-ways.ts'
import { isRefused, orRefused, refusalOf, refusedWay } from './refused-way.ts'
import { withDescribe } from './with-describe.ts'

/** What a push of one record would write over what Salesforce holds now. Writes nothing. */
export async function previewPush(
  ports: Ports,
  caller: Caller,
  { recordType, recordId }: { recordType: RecordType; recordId: string },
): Promise<PushPreview> {
  await requireEdit(caller, { recordType, recordId })
  const { workspace } = caller
  await readRecord(ports, workspace, { recordType, recordId })
  const [open, saved] = await Promise.all([openOrg(ports, workspace), mappingInForce(ports, workspace)])
  const refused = (reason: Parameters<typeof refusedWay>[0]): PushPreview => ({
    ...refusedWay(reason),
    salesforceId: null,
    salesforceUrl: null,
    orgName: open.info.name,
  })
  const pair = orRefused(() => pushingPair(saved, recordType))
  if (isRefused(pair)) return refused(pair.refused)
  try {
    return await withDescribe(async (fresh) => {
      const setup = await previewSetup(ports, workspace, { open, saved, shown: saved, pair, recordType }, { fresh })
      const both = await fromPryzm(setup, recordId)
      const way = await previewPushWay(setup, both)
      if (way === null) throw new SyncError('not_found', 'There is no such record in this workspace.')
      const salesforceId = both.row === null ? null : String(both.row.Id)
      return {
        ...(await nameReferences(setup, caller, way, 'push', both.row)),
        salesforceId,
        salesforceUrl:
          salesforceId === null ? null : salesforceRecordUrl(open.info.instanceUrl, objectOf(recordType), salesforceId),
        orgName: open.info.name,
      }
    })
  } catch (error) {
    return refused(refusalOf(error))
  }
}

import { type Mapping, type Preview, type SalesforceObject, type Side, SyncError } from '@pryzm/salesforce-sdk/contract'
import { recordAccess, requireRule } from '../authorize.ts'
import type { Caller, Ports } from '../ports/index.ts'
import { salesforceRecordUrl } from '../rules/salesforce-urls.ts'
import { type BothRecords, fromPryzm, fromSalesforce } from './find-both.ts'
import { nameReferences } from './name-references.ts'
import { type PreviewSetup, previewedMapping, previewSetup } from './preview-setup.ts'
import { previewPullWay, previewPushWay } from './preview-ways.ts'
import { requireView } from './require-view.ts'
import { withDescribe } from './with-describe.ts'

/** What a pull and a push of one record would write, by the mapping in force or one that is not saved yet. Writes nothing. */
export async function previewSync(
  ports: Ports,
  caller: Caller,
  { object, side, id, mapping: draft }: { object: SalesforceObject; side: Side; id: string; mapping?: Mapping | undefined },
): Promise<Preview> {
  requireRule(caller, 'integrations:manage')
  const { workspace } = caller
  const mapping = await previewedMapping(ports, workspace, object, draft)
  requireView(caller, mapping.recordType, object)
  return withDescribe(async (fresh) => {
    const setup = await previewSetup(ports, workspace, mapping, { fresh })
    const both = await (side === 'salesforce' ? fromSalesforce(setup, id) : fromPryzm(setup, id))
    await requireSight(caller, setup, both, side)
    const [pull, push] = await Promise.all([previewPullWay(setup, both), previewPushWay(setup, both)])
    return {
      ...shown(setup, both),
      pull: pull && (await nameReferences(setup, caller, pull, 'pull', both.row)),
      push: push && (await nameReferences(setup, caller, push, 'push', both.row)),
    }
  })
}

/** Values of a record need access to it, whichever side it was chosen on. */
async function requireSight(caller: Caller, { recordType }: PreviewSetup, { record }: BothRecords, side: Side): Promise<void> {
  if (record === null || (await recordAccess(caller, recordType, record.id)).view) return
  if (side === 'pryzm') throw new SyncError('not_found', 'There is no such record in this workspace.')
  throw new SyncError('not_permitted', 'You may not see the Pryzm record that this one belongs to.', { details: { recordType } })
}

function shown({ open, object }: PreviewSetup, { row, record, link }: BothRecords): Pick<Preview, 'salesforce' | 'pryzm'> {
  return {
    salesforce: row && {
      side: 'salesforce',
      id: String(row.Id),
      name: String(row.Name ?? row.Id),
      url: salesforceRecordUrl(open.info.instanceUrl, object, String(row.Id)),
      linkedId: link?.recordId ?? null,
    },
    pryzm: record && {
      side: 'pryzm',
      id: record.id,
      name: record.name,
      url: record.url,
      linkedId: link?.salesforceId ?? null,
    },
  }
}

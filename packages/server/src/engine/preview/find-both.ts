import { SyncError } from '@pryzm/salesforce-sdk/contract'
import { longSalesforceId, PRYZM_ID_FIELD } from '@pryzm/salesforce-sdk/mapping'
import type { FieldValues, Link, PryzmRecord } from '../ports/index.ts'
import { lookUp, matchBlock } from '../pull/match-block.ts'
import type { Decision } from '../rules/match-record.ts'
import type { PreviewSetup } from './preview-setup.ts'
import type { Found } from './push-way.ts'

/** A record with its counterpart on the other side, as far as there is one. */
export interface BothRecords {
  /** What Salesforce holds; null where it has no such record. */
  row: FieldValues | null
  record: PryzmRecord | null
  /** The live link between them. */
  link: Link | null
  /** Where the Pryzm record stands in Salesforce. */
  found: Found
}

/** Starts from a record of Salesforce. Rejects with `not_found` where there is none. */
export async function fromSalesforce(setup: PreviewSetup, id: string): Promise<BothRecords> {
  const { ports, open, object, scope, columns } = setup
  const row = isSalesforceId(id) ? await open.org.readRecord(object, longSalesforceId(id), columns) : null
  if (row === null) throw new SyncError('not_found', 'Salesforce has no such record, or the connected user cannot see it.')
  const salesforceId = longSalesforceId(String(row.Id))
  const [record, link] = await Promise.all([matchedRecord(setup, row), ports.store.links.bySalesforceId(scope, salesforceId)])
  if (record !== null && link?.state === 'live' && link.recordId === record.id)
    return { row, record, link, found: { kind: 'linked', link, held: row } }
  return { row, record, link: null, found: { kind: 'known', salesforceId, held: row } }
}

/** Starts from a record of Pryzm. Rejects with `not_found` where there is none. */
export async function fromPryzm(setup: PreviewSetup, id: string): Promise<BothRecords> {
  const { ports, workspace, open, object, recordType, scope, columns } = setup
  const [record] = await ports.records.read(workspace, recordType, [id])
  if (!record) throw new SyncError('not_found', 'There is no such record in this workspace.')
  const link = await ports.store.links.byRecord(scope, id)
  if (link?.state === 'live') {
    const row = await open.org.readRecord(object, link.salesforceId, columns)
    return { row, record, link, found: row === null ? { kind: 'deleted', link } : { kind: 'linked', link, held: row } }
  }
  const held = columns.includes(PRYZM_ID_FIELD) ? await open.org.readByPryzmId(object, id, columns) : null
  if (held === 'several') return { row: null, record, link: null, found: { kind: 'several' } }
  if (held === null) return { row: null, record, link: null, found: { kind: 'new' } }
  const salesforceId = longSalesforceId(String(held.Id))
  return { row: held, record, link: null, found: { kind: 'known', salesforceId, held } }
}

/** The record of Pryzm that a row belongs to, whatever is mapped. */
async function matchedRecord(setup: PreviewSetup, row: FieldValues): Promise<PryzmRecord | null> {
  const decision = await decide(setup, row)
  if (decision?.kind !== 'update') return null
  const [record] = await setup.ports.records.read(setup.workspace, setup.recordType, [decision.recordId])
  return record ?? null
}

function decide({ ports, workspace, recordType, scope }: PreviewSetup, row: FieldValues): Promise<Decision | undefined> {
  const matching = { ports, workspace, recordType, planHash: '', nameAt: -1, plan: { columns: [] } }
  const cells = ['Id', PRYZM_ID_FIELD, 'SystemModstamp'].map((column) => String(row[column] ?? ''))
  return ports.store.pulls.look(scope, async (look) => {
    const [matched] = matchBlock(matching, await lookUp(matching, look, [cells]), new Set())
    return matched?.decision
  })
}

/** Salesforce answers others with an error. */
function isSalesforceId(id: string): boolean {
  return /^[a-zA-Z0-9]{15}$/.test(id) || (id.length === 18 && longSalesforceId(id.slice(0, 15)) === id)
}

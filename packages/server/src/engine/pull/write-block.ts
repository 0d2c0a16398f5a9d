import type { JobReason } from '@pryzm/salesforce-sdk/contract'
import type { AttributeNote, Link, NewResult, PendingRelation, PullPage } from '../ports/index.ts'
import { writeBackState } from '../rules/write-back-state.ts'
import type { ReadyRow } from './convert-block.ts'
import type { MatchedRow } from './match-block.ts'
import { isEditedHere, mayChange, type PreparedBlock } from './prepare-block.ts'
import type { PullContext } from './pull-context.ts'
import { type WrittenRow, writeRecords } from './write-records.ts'

/** What a block of rows came to. */
interface BlockOutcome {
  /** One a row, in order. */
  results: (NewResult | undefined)[]
  links: Link[]
  pending: PendingRelation[]
}

/** What is said of a row as a whole. */
export const pullNotes = {
  superseded: { code: 'superseded', sentence: 'A newer state of this record was applied before, so this one changed nothing.' },
  deleted: { code: 'deleted_in_pryzm', sentence: 'This record was deleted in Pryzm. It is not created again.' },
  conflict: {
    code: 'link_conflict',
    sentence:
      'Its Pryzm_ID__c names a Pryzm record that is linked to another Salesforce record. Clear Pryzm_ID__c on one of the two.',
  },
  taken: {
    code: 'pryzm_id_taken',
    sentence:
      'Pryzm_ID__c holds a value that is not an id of this workspace, so it was left as it is. The record is linked in Pryzm alone.',
  },
} satisfies Record<string, JobReason>

/** Writes a prepared block: records, links, pending relations. Returns one result a row, in order, the first of them `firstSeq`. */
export async function writeBlock(
  context: PullContext,
  page: PullPage,
  { matched, ready }: PreparedBlock,
  firstSeq: number,
): Promise<NewResult[]> {
  const outcome: BlockOutcome = { results: Array.from({ length: matched.length }), links: [], pending: [] }
  for (const row of matched) settleUnwritten(context, outcome, row)
  const toWrite = ready.filter(({ same }) => !same)
  const writes = toWrite.map(({ write }) => write)
  const written = (await writeRecords(context, page, writes)).values()
  for (const row of ready) {
    const seq = firstSeq + row.matched.index
    settleReady(context, outcome, row, row.same ? undefined : written.next().value, seq)
  }
  if (outcome.links.length > 0) await page.putLinks(outcome.links)
  if (outcome.pending.length > 0) await page.addPending(outcome.pending)
  return outcome.results as NewResult[]
}

/** Settles a row that no record is written for, which `settleReady` leaves as it is. */
function settleUnwritten(context: PullContext, outcome: BlockOutcome, row: MatchedRow): void {
  const { decision, name, salesforceId, index } = row
  if (decision.kind === 'create') return
  const left = { name, salesforceId, syncedFields: 0, skips: [] }
  switch (decision.kind) {
    case 'link_conflict':
      outcome.results[index] = { ...left, outcome: 'failed', recordId: decision.recordId, reason: pullNotes.conflict }
      return
    case 'superseded':
      outcome.results[index] = { ...left, outcome: 'unchanged', recordId: decision.link.recordId, reason: pullNotes.superseded }
      return
    case 'deleted_in_pryzm':
      outcome.results[index] = { ...left, outcome: 'skipped', recordId: decision.link.recordId, reason: pullNotes.deleted }
      if (decision.link.state !== 'deleted_in_pryzm') outcome.links.push({ ...decision.link, state: 'deleted_in_pryzm' })
      return
    case 'update': {
      const { link } = decision
      if (link === null || mayChange(row)) return
      const { writeBack, reason } = idState(row, link.recordId, link.writeBack === 'never' && row.idCell === '')
      if (writeBack !== link.writeBack) outcome.links.push({ ...link, writeBack })
      outcome.results[index] = {
        ...left,
        outcome: 'unchanged',
        recordId: link.recordId,
        reason,
        syncedFields: context.plan.fields.length,
        writeBack: writeBack === 'due' && context.canWriteBack,
      }
      return
    }
  }
}

function settleReady(
  context: PullContext,
  outcome: BlockOutcome,
  row: ReadyRow,
  written: WrittenRow | undefined,
  seq: number,
): void {
  const { matched, link, write, name } = row
  const { salesforceId, index } = matched
  const { skips } = write
  const result = { name, salesforceId, recordId: write.id, skips, syncedFields: 0 }
  if (written?.outcome === 'failed') {
    const recordId = write.kind === 'create' ? null : write.id
    const reason = { code: 'rejected_by_pryzm', sentence: written.sentence }
    outcome.results[index] = { ...result, recordId, outcome: 'failed', reason }
    return
  }
  if (written?.outcome === 'missing') {
    if (link) outcome.links.push({ ...link, state: 'deleted_in_pryzm' })
    outcome.results[index] = { ...result, outcome: 'skipped', reason: pullNotes.deleted, skips: [] }
    return
  }
  const { writeBack, reason } = idState(matched, write.id, row.personAccount)
  const revision = written?.revision ?? link?.revision ?? null
  if (written || link?.writeBack !== writeBack) outcome.links.push(linkOf(row, revision, writeBack))
  for (const relation of row.pending) outcome.pending.push({ ...relation, seq })
  const notes = isEditedHere(matched) ? overwritten(context, written) : []
  outcome.results[index] = {
    ...result,
    outcome: written?.outcome ?? 'unchanged',
    reason,
    syncedFields: context.plan.fields.length - skips.length,
    writeBack: writeBack === 'due' && context.canWriteBack,
    ...(notes.length > 0 && { notes }),
  }
}

/** What is said of each attribute in which Salesforce has won over a record that was changed in Pryzm. */
function overwritten({ plan }: PullContext, written: WrittenRow | undefined): AttributeNote[] {
  const changed = new Set(written?.outcome === 'updated' ? written.changed : [])
  return plan.fields
    .filter(({ attribute }) => changed.has(attribute.name))
    .map(({ attribute: { name, label } }) => ({
      attribute: name,
      code: 'changed_since_sync',
      sentence: `The record was changed in Pryzm since the last sync. What ${label} held there was overwritten.`,
    }))
}

function linkOf({ matched, link, write, hash }: ReadyRow, revision: string | null, writeBack: Link['writeBack']): Link {
  const synced = Object.keys(write.values).filter((name) => write.values[name] !== null)
  return {
    salesforceId: matched.salesforceId,
    recordId: write.id,
    hash,
    stamp: matched.stamp,
    revision,
    syncedAttributes: link ? [...new Set([...link.syncedAttributes, ...synced])] : synced,
    writeBack,
    state: 'live',
  }
}

/** What is to be done about the row's `Pryzm_ID__c`, and what is said of it. */
export function idState(
  { idCell, namesOwnRecord }: MatchedRow,
  recordId: string,
  personAccount: boolean,
): { writeBack: Link['writeBack']; reason: JobReason | null } {
  const writeBack = writeBackState({ cell: idCell, recordId, namesOwnRecord, personAccount })
  return { writeBack, reason: writeBack === 'never' && idCell !== '' ? pullNotes.taken : null }
}

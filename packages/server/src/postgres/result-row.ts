import type { AttributeNote, FieldSkip, ResultReason, StoredResult } from '../engine/ports/index.ts'
import { outcomeOf } from './result-codes.ts'

export interface ResultRow {
  seq: number
  outcome: number
  synced_fields: number
  write_back: boolean
  record_id: string | null
  salesforce_id: string | null
  name: string | null
  reason: ResultReason | null
  skips: FieldSkip[] | null
  notes: AttributeNote[] | null
}

export const resultColumns = 'seq, outcome, synced_fields, write_back, record_id, salesforce_id, name, reason, skips, notes'

export function storedResult(row: ResultRow): StoredResult {
  return {
    seq: row.seq,
    outcome: outcomeOf(row.outcome),
    name: row.name,
    recordId: row.record_id,
    salesforceId: row.salesforce_id,
    reason: row.reason,
    syncedFields: row.synced_fields,
    skips: row.skips ?? [],
    ...(row.notes && { notes: row.notes }),
    writeBack: row.write_back,
  }
}

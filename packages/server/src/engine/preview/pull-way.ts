import type { JobReason, PreviewWay } from '@pryzm/salesforce-sdk/contract'
import { type BothSides, previewPull } from '@pryzm/salesforce-sdk/mapping'
import type { FieldValues, PryzmRecord } from '../ports/index.ts'
import { convertBlock, type ReadyRow } from '../pull/convert-block.ts'
import { lookUp, type MatchedRow, matchBlock } from '../pull/match-block.ts'
import { isEditedHere, mayChange } from '../pull/prepare-block.ts'
import type { PullSetup } from '../pull/set-up-pull.ts'
import { idState, pullNotes } from '../pull/write-block.ts'
import { pullColumns } from '../rules/pull-query.ts'
import { refusedWay } from './refused-way.ts'

/** A row of Salesforce as far as a pull takes it before it writes. */
export interface PulledRow {
  matched: MatchedRow
  /** Null where no record would be created or updated from it. */
  ready: ReadyRow | null
}

const personAccount: JobReason = {
  code: 'person_account',
  sentence: 'This is a person account in Salesforce. Persons come with the Contacts.',
}

/** Matches and converts one row as a pull does. */
export async function pullRow(setup: PullSetup, row: FieldValues): Promise<PulledRow> {
  const cells = pullColumns(setup.plan, [], false).map((column) => String(row[column] ?? ''))
  return setup.ports.store.pulls.look(setup.scope, async (look) => {
    const [matched] = matchBlock(setup, await lookUp(setup, look, [cells]), new Set())
    if (matched === undefined) throw new Error('A row was not matched.')
    const { kind } = matched.decision
    const [ready] = kind === 'create' || kind === 'update' ? await convertBlock(setup, look, [matched], [cells]) : []
    return { matched, ready: ready ?? null }
  })
}

/** What a pull would do with one row; `record` is what the row is matched to, null where it is none. */
export function pullWay(
  setup: PullSetup,
  row: FieldValues,
  { matched, ready }: PulledRow,
  record: PryzmRecord | null,
): PreviewWay {
  if (setup.plan.condition !== null && String(row.IsPersonAccount) === 'true') return refusedWay(personAccount)
  const { decision } = matched
  if (decision.kind === 'link_conflict') return refusedWay(pullNotes.conflict)
  if (decision.kind === 'deleted_in_pryzm') return refusedWay(pullNotes.deleted)
  const sides: BothSides = { held: row, values: record?.values ?? {} }
  if (decision.kind === 'superseded' || ready === null)
    return { action: 'unchanged', reason: pullNotes.superseded, fields: leftAsIs(setup, sides, []) }
  const { write, personAccount: isPerson } = ready
  const { reason } = idState(matched, write.id, isPerson)
  if (ready.same || !mayChange(matched)) return { action: 'unchanged', reason, fields: leftAsIs(setup, sides, write.skips) }
  const fields = previewPull(setup.input, setup.plan, sides, write, { changedHere: isEditedHere(matched) })
  const isWritten = fields.some(({ outcome }) => outcome === 'written')
  return { action: decision.kind === 'create' ? 'create' : isWritten ? 'update' : 'unchanged', reason, fields }
}

/** The record holds all of it already. */
function leftAsIs(setup: PullSetup, sides: BothSides, skips: ReadyRow['write']['skips']) {
  return previewPull(setup.input, setup.plan, sides, { values: {}, skips }, { changedHere: false })
}

import type { Selectable } from 'kysely'
import { CauseTally, type JobStore, type NewResult, type PushFinish, type StoredJob } from '../engine/ports/index.ts'
import type { Database } from './database.ts'
import { storedJobOf } from './job-row.ts'
import { jsonColumn } from './json-column.ts'
import type { StoredScope } from './link-scopes.ts'
import { putLinkStatement, scopeFor } from './put-link.ts'
import { blockCells, blockColumns, blocksOf } from './result-block.ts'
import type { JobsTable } from './tables.ts'
import { resultCells, resultColumns } from './write-results.ts'

/** Scopes to remember; one is some hundred bytes. */
const MOST_SCOPES = 1000

/** Ends pushes with one statement each: a single trip to the database, and a single wait for its disk. */
export function pushFinisher(database: Database): JobStore['finishPush'] {
  const { sql } = database
  const scopes = new Map<string, StoredScope>()

  /** A scope's number never changes and its names only grow, so a remembered one will do unless it was archived or lacks a name. */
  function remembered({ scope, link }: NonNullable<PushFinish['link']>): StoredScope | null {
    const stored = scopes.get(JSON.stringify(scope))
    return stored && stored.attributes.with([link.syncedAttributes]) === stored.attributes ? stored : null
  }

  async function readScope({ scope, link }: NonNullable<PushFinish['link']>): Promise<StoredScope> {
    const stored = await sql.transaction((transaction) => scopeFor(transaction, database, scope, link))
    if (scopes.size >= MOST_SCOPES) scopes.clear()
    scopes.set(JSON.stringify(scope), stored)
    return stored
  }

  return async (jobId, finish) => {
    if (!finish.link) return end(database, jobId, finish, null)
    const known = remembered(finish.link)
    const ended = known && (await end(database, jobId, finish, known))
    return ended ?? end(database, jobId, finish, await readScope(finish.link))
  }
}

/** Null, and nothing written, where the job had ended or the scope was archived. */
async function end(
  database: Database,
  jobId: string,
  { state, reason, at, result, link }: PushFinish,
  scope: StoredScope | null,
): Promise<StoredJob | null> {
  const { name, sql } = database
  const parameters: unknown[] = []
  const parameter = (value: unknown) => `$${parameters.push(value)}`
  const tally = new CauseTally()
  const counted = { ...result, causes: tally.add(result) }
  const changes = {
    ...countsOfOne(result),
    causes: JSON.stringify(tally.added),
    state,
    reason: jsonColumn(reason),
    finished_at: at,
    next_try_at: null,
  }
  const sets = Object.entries(changes).map(([column, value]) => `${column} = ${parameter(value)}`)
  const parts = [
    `ended as (
       update ${name('jobs')} set ${sets.join(', ')} where id = ${parameter(jobId)} and finished_at is null and not deleting
       ${scope ? `and exists (select from ${name('link_scopes')} where no = ${parameter(scope.no)} and not archived)` : ''}
       returning *
     )`,
    `told as (
       insert into ${name('results')} (job_no, ${resultColumns})
       select no, ${resultCells(1, counted).map(parameter).join(', ')} from ended
     )`,
    ...[...blocksOf(1, [counted])].map(
      (block) => `found_by as (
       insert into ${name('result_blocks')} (job_no, ${blockColumns})
       select no, ${blockCells(block).map(parameter).join(', ')} from ended
     )`,
    ),
  ]
  if (scope && link)
    parts.push(
      `linked as (${putLinkStatement(database, { scope, link: link.link, from: 'from ended' }, parameter)})`,
      `settled as (
         delete from ${name('pending_relations')}
         where scope_no = ${parameter(scope.no)} and record_id = ${parameter(link.link.recordId)} and exists (select from ended)
       )`,
    )
  const [ended] = await sql.query<Selectable<JobsTable>>(`with ${parts.join(', ')} select * from ended`, parameters)
  return ended ? storedJobOf(ended) : null
}

function countsOfOne({ outcome, skips }: NewResult) {
  const synced = outcome === 'created' || outcome === 'updated' || outcome === 'unchanged'
  const reasons: Record<string, number> = {}
  for (const { reason } of skips) reasons[reason] = (reasons[reason] ?? 0) + 1
  return {
    processed: 1,
    [outcome]: 1,
    with_skipped_fields: synced && skips.length > 0 ? 1 : 0,
    skipped_fields: skips.length,
    skip_reasons: JSON.stringify(reasons),
  }
}

import type { PendingRelation, Ports, PullJob, RecordWrite, RecordWriteOutcome, RevisionMove } from '../ports/index.ts'

const batchSize = 2000

/** Writes the relations of a job's records whose target has been linked since, until none is left that can be. */
export async function resolveRelations({ store, records }: Ports, job: PullJob): Promise<void> {
  const { workspace, recordType } = job.scope
  const refused = new Set<string>()
  for (;;) {
    const found = await store.pulls.resolvable(job, batchSize + refused.size)
    const fresh = found.filter((relation) => !refused.has(keyOf(relation)))
    if (fresh.length === 0) return
    const rows = updatesOf(fresh)
    const ids = rows.map(({ id }) => id)
    const before = await records.revisions(workspace, recordType, ids)
    const outcomes = await records.write(workspace, recordType, rows, {})
    await store.links.moveRevisions(job.scope, movesOf(ids, before, outcomes))
    const written = new Set(rows.flatMap(({ id }, index) => (isWritten(outcomes[index]?.outcome) ? [id] : [])))
    for (const relation of fresh) if (!written.has(relation.recordId)) refused.add(keyOf(relation))
    await store.pulls.settle(
      job,
      fresh.filter(({ recordId }) => written.has(recordId)),
    )
  }
}

function updatesOf(relations: readonly (PendingRelation & { targetRecordId: string })[]): RecordWrite[] {
  const rows = new Map<string, Record<string, string>>()
  for (const { recordId, attribute, targetRecordId } of relations)
    rows.set(recordId, { ...rows.get(recordId), [attribute]: targetRecordId })
  return [...rows].map(([id, values]) => ({ id, kind: 'update', values }))
}

function movesOf(
  ids: readonly string[],
  before: readonly (string | null)[],
  outcomes: readonly RecordWriteOutcome[],
): RevisionMove[] {
  return ids.flatMap((recordId, index) => {
    const [from, outcome] = [before[index], outcomes[index]]
    return from != null && outcome?.outcome === 'updated' ? [{ recordId, before: from, after: outcome.revision }] : []
  })
}

function isWritten(outcome: string | undefined): boolean {
  return outcome === 'updated' || outcome === 'unchanged'
}

function keyOf({ recordId, attribute }: PendingRelation): string {
  return `${recordId} ${attribute}`
}

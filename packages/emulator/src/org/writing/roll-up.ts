import type { Org } from '../org.ts'
import type { Row } from '../table.ts'
import { valueReader } from '../value-reader.ts'

/**
 * Writes a record, and notes a change on those of its parents whose roll-up summaries it changed: they are saved too, so their
 * SystemModstamp moves. `versions` are the record before and after.
 */
export function writeAndRollUp(org: Org, objectName: string, versions: readonly Row[], write: () => void): void {
  const values = org.computed.summariesOf(objectName).flatMap(({ object, field, summary }) => {
    const table = org.table(object.name)
    const read = valueReader(org, object.name, field)
    const ids = new Set(versions.map((row) => row[summary.lookup] ?? null).filter((id) => typeof id === 'string'))
    return [...ids].map((id) => ({ table, id, value: () => readParent(table.get(id), read) }))
  })
  const before = values.map(({ value }) => value())
  write()
  for (const [at, { table, id, value }] of values.entries()) {
    if (table.get(id) && value() !== before[at]) org.journal.update(table, id, { SystemModstamp: org.now() })
  }
}

function readParent(parent: Row | undefined, read: (row: Row) => Row[string]) {
  return parent ? read(parent) : null
}

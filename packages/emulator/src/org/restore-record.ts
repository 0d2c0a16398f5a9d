import type { ObjectType } from './objects/object-type.ts'
import type { Org } from './org.ts'
import type { Row } from './table.ts'
import { liesInBin, undeleteRecord } from './writing/recycle-bin.ts'

/**
 * Takes a record out of the recycle bin, and with it what was deleted along with it. Throws when it is not in there, or when another
 * record has taken the value of a unique field.
 */
export function restoreRecord(org: Org, objectName: string, id: string): void {
  const row = org.table(objectName).get(id)
  const object = org.schema.object(objectName)
  if (!row || !object || !liesInBin(org, row)) throw new Error(`There is no record ${id} of ${objectName} in the recycle bin.`)
  refuseTakenValues(org, object, row)
  undeleteRecord(org, org.administrator, id)
}

/** What lies in the recycle bin, newest first. */
export function recycleBin(org: Org): { object: ObjectType; row: Row }[] {
  const withBin = org.schema.objects.filter((object) => object.hasPages && object.deletable && org.table(object.name).deleted > 0)
  const found = withBin.flatMap((object) => deletedRows(org, object).map((row) => ({ object, row })))
  return found.toSorted((a, b) => (String(a.row.SystemModstamp) < String(b.row.SystemModstamp) ? 1 : -1))
}

/** Seeds hold no deleted records, so those that are deleted were changed since. */
function deletedRows(org: Org, { name }: ObjectType): Row[] {
  const table = org.table(name)
  const changed = [...table.changes()].map(({ Id }) => table.get(String(Id)))
  return changed.filter((row) => row !== undefined && liesInBin(org, row)) as Row[]
}

function refuseTakenValues(org: Org, object: ObjectType, row: Row): void {
  for (const { name } of org.schema.fields(object).filter((field) => field.unique)) {
    const others = row[name] == null ? [] : org.table(object.name).find(name, String(row[name]))
    if (!others.some((other) => other.Id !== row.Id && other.IsDeleted !== true)) continue
    throw new Error(`Another record has ${name} ${String(row[name])} by now. Change it there first.`)
  }
}

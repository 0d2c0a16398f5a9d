import type { ObjectView } from '../org/object-view.ts'
import type { Org } from '../org/org.ts'
import { toId18 } from '../org/salesforce-id.ts'
import type { Row } from '../org/table.ts'

/** An object as the administrator, in whose name people use the pages, finds it. */
export function administratorView(org: Org, objectName: string): ObjectView | undefined {
  return org.view(org.administrator, objectName)
}

/** A record and its object by an id of 15 or 18 characters. */
export function recordById(org: Org, id: string): { view: ObjectView; row: Row } | undefined {
  const id18 = toId18(id)
  const object = org.schema.objects.find(({ keyPrefix }) => id.startsWith(keyPrefix))
  const row = id18 && object ? org.table(object.name).get(id18) : undefined
  const view = object && administratorView(org, object.name)
  return row && view ? { view, row } : undefined
}

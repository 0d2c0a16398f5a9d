import type { ObjectView } from '../org/object-view.ts'
import type { Org } from '../org/org.ts'
import { toId18 } from '../org/salesforce-id.ts'
import type { Row } from '../org/table.ts'
import { valueReader } from '../org/value-reader.ts'

export const PAGE_ROWS = 50
/** A search looks no further, so that a page of millions of records still opens at once. */
const MOST_LOOKED_AT = 200_000

export interface FoundRecords {
  rows: Row[]
  /** Whether a further page has records. */
  more: boolean
  /** Whether the search gave up before the end of the table. */
  gaveUp: boolean
}

/** One page of an object's records, counted from 0: all of them, or those with `search` in a text field or as their id. */
export function findRecords(org: Org, view: ObjectView, search: string, page: number): FoundRecords {
  const id = toId18(search)
  const byId = id === undefined ? undefined : org.table(view.type.name).get(id)
  if (byId) return { rows: [byId], more: false, gaveUp: false }
  const matches = search === '' ? () => true : textMatcher(org, view, search.toLowerCase())
  const wanted = (page + 1) * PAGE_ROWS + 1
  const found: Row[] = []
  const snapshot = org.table(view.type.name).snapshot()
  const end = Math.min(snapshot.size, Math.max(MOST_LOOKED_AT, wanted))
  for (let position = 0; position < end && found.length < wanted; position++) {
    const row = snapshot.row(position)
    if (row.IsDeleted !== true && matches(row)) found.push(row)
  }
  snapshot.release()
  const more = found.length === wanted
  return { rows: found.slice(page * PAGE_ROWS, wanted - 1), more, gaveUp: !more && end < snapshot.size }
}

function textMatcher(org: Org, view: ObjectView, search: string): (row: Row) => boolean {
  const texts = view.fields.filter((field) => ['string', 'email', 'phone', 'url', 'picklist'].includes(field.type))
  const readers = texts.map((field) => valueReader(org, view.type.name, field))
  return (row) =>
    readers.some((read) =>
      String(read(row) ?? '')
        .toLowerCase()
        .includes(search),
    )
}

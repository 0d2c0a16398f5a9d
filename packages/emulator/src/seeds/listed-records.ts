import { keyPrefix, salesforceId } from '../org/salesforce-id.ts'
import type { Row } from '../org/table.ts'
import type { ObjectSeed, SeededObject } from './seed.ts'

const FIRST_CREATED = Date.UTC(2026, 4, 6, 9, 10)

/** Fills in what every record has where a list of records does not say it. Each is a minute younger than the one before, so that their order in time is plain. */
export function listedRecords(
  object: SeededObject,
  cells: readonly Row[],
  customFields: ObjectSeed['customFields'] = [],
): ObjectSeed {
  const owner = salesforceId(keyPrefix.User, 0)
  const names = [...new Set(cells.flatMap((row) => Object.keys(row)))]
  const blank = Object.fromEntries(names.map((name) => [name, null]))
  const rows = cells.map((row, index): Row => {
    const moment = new Date(FIRST_CREATED + index * 60_000).toISOString()
    return {
      ...blank,
      OwnerId: owner,
      CreatedDate: moment,
      CreatedById: owner,
      LastModifiedDate: row.CreatedDate ?? moment,
      LastModifiedById: owner,
      SystemModstamp: row.LastModifiedDate ?? row.CreatedDate ?? moment,
      ...row,
      Id: seededId(object, index),
      IsDeleted: false,
    }
  })
  return {
    prefix: keyPrefix[object],
    count: rows.length,
    customFields,
    row: (index) => {
      const row = rows[index]
      if (!row) throw new RangeError(`The seed has ${rows.length} records of ${object}; there is no number ${index}.`)
      return row
    },
  }
}

/** The id of record `index` (from 0) of a seed. */
export function seededId(object: SeededObject, index: number): string {
  return salesforceId(keyPrefix[object], index)
}

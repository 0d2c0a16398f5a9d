import { keyPrefix, salesforceId } from '../../org/salesforce-id.ts'
import type { Row } from '../../org/table.ts'

const FIRST_DAY_MS = Date.UTC(2024, 0, 8, 9, 30)
const DAY_MS = 24 * 60 * 60 * 1000

/** Who made and owns record `index`, and when: each is some days younger than the one before. */
export function historyOf(index: number): Row {
  const owner = salesforceId(keyPrefix.User, index % 5)
  const moment = `${new Date(FIRST_DAY_MS + index * 11 * DAY_MS).toISOString().slice(0, 19)}.000Z`
  return {
    IsDeleted: false,
    OwnerId: owner,
    CreatedDate: moment,
    CreatedById: owner,
    LastModifiedDate: moment,
    LastModifiedById: owner,
    SystemModstamp: moment,
  }
}

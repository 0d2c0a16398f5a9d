import { keyPrefix, salesforceId } from '../../org/salesforce-id.ts'
import { acmeUsers } from '../acme-industrial.ts'
import type { Random } from '../random.ts'

/** In seconds, as the org keeps time: a day; when the CRM was opened; when anybody last changed the seeded records. */
const DAY = 86_400
const OPENED = Date.UTC(2016, 0, 4) / 1000
const LAST_CHANGE = Date.UTC(2026, 5, 30) / 1000

const userId = (number: number) => salesforceId(keyPrefix.User, number)

/** Who owns a record: mostly the four who sell, sometimes the administrator who imported it, and some who have left. */
export function ownerOf(random: Random): string {
  return userId(random.percent(12) ? random.integer(acmeUsers.length) : 1 + random.integer(4))
}

/** Who made and last touched a record, and when. A third were never touched after an import at night. */
export function historyOf(random: Random, ownerId: string) {
  const created = OPENED + random.integer(LAST_CHANGE - OPENED - 30 * DAY)
  const untouched = random.percent(33)
  const modified = untouched ? created : created + random.integer(LAST_CHANGE - created)
  const modifiedBy = random.percent(20) ? userId(0) : ownerId
  return {
    CreatedDate: second(created),
    CreatedById: untouched ? userId(0) : ownerId,
    LastModifiedDate: second(modified),
    LastModifiedById: untouched ? userId(0) : modifiedBy,
    // Automated changes move the stamp and leave the date of the last change alone.
    SystemModstamp: second(random.percent(10) ? modified + random.integer(DAY) : modified),
    LastActivityDate: random.sometimes(55, day(Math.max(created, modified - random.integer(90 * DAY)))),
  }
}

/** The calendar day of a moment, given in seconds since 1970, as the org stores it. */
export function day(seconds: number): string {
  return second(seconds).slice(0, 10)
}

function second(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}

import type { Value } from '../../org/table.ts'
import { mix } from '../random.ts'

/** Dates and times of big seeds are looked up, since formatting one takes longer than the rest of a row. */

const DAY = 86_400_000
const FIRST_DAY = Date.UTC(2016, 0, 4)
const DAYS = 3_800

const days = Array.from({ length: DAYS }, (_, day) => new Date(FIRST_DAY + day * DAY).toISOString().slice(0, 10))
const times = Array.from({ length: 8_640 }, (_, ten) => new Date(ten * 10_000).toISOString().slice(10))

/** The day that `chance` picks, between January 2016 and May 2026. */
export function dayOf(chance: number): string {
  return days[chance % DAYS]!
}

/** A moment of the day that `chance` picks. */
export function momentOf(chance: number): string {
  return days[chance % DAYS]! + times[(chance >>> 5) % times.length]!
}

/** A moment on a later day than `momentOf(chance)`, where the calendar has one. */
export function laterMomentOf(chance: number, later: number): string {
  const day = chance % DAYS
  return days[Math.min(day + 1 + (later % (DAYS - day)), DAYS - 1)]! + times[(later >>> 5) % times.length]!
}

/** The dates of a record's making and last change alone, for an object whose record `n` starts its chance from `n + start`. */
export function auditCells(start: number): Readonly<Record<string, (index: number) => Value>> {
  const modified = (index: number) => {
    const a = mix(index + start)
    return laterMomentOf(a, mix(mix(a + 1) + 1))
  }
  return {
    IsDeleted: () => false,
    SystemModstamp: modified,
    LastModifiedDate: modified,
    CreatedDate: (index) => momentOf(mix(index + start)),
  }
}

const datePattern = /^\d{4}-\d{2}-\d{2}$/
const utcPattern = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/
const instantPattern = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})$/

/** A calendar date `YYYY-MM-DD` that exists, else null. */
export function calendarDate(text: string): string | null {
  return datePattern.test(text) && startsWithDay(text) ? text : null
}

/** An instant in any zone as `2026-05-06T09:49:20.000Z`; null where the text is none, or is finer than a millisecond. */
export function utcInstant(text: string): string | null {
  // Most values of a pull are in this form already.
  if (utcPattern.test(text)) return startsWithDay(text) ? text : null
  return text.length > 40 ? null : zonedInstant(text)
}

function zonedInstant(text: string): string | null {
  const parts = instantPattern.exec(text)
  if (!parts) return null
  const [, date = '', minutes = '', seconds = '00', fraction = '', zone = ''] = parts
  if (!startsWithDay(date) || !/^\d{0,3}0*$/.test(fraction)) return null
  const offset = zoneMinutes(zone)
  if (offset === null) return null
  const wallClock = `${date}T${minutes}:${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}Z`
  if (offset === 0) return wallClock
  const instant = new Date(Date.parse(wallClock) - offset * 60_000).toISOString()
  return instant.length === 24 ? instant : null
}

/** Whether text that starts like `YYYY-MM-DD` names a day that exists. Digits are read in place: this runs for every date of a pull. */
function startsWithDay(text: string): boolean {
  const month = twoDigits(text, 5)
  const day = twoDigits(text, 8)
  if (month < 1 || month > 12 || day < 1) return false
  return day <= 28 || day <= daysIn(twoDigits(text, 0) * 100 + twoDigits(text, 2), month)
}

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function zoneMinutes(zone: string): number | null {
  if (zone === 'Z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(-2))
  if (hours > 14 || minutes > 59) return null
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

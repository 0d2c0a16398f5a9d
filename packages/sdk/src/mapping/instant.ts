const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/
const instantPattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})$/

/** A calendar date `YYYY-MM-DD` that exists, else null. */
export function calendarDate(text: string): string | null {
  const parts = datePattern.exec(text)
  if (!parts) return null
  const month = Number(parts[2])
  const day = Number(parts[3])
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(Number(parts[1]), month) ? text : null
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** An instant in any zone as `2026-05-06T09:49:20.000Z`; null where the text is none, or is finer than a millisecond. */
export function utcInstant(text: string): string | null {
  if (text.length > 40) return null
  const parts = instantPattern.exec(text)
  if (!parts) return null
  const [, date = '', hour = '', minute = '', second = '00', fraction = '', zone = ''] = parts
  if (!calendarDate(date) || hour > '23' || minute > '59' || second > '59' || !/^\d{0,3}0*$/.test(fraction)) return null
  const offset = zoneMinutes(zone)
  if (offset === null) return null
  const wallClock = `${date}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`
  if (offset === 0) return wallClock
  const instant = new Date(Date.parse(wallClock) - offset * 60_000).toISOString()
  return instant.length === 24 ? instant : null
}

function zoneMinutes(zone: string): number | null {
  if (zone === 'Z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(-2))
  if (hours > 14 || minutes > 59) return null
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

const MINUTE = 60_000

const formats = new Map<string, Intl.DateTimeFormat>()

/** What clocks in a time zone show at a moment, written like a stored datetime: `2026-05-06T05:10:00`. */
export function wallTime(moment: Date, zone: string): string {
  const format = formats.get(zone) ?? wallFormat(zone)
  formats.set(zone, format)
  return format.format(moment).replace(', ', 'T').replace(' ', 'T')
}

/** The moment at which a day (`YYYY-MM-DD`) begins in a time zone. */
export function startOfDay(day: string, zone: string): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`)
  let moment = asUtc
  // The offset can differ between the guess and the real moment, so it is asked for twice.
  for (const _ of [1, 2]) moment = asUtc - offsetAt(new Date(moment), zone)
  return new Date(moment)
}

function offsetAt(moment: Date, zone: string): number {
  const wall = Date.parse(`${wallTime(moment, zone)}Z`)
  return Math.round((wall - moment.getTime()) / MINUTE) * MINUTE
}

function wallFormat(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
}

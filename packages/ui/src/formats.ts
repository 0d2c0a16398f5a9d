/** How numbers, times and lists read in one locale. Instants are ISO 8601 text or milliseconds. */
export interface Formats {
  readonly locale: string
  number: (value: number) => string
  /** `ratio` 0.38 reads as 38%. */
  percent: (ratio: number) => string
  date: (instant: string | number) => string
  time: (instant: string | number) => string
  dateTime: (instant: string | number) => string
  /** The distance from `now`, such as "4 minutes ago". */
  relative: (instant: string | number, now: number) => string
  /** Seconds as a length of time, such as "3 min 12 sec" or "<1 sec". */
  duration: (seconds: number) => string
  list: (items: readonly string[]) => string
  /** The plural category of a count, such as `one`. */
  category: (count: number) => Intl.LDMLPluralRule
  /** The plural category of a position, such as `two` for the 2nd. */
  ordinal: (position: number) => Intl.LDMLPluralRule
}

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

const made = new Map<string, Formats>()

/** The formats of a locale and time zone, made once. */
export function formatsFor(locale: string, timeZone?: string): Formats {
  const key = `${locale} ${timeZone ?? ''}`
  const known = made.get(key)
  if (known) return known
  const formats = createFormats(locale, timeZone)
  made.set(key, formats)
  return formats
}

function createFormats(locale: string, timeZone: string | undefined): Formats {
  const zone = timeZone === undefined ? {} : { timeZone }
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', ...zone })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', ...zone })
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const plurals = new Intl.PluralRules(locale)
  return {
    locale,
    number: (value) => number.format(value),
    percent: (ratio) => percent.format(ratio),
    date: (instant) => date.format(new Date(instant)),
    time: (instant) => time.format(new Date(instant)),
    dateTime: (instant) => dateTime.format(new Date(instant)),
    relative: (instant, now) => relativeText(relative, (new Date(instant).getTime() - now) / 1000),
    duration: (seconds) => durationText(locale, seconds),
    list: (items) => list.format(items),
    category: (count) => plurals.select(count),
    ordinal: (position) => new Intl.PluralRules(locale, { type: 'ordinal' }).select(position),
  }
}

function relativeText(relative: Intl.RelativeTimeFormat, seconds: number): string {
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 60]
  return unit === 'second' ? relative.format(0, 'second') : relative.format(Math.trunc(seconds / size), unit)
}

function durationText(locale: string, seconds: number): string {
  const whole = Math.round(seconds)
  const text = (value: number, unit: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value)
  if (whole < 1) return `<${text(1, 'second')}`
  const parts: [number, string][] = [
    [Math.floor(whole / 3600), 'hour'],
    [Math.floor((whole % 3600) / 60), 'minute'],
    [whole % 60, 'second'],
  ]
  const first = parts.findIndex(([value]) => value > 0)
  const shown = parts.slice(first, first + 2).filter(([value], at) => at === 0 || value > 0)
  return shown.map(([value, unit]) => text(value, unit)).join(' ')
}

/** Longest address that mail systems carry. */
const longestEmail = 320

/** Whether text has the shape of an email address: one @ between two parts, and no spaces. */
export function looksLikeEmail(text: string): boolean {
  if (text.length > longestEmail || /[\s,;<>]/.test(text)) return false
  const at = text.indexOf('@')
  return at > 0 && at === text.lastIndexOf('@') && at < text.length - 1
}

/** Whether text has the shape of a web address, with or without a scheme. */
export function looksLikeUrl(text: string): boolean {
  return !/\s/.test(text) && /^(?:[a-z][a-z0-9+.-]*:\/\/)?[^/?#.]+\.[^/?#]+/i.test(text.slice(0, 300))
}

const timePattern = /^((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?Z?$/

/** A time of day as Salesforce holds it, `13:30:00.000Z`; seconds and the zone may be left out. Null where the text is none. */
export function timeOfDay(text: string): string | null {
  const parts = timePattern.exec(text)
  if (!parts) return null
  const [, minutes = '', seconds = '00', fraction = ''] = parts
  return `${minutes}:${seconds}.${fraction.padEnd(3, '0')}Z`
}

/** Text with each line break, CRLF or CR, as LF. */
export function shortBreaks(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** `true` and `false` in any case, else null. */
export function booleanOf(text: string): boolean | null {
  const folded = text.length > 5 ? '' : text.toLowerCase()
  if (folded === 'true') return true
  return folded === 'false' ? false : null
}

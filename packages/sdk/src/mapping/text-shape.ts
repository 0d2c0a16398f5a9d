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

/** Whether text is a time of day as Salesforce writes it: `13:30:00.000Z`, the seconds and the zone optional. */
export function looksLikeTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?Z?$/.test(text)
}

/** `true` and `false` in any case, else null. */
export function booleanOf(text: string): boolean | null {
  const folded = text.length > 5 ? '' : text.toLowerCase()
  if (folded === 'true') return true
  return folded === 'false' ? false : null
}

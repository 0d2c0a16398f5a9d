/** A parameter as Postgres can take it: NUL, which its text cannot hold, becomes U+FFFD, as in `copyText`. */
export function parameter(value: unknown): unknown {
  if (value === undefined) return null
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value
}

/** `A`, `A and B`, `A, B and C`, or `A, B and 7 more`. */
export function listed(names: readonly string[]): string {
  if (names.length <= 1) return names.join('')
  const shown = names.length <= 3 ? names.slice(0, -1) : names.slice(0, 2)
  const last = names.length <= 3 ? names.at(-1) : `${names.length - 2} more`
  return `${shown.join(', ')} and ${last}`
}

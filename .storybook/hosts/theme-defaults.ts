/** What Tailwind's compiler would write for values that no fallback stands beside, or another one. */
const defaults: Record<string, string> = { 'borderColor.DEFAULT': '#e5e7eb' }

/** Tailwind's shipped stylesheet without its compiler: every `theme('path', fallback)` and `--theme(--name, fallback)` as it comes out. */
export function withThemeDefaults(css: string): string {
  const call = /(?:--)?\btheme\(\s*['"]?([\w.[\]-]+)['"]?\s*,/g
  let out = ''
  let from = 0
  for (let found = call.exec(css); found; found = call.exec(css)) {
    const end = closing(css, call.lastIndex)
    const fallback = css.slice(call.lastIndex, end).trim()
    out += css.slice(from, found.index) + (defaults[found[1] ?? ''] ?? fallback)
    from = end + 1
    call.lastIndex = from
  }
  return out + css.slice(from)
}

/** Where the parenthesis ends in which `at` lies. */
function closing(css: string, at: number): number {
  let depth = 1
  while (depth > 0 && at < css.length) {
    if (css[at] === '(') depth++
    if (css[at] === ')') depth--
    at++
  }
  return at - 1
}

import { unescaped } from './literal.ts'

/** The regular expression of a LIKE pattern, as it is written between the quotes of a query. */
export function likePattern(written: string): RegExp {
  const source = written.replaceAll(/\\u[0-9a-f]{4}|\\[\s\S]|[\s\S]/gi, (part) => {
    if (part === '%') return '.*'
    if (part === '_') return '.'
    return literally(/^\\[_%]$/.test(part) ? part.slice(1) : unescaped(part))
  })
  return new RegExp(`^${source}$`, 'isu')
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}

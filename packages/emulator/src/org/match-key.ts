import type { Field } from './objects/field.ts'
import type { Value } from './table.ts'

/** How a duplicate rule compares values: as they are but for case, or past the differences people make in writing the same thing. */
export type Matching = 'exact' | 'fuzzy'

const companyWords = new Set(
  'the inc incorporated ltd limited llc llp corp corporation co company plc gmbh ag ab oy as sa srl bv pty and'.split(' '),
)

const nicknames: Readonly<Record<string, string>> = {
  bill: 'william',
  bob: 'robert',
  chris: 'christopher',
  dan: 'daniel',
  dave: 'david',
  jim: 'james',
  joe: 'joseph',
  kate: 'katherine',
  liz: 'elizabeth',
  mike: 'michael',
  sue: 'susan',
  tom: 'thomas',
}

/** A text that is the same for values that match; undefined for an empty value, which matches nothing. */
export function matchKey(field: Field, value: Value | undefined, matching: Matching): string | undefined {
  if (value === null || value === undefined) return undefined
  const text = String(value).trim().toLowerCase()
  return (matching === 'exact' ? text : fuzzyKey(field, text)) || undefined
}

function fuzzyKey(field: Field, text: string): string {
  switch (field.type) {
    case 'email':
      return text
    case 'phone':
      return text.replaceAll(/\D/g, '').slice(-10)
    case 'url':
      return text.replace(/^(?:https?:\/\/)?(?:www\.)?/, '').replace(/\/+$/, '')
    default:
      return nameKey(field, text)
  }
}

/** The words of a name without accents, punctuation and what companies add to theirs. */
function nameKey(field: Field, text: string): string {
  const plain = text.normalize('NFD').replaceAll(/\p{Mark}/gu, '')
  const words = plain
    .replaceAll(/['’.]/g, '')
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter(Boolean)
  const telling = words.filter((word) => !companyWords.has(word))
  const [first = '', ...others] = telling.length > 0 ? telling : words
  const known = field.name === 'FirstName' ? Object.entries(nicknames).find(([short]) => short === first)?.[1] : undefined
  return [known ?? first, ...others].join(' ')
}

/** A name without what people write now so, now so: case, spaces, punctuation. Signs that tell numbers and grades apart stay. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/(\d)[^\p{L}\p{N}]+(?=\d)/gu, '$1-')
    .replace(/[^\p{L}\p{N}<>+#%$€£-]/gu, '')
    .replace(/(?<!\d)-(?!\d)|(?<=\p{L})-/gu, '')
}

/** Names that are likely the same share a key: the words of one, or the initials of one and the words of the other. */
export interface LikelyKeys {
  words: string | null
  /** What the name may stand for, where it is made of initials. */
  initials: string | null
  /** The initials of its words, where there are several. */
  initialsOfWords: string | null
}

export function likelyKeys(name: string): LikelyKeys {
  const words = wordsOf(name)
  // Ranges and grades differ by a digit or a sign, so they are the same or they are not.
  if (words.length === 0 || /[\d<>+%]/.test(name)) return { words: null, initials: null, initialsOfWords: null }
  const meant = meaning(words)
  return {
    words: (meant.some((word) => ordering.has(word)) ? meant : meant.toSorted()).join(' '),
    initials: /^[A-Z](?:[ .&/]*[A-Z]){1,4}\.?$/.test(name.trim()) ? name.replace(/[^A-Z]/g, '').toLowerCase() : null,
    initialsOfWords: words.length > 1 ? words.map((word) => word.charAt(0)).join('') : null,
  }
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([\p{Ll}])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/\b(?:not[ -]for[ -]profit|non[ -]profit)\b/g, 'nonprofit')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !fillers.has(word))
}

/** Words that say nothing about which option is meant. */
const fillers = new Set(['a', 'an', 'and', 'of', 'the', 'stage', 'status', 'phase'])

/** Words that make a difference of the order of the others. */
const ordering = new Set(['to', 'from', 'for', 'by', 'before', 'after', 'over', 'under', 'versus', 'vs'])

const outcomes = new Set(['won', 'lost', 'convert'])

/** The stems of the words; what was won or lost is closed anyway. */
function meaning(words: readonly string[]): string[] {
  const stems = words.flatMap((word) => (abbreviations[word] ?? word).split(' ').map(stem))
  return stems.some((word) => outcomes.has(word)) ? stems.filter((word) => word !== 'closed') : stems
}

const abbreviations: Readonly<Partial<Record<string, string>>> = {
  admin: 'administration',
  auto: 'automotive',
  biotech: 'biotechnology',
  biz: 'business',
  corp: 'corporation',
  dev: 'development',
  edu: 'education',
  eng: 'engineering',
  env: 'environmental',
  fin: 'finance',
  gov: 'government',
  govt: 'government',
  info: 'information',
  intl: 'international',
  mfg: 'manufacturing',
  mgmt: 'management',
  mgr: 'manager',
  mktg: 'marketing',
  ops: 'operations',
  pharma: 'pharmaceuticals',
  ref: 'referral',
  reg: 'registration',
  svc: 'service',
  svcs: 'services',
  tech: 'technology',
  telco: 'telecommunications',
  telecom: 'telecommunications',
  telecoms: 'telecommunications',
  transport: 'transportation',
}

/** One form for singular and plural, and for calling and call. */
function stem(word: string): string {
  if (word.length < 4) return word
  const singular = word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/(?<=[sxz]|ch|sh)es$|(?<![su])s$/, '')
  const base = singular.length > 5 ? singular.replace(/(?<=[^aeiou]{2}|[aeiou][^aeiou])ing$/, '') : singular
  return base
    .replace(/([^aeiouls])\1$/, '$1')
    .replace(/(?<=.{3})e$/, '')
    .replace(/^converted$/, 'convert')
}

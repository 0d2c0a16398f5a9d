/** What people write short, in full. */
const abbreviations: Readonly<Record<string, string>> = {
  acct: 'account',
  acc: 'account',
  addr: 'address',
  amt: 'amount',
  ann: 'annual',
  asst: 'assistant',
  avg: 'average',
  bday: 'birthday',
  bill: 'billing',
  cust: 'customer',
  dept: 'department',
  desc: 'description',
  descr: 'description',
  dt: 'date',
  emp: 'employees',
  empl: 'employees',
  exp: 'expected',
  est: 'estimated',
  ext: 'extension',
  fname: 'firstname',
  lname: 'lastname',
  mgr: 'manager',
  mob: 'mobile',
  no: 'number',
  nr: 'number',
  num: 'number',
  opp: 'opportunity',
  oppty: 'opportunity',
  opty: 'opportunity',
  org: 'organization',
  organisation: 'organization',
  pct: 'percent',
  prob: 'probability',
  qty: 'quantity',
  rep: 'representative',
  rev: 'revenue',
  sec: 'secondary',
  ship: 'shipping',
  src: 'source',
  stg: 'stage',
  tel: 'phone',
  telephone: 'phone',
  yr: 'year',
}

/** Words that say nothing by themselves. */
export const fillers: ReadonlySet<string> = new Set([
  'of',
  'the',
  'a',
  'an',
  'in',
  'for',
  'to',
  'at',
  'on',
  'id',
  'and',
  's',
  'percent',
])

/** The words of a name, in full, in lower case, without accents: `NumberOfEmployees` and `no_of_empl` come close. */
export function nameWords(name: string): string[] {
  return withoutAccents(name)
    .replace(/\be[-_ ]mail/gi, 'email')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => abbreviations[word] ?? word)
}

/** Words that say the same in a name, by the one that stands for them. */
const synonyms: Readonly<Record<string, string>> = {
  annually: 'annual',
  boss: 'manager',
  category: 'type',
  cell: 'mobile',
  chance: 'probability',
  client: 'account',
  comment: 'description',
  company: 'account',
  confidence: 'probability',
  customer: 'account',
  delivery: 'shipping',
  detail: 'description',
  employer: 'account',
  firm: 'account',
  headcount: 'employee',
  headquarter: 'billing',
  hq: 'billing',
  invoice: 'billing',
  kind: 'type',
  likelihood: 'probability',
  location: 'address',
  mother: 'parent',
  note: 'description',
  organization: 'account',
  personnel: 'employee',
  phase: 'stage',
  price: 'amount',
  remark: 'description',
  representative: 'owner',
  responsible: 'owner',
  sale: 'revenue',
  seller: 'owner',
  staff: 'employee',
  superior: 'manager',
  supervisor: 'manager',
  turnover: 'revenue',
  value: 'amount',
  yearly: 'annual',
}

/** The words that carry meaning, in the singular and with one word for all that mean the same, whatever their order. */
export function meaningfulWords(words: readonly string[]): ReadonlySet<string> {
  const meaningful = words.filter((word) => !fillers.has(word)).map(singular)
  return new Set(meaningful.map((word) => synonyms[word] ?? word))
}

/** Twice the shared words over all words: 1 for the same words, 0 for none in common. */
export function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const word of a) if (b.has(word)) shared += 1
  return shared === 0 ? 0 : (2 * shared) / (a.size + b.size)
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss' }

function withoutAccents(name: string): string {
  return name
    .replace(/[äöüÄÖÜß]/g, (letter) => umlauts[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
}

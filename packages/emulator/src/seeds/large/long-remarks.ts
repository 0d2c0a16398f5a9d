import { oneOf } from './one-of.ts'

const plain = [
  'Long-standing customer; renews every spring, pays on time.',
  'Buys through Delgado & Sons, ships to site 3, invoices to head office.',
  'Agreed with purchasing: net 45, no partial deliveries.',
  'Second source for bearings wanted before the next review.',
]

const awkward = [
  'Asked for "something like the A-200, but quieter".',
  'Called twice,\nno answer.\nTry again after the holidays.',
  'Große Fertigungslinie, 24/7 Betrieb, Ersatzteile sofort – ✅ 要確認',
  'Terms:\r\n- "net 45"\r\n- 3 % above 10,000 €',
]

/** A description of some ninety characters: half are blank, one in ten holds quotes, line breaks or letters beyond Latin. */
export function longRemarkOf(kind: number, chance: number): string | null {
  if (kind % 2 === 0) return null
  return kind % 10 === 1 ? oneOf(awkward, chance) : `${oneOf(plain, chance)} ${oneOf(plain, chance >>> 7)}`
}

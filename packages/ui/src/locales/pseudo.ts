import type { MessageCatalog, MessageOverrides } from '../message-catalog.ts'
import type { Messages } from '../messages.ts'
import { parsePattern, type Pattern, type Place } from '../message-pattern.ts'
import { en } from './en.ts'

/** English in ⟦brackets⟧, with accents and 40 % longer: text without brackets is text that nobody can translate. */
export function pseudoMessages(catalog: MessageCatalog = en): MessageOverrides {
  const owners = Object.entries(catalog).map(([owner, messages]: [string, Messages]) => [owner, pseudoCatalog(messages)])
  return Object.fromEntries(owners)
}

function pseudoCatalog(messages: Messages): Messages {
  return Object.fromEntries(Object.entries(messages).map(([name, message]) => [name, pseudoMessage(message)]))
}

/** The values of the message keep their places. */
export function pseudoMessage(message: string): string {
  const pattern = parsePattern(message)
  return `⟦${written(pattern)}${filling(lettersOf(pattern))}⟧`
}

function written(pattern: Pattern): string {
  return pattern.map((piece) => (typeof piece === 'string' ? quoted(accented(piece)) : place(piece))).join('')
}

function place({ name, kind, options }: Place): string {
  if (kind === 'text') return `{${name}}`
  if (kind === 'percent') return `{${name}, number, percent}`
  if (!options) return `{${name}, ${kind}}`
  const choices = [...options].map(([choice, pattern]) => `${choice} {${written(pattern)}}`)
  return `{${name}, ${kind}, ${choices.join(' ')}}`
}

function quoted(literal: string): string {
  return literal.replaceAll("'", "''").replaceAll(/[{}#]/g, "'$&'")
}

const accents = new Map(
  Array.from('AaCcDdEeGgIiLlNnOoRrSsTtUuYyZz', (letter, at) => [letter, 'ÅåÇçĐđÉéĞğÎîŁłÑñÖöŔŕŠšŤťÛûÝýŽž'[at] ?? letter]),
)

function accented(literal: string): string {
  return Array.from(literal, (letter) => accents.get(letter) ?? letter).join('')
}

/** The letters of the longest way to say the message. */
function lettersOf(pattern: Pattern): number {
  const lengths = pattern.map((piece) =>
    typeof piece === 'string' ? piece.length : Math.max(0, ...[...(piece.options?.values() ?? [])].map(lettersOf)),
  )
  return lengths.reduce((sum, length) => sum + length, 0)
}

function filling(letters: number): string {
  return ' one two three four five six seven eight nine ten'.repeat(Math.ceil(letters / 100)).slice(0, Math.ceil(letters * 0.4))
}

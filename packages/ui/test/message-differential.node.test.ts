import { IntlMessageFormat } from 'intl-messageformat'
import { expect, it } from 'vitest'
import { formatsFor } from '../src/formats.ts'
import { en } from '../src/locales/en.ts'
import { pseudoMessages } from '../src/locales/pseudo.ts'
import { formatMessage } from '../src/message-format.ts'
import type { Place } from '../src/message-pattern.ts'
import { locales, messagesOf } from './locales.ts'
import { argumentsOf } from './message-arguments.ts'

const catalogs: Record<string, object> = { en, ...locales, 'en-XA': pseudoMessages() }
const counts = [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000, 12_345]
const texts = ['Acme', '{brace}', "O'Neill #1", 'شركة', '']

it.for(Object.entries(catalogs))('%s reads the same as the reference library writes it', ([locale, catalog]) => {
  const formats = formatsFor(locale)
  const different = messagesOf(catalog).flatMap(([name, message]) => {
    const asked = argumentsOf(message)
    // The reference library knows no lists.
    if ([...asked.values()].flat().some(({ kind }) => kind === 'list')) return []
    const reference = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true })
    return counts.flatMap((_, turn) => {
      const values = Object.fromEntries([...asked].map(([argument, places], at) => [argument, valueFor(places, turn + at)]))
      const expected = String(reference.format(values))
      const written = formatMessage(message, values, formats)
      return written === expected ? [] : [`${name}: "${written}", not "${expected}"`]
    })
  })
  expect(different).toEqual([])
})

/** A number where one is counted, each option of a choice in turn, any text elsewhere. */
function valueFor(places: readonly Place[], turn: number): string | number {
  const choice = places.find(({ kind }) => kind === 'select')
  if (choice) return at([...(choice.options?.keys() ?? [])], turn)
  if (places.some(({ kind }) => kind === 'percent')) return at(counts, turn) / 1_000
  return places.some(({ kind }) => kind !== 'text') ? at(counts, turn) : at(texts, turn)
}

function at<Item>(items: readonly Item[], turn: number): Item {
  const item = items[turn % items.length]
  if (item === undefined) throw new Error('There is nothing to choose from.')
  return item
}

import { places, type Place } from '../places.ts'
import { randomFor, type Random } from '../random.ts'
import { companyHeads, companyTrades, legalForms } from '../words.ts'

const TOPIC = 11

/** What an account's own record and those of its people and deals say of the same company. */
export interface Company {
  readonly name: string
  readonly domain: string
  readonly place: Place
}

/** The company of account `index`. About one in thirty is its neighbour once more, spelt another way. */
export function companyOf(index: number): Company {
  const twin = index % 30 === 17
  const random = randomFor(TOPIC, twin ? index - 1 : index)
  const stem = `${random.pick(companyHeads)} ${random.pick(companyTrades)}`
  const name = stem + random.pick(legalForms)
  return {
    name: twin ? respell(stem, randomFor(TOPIC, -index)) : asTyped(name, random),
    domain: `${letters(stem)}.example`,
    place: random.pick(places),
  }
}

/** A phone number of the place, its open digits drawn. */
export function phoneAt(place: Place, random: Random): string {
  return place.phone.replaceAll('#', () => String(random.integer(10)))
}

/** Plain lower-case letters and digits, for addresses. */
export function letters(text: string): string {
  const plain = text.normalize('NFD').replaceAll('ł', 'l').replaceAll('Ł', 'L').replaceAll('ß', 'ss').replaceAll('ı', 'i')
  return plain.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}

function respell(stem: string, random: Random): string {
  return random.pick([
    `${stem}, Incorporated`,
    stem.toUpperCase(),
    stem.replace(' ', '  '),
    `The ${stem} Company`,
    `${stem} (duplicate?)`,
    stem.replaceAll(/[aeiou](?=[^ ]*$)/g, ''),
    `DO NOT USE - ${stem}`,
  ])
}

function asTyped(name: string, random: Random): string {
  const care = random.integer(100)
  if (care < 4) return name.toUpperCase()
  if (care < 7) return name.toLowerCase()
  return name
}

import type { AttributeType, SalesforceType } from '../../contract/schema.ts'

export type ConversionLevel = 'exact' | 'lossy' | 'no'

/** How well values of one type travel into another, and a sentence that says so. */
export interface Convertibility {
  level: ConversionLevel
  sentence: string
}

/** The cells of one direction that let values through; all others are `no`. */
export type TypeCells = Readonly<Record<SalesforceType, Readonly<Partial<Record<AttributeType, Convertibility>>>>>

export const exact = (sentence: string): Convertibility => ({ level: 'exact', sentence })

/** The sentence names the values that are skipped, or the part that is left behind. */
export const lossy = (sentence: string): Convertibility => ({ level: 'lossy', sentence })

export const exactly = exact('Values stay exactly as they are.')

/** What holds for a pair of types in both directions. */
export const both = {
  percent: exact('The number stays as it is: 25 means 25 %.'),
  wholeNumbers: lossy('Numbers with a fraction are skipped.'),
  link: exact('The lookup follows the link between two records; without one the field is skipped.'),
  user: exact('Users are found by their email address; without exactly one match the field is skipped.'),
  address: exact('All parts go over together. A state or country given as a code comes back as its name.'),
  options: exact('Options go by the option map, else by their names; what has no counterpart is skipped.'),
  one: lossy('Records with several options chosen are skipped.'),
} as const

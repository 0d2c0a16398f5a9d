import { largeSalesOrg } from './large.ts'
import { peopleSalesOrg } from './people.ts'
import type { Seed } from './seed.ts'
import { smallSalesOrg } from './small.ts'
import { tinySalesOrg } from './tiny.ts'

const seeds = {
  tiny: () => tinySalesOrg,
  small: () => smallSalesOrg,
  large: () => largeSalesOrg(),
  people: () => peopleSalesOrg,
} satisfies Record<string, () => Seed>

/** A seed that comes with the emulator: a handful of records, a mid-sized sales org, ten million records of each object, or one with person accounts. */
export type SeedName = keyof typeof seeds

export const seedNames = Object.keys(seeds)

export function isSeedName(text: string): text is SeedName {
  return text in seeds
}

export function seedNamed(name: SeedName): Seed {
  return seeds[name]()
}

import type { Country, State } from './country.ts'
import { standardCountries } from './standard-countries.ts'

/** The countries and states from which addresses are chosen where the org has picklists for them. */
export class CountryList {
  #own: readonly Country[] | undefined

  get countries(): readonly Country[] {
    return this.#own ?? standardCountries
  }

  /** Every state of every country, those of a country together. */
  get states(): readonly { readonly state: State; readonly country: Country }[] {
    return this.countries.flatMap((country) => country.states.map((state) => ({ state, country })))
  }

  countryNamed(name: string): Country | undefined {
    return named(this.countries, name)
  }

  /** Puts countries in the place of the standard ones. */
  replace(countries: readonly Country[]): void {
    this.#own = countries
  }

  /** What an administrator put in the place of the standard list. */
  get kept(): readonly Country[] | null {
    return this.#own ?? null
  }

  restore(kept: readonly Country[] | null): void {
    this.#own = kept ?? undefined
  }
}

/** Finds a country or a state by its name, without regard to case. */
export function named<T extends State>(list: readonly T[], name: string): T | undefined {
  return list.find((entry) => entry.name.toLowerCase() === name.toLowerCase())
}

/** Finds a country or a state by its code, without regard to case. */
export function coded<T extends State>(list: readonly T[], code: string): T | undefined {
  return list.find((entry) => entry.code.toLowerCase() === code.toLowerCase())
}

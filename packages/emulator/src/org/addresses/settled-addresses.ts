import { writeRefusal, type SalesforceError } from '../../wire/salesforce-error.ts'
import type { Org } from '../org.ts'
import type { Row, Value } from '../table.ts'
import type { WriteContext } from '../writing/read-body.ts'
import type { Country, State } from './country.ts'
import { coded, named } from './country-list.ts'

/**
 * The cells to store when the org has picklists of states and countries: codes become the texts they stand for. Throws the refusal
 * of countries and states that are not in the list. `before` is the record as it was.
 */
export function settledAddresses(context: WriteContext, changes: Row, before: Row = {}): Row {
  const { org, view } = context
  if (!org.settings.stateAndCountryPicklists) return changes
  const kinds = org.schema
    .fields(view.type)
    .filter(({ type, custom }) => type === 'address' && !custom)
    .map(({ name }) => name.replace(/Address$/, ''))
    .filter((kind) => ['State', 'StateCode', 'Country', 'CountryCode'].some((part) => `${kind}${part}` in changes))
  const settled = kinds.map((kind) => new AddressChange(context, kind, changes, before).settled())
  const codes = new Set(kinds.flatMap((kind) => [`${kind}StateCode`, `${kind}CountryCode`]))
  const others = Object.entries(changes).filter(([name]) => !codes.has(name))
  return Object.assign(Object.fromEntries(others), ...settled)
}

/** What a write changes in one address of a record. */
class AddressChange {
  readonly #org: Org
  readonly #context: WriteContext
  readonly #kind: string
  readonly #changes: Row
  readonly #before: Row

  constructor(context: WriteContext, kind: string, changes: Row, before: Row) {
    this.#org = context.org
    this.#context = context
    this.#kind = kind
    this.#changes = changes
    this.#before = before
  }

  settled(): Row {
    const country = this.#country()
    const state = this.#state(country)
    const cells: Record<string, Value> = {}
    if (this.#isGiven('Country')) cells[`${this.#kind}Country`] = country?.name ?? null
    if (this.#isGiven('State')) cells[`${this.#kind}State`] = state?.name ?? null
    return cells
  }

  #country(): Country | undefined {
    const { countries } = this.#org.countries
    const code = this.#changed('CountryCode')
    if (code !== null) return coded(countries, code) ?? this.#notAvailable('CountryCode', code, 'country/territory')
    const text = this.#changed('Country')
    if (text !== null) return named(countries, text) ?? this.#notInList('Country', 'country', 'country/territory', 'countries')
    return this.#isGiven('Country') ? undefined : named(countries, this.#stored('Country') ?? '')
  }

  #state(country: Country | undefined): State | undefined {
    const code = this.#changed('StateCode')
    if (code !== null) return this.#stateByCode(country, code)
    const text = this.#changed('State')
    if (text !== null) {
      if (!country) throw this.#withoutCountry('State')
      return named(country.states, text) ?? this.#notInList('State', 'state', 'state', 'states')
    }
    const kept = this.#isGiven('State') ? null : this.#stored('State')
    if (kept === null || !this.#isGiven('Country')) return undefined
    if (!country) throw this.#withoutCountry('State')
    return named(country.states, kept) ?? this.#notOfCountry('State')
  }

  #stateByCode(country: Country | undefined, code: string): State {
    if (!country) throw this.#withoutCountry('StateCode')
    const found = coded(country.states, code)
    if (found) return found
    const elsewhere = this.#org.countries.states.some(({ state }) => state.code.toLowerCase() === code.toLowerCase())
    return elsewhere ? this.#notOfCountry('StateCode') : this.#notAvailable('StateCode', code, 'state')
  }

  /** Whether the text or the code of this part is written. */
  #isGiven(part: 'Country' | 'State'): boolean {
    return `${this.#kind}${part}` in this.#changes || `${this.#kind}${part}Code` in this.#changes
  }

  #changed(part: string): string | null {
    return textOf(this.#changes[this.#kind + part])
  }

  #stored(part: string): string | null {
    return textOf(this.#before[this.#kind + part])
  }

  #label(part: string): string {
    return this.#context.view.field(this.#kind + part)?.label ?? this.#kind + part
  }

  #notInList(part: string, what: string, choice: string, list: string): never {
    throw this.#refusal(
      part,
      `There's a problem with this ${what}, even though it may appear correct. Please select a ${choice} from the list of valid ${list}.: ${this.#label(part)}`,
    )
  }

  #notAvailable(part: string, code: string, what: string): never {
    const sentence = `The ${this.#kind}${part} field contains ${code}, which isn't an available ${what}. Your administrator can add it for you.`
    throw this.#refusal(part, sentence)
  }

  #notOfCountry(part: string): never {
    throw this.#refusal(part, `The existing country/territory doesn't recognize the state value for field: ${this.#label(part)}`)
  }

  #withoutCountry(part: string): SalesforceError {
    return this.#refusal(
      part,
      `A country/territory must be specified before specifying a state value for field: ${this.#label(part)}`,
    )
  }

  #refusal(part: string, sentence: string): SalesforceError {
    return writeRefusal('FIELD_INTEGRITY_EXCEPTION', sentence, [this.#kind + part])
  }
}

function textOf(value: Value | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}

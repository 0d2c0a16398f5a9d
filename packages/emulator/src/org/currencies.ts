import type { Org } from './org.ts'
import { picklist, type Field } from './objects/field.ts'
import type { ObjectType } from './objects/object-type.ts'
import type { Row, Table } from './table.ts'

/** A currency of an org with several. */
export interface Currency {
  /** Three letters of ISO 4217: `EUR`. */
  isoCode: string
  /** How much of it one unit of the corporate currency is worth. */
  conversionRate: number
  /** 2 unless told. */
  decimalPlaces?: number
  /** Whether records can be given it; true unless told. */
  active?: boolean
  /** Whether the other rates are those against this one; without any, it is the first of the list. */
  corporate?: boolean
}

/** The currencies of an org, in the rows of CurrencyType. With none there is but one currency, which nothing names. */
export class Currencies {
  readonly #rows: () => Table

  constructor(rows: () => Table) {
    this.#rows = rows
  }

  /** Whether the org has several currencies. */
  get areSeveral(): boolean {
    return this.#live.length > 0
  }

  /** The currency that a user's new records get. */
  defaultOf(user: Row): string | null {
    const chosen = this.#active.find((row) => row.IsoCode === user.DefaultCurrencyIsoCode)
    return textOf(chosen ?? this.#corporate)
  }

  /** The currency of records that were there before the org had several. */
  get original(): string | null {
    return textOf(this.#live[0])
  }

  /** Turns an amount of one currency into that of another; null where the org does not know one of them. */
  converted(amount: number, from: string | null, to: string | null): number | null {
    const rateOf = (code: string | null) => this.#live.find(({ IsoCode }) => IsoCode === code)?.ConversionRate
    const [fromRate, toRate] = [rateOf(from), rateOf(to)]
    return typeof fromRate === 'number' && typeof toRate === 'number' ? (amount / fromRate) * toRate : null
  }

  /** The fields by which the records of an object tell their currency. */
  fieldsOf({ name, label, hasPages }: ObjectType): Field[] {
    if (!hasPages || !this.areSeveral) return []
    const codes = this.#active.map((row) => String(row.IsoCode))
    const field = (fieldName: string, fieldLabel: string) =>
      picklist(fieldName, codes, 'CUNDRFSG', { length: 3, label: fieldLabel })
    const own = field('CurrencyIsoCode', `${label} Currency`)
    return name === 'User' ? [field('DefaultCurrencyIsoCode', 'Default Currency ISO Code'), own] : [own]
  }

  get #live(): Row[] {
    return [...this.#rows().rows()].filter((row) => row.IsDeleted !== true)
  }

  get #active(): Row[] {
    return this.#live.filter((row) => row.IsActive === true)
  }

  get #corporate(): Row | undefined {
    return this.#live.find((row) => row.IsCorporate === true)
  }
}

/** Gives the org these currencies and no others active. An empty list makes it an org of one currency. Throws when a code is none. */
export function useCurrencies(org: Org, currencies: readonly Currency[]): void {
  const wrong = currencies.find(({ isoCode, conversionRate }) => !/^[A-Z]{3}$/.test(isoCode) || !(conversionRate > 0))
  if (wrong)
    throw new Error(`A currency needs three capital letters and a rate above 0, not "${wrong.isoCode}" ${wrong.conversionRate}.`)
  const table = org.table('CurrencyType')
  const corporate = currencies.find((currency) => currency.corporate) ?? currencies[0]
  for (const row of table.rows()) {
    if (!currencies.some(({ isoCode }) => isoCode === row.IsoCode)) table.update(String(row.Id), leftOut(currencies.length > 0))
  }
  for (const currency of currencies) {
    const cells = cellsOf(currency, currency === corporate, org.now())
    const [known] = table.find('IsoCode', currency.isoCode)
    if (known) table.update(String(known.Id), cells)
    else table.insert({ Id: org.ids.next('01L'), CreatedDate: org.now(), ...cells })
  }
  org.metadataChanged()
}

/** Without any currency the rows go; otherwise records may still have one that is no longer active. */
function leftOut(areSeveral: boolean): Row {
  return areSeveral ? { IsActive: false, IsCorporate: false } : { IsDeleted: true, IsActive: false, IsCorporate: false }
}

function cellsOf(
  { isoCode, conversionRate, decimalPlaces = 2, active = true }: Currency,
  isCorporate: boolean,
  now: string,
): Row {
  return {
    IsoCode: isoCode,
    ConversionRate: conversionRate,
    DecimalPlaces: decimalPlaces,
    IsActive: active || isCorporate,
    IsCorporate: isCorporate,
    IsDeleted: false,
    LastModifiedDate: now,
    SystemModstamp: now,
  }
}

function textOf(row: Row | undefined): string | null {
  return typeof row?.IsoCode === 'string' ? row.IsoCode : null
}

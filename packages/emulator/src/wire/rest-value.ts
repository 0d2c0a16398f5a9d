import { addressCodeReader } from '../org/addresses/address-codes.ts'
import type { CountryList } from '../org/addresses/country-list.ts'
import type { Org } from '../org/org.ts'
import type { Field } from '../org/objects/field.ts'
import type { Row, Value } from '../org/table.ts'

/** How much of a stored datetime is whole seconds: `2026-05-06T09:10:00`. */
const SECONDS = 19

/** An address as REST shows it; null parts are kept. */
export interface Address {
  city: Value
  country: Value
  /** With picklists of states and countries. */
  countryCode?: Value
  geocodeAccuracy: Value
  latitude: Value
  longitude: Value
  postalCode: Value
  state: Value
  stateCode?: Value
  street: Value
}

/** A stored value as REST writes it: datetimes end in `+0000` instead of `Z`. */
export function restValue(field: Field, value: Value): Value {
  if (field.type !== 'datetime' || typeof value !== 'string') return value
  return `${value.slice(0, SECONDS)}.000+0000`
}

/** Where a geolocation lies, in degrees. */
export interface Location {
  latitude: Value
  longitude: Value
}

/** The parts that a compound field stands for; null when all of them are empty. */
export function compoundOf(org: Org, field: Field, row: Row): Address | Location | null {
  if (field.type === 'address') return addressOf(field, row, org.settings.stateAndCountryPicklists ? org.countries : undefined)
  const stem = field.name.replace(/__c$/, '')
  const location = { latitude: row[`${stem}__Latitude__s`] ?? null, longitude: row[`${stem}__Longitude__s`] ?? null }
  return location.latitude === null && location.longitude === null ? null : location
}

function addressOf(field: Field, row: Row, list: CountryList | undefined): Address | null {
  const kind = field.name.replace(/Address$/, '')
  const part = (name: string) => row[kind + name] ?? null
  const code = (name: string, key: 'countryCode' | 'stateCode') =>
    list ? { [key]: addressCodeReader(list, kind + name)(row) } : {}
  const address: Address = {
    city: part('City'),
    country: part('Country'),
    ...code('CountryCode', 'countryCode'),
    geocodeAccuracy: part('GeocodeAccuracy'),
    latitude: part('Latitude'),
    longitude: part('Longitude'),
    postalCode: part('PostalCode'),
    state: part('State'),
    ...code('StateCode', 'stateCode'),
    street: part('Street'),
  }
  return Object.values(address).some((value) => value !== null) ? address : null
}

import type { Field } from '../org/objects/field.ts'
import type { Row, Value } from '../org/table.ts'

/** How much of a stored datetime is whole seconds: `2026-05-06T09:10:00`. */
const SECONDS = 19

/** An address as REST shows it; null parts are kept. */
export interface Address {
  city: Value
  country: Value
  geocodeAccuracy: Value
  latitude: Value
  longitude: Value
  postalCode: Value
  state: Value
  street: Value
}

/** A stored value as REST writes it: datetimes end in `+0000` instead of `Z`. */
export function restValue(field: Field, value: Value): Value {
  if (field.type !== 'datetime' || typeof value !== 'string') return value
  return `${value.slice(0, SECONDS)}.000+0000`
}

/** The compound address that `field` stands for; null when all its parts are empty. */
export function addressOf(field: Field, row: Row): Address | null {
  const kind = field.name.replace(/Address$/, '')
  const part = (name: string) => row[kind + name] ?? null
  const address = {
    city: part('City'),
    country: part('Country'),
    geocodeAccuracy: part('GeocodeAccuracy'),
    latitude: part('Latitude'),
    longitude: part('Longitude'),
    postalCode: part('PostalCode'),
    state: part('State'),
    street: part('Street'),
  }
  return Object.values(address).some((value) => value !== null) ? address : null
}

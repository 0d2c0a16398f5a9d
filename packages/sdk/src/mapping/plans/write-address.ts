import type { SalesforceField } from '../../contract/schema.ts'
import type { Address } from '../../contract/shared.ts'
import { type AddressComponent, addressComponents } from './address-components.ts'
import { isMatch } from '../options/match.ts'
import { picklistFinder } from '../options/picklist-finder.ts'
import type { FieldToPlan } from './plan-fields.ts'
import type { PushBody, PushStep, PushTarget } from './push-context.ts'
import { isAddress } from '../values/value-shape.ts'
import { unfit } from '../values/skip-sentences.ts'
import { Unfit } from '../values/unfit.ts'
import { fieldText } from './write-value.ts'

/** An address is one value: all its writable components are written, missing ones as null, or none of them. */
export function addressTarget({ attribute, field }: FieldToPlan, fields: readonly SalesforceField[]): PushTarget {
  const components = addressComponents(field, fields)
  const parts = components.map((component) => ({ ...component, codeOf: codeFinder(component) }))
  const country = parts.find(({ part }) => part === 'country')
  const write: PushStep = (value, { creating }) => {
    if (!isAddress(value)) return unfit.shape(attribute)
    // A state code means something only beside a country code.
    const byCode = country?.code != null && (!value.country || country.codeOf(value.country) !== null)
    const body: PushBody = {}
    for (const part of parts) {
      const written = writePart(part, textOf(value, part), { creating, byCode })
      if (written instanceof Unfit) return written
      Object.assign(body, written)
    }
    return body
  }
  const all = components.flatMap(({ name, code }) => [name, code].filter((component) => component !== null))
  return { fields: components.flatMap(({ name, code }) => code ?? name ?? []), into: all, readBack: all, write }
}

type Part = AddressComponent & { codeOf: (text: string) => string | null }

/** The code for a code or for a name that only one code has; null where there is none. */
function codeFinder({ code }: AddressComponent): (text: string) => string | null {
  if (!code) return () => null
  const find = picklistFinder(code)
  const shared = sharedCodes(code)
  return (text) => {
    const matched = find.byName(text, text)
    if (!isMatch(matched)) return null
    const { value } = matched.found
    return value !== text && shared.has(value) ? null : value
  }
}

/** Codes that several states have, each in its country: AL is Alabama, Alagoas and Alessandria. Their names tell them apart. */
function sharedCodes({ picklistValues }: SalesforceField): ReadonlySet<string> {
  const once = new Set<string>()
  const shared = new Set<string>()
  for (const { value } of picklistValues) (once.has(value) ? shared : once).add(value)
  return shared
}

function textOf(address: Address, { part }: Part): string | null {
  return address[part]?.trim() || null
}

/** Writes a part as code where it is known, else by its name, never as both. */
function writePart(
  part: Part,
  text: string | null,
  { creating, byCode }: { creating: boolean; byCode: boolean },
): PushBody | Unfit {
  const writable = (field: SalesforceField | null) => (field && (creating ? field.createable : field.updateable) ? field : null)
  const name = writable(part.name)
  const code = writable(part.code)
  const known = text === null ? null : part.codeOf(text)
  if (code && (byCode || !name) && (text === null || known !== null)) return { [code.name]: known }
  if (!name) return code && text !== null ? unfit.noValue(text, code, 'none') : {}
  const fitted = text === null ? null : fieldText(name)(text)
  return fitted instanceof Unfit ? fitted : { [name.name]: fitted }
}

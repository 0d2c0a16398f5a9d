import { picklist, type Field, type PicklistValue } from '../objects/field.ts'
import type { Row, Value } from '../table.ts'
import { named, type CountryList } from './country-list.ts'

const CODE_LENGTH = 10

/** The fields of an object with a picklist of countries and one of states put into each address, after its country. */
export function withAddressCodes(fields: readonly Field[], list: CountryList): Field[] {
  return fields.flatMap((field) => {
    const kind = kindOfCountry(field)
    return kind === undefined ? [field] : [field, ...codeFields(kind, field, list)]
  })
}

/** What an address is called whose text field of the country this is: `Billing` for `BillingCountry`. */
function kindOfCountry({ name, compoundFieldName }: Field): string | undefined {
  const kind = name.endsWith('Country') ? name.slice(0, -'Country'.length) : undefined
  return kind !== undefined && compoundFieldName === `${kind}Address` ? kind : undefined
}

function codeFields(kind: string, country: Field, list: CountryList): Field[] {
  const part = { length: CODE_LENGTH, compoundFieldName: country.compoundFieldName }
  return [
    picklist(`${kind}StateCode`, [], 'CUNRFSGM', {
      ...part,
      label: `${country.label.replace(/Country$/, '')}State/Province Code`,
      controllerName: `${kind}CountryCode`,
      picklistValues: stateValues(list),
    }),
    picklist(`${kind}CountryCode`, [], 'CUNRFSGM', {
      ...part,
      label: `${country.label} Code`,
      picklistValues: list.countries.map(({ code, name }) => ({ value: code, label: name, active: true, defaultValue: false })),
    }),
  ]
}

/** The states of all countries, each once: where two have a state of the same code and name, it goes with both. */
function stateValues(list: CountryList): PicklistValue[] {
  const values = new Map<string, PicklistValue & { validFor: string[] }>()
  for (const { state, country } of list.states) {
    const key = `${state.code} ${state.name}`
    const known = values.get(key)
    if (known) known.validFor.push(country.code)
    else values.set(key, { value: state.code, label: state.name, active: true, defaultValue: false, validFor: [country.code] })
  }
  return [...values.values()]
}

/** Whether a field is the picklist of countries or states of an address. */
export function isAddressCode({ name, compoundFieldName, custom }: Field): boolean {
  return !custom && compoundFieldName !== null && /(?:State|Country)Code$/.test(name)
}

/** Makes the function that reads a code, which follows from the text that an address holds. */
export function addressCodeReader(list: CountryList, name: string): (row: Row) => Value {
  const kind = name.replace(/(?:State|Country)Code$/, '')
  const isState = name === `${kind}StateCode`
  return (row) => {
    const country = list.countryNamed(String(row[`${kind}Country`] ?? ''))
    const found = country && isState ? named(country.states, String(row[`${kind}State`] ?? '')) : country
    return found?.code ?? null
  }
}

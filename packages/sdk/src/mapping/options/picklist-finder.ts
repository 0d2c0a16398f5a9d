import type { PicklistValue, SalesforceField } from '../../contract/schema.ts'
import type { Match } from './match.ts'
import { OptionIndex } from './option-index.ts'

/** Finds values of a picklist that may be written. */
export interface PicklistFinder {
  /** The value itself; undefined where the field has none such. */
  exactly(value: string): Match<PicklistValue> | undefined
  /** The exact value, else the one active value that is called so, by value or label; inactive ones come last. */
  byName(value: string, label: string): Match<PicklistValue>
}

/** An inactive value can be written only where the picklist is not restricted. */
export function picklistFinder({ type, picklistValues, restrictedPicklist }: SalesforceField): PicklistFinder {
  // A semicolon would turn one value of a multi-select into two.
  const values = type === 'multipicklist' ? picklistValues.filter(({ value }) => !value.includes(';')) : picklistValues
  const index = new OptionIndex(values, ({ value }) => value, activeNames)
  const writable = ({ active }: PicklistValue) => active || !restrictedPicklist
  const found = (value: PicklistValue): Match<PicklistValue> => (writable(value) ? { found: value } : { missing: 'inactive' })

  return {
    exactly(value) {
      const exact = index.exact(value)
      return exact && found(exact)
    },
    byName(value, label) {
      const exact = index.exact(value)
      if (exact) return found(exact)
      const sameLabel = index.exact(label)
      if (sameLabel?.active) return { found: sameLabel }
      const named = index.byLabel(label)
      if (named === null) return { missing: 'several' }
      const last = named ?? sameLabel
      return last ? found(last) : { missing: 'none' }
    },
  }
}

function activeNames({ active, label, value }: PicklistValue): string[] {
  return active ? [label, value] : []
}

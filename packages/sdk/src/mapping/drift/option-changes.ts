import type { SalesforceField } from '../../contract/schema.ts'

/** Labels of the active picklist values that came and went. */
export interface OptionChanges {
  added: string[]
  removed: string[]
}

/** What became of a picklist's values, told apart by value; one that got another label came under it and went under the old one. */
export function optionChanges(before: SalesforceField, after: SalesforceField): OptionChanges {
  return { added: labelsMissingIn(before, after), removed: labelsMissingIn(after, before) }
}

function labelsMissingIn(other: SalesforceField, { picklistValues }: SalesforceField): string[] {
  const known = new Map(other.picklistValues.filter(({ active }) => active).map(({ value, label }) => [value, label]))
  return picklistValues.filter(({ active, value, label }) => active && known.get(value) !== label).map(({ label }) => label)
}

import type { ObjectDescribe, SalesforceField } from '@pryzm/salesforce-sdk'

/** Fields in alphabetical order, each with the text that a search looks through; made once per describe. */
export type FieldIndex = readonly FieldEntry[]

export interface FieldEntry {
  readonly field: SalesforceField
  /** Label and API name in lower case, each on a line of its own. */
  readonly text: string
}

export function indexFields({ fields }: ObjectDescribe): FieldIndex {
  return fields
    .map((field) => ({ field, text: `${field.label}\n${field.name}`.toLowerCase() }))
    .toSorted((a, b) => a.text.localeCompare(b.text))
}

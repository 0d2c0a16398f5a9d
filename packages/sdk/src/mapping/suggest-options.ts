import type { OptionPair } from '../contract/mapping.ts'
import type { Attribute, AttributeOption, PicklistValue, SalesforceField } from '../contract/schema.ts'

const optionTypes = new Set(['select', 'multi_select', 'stage'])
const picklists = new Set(['picklist', 'multipicklist', 'combobox'])

/** Pairs options with picklist values of the same name; case, spaces and punctuation ignored, what is ambiguous left out. */
export function suggestOptions(attribute: Attribute, field: SalesforceField): OptionPair[] {
  if (!optionTypes.has(attribute.type) || !picklists.has(field.type)) return []
  const options = byPlainName(attribute.options ?? [], ({ id, label }) => [label, id])
  const paired = new Set<string>()
  return field.picklistValues.flatMap((value) => {
    const option = uniqueOption(options, value)
    if (!option) return []
    const first = !paired.has(option.id)
    const writable = value.active || !field.restrictedPicklist
    if (writable) paired.add(option.id)
    return [
      { option: option.id, value: value.value, direction: first && writable ? ('bidirectional' as const) : ('pull' as const) },
    ]
  })
}

function uniqueOption(options: Map<string, AttributeOption | null>, { label, value }: PicklistValue): AttributeOption | null {
  return options.get(plainName(label)) ?? options.get(plainName(value)) ?? null
}

/** Null where two items share a name. */
function byPlainName<Item>(items: readonly Item[], namesOf: (item: Item) => readonly string[]): Map<string, Item | null> {
  const byName = new Map<string, Item | null>()
  for (const item of items) {
    for (const name of new Set(namesOf(item).map(plainName))) byName.set(name, byName.has(name) ? null : item)
  }
  return byName
}

function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

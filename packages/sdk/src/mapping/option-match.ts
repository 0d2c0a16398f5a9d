import type { OptionPair } from '../contract/mapping.ts'
import type { Attribute, AttributeOption, PicklistValue, SalesforceField } from '../contract/schema.ts'
import { flows, type Way } from './effective-direction.ts'
import { OptionIndex } from './option-index.ts'

/** Why no counterpart was found: nothing matches, several do, or the value may not be written. */
export type NoMatch = 'none' | 'several' | 'inactive'

export type Match<Found> = { found: Found } | { missing: NoMatch }

export const isMatch = <Found>(match: Match<Found>): match is { found: Found } => 'found' in match

/** Finds the option for a Salesforce value: the option map first, then the exact value, then a label that is unambiguous. */
export function optionMatcher(
  attribute: Attribute,
  field: SalesforceField,
  pairs: readonly OptionPair[],
): (value: string) => Match<AttributeOption> {
  const options = attribute.options ?? []
  const index = new OptionIndex(
    options,
    ({ id }) => id,
    ({ label }) => [label],
  )
  const labels = new Map(field.picklistValues.map(({ value, label }) => [value, label]))
  const mapped = mappedValues(pairs, 'pull')
  return (value) => {
    const ids = mapped.get(value)
    if (ids && ids.size > 1) return { missing: 'several' }
    const byMap = ids && index.exact([...ids][0] ?? '')
    const option = byMap ?? index.find(value) ?? index.byLabel(labels.get(value) ?? value)
    return option ? { found: option } : { missing: 'none' }
  }
}

/** Finds the picklist value for an option: the option map first, then the exact value, then a label that one active value has. */
export function valueMatcher(
  { options = [] }: Pick<Attribute, 'options'>,
  field: SalesforceField,
  pairs: readonly OptionPair[],
): (optionId: string) => Match<PicklistValue> {
  const index = new OptionIndex(field.picklistValues, ({ value }) => value, activeLabels)
  const optionLabels = new Map(options.map(({ id, label }) => [id, label]))
  const mapped = mappedValues(pairs, 'push')
  return (optionId) => {
    const values = mapped.get(optionId)
    if (values && values.size > 1) return { missing: 'several' }
    const byMap = values && index.exact([...values][0] ?? '')
    const value = byMap ?? index.exact(optionId) ?? index.find(optionLabels.get(optionId) ?? optionId)
    if (!value) return { missing: 'none' }
    return value.active || !field.restrictedPicklist ? { found: value } : { missing: 'inactive' }
  }
}

function activeLabels({ active, label, value }: PicklistValue): string[] {
  return active ? [label, value] : []
}

/** From each source of the option map to its targets, this way. */
function mappedValues(pairs: readonly OptionPair[], way: Way): Map<string, Set<string>> {
  const targets = new Map<string, Set<string>>()
  for (const { option, value, direction } of pairs) {
    if (!flows(direction, way)) continue
    const [from, to] = way === 'pull' ? [value, option] : [option, value]
    const known = targets.get(from)
    if (known) known.add(to)
    else targets.set(from, new Set([to]))
  }
  return targets
}

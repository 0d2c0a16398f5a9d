import type { OptionPair } from '../../contract/mapping.ts'
import type { Attribute, AttributeOption, PicklistValue, SalesforceField } from '../../contract/schema.ts'
import { flows, type Way } from '../effective-direction.ts'
import { isMatch, type Match } from './match.ts'
import { OptionIndex } from './option-index.ts'
import { picklistFinder } from './picklist-finder.ts'

/** Finds the option for a Salesforce value: the option map first, then the exact value, then a label that is unambiguous. */
export function optionMatcher(
  { options = [] }: Pick<Attribute, 'options'>,
  field: SalesforceField,
  pairs: readonly OptionPair[],
): (value: string) => Match<AttributeOption> {
  const index = new OptionIndex(
    options,
    ({ id }) => id.trim(),
    ({ label }) => [label],
  )
  const labels = new Map(field.picklistValues.map(({ value, label }) => [value, label]))
  const mapped = mappedValues(pairs, 'pull')
  return (cell) => {
    const value = cell.trim()
    const ids = mapped.get(value)
    if (ids && ids.size > 1) return { missing: 'several' }
    const option = (ids && index.exact([...ids][0] ?? '')) ?? index.exact(value)
    return option ? { found: option } : oneOf(index.byLabel(value), index.byLabel(labels.get(value) ?? value))
  }
}

/** The option that a value's name and its label lead to; none is preferred where they lead to two. */
function oneOf(byValue: AttributeOption | null | undefined, byLabel: AttributeOption | null | undefined): Match<AttributeOption> {
  if (byValue === null || byLabel === null) return { missing: 'several' }
  if (byValue && byLabel && byValue !== byLabel) return { missing: 'several' }
  const option = byValue ?? byLabel
  return option ? { found: option } : { missing: 'none' }
}

/**
 * Finds the picklist value for an option: the option map first, then the exact value, then a label that one active value has. A
 * value that a pull would read as another option is not taken by its name, so that no option turns into another one.
 */
export function valueMatcher(
  { options = [] }: Pick<Attribute, 'options'>,
  field: SalesforceField,
  pairs: readonly OptionPair[],
): (optionId: string) => Match<PicklistValue> {
  const find = picklistFinder(field)
  const optionOf = optionMatcher({ options }, field, pairs)
  const labels = new Map(options.map(({ id, label }) => [id.trim(), label]))
  const mapped = mappedValues(pairs, 'push')
  return (option) => {
    const optionId = option.trim()
    const values = mapped.get(optionId)
    if (values && values.size > 1) return { missing: 'several' }
    const byMap = values && find.exactly([...values][0] ?? '')
    if (byMap) return byMap
    const named = find.byName(optionId, labels.get(optionId) ?? optionId)
    if (!isMatch(named)) return named
    const back = optionOf(named.found.value)
    if (isMatch(back)) return back.found.id.trim() === optionId ? named : { missing: 'taken' }
    return back.missing === 'none' ? named : back
  }
}

/** From each source of the option map to its targets, this way. */
export function mappedValues(pairs: readonly OptionPair[], way: Way): Map<string, Set<string>> {
  const targets = new Map<string, Set<string>>()
  for (const { option, value, direction } of pairs) {
    if (!flows(direction, way)) continue
    const [from, to] = way === 'pull' ? [value.trim(), option.trim()] : [option.trim(), value.trim()]
    const known = targets.get(from)
    if (known) known.add(to)
    else targets.set(from, new Set([to]))
  }
  return targets
}

import type { MappingIssue } from '../../contract/mapping.ts'
import { flows } from '../effective-direction.ts'
import type { KnownPair } from './known-pair.ts'
import { isMatch } from '../options/match.ts'
import { optionMatcher, valueMatcher } from '../options/option-match.ts'
import { fieldIssue, type PairContext } from './pair-context.ts'

const picklists = new Set(['picklist', 'multipicklist', 'combobox'])
const optionTypes = new Set(['select', 'multi_select', 'stage'])

/** Picklist values and options without a counterpart; records that hold them skip this field. */
export function optionIssues(context: PairContext, { fieldPair, attribute, field, direction }: KnownPair): MappingIssue[] {
  if (!picklists.has(field.type) || !optionTypes.has(attribute.type)) return []
  const issues: MappingIssue[] = []
  if (flows(direction, 'pull')) {
    const match = optionMatcher(attribute, field, fieldPair.options)
    const lost = field.picklistValues.filter(({ active, value }) => active && !isMatch(match(value))).map(({ label }) => label)
    if (lost.length > 0) {
      const sentence = `On pull: ${listed(lost, 'value')} of ${field.label} ${matchVerb(lost)} no option and will be skipped.`
      issues.push(fieldIssue(context, fieldPair, 'option_unmapped', null, sentence))
    }
  }
  if (flows(direction, 'push')) {
    const match = valueMatcher(attribute, field, fieldPair.options)
    const lost = (attribute.options ?? []).filter(({ id }) => !isMatch(match(id))).map(({ label }) => label)
    if (lost.length > 0) {
      const sentence = `On push: ${listed(lost, 'option')} of ${attribute.label} ${matchVerb(lost)} no value and will be skipped.`
      issues.push(fieldIssue(context, fieldPair, 'option_unmapped', null, sentence))
    }
  }
  return issues
}

function matchVerb(lost: readonly string[]): string {
  return lost.length === 1 ? 'matches' : 'match'
}

/** `value "A"`, `values "A", "B"`, or `12 values such as "A", "B", "C"`. */
function listed(labels: readonly string[], noun: string): string {
  const shown = labels.slice(0, 3).map((label) => `"${label}"`)
  if (labels.length === 1) return `${noun} ${shown.join('')}`
  return labels.length <= 3 ? `${noun}s ${shown.join(', ')}` : `${labels.length} ${noun}s such as ${shown.join(', ')}`
}

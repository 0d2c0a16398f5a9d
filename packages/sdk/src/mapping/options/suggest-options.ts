import type { OptionPair } from '../../contract/mapping.ts'
import type { Attribute, AttributeOption, PicklistValue, SalesforceField } from '../../contract/schema.ts'
import { likelyKeys, plainName } from './option-names.ts'

const optionTypes = new Set(['select', 'multi_select', 'stage'])
const picklists = new Set(['picklist', 'multipicklist', 'combobox'])

/** An entry of an option map that a person may want, and whether the two names are the same or just likely mean the same. */
export interface OptionSuggestion extends OptionPair {
  likeness: 'same' | 'likely'
}

/**
 * Pairs options with picklist values of the same name (case, spaces and punctuation ignored), else of a name that is like it:
 * singular and plural, word order, usual abbreviations. What is equally like two is left out. Several values may be read as one
 * option; the best of them is the one that is written.
 */
export function suggestOptions(attribute: Attribute, field: SalesforceField): OptionPair[] {
  return suggestOptionPairs(attribute, field).map(({ option, value, direction }) => ({ option, value, direction }))
}

/** The same, each with its likeness. */
export function suggestOptionPairs(attribute: Attribute, field: SalesforceField): OptionSuggestion[] {
  if (!optionTypes.has(attribute.type) || !picklists.has(field.type)) return []
  const find = optionFinder(attribute.options ?? [])
  const matches = field.picklistValues.flatMap((value) => {
    const found = find(value)
    return found ? [{ ...found, value, rank: rankOf(found, value, field) }] : []
  })
  const best = bestOfEach(matches)
  return matches.map(({ option, value, likeness, rank }) => {
    const written = best.get(option.id) === value && rank < unwritable
    return { option: option.id, value: value.value, direction: written ? 'bidirectional' : 'pull', likeness }
  })
}

interface Found {
  option: AttributeOption
  likeness: OptionSuggestion['likeness']
}

interface Ranked extends Found {
  value: PicklistValue
  rank: number
}

const unwritable = 8

/** Lower is better: the same text before the same name before a likely one, active values before inactive ones. */
function rankOf({ option, likeness }: Found, value: PicklistValue, field: SalesforceField): number {
  if (!value.active && field.restrictedPicklist) return unwritable
  const exact = value.value === option.id || value.value === option.label || value.label === option.label
  return (exact ? 0 : likeness === 'same' ? 1 : 2) + (value.active ? 0 : 4)
}

/** The value to write for each option; none where two are equally likely. Of two with the same name the first is taken. */
function bestOfEach(matches: readonly Ranked[]): Map<string, PicklistValue | null> {
  const best = new Map<string, Ranked & { several: boolean }>()
  for (const match of matches) {
    const known = best.get(match.option.id)
    if (!known || match.rank < known.rank) best.set(match.option.id, { ...match, several: false })
    else if (match.rank === known.rank && match.likeness === 'likely') known.several = true
  }
  return new Map([...best].map(([id, { value, several }]) => [id, several ? null : value]))
}

function optionFinder(options: readonly AttributeOption[]): (value: PicklistValue) => Found | null {
  const same = new Map<string, AttributeOption | null>()
  const likely = new Map<string, AttributeOption | null>()
  for (const option of options) {
    for (const name of new Set([option.label, option.id].map(plainName))) add(same, name, option)
    for (const key of new Set(asked(option.label))) add(likely, key, option)
  }
  return ({ label, value }) => {
    const named = same.get(plainName(label)) ?? same.get(plainName(value))
    if (named) return { option: named, likeness: 'same' }
    const found = new Set([label, value].flatMap(answered).flatMap((key) => (likely.has(key) ? [likely.get(key)] : [])))
    const [option, ...others] = found
    return option && others.length === 0 ? { option, likeness: 'likely' } : null
  }
}

/** Null where two options share a name; a name of signs alone is none. */
function add(index: Map<string, AttributeOption | null>, name: string, option: AttributeOption): void {
  if (name !== '') index.set(name, index.has(name) && index.get(name) !== option ? null : option)
}

function asked(name: string): string[] {
  const { words, initials, initialsOfWords } = likelyKeys(name)
  return [words && `words ${words}`, initials && `short ${initials}`, initialsOfWords && `long ${initialsOfWords}`].filter(isKey)
}

/** Initials answer to words, and words to initials. */
function answered(name: string): string[] {
  const { words, initials, initialsOfWords } = likelyKeys(name)
  return [words && `words ${words}`, initials && `long ${initials}`, initialsOfWords && `short ${initialsOfWords}`].filter(isKey)
}

function isKey(key: string | null): key is string {
  return key !== null && key !== ''
}

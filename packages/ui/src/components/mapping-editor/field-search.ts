import type { Attribute, Direction } from '@pryzm/salesforce-sdk'
import { fieldConvertibility, flows, type Way } from '@pryzm/salesforce-sdk/mapping'
import type { FieldEntry, FieldIndex } from './field-index.ts'

export const fieldGroups = ['suggested', 'standard', 'custom', 'unusable'] as const
export type FieldGroup = (typeof fieldGroups)[number]

/** A Salesforce field as the picker lists it for one attribute. */
export interface FieldOption extends FieldEntry {
  readonly group: FieldGroup
  /** Why it is suggested, cannot be used, or serves one way only. */
  readonly note: string | null
  /** True where Salesforce lets nobody write the field. */
  readonly readOnly: boolean
  /** The one way that works where the pair is to go both ways; null where all that is asked for works. */
  readonly only: Way | null
  /** Labels of other attributes that are mapped to it. */
  readonly usedBy: readonly string[]
  /** True where another attribute is pushed to it already, so that this one could not be. */
  readonly taken: boolean
  /** How many records were looked at, where none of them holds a value; null otherwise. */
  readonly emptyIn: number | null
}

export interface FieldContext {
  readonly attribute: Attribute
  /** Which way values of the pair would flow; both where nothing narrows it. */
  readonly direction: Direction
  /** Reasons of the suggestions for this attribute, by field name. */
  readonly suggested: ReadonlyMap<string, string>
  readonly usedBy: ReadonlyMap<string, readonly string[]>
  /** Fields that other pairs push to. */
  readonly pushed: ReadonlySet<string>
}

const nobody: readonly string[] = []

/** Says of every field whether the attribute can be mapped to it, grouped in the order of `fieldGroups`. */
export function fieldOptions(index: FieldIndex, context: FieldContext): FieldOption[] {
  const groups: Record<FieldGroup, FieldOption[]> = { suggested: [], standard: [], custom: [], unusable: [] }
  for (const entry of index) {
    const option = toOption(entry, context)
    groups[option.group].push(option)
  }
  return fieldGroups.flatMap((group) => groups[group])
}

/**
 * Keeps the options whose label or API name holds every word of the query; `type:picklist` asks for a type, and `used:last` for
 * what the last job read or wrote. Within a group, names that start with the query come first.
 */
export function searchFields(options: readonly FieldOption[], query: string): readonly FieldOption[] {
  const words = wordsOf(query)
  const [first] = words
  if (first === undefined) return options
  const found = options.filter((option) => words.every((word) => matches(option, word)))
  return fieldGroups.flatMap((group) => {
    const own = found.filter((option) => option.group === group)
    return [...own.filter((option) => startsWith(option, first)), ...own.filter((option) => !startsWith(option, first))]
  })
}

/** Cuts a text into the part that the query matches and what surrounds it, so that the match can be marked. */
export function matchedParts(text: string, query: string): { text: string; matched: boolean }[] {
  const lower = text.toLowerCase()
  const word = wordsOf(query).find((candidate) => lower.includes(candidate))
  if (word === undefined) return [{ text, matched: false }]
  const start = lower.indexOf(word)
  const end = start + word.length
  return [
    { text: text.slice(0, start), matched: false },
    { text: text.slice(start, end), matched: true },
    { text: text.slice(end), matched: false },
  ].filter((part) => part.text !== '')
}

function toOption(entry: FieldEntry, { attribute, direction, suggested, usedBy, pushed }: FieldContext): FieldOption {
  const { field } = entry
  const readOnly = !field.createable && !field.updateable
  const wanted = (['pull', 'push'] as const).filter((way) => flows(direction, way))
  const answers = wanted.map((way) => ({ way, ...fieldConvertibility(attribute, field, way) }))
  const working = answers.filter(({ way, level }) => level !== 'no' && !(way === 'push' && readOnly))
  const obstacle = answers.find(({ level }) => level === 'no')?.sentence ?? null
  const only = working.length < wanted.length ? (working[0]?.way ?? null) : null
  const taken = pushed.has(field.name) && working.some(({ way }) => way === 'push')
  const option = { ...entry, readOnly, only, taken, emptyIn: emptyIn(field), usedBy: usedBy.get(field.name) ?? nobody }
  if (working.length === 0) return { ...option, group: 'unusable', note: obstacle }
  const reason = suggested.get(field.name)
  if (reason !== undefined) return { ...option, group: 'suggested', note: reason }
  return { ...option, group: field.custom ? 'custom' : 'standard', note: obstacle }
}

/** A field that nobody fills is seldom worth a pair. */
function emptyIn({ usage }: FieldEntry['field']): number | null {
  return usage && usage.sampled > 0 && usage.filled === 0 ? usage.sampled : null
}

function wordsOf(query: string): string[] {
  return query.trim().toLowerCase().split(/\s+/).filter(Boolean)
}

/** Asks for the fields that the last job read or wrote. */
export const USED_LAST = 'used:last'

function matches({ field, text }: FieldEntry, word: string): boolean {
  if (word === USED_LAST) return field.usage?.inLastJob ?? false
  return word.startsWith('type:') ? field.type.toLowerCase().startsWith(word.slice('type:'.length)) : text.includes(word)
}

function startsWith({ text }: FieldEntry, word: string): boolean {
  return text.startsWith(word) || text.includes(`\n${word}`)
}

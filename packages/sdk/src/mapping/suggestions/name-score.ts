import type { Attribute, SalesforceField, SalesforceType } from '../../contract/schema.ts'
import type { SalesforceObject } from '../../contract/shared.ts'
import { fillers, meaningfulWords, nameWords, sharedWords } from './name-words.ts'
import { ownWords, usualNames } from './usual-fields.ts'

/** An attribute with its names in comparable form. */
export interface NamedAttribute {
  side: Attribute
  own: ReadonlySet<string>
  name: string
  /** Every way to write its names, by what the field's type makes of them. */
  forms: Readonly<Record<NameKind | 'all', ReadonlySet<string>>>
  words: readonly ReadonlySet<string>[]
}

/** A field with its names in comparable form. */
export interface NamedField {
  side: SalesforceField
  object: SalesforceObject
  name: string
  kind: NameKind
  byName: ReadonlySet<string>
  byLabel: ReadonlySet<string>
  usual: ReadonlySet<string>
  words: readonly ReadonlySet<string>[]
}

/** How much the names of two sides agree, from 0 to 1, and in what. */
export interface NameScore {
  score: number
  reason: string
}

/** Types whose fields often carry a word that only repeats the type. */
type NameKind = 'date' | 'flag' | 'number' | 'phone' | 'link' | 'other'

const kinds: Readonly<Partial<Record<SalesforceType, NameKind>>> = {
  date: 'date',
  datetime: 'date',
  boolean: 'flag',
  percent: 'number',
  phone: 'phone',
  url: 'link',
}

const typeWords: Readonly<Record<NameKind, ReadonlySet<string>>> = {
  date: new Set(['date', 'on', 'at', 'time']),
  flag: new Set(['is', 'has', 'flag']),
  number: new Set(['percent', 'percentage', 'rate']),
  phone: new Set(['number']),
  link: new Set(['url', 'link', 'page']),
  other: new Set(),
}

const knownAttributes = new WeakMap<Attribute, NamedAttribute>()

/** The names of an attribute; `own` are the words for its record type, which add nothing in front of another. */
export function namedAttribute(side: Attribute, own: ReadonlySet<string>): NamedAttribute {
  const known = knownAttributes.get(side)
  if (known?.own === own) return known
  const made = nameAttribute(side, own)
  knownAttributes.set(side, made)
  return made
}

function nameAttribute(side: Attribute, own: ReadonlySet<string>): NamedAttribute {
  // A pipeline has one stage, whatever it is called.
  const names = [nameWords(side.name), nameWords(side.label), ...(side.type === 'stage' ? [['stage']] : [])]
  const words = names.map(meaningfulWords)
  const formsOf = (kind: NameKind) => new Set(names.flatMap((some) => formsOfWords(some, kind, own)))
  const [date, flag, number] = [formsOf('date'), formsOf('flag'), formsOf('number')]
  const [phone, link, other] = [formsOf('phone'), formsOf('link'), formsOf('other')]
  const all = new Set([...date, ...flag, ...number, ...phone, ...link, ...other])
  return { side, own, name: plain(side.name), forms: { date, flag, number, phone, link, other, all }, words }
}

const knownFields = new WeakMap<SalesforceField, NamedField>()

/** The names of a field of this object, made once for each describe. */
export function namedField(side: SalesforceField, object: SalesforceObject): NamedField {
  const known = knownFields.get(side)
  if (known?.object === object) return known
  const made = nameField(side, object)
  knownFields.set(side, made)
  return made
}

function nameField(side: SalesforceField, object: SalesforceObject): NamedField {
  const bare = bareName(side)
  const kind = kinds[side.type] ?? 'other'
  const [name, label] = [nameWords(bare), withoutId(nameWords(side.label), side)]
  const words = [meaningfulWords(name), meaningfulWords(label)]
  return {
    side,
    object,
    name: plain(bare),
    kind,
    byName: new Set(formsOfWords(name, kind, ownWords[object])),
    byLabel: new Set(formsOfWords(label, kind, ownWords[object])),
    usual: usualForms(object).get(side.name) ?? new Set(),
    words,
  }
}

/** How much the names of two sides agree. */
export function nameScore(attribute: NamedAttribute, field: NamedField): NameScore {
  if (attribute.name === field.name) return { score: 1, reason: 'Same name' }
  const forms = attribute.forms[field.kind]
  if (meets(attribute.forms.other, field.usual)) return { score: 0.97, reason: "Salesforce's usual field for this" }
  if (meets(forms, field.byName)) return { score: 0.9, reason: 'Same name' }
  if (meets(forms, field.byLabel)) return { score: 0.9, reason: 'Same label' }
  return { score: mostShared(attribute.words, field.words) * 0.78, reason: 'Similar name' }
}

function mostShared(own: NamedAttribute['words'], other: NamedField['words']): number {
  return Math.max(...own.flatMap((words) => other.map((others) => sharedWords(words, others))))
}

/** The name of a field without namespace, suffix and underscores, in lower case. */
export function plainFieldName(name: string): string {
  return plain(withoutNamespace(name))
}

/** The name without namespace and suffix; of a lookup without `Id`. */
function bareName({ name, type }: SalesforceField): string {
  const bare = withoutNamespace(name)
  return type === 'reference' ? bare.replace(/Id$/, '') : bare
}

function withoutNamespace(name: string): string {
  return name.replace(/__(c|pc|s)$/i, '').replace(/^[a-z0-9]+__/i, '')
}

/** The label of a standard lookup ends in `ID`, which nobody says. */
function withoutId(words: string[], { type }: SalesforceField): string[] {
  return type === 'reference' && words.length > 1 && words.at(-1) === 'id' ? words.slice(0, -1) : words
}

/** A name as it is, without the object's own word in front, and both without the words that repeat the type. */
function formsOfWords(words: readonly string[], kind: NameKind, own: ReadonlySet<string>): string[] {
  const shorter = words.length > 1 && own.has(words[0] ?? '') ? [words, words.slice(1)] : [words]
  const forms = shorter.flatMap((some) => [
    some,
    some.filter((word) => !fillers.has(word)),
    some.filter((word) => !typeWords[kind].has(word)),
  ])
  return forms.filter((form) => form.length > 0).map((form) => form.join(''))
}

function meets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const form of a) if (b.has(form)) return true
  return false
}

const usualByObject = new Map<SalesforceObject, ReadonlyMap<string, ReadonlySet<string>>>()

function usualForms(object: SalesforceObject): ReadonlyMap<string, ReadonlySet<string>> {
  const known = usualByObject.get(object)
  if (known) return known
  const forms = new Map(
    Object.entries(usualNames[object]).map(([field, names]) => [field, new Set(names.map((name) => nameWords(name).join('')))]),
  )
  usualByObject.set(object, forms)
  return forms
}

/** A name without anything but its letters and digits, in lower case. */
export function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

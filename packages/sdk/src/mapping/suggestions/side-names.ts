import type { ObjectDescribe, RecordTypeSchema } from '../../contract/schema.ts'
import type { SalesforceObject } from '../../contract/shared.ts'
import { NameIndex } from '../options/name-index.ts'
import { namedAttribute, type NamedAttribute, namedField, type NamedField } from './name-score.ts'
import { nameWords } from './name-words.ts'
import { ownWords } from './usual-fields.ts'

/** The fields of an object that an attribute could be called after. */
export function fieldsNear(describe: ObjectDescribe, attribute: NamedAttribute): NamedField[] {
  return fieldIndex(describe).find(wordsOfAttribute(attribute))
}

/** The attributes that a field could be called after. */
export function attributesNear(object: SalesforceObject, recordType: RecordTypeSchema, field: NamedField): NamedAttribute[] {
  return attributeIndex(object, recordType).find(wordsOfField(field))
}

/** The fields whose names differ from this one in nothing but case, underscores, namespace and suffix. */
export function fieldsCalled(describe: ObjectDescribe, plainName: string): NamedField[] {
  return fieldIndex(describe)
    .find([plainName])
    .filter(({ name }) => name === plainName)
}

interface Known<Item> {
  /** How many there were: a list that grew or shrank since is read again. */
  size: number
  index: NameIndex<Item>
}

const knownFields = new WeakMap<ObjectDescribe, Known<NamedField>>()
const knownAttributes = new WeakMap<RecordTypeSchema, Known<NamedAttribute>>()

function fieldIndex(describe: ObjectDescribe): NameIndex<NamedField> {
  const { name, fields } = describe
  const known = knownFields.get(describe)
  if (known?.size === fields.length) return known.index
  const index = new NameIndex(
    fields.map((field) => namedField(field, name)),
    wordsOfField,
  )
  knownFields.set(describe, { size: fields.length, index })
  return index
}

function attributeIndex(object: SalesforceObject, recordType: RecordTypeSchema): NameIndex<NamedAttribute> {
  const { attributes } = recordType
  const known = knownAttributes.get(recordType)
  if (known?.size === attributes.length) return known.index
  const own = ownWordsOf(object, recordType)
  const index = new NameIndex(
    attributes.map((attribute) => namedAttribute(attribute, own)),
    wordsOfAttribute,
  )
  knownAttributes.set(recordType, { size: attributes.length, index })
  return index
}

function wordsOfField({ name, byName, byLabel, usual, words }: NamedField): string[] {
  return [name, ...byName, ...byLabel, ...usual, ...words.flatMap((some) => [...some])]
}

function wordsOfAttribute({ name, forms, words }: NamedAttribute): string[] {
  return [name, ...forms.all, ...words.flatMap((some) => [...some])]
}

const knownWords = new WeakMap<RecordTypeSchema, ReadonlySet<string>>()

/** The words for a record type: those that everybody has for it, and its own labels. */
export function ownWordsOf(object: SalesforceObject, recordType: RecordTypeSchema): ReadonlySet<string> {
  const known = knownWords.get(recordType)
  if (known) return known
  const words = new Set([...ownWords[object], ...nameWords(recordType.label), ...nameWords(recordType.labelPlural)])
  knownWords.set(recordType, words)
  return words
}

import type { ObjectDescribe } from '../contract/schema.ts'
import { type NamedAttribute, namedField, type NamedField } from './name-score.ts'

/** The fields of an object by all that they can be called, so that an attribute need not be held against each of them. */
class FieldNames {
  readonly size: number
  readonly #byWord = new Map<string, NamedField[]>()

  constructor({ name, fields }: ObjectDescribe) {
    this.size = fields.length
    for (const field of fields) this.#add(namedField(field, name))
  }

  /** The fields that share a name or a word with an attribute. */
  near({ name, forms, words }: NamedAttribute): NamedField[] {
    const near = new Set<NamedField>()
    for (const word of new Set([name, ...forms.all, ...words.flatMap((own) => [...own])])) {
      for (const field of this.#byWord.get(word) ?? []) near.add(field)
    }
    return [...near]
  }

  #add(field: NamedField): void {
    const { name, byName, byLabel, usual, words } = field
    for (const word of new Set([name, ...byName, ...byLabel, ...usual, ...words.flatMap((own) => [...own])])) {
      const known = this.#byWord.get(word)
      if (known) known.push(field)
      else this.#byWord.set(word, [field])
    }
  }
}

const known = new WeakMap<ObjectDescribe, FieldNames>()

/** The names of an object's fields, made once for each describe. */
export function fieldNamesOf(describe: ObjectDescribe): FieldNames {
  const made = known.get(describe)
  if (made?.size === describe.fields.length) return made
  const names = new FieldNames(describe)
  known.set(describe, names)
  return names
}

import type { Field } from './objects/field.ts'
import type { ObjectType } from './objects/object-type.ts'
import { personCopy } from './objects/person-account.ts'

/** The objects of the org and their fields, custom ones included. Names are found without regard to case. */
export class Schema {
  readonly #objects = new Map<string, ObjectType>()
  readonly #customFields = new Map<string, Map<string, Field>>()

  constructor(objects: Iterable<ObjectType>) {
    for (const object of objects) this.#objects.set(object.name.toLowerCase(), object)
  }

  get objects(): readonly ObjectType[] {
    return [...this.#objects.values()]
  }

  object(name: string): ObjectType | undefined {
    return this.#objects.get(name.toLowerCase())
  }

  /** Whether accounts can be persons. */
  get personAccounts(): boolean {
    return this.object('Account')?.fields.some(({ name }) => name === 'IsPersonAccount') ?? false
  }

  /** Standard fields first, then custom ones in the order they were made; accounts that can be persons have those of Contact too. */
  fields(object: ObjectType): readonly Field[] {
    const copies = object.name === 'Account' && this.personAccounts ? this.#custom('Contact').map(personCopy) : []
    return [...object.fields, ...this.#custom(object.name), ...copies]
  }

  field(object: ObjectType, name: string): Field | undefined {
    const wanted = name.toLowerCase()
    return (
      this.#customFields.get(object.name)?.get(wanted) ?? this.fields(object).find((field) => field.name.toLowerCase() === wanted)
    )
  }

  /** Adds a custom field, or puts it in the place of the one of the same name. */
  addField(object: ObjectType, field: Field): void {
    const fields = this.#customFields.get(object.name) ?? new Map<string, Field>()
    this.#customFields.set(object.name, fields.set(field.name.toLowerCase(), field))
  }

  removeField(object: ObjectType, name: string): boolean {
    return this.#customFields.get(object.name)?.delete(name.toLowerCase()) ?? false
  }

  /** The custom fields of each object that has some, by object name. */
  get kept(): Readonly<Record<string, readonly Field[]>> {
    return Object.fromEntries([...this.#customFields].map(([object, fields]) => [object, [...fields.values()]]))
  }

  restore(kept: Readonly<Record<string, readonly Field[]>>): void {
    this.#customFields.clear()
    for (const [object, fields] of Object.entries(kept)) {
      this.#customFields.set(object, new Map(fields.map((field) => [field.name.toLowerCase(), field])))
    }
  }

  /** Replaces the definition of an object, for switches of the org that change its standard fields. */
  replaceObject(object: ObjectType): void {
    this.#objects.set(object.name.toLowerCase(), object)
  }

  #custom(objectName: string): Field[] {
    return [...(this.#customFields.get(objectName)?.values() ?? [])]
  }
}

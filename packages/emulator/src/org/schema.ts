import { field, type Field } from './objects/field.ts'
import type { ObjectType } from './objects/object-type.ts'
import { personCopy } from './objects/person-account.ts'

/** What an administrator can change of a picklist. */
export type PicklistChanges = Pick<Field, 'picklistValues' | 'restrictedPicklist' | 'controllerName' | 'defaultedOnCreate'>

/** The objects of the org and their fields, custom ones included. Names are found without regard to case. */
export class Schema {
  readonly #objects = new Map<string, ObjectType>()
  readonly #customFields = new Map<string, Map<string, Field>>()

  /** What an administrator made of picklists that are no custom fields, by object and field name. */
  readonly #picklists = new Map<string, PicklistChanges>()
  readonly #standardFields = new Map<ObjectType, readonly Field[]>()
  readonly #featureFields: (object: ObjectType) => readonly Field[]

  /** `featureFields` gives the standard fields of an object as the switches of the org make them. */
  constructor(objects: Iterable<ObjectType>, featureFields = (object: ObjectType): readonly Field[] => object.fields) {
    this.#featureFields = featureFields
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
    return [...this.standardFields(object), ...this.#custom(object.name), ...copies]
  }

  /** The fields of an object that are no custom ones. */
  standardFields(object: ObjectType): readonly Field[] {
    const known = this.#standardFields.get(object)
    if (known) return known
    const fields = this.#featureFields(object).map((own) => ({ ...own, ...this.#picklists.get(`${object.name}.${own.name}`) }))
    this.#standardFields.set(object, fields)
    return fields
  }

  /** Standard fields are looked at anew after switches have changed. */
  metadataChanged(): void {
    this.#standardFields.clear()
  }

  /** Puts a picklist in the place of the one of the same name. */
  changePicklist(object: ObjectType, changed: Field): void {
    if (changed.custom) return this.addField(object, changed)
    const { picklistValues, restrictedPicklist, controllerName, defaultedOnCreate } = changed
    const changes = { picklistValues, restrictedPicklist, controllerName, defaultedOnCreate }
    this.#picklists.set(`${object.name}.${changed.name}`, changes)
    this.#standardFields.clear()
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

  /** The changed picklists that are no custom fields. */
  get keptPicklists(): Readonly<Record<string, PicklistChanges>> {
    return Object.fromEntries(this.#picklists)
  }

  restorePicklists(kept: Readonly<Record<string, PicklistChanges>>): void {
    for (const [name, changes] of Object.entries(kept)) this.#picklists.set(name, changes)
    this.#standardFields.clear()
  }

  restore(kept: Readonly<Record<string, readonly Field[]>>): void {
    this.#customFields.clear()
    // What an older version of the emulator kept lacks what fields can say today.
    for (const [object, fields] of Object.entries(kept)) {
      this.#customFields.set(
        object,
        new Map(fields.map((kept) => [kept.name.toLowerCase(), field(kept.name, kept.type, '', kept)])),
      )
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

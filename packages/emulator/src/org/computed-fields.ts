import { isComputed, type Field, type FieldSummary } from './objects/field.ts'
import { isPersonCopy } from './objects/person-account.ts'
import { formulaError } from './formula/formula-error.ts'
import { formulaReader } from './formula/formula-reader.ts'
import type { ObjectType } from './objects/object-type.ts'
import type { Org } from './org.ts'
import { summaryReader } from './summary-reader.ts'
import type { Row, Value } from './table.ts'

type Reader = (row: Row) => Value

/** A roll-up summary and the object that has it. */
interface RollUp {
  readonly object: ObjectType
  readonly field: Field
  readonly summary: FieldSummary
}

/** Reads formula fields and roll-up summaries, which are computed anew at every reading, and what fields of new records begin with. */
export class ComputedFields {
  readonly #org: Org
  #rollUps: readonly RollUp[] | undefined
  readonly #readers = new Map<string, Reader | 'being made'>()

  constructor(org: Org) {
    this.#org = org
  }

  /** The function that reads a computed field of an object's rows. Throws the refusal of a field that can't be computed. */
  reader(objectName: string, field: Field): Reader {
    return this.#reader(`${objectName}.${field.name}`, () => {
      const object = this.#object(objectName)
      if (field.summary) return summaryReader(this.#org, object, field.summary)
      return formulaReader(this.#org, object, field, field.formula ?? { text: 'NULL', blanksAsZero: false })
    })
  }

  /** What a field of a new record gets when nothing is given for it. Throws the refusal of a formula that does not fit the field. */
  defaultValue(objectName: string, field: Field): Value {
    const { defaultFormula } = field
    if (defaultFormula === null) return field.picklistValues.find((option) => option.defaultValue)?.value ?? null
    const read = this.#reader(`default of ${objectName}.${field.name}`, () =>
      formulaReader(this.#org, this.#object(objectName), field, { text: defaultFormula, blanksAsZero: false }),
    )
    return read({})
  }

  /** The roll-up summaries that tell of an object's records, with the object that has them. */
  summariesOf(childName: string): readonly RollUp[] {
    this.#rollUps ??= this.#org.schema.objects.flatMap((object) =>
      this.#ownFields(object).flatMap((field) => (field.summary ? [{ object, field, summary: field.summary }] : [])),
    )
    return this.#rollUps.filter(({ summary }) => summary.object === childName)
  }

  /** The first field of the org that can't be computed any more, as `Account.Score__c`. */
  firstBroken(): string | undefined {
    for (const object of this.#org.schema.objects) {
      for (const field of this.#ownFields(object)) {
        if (isComputed(field) && !this.#canBeRead(object.name, field)) return `${object.name}.${field.name}`
      }
    }
    return undefined
  }

  /** Fields are looked at anew after they have changed. */
  metadataChanged(): void {
    this.#readers.clear()
    this.#rollUps = undefined
  }

  /** Without the fields of contacts that person accounts show, which contacts compute. */
  #ownFields(object: ObjectType): Field[] {
    return this.#org.schema.fields(object).filter((field) => !isPersonCopy(field))
  }

  #canBeRead(objectName: string, field: Field): boolean {
    try {
      this.reader(objectName, field)
      return true
    } catch {
      return false
    }
  }

  #reader(key: string, make: () => Reader): Reader {
    const known = this.#readers.get(key)
    if (known === 'being made') throw formulaError(`The formula of ${key} refers to itself, directly or through another one.`)
    if (known) return known
    this.#readers.set(key, 'being made')
    try {
      const made = make()
      this.#readers.set(key, made)
      return made
    } catch (error) {
      this.#readers.delete(key)
      throw error
    }
  }

  #object(name: string): ObjectType {
    const object = this.#org.schema.object(name)
    if (!object) throw new Error(`This org has no object ${name}.`)
    return object
  }
}

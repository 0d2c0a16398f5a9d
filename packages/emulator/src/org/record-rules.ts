import { writeRefusal } from '../wire/salesforce-error.ts'
import type { Row } from './table.ts'

/** A record about to be stored. */
export interface RecordChange {
  readonly object: string
  /** Undefined for a new record. */
  readonly before: Row | undefined
  readonly after: Row
}

/** A validation rule whose condition is a text. */
export type WrittenRule = ValidationRule & { refuses: string }

/** A rule an administrator made: records for which `refuses` is true are not saved. */
export interface ValidationRule {
  object: string
  /** Which records: a condition as a query's WHERE has it (`AnnualRevenue < 0`), or a function, which an org that is kept in a file forgets. */
  refuses: string | ((record: Row) => boolean)
  /** What the user is told. */
  message: string
  /** The field the message stands at; without one it stands at the top of the page. */
  field?: string
}

/** Turns a written condition into a function of an object's records; throws when it does not fit the object. */
export type ReadCondition = (object: string, condition: string) => (record: Row) => boolean

/** The validation rules of an org. */
export class RecordRules {
  readonly #rules: ValidationRule[] = []
  readonly #read: ReadCondition
  readonly #conditions = new Map<ValidationRule, (record: Row) => boolean>()

  constructor(read: ReadCondition) {
    this.#read = read
  }

  /** Adds a rule; throws when its condition can't be read. */
  add(rule: ValidationRule): void {
    this.#conditionOf(rule)
    this.#rules.push(rule)
  }

  /** Throws the refusal of the first rule that a record breaks. */
  check({ object, after }: RecordChange): void {
    const broken = this.#rules.find((rule) => rule.object === object && this.#conditionOf(rule)(after))
    if (broken) throw writeRefusal('FIELD_CUSTOM_VALIDATION_EXCEPTION', broken.message, broken.field ? [broken.field] : [])
  }

  /** Conditions are read anew after fields have changed. */
  metadataChanged(): void {
    this.#conditions.clear()
  }

  get kept(): readonly WrittenRule[] {
    return this.#rules.filter((rule): rule is WrittenRule => typeof rule.refuses === 'string')
  }

  restore(kept: readonly WrittenRule[]): void {
    this.#rules.push(...kept)
  }

  #conditionOf(rule: ValidationRule): (record: Row) => boolean {
    if (typeof rule.refuses === 'function') return rule.refuses
    const known = this.#conditions.get(rule)
    if (known) return known
    const condition = this.#read(rule.object, rule.refuses)
    this.#conditions.set(rule, condition)
    return condition
  }
}

import { writeRefusal } from '../wire/salesforce-error.ts'
import type { Row } from './table.ts'

/** A record about to be stored. */
export interface RecordChange {
  readonly object: string
  /** Undefined for a new record. */
  readonly before: Row | undefined
  readonly after: Row
}

/** A rule an administrator made: records for which `refuses` is true are not saved. */
export interface ValidationRule {
  object: string
  refuses: (record: Row) => boolean
  /** What the user is told. */
  message: string
  /** The field the message stands at; without one it stands at the top of the page. */
  field?: string
}

/** The validation rules of an org. */
export class RecordRules {
  readonly #rules: ValidationRule[] = []

  add(rule: ValidationRule): void {
    this.#rules.push(rule)
  }

  /** Throws the refusal of the first rule that a record breaks. */
  check({ object, after }: RecordChange): void {
    const broken = this.#rules.find((rule) => rule.object === object && rule.refuses(after))
    if (broken) throw writeRefusal('FIELD_CUSTOM_VALIDATION_EXCEPTION', broken.message, broken.field ? [broken.field] : [])
  }
}

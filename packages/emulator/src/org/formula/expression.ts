import type { Row, Value } from '../table.ts'

/** What a part of a formula gives. `picklist` texts are good for a few functions only; `null` fits everywhere. */
export type FormulaType = 'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'picklist' | 'null'

/** A part of a formula that is ready to be read. Empty texts are null, and so is what can't be computed. */
export interface Expression {
  readonly type: FormulaType
  readonly read: (row: Row) => Value
  /** The field it is, when it is nothing else. */
  readonly field?: string
}

const typeNames: Readonly<Record<FormulaType, string>> = {
  text: 'Text',
  number: 'Number',
  boolean: 'Boolean',
  date: 'Date',
  datetime: 'DateTime',
  picklist: 'Picklist',
  null: 'Null',
}

/** How error texts of a real org name a type. */
export function typeName(type: FormulaType): string {
  return typeNames[type]
}

/** Whether a value of one type can stand where another is asked for. */
export function fits(given: FormulaType, wanted: FormulaType): boolean {
  return given === wanted || given === 'null'
}

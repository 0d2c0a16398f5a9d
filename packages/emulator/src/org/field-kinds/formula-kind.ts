import { emulatorLimit } from '../../wire/salesforce-error.ts'
import type { Field } from '../objects/field.ts'
import type { FieldKind } from './field-kinds.ts'

/** A formula's text can be this long, whatever is declared. */
const TEXT_LENGTH = 1300
const DIGITS = 18
const results: ReadonlySet<string> = new Set(['Text', 'Number', 'Currency', 'Percent', 'Checkbox', 'Date', 'DateTime'])

/** What formula fields whose result has a type have in common. */
export function formulaKind(type: string, { type: result }: FieldKind): FieldKind {
  if (!results.has(type)) throw emulatorLimit(`formula fields of type ${type}`)
  const sized = sizes[type] ?? {}
  return {
    type: result,
    flags: 'FS',
    readOnly: true,
    neverEmpty: result === 'boolean',
    details: ({ formula = '', formulaTreatBlanksAs, scale = 0 }) => ({
      ...sized,
      ...('precision' in sized ? { scale } : {}),
      formula: { text: formula, blanksAsZero: formulaTreatBlanksAs !== 'BlankAsBlank' },
      permissionable: true,
    }),
  }
}

const sizes: Readonly<Record<string, Partial<Field>>> = {
  Text: { length: TEXT_LENGTH },
  Number: { precision: DIGITS },
  Currency: { precision: DIGITS },
  Percent: { precision: DIGITS },
}

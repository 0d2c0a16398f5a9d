import { writeRefusal } from '../../wire/salesforce-error.ts'
import type { CustomFieldMetadata } from '../custom-field-metadata.ts'
import type { Field } from '../objects/field.ts'

const MOST_DIGITS = 18

/** Takes over the length of a text, which must lie within bounds. */
export function textLength(least: number, most: number) {
  return ({ type, length = 0 }: CustomFieldMetadata): Partial<Field> => {
    if (length < least || length > most) {
      throw refused(`Must specify a length between ${least} and ${most} for a CustomField of type ${type}`)
    }
    return { length }
  }
}

/** Takes over the digits of a number. */
export function numberDetails({ precision = 0, scale = 0 }: CustomFieldMetadata): Partial<Field> {
  if (precision < 1 || precision > MOST_DIGITS) throw refused(`precision must be between 1 and ${MOST_DIGITS}`)
  if (scale < 0 || scale > precision) throw refused('scale must be between 0 and precision')
  return { precision, scale }
}

function refused(sentence: string) {
  return writeRefusal('FIELD_INTEGRITY_EXCEPTION', sentence)
}

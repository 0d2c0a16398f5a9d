import { emulatorLimit, writeRefusal } from '../../wire/salesforce-error.ts'
import type { CustomFieldMetadata, ValueMetadata, ValueSetMetadata } from '../custom-field-metadata.ts'
import type { Field, PicklistValue } from '../objects/field.ts'

/** Takes over the values of a picklist. */
export function picklistDetails(length: number) {
  return ({ valueSet }: CustomFieldMetadata): Partial<Field> => {
    const { restricted = false, controllingField, valueSetName } = valueSet ?? {}
    if (valueSetName !== undefined) throw emulatorLimit(`global value sets (${valueSetName})`)
    const picklistValues = valuesOf(valueSet ?? {})
    const chosen = picklistValues.find((value) => value.defaultValue)
    return {
      length,
      restrictedPicklist: restricted,
      picklistValues,
      controllerName: controllingField ?? null,
      ...(chosen ? { defaultedOnCreate: true } : {}),
    }
  }
}

function valuesOf(valueSet: ValueSetMetadata): PicklistValue[] {
  const { sorted = false, value: values = [] } = valueSet.valueSetDefinition ?? {}
  const made = values.map((value) => picklistValue(value, valueSet))
  const names = made.map(({ value }) => value.toLowerCase())
  const twice = made.find(({ value }, at) => names.indexOf(value.toLowerCase()) < at)
  if (twice) throw writeRefusal('DUPLICATE_VALUE', `Duplicate value found: ${twice.value}`)
  return sorted ? made.toSorted((a, b) => a.label.localeCompare(b.label, 'en')) : made
}

function picklistValue(given: ValueMetadata, { controllingField, valueSettings = [] }: ValueSetMetadata): PicklistValue {
  const value = given.fullName ?? given.valueName ?? given.label ?? ''
  const validFor = valueSettings
    .filter(({ valueName }) => valueName === value)
    .flatMap(({ controllingFieldValue }) => controllingFieldValue)
  return {
    value,
    label: given.label ?? value,
    active: given.isActive ?? true,
    defaultValue: given.default ?? false,
    ...(controllingField === undefined ? {} : { validFor }),
  }
}

import type { Field, PicklistValue } from './objects/field.ts'
import type { ObjectType } from './objects/object-type.ts'
import type { Org } from './org.ts'

/** A value of a picklist as an administrator gives it; the label is the value itself, and the value active, unless told. */
export interface PicklistEntry {
  value: string
  label?: string
  active?: boolean
  /** Whether new records get it. */
  default?: boolean
  /** In a dependent picklist: the values of the controlling field with which it goes. */
  validFor?: readonly string[]
}

/** Gives a picklist these values and no others. What records hold stays as it is. */
export function setPicklistValues(
  org: Org,
  objectName: string,
  fieldName: string,
  entries: readonly (string | PicklistEntry)[],
): void {
  const { object, field } = picklistOf(org, objectName, fieldName)
  change(org, object, field, {
    picklistValues: entries.map((entry) => madeValue(typeof entry === 'string' ? { value: entry } : entry)),
  })
}

/** Changes one value of a picklist: its label, whether it is active, the default, with what it goes. Throws when there is no such value. */
export function changePicklistValue(
  org: Org,
  objectName: string,
  fieldName: string,
  value: string,
  changes: Omit<PicklistEntry, 'value'>,
): void {
  const { object, field } = picklistOf(org, objectName, fieldName)
  if (!field.picklistValues.some((option) => option.value === value)) {
    throw new Error(
      `${object.name}.${field.name} has no value "${value}". It has: ${field.picklistValues.map((option) => option.value).join(', ')}.`,
    )
  }
  const picklistValues = field.picklistValues.map((option) => {
    if (option.value === value) return madeValue({ ...asEntry(option), ...changes })
    return changes.default ? { ...option, defaultValue: false } : option
  })
  change(org, object, field, { picklistValues })
}

/** Sets whether a picklist takes its own active values alone, or any. */
export function restrictPicklist(org: Org, objectName: string, fieldName: string, restricted: boolean): void {
  const { object, field } = picklistOf(org, objectName, fieldName)
  change(org, object, field, { restrictedPicklist: restricted })
}

/** Lets a picklist or a checkbox decide which values of a picklist can be chosen; null lets it stand alone again. */
export function setControllingField(org: Org, objectName: string, fieldName: string, controller: string | null): void {
  const { object, field } = picklistOf(org, objectName, fieldName)
  const found = controller === null ? undefined : org.schema.field(object, controller)
  if (controller !== null && found?.type !== 'picklist' && found?.type !== 'boolean') {
    throw new Error(`${controller} is no picklist or checkbox of ${object.name}, so it can't control ${field.name}.`)
  }
  change(org, object, field, { controllerName: found?.name ?? null })
}

function change(org: Org, object: ObjectType, field: Field, changes: Partial<Field>): void {
  const changed = { ...field, ...changes }
  // A boolean among the flags says that new records get a value.
  const hasDefault = changed.picklistValues.some((option) => option.defaultValue)
  org.schema.changePicklist(object, { ...changed, defaultedOnCreate: hasDefault || (field.defaultedOnCreate && !field.custom) })
  org.metadataChanged()
}

function picklistOf(org: Org, objectName: string, fieldName: string): { object: ObjectType; field: Field } {
  const object = org.schema.object(objectName)
  const field = object && org.schema.field(object, fieldName)
  if (!object || (field?.type !== 'picklist' && field?.type !== 'multipicklist')) {
    throw new Error(`${objectName} has no picklist ${fieldName}.`)
  }
  if (field.name === 'StageName') throw new Error('The values of StageName are the rows of OpportunityStage; change those.')
  return { object, field }
}

function madeValue({
  value,
  label = value,
  active = true,
  default: defaultValue = false,
  validFor,
}: PicklistEntry): PicklistValue {
  return { value, label, active, defaultValue, ...(validFor ? { validFor } : {}) }
}

function asEntry({ value, label, active, defaultValue, validFor }: PicklistValue): PicklistEntry {
  return { value, label, active, default: defaultValue, ...(validFor ? { validFor } : {}) }
}

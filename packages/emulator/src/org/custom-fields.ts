import { emulatorLimit, refusal, writeRefusal } from '../wire/salesforce-error.ts'
import { fieldFromMetadata, type CustomFieldMetadata } from './custom-field-metadata.ts'
import { settledField } from './field-kinds/settled-field.ts'
import { locationParts } from './field-kinds/location-parts.ts'
import { grantField } from './granted-permissions.ts'
import type { Field } from './objects/field.ts'
import type { ObjectType } from './objects/object-type.ts'
import type { Org } from './org.ts'

/** A custom field in the words of the Metadata API, with its name: `Score__c`. */
export type CustomFieldDefinition = CustomFieldMetadata & { readonly fullName: string }

/** Adds a custom field that every profile may read and edit, as happens when a person makes one on the Setup pages. */
export function addOpenField(org: Org, objectName: string, given: Field | CustomFieldDefinition): void {
  const object = objectNamed(org, objectName, 'fullName' in given ? given.fullName : given.name)
  const field = 'fullName' in given ? definedField(org, object, given.fullName, given) : checkedField(org, object, given)
  addClosedField(org, object.name, field)
  const access = field.createable || field.type === 'location' ? 'edit' : 'read'
  for (const set of field.permissionable ? org.access.profilePermissionSets() : []) {
    grantField(org, String(set.Id), object, field, access)
  }
  org.metadataChanged()
}

/** Makes a custom field as the API does, which nobody can see until a permission set opens it, and gives its id. */
export function createCustomField(org: Org, fullName: string, metadata: CustomFieldMetadata): string {
  const [objectName = '', name = ''] = fullName.split('.')
  const object = org.schema.object(objectName)
  if (!object) throw refusal('INVALID_TYPE', `Cannot find sobject type: ${objectName}`)
  return addClosedField(org, object.name, definedField(org, object, name, metadata))
}

/** Changes the definition of a custom field. Its type stays: a real org may convert what records hold, the emulator does not. */
export function changeCustomField(org: Org, objectName: string, name: string, metadata: CustomFieldMetadata): void {
  const object = objectNamed(org, objectName, name)
  const before = org.schema.field(object, name)
  if (!before) throw new Error(`${objectName} has no field ${name} to change.`)
  const changed = settledField(org, object, fieldFromMetadata(before.name, metadata))
  if (changed.type !== before.type) throw emulatorLimit(`changing the type of a custom field (${before.name})`)
  org.schema.addField(object, changed)
  org.metadataChanged()
  try {
    if (changed.formula || changed.summary) org.computed.reader(object.name, changed)
  } catch (error) {
    org.schema.addField(object, before)
    org.metadataChanged()
    throw error
  }
  noteStart(org, object, changed, metadata)
  for (const row of rowsOf(org, object, before.name)) {
    org.table('CustomField').update(String(row.Id), { ...descriptionOf(changed), ...touched(org) })
  }
}

/** Adds a custom field that nobody can see until a permission set opens it, as happens when one is made through the API. Gives its id. */
function addClosedField(org: Org, objectName: string, field: Field): string {
  const object = objectNamed(org, objectName, field.name)
  for (const part of [field, ...locationParts(field)]) org.schema.addField(object, part)
  const id = org.ids.next('00N')
  org.table('CustomField').insert({
    Id: id,
    TableEnumOrId: object.name,
    DeveloperName: field.name.replace(/__c$/, ''),
    NamespacePrefix: null,
    FullName: `${object.name}.${field.name}`,
    IsDeleted: false,
    CreatedDate: org.now(),
    ...descriptionOf(field),
    ...touched(org),
  })
  org.metadataChanged()
  return id
}

/**
 * Removes a custom field and what permission sets say about it; false when there is none of that name. Throws the refusal of one
 * that another field is computed from.
 */
export function removeField(org: Org, objectName: string, fieldName: string): boolean {
  const object = org.schema.object(objectName)
  const field = object && org.schema.field(object, fieldName)
  if (!object || !field || !org.schema.removeField(object, field.name)) return false
  org.metadataChanged()
  const broken = org.computed.firstBroken()
  if (broken !== undefined) {
    org.schema.addField(object, field)
    org.metadataChanged()
    throw writeRefusal(
      'DEPENDENCY_EXISTS',
      `This custom field is referenced elsewhere in the org. Remove the usage and try again: ${broken}`,
    )
  }
  for (const part of locationParts(field)) org.schema.removeField(object, part.name)
  org.autoNumbers.forget(object.name, field.name)
  const deleted = { IsDeleted: true, ...touched(org) }
  for (const row of rowsOf(org, object, field.name)) org.table('CustomField').update(String(row.Id), deleted)
  for (const row of org.table('FieldPermissions').find('Field', `${object.name}.${field.name}`)) {
    org.table('FieldPermissions').update(String(row.Id), { IsDeleted: true })
  }
  org.metadataChanged()
  return true
}

/** The field that metadata describes, after the checks of a field that is made. */
function definedField(org: Org, object: ObjectType, name: string, metadata: CustomFieldMetadata): Field {
  if (!/^[A-Za-z]\w*__c$/.test(name) || /__(?!c$)/.test(name)) {
    throw writeRefusal(
      'FIELD_INTEGRITY_EXCEPTION',
      `The field name you provided ${name} on object ${object.name} is not a valid name`,
      ['FullName'],
    )
  }
  if (org.schema.field(object, name)) {
    const developerName = name.replace(/__c$/, '')
    throw writeRefusal('DUPLICATE_DEVELOPER_NAME', `There is already a field named ${developerName} on ${object.name}.`, [
      'DeveloperName',
    ])
  }
  const field = checkedField(org, object, fieldFromMetadata(name, metadata))
  noteStart(org, object, field, metadata)
  return field
}

/** The field as it fits into the org. Throws the refusal of one that can't be computed. */
function checkedField(org: Org, object: ObjectType, field: Field): Field {
  const settled = settledField(org, object, field)
  if (settled.formula || settled.summary) org.computed.reader(object.name, settled)
  org.computed.metadataChanged()
  return settled
}

function noteStart(org: Org, object: ObjectType, field: Field, { startingNumber }: CustomFieldMetadata): void {
  if (field.displayFormat !== null && startingNumber !== undefined) {
    org.autoNumbers.startAt(object.name, field.name, startingNumber)
  }
}

function descriptionOf({ inlineHelpText }: Field) {
  return { InlineHelpText: inlineHelpText }
}

function touched(org: Org) {
  return { LastModifiedDate: org.now(), SystemModstamp: org.now() }
}

function rowsOf(org: Org, object: ObjectType, fieldName: string) {
  return org
    .table('CustomField')
    .find('FullName', `${object.name}.${fieldName}`)
    .filter((row) => row.IsDeleted !== true)
}

function objectNamed(org: Org, name: string, fieldName: string): ObjectType {
  const object = org.schema.object(name)
  if (!object) throw new Error(`This org has no object ${name}, so it cannot have a field ${fieldName}.`)
  return object
}

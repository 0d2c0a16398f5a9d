import { grantField } from './granted-permissions.ts'
import type { Field } from './objects/field.ts'
import type { ObjectType } from './objects/object-type.ts'
import type { Org } from './org.ts'

/** Adds a custom field that every profile may read and edit, as happens when a person makes one on the Setup pages. */
export function addOpenField(org: Org, objectName: string, field: Field): void {
  addClosedField(org, objectName, field)
  const object = requireObject(org, objectName, field)
  for (const set of field.permissionable ? org.access.profilePermissionSets() : []) {
    grantField(org, String(set.Id), object, field, 'edit')
  }
  org.metadataChanged()
}

/** Adds a custom field that nobody can see until a permission set opens it, as happens when one is made through the API. Gives its id. */
export function addClosedField(org: Org, objectName: string, field: Field): string {
  const object = requireObject(org, objectName, field)
  org.schema.addField(object, field)
  const id = org.ids.next('00N')
  org.table('CustomField').insert({
    Id: id,
    TableEnumOrId: object.name,
    DeveloperName: field.name.replace(/__c$/, ''),
    NamespacePrefix: null,
    FullName: `${object.name}.${field.name}`,
    IsDeleted: false,
    CreatedDate: org.now(),
    LastModifiedDate: org.now(),
    SystemModstamp: org.now(),
  })
  org.metadataChanged()
  return id
}

function requireObject(org: Org, objectName: string, field: Field): ObjectType {
  const object = org.schema.object(objectName)
  if (!object) throw new Error(`This org has no object ${objectName}, so it cannot have a field ${field.name}.`)
  return object
}

/** Removes a custom field and what permission sets say about it; false when there is none of that name. */
export function removeField(org: Org, objectName: string, fieldName: string): boolean {
  const object = org.schema.object(objectName)
  if (!object || !org.schema.removeField(object, fieldName)) return false
  const fullName = `${object.name}.${fieldName}`
  for (const [table, key] of [
    ['CustomField', 'FullName'],
    ['FieldPermissions', 'Field'],
  ] as const) {
    for (const row of org.table(table).find(key, fullName)) org.table(table).update(String(row.Id), { IsDeleted: true })
  }
  org.metadataChanged()
  return true
}

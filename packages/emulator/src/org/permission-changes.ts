import type { ObjectPermissions, PermissionChanges } from './access.ts'
import { fieldGrant, grantField, grantObject, objectGrant } from './granted-permissions.ts'
import { isPermissionable, type ObjectType } from './objects/object-type.ts'
import type { Field } from './objects/field.ts'
import type { Org } from './org.ts'
import { permissionCells } from './profiles.ts'
import { permissionColumn, systemPermissionNames, type SystemPermission } from './system-permissions.ts'
import type { Row } from './table.ts'

/** Changes what a permission set gives; the set of a profile stands for the profile. Throws when something is named that has no permissions. */
export function changePermissionSet(org: Org, set: Row, changes: PermissionChanges): void {
  const objects = Object.entries(changes.objects ?? {}).map(([name, wanted]) => ({
    object: permissionableObject(org, name),
    wanted,
  }))
  const fields = Object.entries(changes.fields ?? {}).map(([name, wanted]) => ({ ...permissionableField(org, name), wanted }))
  const setId = String(set.Id)
  changeSystem(org, set, changes.system ?? {})
  for (const { object, wanted } of objects)
    grantObject(org, setId, object, withWhatItNeeds(objectGrant(org, setId, object), wanted))
  for (const { object, field, wanted } of fields) grantField(org, setId, object, field, wanted)
  org.metadataChanged()
}

/** What a permission set gives; objects and fields it gives nothing of are left out. */
export function permissionsOfSet(org: Org, set: Row): Required<PermissionChanges> {
  const setId = String(set.Id)
  const objects = org.schema.objects.filter(isPermissionable)
  const granted = objects.map((object) => [object.name, objectGrant(org, setId, object)] as const)
  const fields = objects.flatMap((object) =>
    permissionableFields(org, object).map(
      (field) => [`${object.name}.${field.name}`, fieldGrant(org, setId, object, field)] as const,
    ),
  )
  return {
    system: Object.fromEntries(systemPermissionNames.map((name) => [name, set[permissionColumn(name)] === true])),
    objects: Object.fromEntries(granted.filter(([, { read }]) => read)),
    fields: Object.fromEntries(fields.filter(([, access]) => access !== 'none')),
  }
}

/** The fields of an object that can be closed to some users. */
export function permissionableFields(org: Org, object: ObjectType): Field[] {
  return org.schema.fields(object).filter((field) => field.permissionable)
}

function changeSystem(org: Org, set: Row, changes: Partial<Record<SystemPermission, boolean>>): void {
  const before = systemPermissionNames.map((name) => [name, set[permissionColumn(name)] === true])
  const cells = permissionCells({ ...Object.fromEntries(before), ...changes })
  org.table('PermissionSet').update(String(set.Id), { ...cells, SystemModstamp: org.now() })
  if (set.IsOwnedByProfile === true) org.table('Profile').update(String(set.ProfileId), { ...cells, SystemModstamp: org.now() })
}

/** As the boxes on the Setup pages tick each other: nobody can edit what they can't read, nor delete what they can't edit. */
function withWhatItNeeds(before: ObjectPermissions, wanted: Partial<ObjectPermissions>): ObjectPermissions {
  const after = { ...before, ...wanted }
  if (wanted.read === false) return { read: false, create: false, edit: false, delete: false }
  if (wanted.edit === false) after.delete = wanted.delete ?? false
  after.edit ||= after.delete
  after.read ||= after.edit || after.create
  return after
}

function permissionableObject(org: Org, name: string): ObjectType {
  const objects = org.schema.objects.filter(isPermissionable)
  const object = objects.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase())
  if (object) return object
  throw new Error(
    `"${name}" is no object with permissions. Choose one of: ${objects.map((candidate) => candidate.name).join(', ')}.`,
  )
}

function permissionableField(org: Org, fullName: string): { object: ObjectType; field: Field } {
  const [objectName = '', fieldName = ''] = fullName.split('.')
  const object = permissionableObject(org, objectName)
  const field = org.schema.field(object, fieldName)
  if (!field) throw new Error(`There is no field "${fullName}". Write the names of object and field: Account.Industry.`)
  if (!field.permissionable) throw new Error(`${fullName} can't be closed: whoever may read the object may read this field.`)
  return { object, field }
}

import { objectPermissionColumns, type FieldAccess, type ObjectPermissions } from './access.ts'
import type { Field } from './objects/field.ts'
import type { ObjectType } from './objects/object-type.ts'
import type { Org } from './org.ts'
import type { Row } from './table.ts'

/** Lets a permission set do exactly this with the records of an object. As in Salesforce, a row that gives nothing is not kept. */
export function grantObject(org: Org, permissionSetId: string, object: ObjectType, permissions: ObjectPermissions): void {
  const { read, create, edit, delete: remove } = objectPermissionColumns
  writeGrant(org, 'ObjectPermissions', '110', ['SobjectType', object.name], permissionSetId, {
    [read]: permissions.read,
    [create]: permissions.create,
    [edit]: permissions.edit,
    [remove]: permissions.delete,
  })
}

/** Gives a permission set exactly this access to a field. */
export function grantField(org: Org, permissionSetId: string, object: ObjectType, field: Field, access: FieldAccess): void {
  writeGrant(org, 'FieldPermissions', '01k', ['Field', `${object.name}.${field.name}`], permissionSetId, {
    SobjectType: object.name,
    PermissionsRead: access !== 'none',
    PermissionsEdit: access === 'edit',
  })
}

/** What a permission set may do with the records of an object. */
export function objectGrant(org: Org, permissionSetId: string, object: ObjectType): ObjectPermissions {
  const row = grantRow(org, 'ObjectPermissions', ['SobjectType', object.name], permissionSetId)
  const allows = (what: keyof ObjectPermissions) => row?.[objectPermissionColumns[what]] === true
  return { read: allows('read'), create: allows('create'), edit: allows('edit'), delete: allows('delete') }
}

/** The access a permission set gives to a field. */
export function fieldGrant(org: Org, permissionSetId: string, object: ObjectType, field: Field): FieldAccess {
  const row = grantRow(org, 'FieldPermissions', ['Field', `${object.name}.${field.name}`], permissionSetId)
  if (row?.PermissionsEdit === true) return 'edit'
  return row?.PermissionsRead === true ? 'read' : 'none'
}

type Key = readonly [column: string, name: string]

function grantRow(org: Org, table: string, [column, name]: Key, permissionSetId: string): Row | undefined {
  const rows = org.table(table).find(column, name)
  return rows.find((row) => row.ParentId === permissionSetId && row.IsDeleted !== true)
}

function writeGrant(org: Org, table: string, prefix: string, key: Key, permissionSetId: string, cells: Row): void {
  const before = grantRow(org, table, key, permissionSetId)
  const stamps = { LastModifiedDate: org.now(), SystemModstamp: org.now() }
  const givesNothing = !Object.values(cells).includes(true)
  if (before) org.table(table).update(String(before.Id), { ...cells, ...stamps, IsDeleted: givesNothing })
  else if (!givesNothing) {
    org.table(table).insert({
      Id: org.ids.next(prefix),
      ParentId: permissionSetId,
      [key[0]]: key[1],
      ...cells,
      CreatedDate: org.now(),
      ...stamps,
      IsDeleted: false,
    })
  }
}

import { auditFields } from './common-fields.ts'
import { permissionColumn, systemPermissionNames, systemPermissions } from '../system-permissions.ts'
import { field, idField, lookup, picklist, text, type Field } from './field.ts'
import { settingObject } from './object-type.ts'

/** Checkboxes for what a profile or permission set allows in the whole org. */
export function systemPermissionFields(flags: string): Field[] {
  return systemPermissionNames.map((permission) =>
    field(permissionColumn(permission), 'boolean', flags, { label: systemPermissions[permission] }),
  )
}

const managed = { createable: true, updateable: true, deletable: true }

export const permissionSet = settingObject({
  name: 'PermissionSet',
  label: 'Permission Set',
  labelPlural: 'Permission Sets',
  keyPrefix: '0PS',
  ...managed,
  fields: [
    idField('PermissionSet'),
    text('Name', 80, 'CUFSG', { nameField: true }),
    text('Label', 80, 'CUFSG'),
    text('Description', 255, 'CUNFSG'),
    text('NamespacePrefix', 15, 'NFSG'),
    lookup('ProfileId', 'Profile', 'Profile', 'NFSG'),
    field('IsOwnedByProfile', 'boolean', 'DFSG'),
    field('IsCustom', 'boolean', 'DFSG'),
    ...systemPermissionFields('CUDFSG'),
    ...auditFields,
  ],
})

export const fieldPermissions = settingObject({
  name: 'FieldPermissions',
  label: 'Field Permissions',
  labelPlural: 'Field Permissions',
  keyPrefix: '01k',
  ...managed,
  fields: [
    idField('Field Permission'),
    lookup('ParentId', 'PermissionSet', 'Parent', 'CFSG'),
    picklist('SobjectType', [], 'CFSG'),
    picklist('Field', [], 'CFSG'),
    field('PermissionsEdit', 'boolean', 'CUDFSG', { label: 'Edit Access' }),
    field('PermissionsRead', 'boolean', 'CUDFSG', { label: 'Read Access' }),
    field('SystemModstamp', 'datetime', 'DFS'),
  ],
})

export const objectPermissions = settingObject({
  name: 'ObjectPermissions',
  label: 'Object Permissions',
  labelPlural: 'Object Permissions',
  keyPrefix: '110',
  ...managed,
  fields: [
    idField('Object Permission'),
    lookup('ParentId', 'PermissionSet', 'Parent', 'CFSG'),
    picklist('SobjectType', [], 'CFSG'),
    field('PermissionsCreate', 'boolean', 'CUDFSG', { label: 'Create Records' }),
    field('PermissionsRead', 'boolean', 'CUDFSG', { label: 'Read Records' }),
    field('PermissionsEdit', 'boolean', 'CUDFSG', { label: 'Edit Records' }),
    field('PermissionsDelete', 'boolean', 'CUDFSG', { label: 'Delete Records' }),
    field('PermissionsViewAllRecords', 'boolean', 'CUDFSG', { label: 'Read All Records' }),
    field('PermissionsModifyAllRecords', 'boolean', 'CUDFSG', { label: 'Edit All Records' }),
    ...auditFields,
  ],
})

export const permissionSetAssignment = settingObject({
  name: 'PermissionSetAssignment',
  label: 'Permission Set Assignment',
  labelPlural: 'Permission Set Assignments',
  keyPrefix: '0Pa',
  ...managed,
  updateable: false,
  fields: [
    idField('PermissionSetAssignment'),
    lookup('PermissionSetId', 'PermissionSet', 'PermissionSet', 'CFSG'),
    lookup('AssigneeId', 'User', 'Assignee', 'CFSG'),
    field('IsActive', 'boolean', 'DFSG'),
    field('SystemModstamp', 'datetime', 'DFS'),
  ],
})

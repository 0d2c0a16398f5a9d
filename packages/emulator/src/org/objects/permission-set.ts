import { auditFields } from './common-fields.ts'
import { field, idField, lookup, picklist, text } from './field.ts'
import { settingObject } from './object-type.ts'

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

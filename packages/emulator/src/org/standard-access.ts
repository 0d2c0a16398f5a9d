import { grantField, grantObject } from './granted-permissions.ts'
import { isPermissionable } from './objects/object-type.ts'
import type { Org } from './org.ts'
import { openProfiles } from './profiles.ts'

const everything = { read: true, create: true, edit: true, delete: true }

/**
 * Opens standard objects and fields to the profiles that come with an org. `known` are those it has seen before: what an administrator
 * closed later stays closed, and fields that a feature brings are opened when they appear.
 */
export function openStandardAccess(org: Org, known: Set<string>): void {
  for (const object of org.schema.objects.filter(isPermissionable)) {
    for (const setId of isNew(known, object.name) ? openSets(org) : []) {
      if (!hasRow(org, 'ObjectPermissions', 'SobjectType', object.name, setId)) grantObject(org, setId, object, everything)
    }
    for (const field of org.schema.standardFields(object)) {
      const name = `${object.name}.${field.name}`
      if (!field.permissionable || !isNew(known, name)) continue
      for (const setId of openSets(org)) {
        if (!hasRow(org, 'FieldPermissions', 'Field', name, setId)) grantField(org, setId, object, field, 'edit')
      }
    }
  }
}

function isNew(known: Set<string>, name: string): boolean {
  if (known.has(name)) return false
  known.add(name)
  return true
}

function openSets(org: Org): string[] {
  return openProfiles.flatMap((id) => org.table('PermissionSet').find('ProfileId', id)).map((set) => String(set.Id))
}

/** An org that goes on from a file brings its rows along, deleted ones included. */
function hasRow(org: Org, table: string, column: string, name: string, setId: string): boolean {
  return org
    .table(table)
    .find(column, name)
    .some((row) => row.ParentId === setId)
}

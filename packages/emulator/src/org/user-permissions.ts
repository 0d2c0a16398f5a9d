import type { FieldAccess, ObjectPermissions } from './access.ts'
import { isPermissionable } from './objects/object-type.ts'
import type { Org } from './org.ts'
import { permissionableFields } from './permission-changes.ts'
import { systemPermissionNames, type SystemPermission } from './system-permissions.ts'
import type { Row } from './table.ts'

/** What a user may do in the end: by profile, permission sets, and what was changed for this user alone. */
export interface UserPermissions {
  system: Record<SystemPermission, boolean>
  /** By object name. */
  objects: Record<string, ObjectPermissions>
  /** By object and field name: `Account.Industry`. Fields that cannot be closed are left out. */
  fields: Record<string, FieldAccess>
}

export function permissionsOfUser(org: Org, user: Row): UserPermissions {
  const objects = org.schema.objects.filter(isPermissionable)
  const fields = objects.flatMap((object) => {
    const accessTo = org.access.fieldAccess(user, object)
    return permissionableFields(org, object).map((field) => [`${object.name}.${field.name}`, accessTo(field)] as const)
  })
  const system = systemPermissionNames.map((name) => [name, org.access.has(user, name)] as const)
  return {
    system: Object.fromEntries(system) as UserPermissions['system'],
    objects: Object.fromEntries(objects.map((object) => [object.name, org.access.objectPermissions(user, object)])),
    fields: Object.fromEntries(fields),
  }
}

import type { Access, ObjectPermissions } from './access.ts'
import type { Field } from './objects/field.ts'
import type { ObjectType } from './objects/object-type.ts'
import type { Schema } from './schema.ts'
import type { Row } from './table.ts'

/** An object as one user finds it: fields without read access are absent, `createable` and `updateable` say what this user may do. */
export interface ObjectView {
  readonly type: ObjectType
  readonly permissions: ObjectPermissions
  readonly fields: readonly Field[]
  /** Finds a visible field without regard to case. */
  field(name: string): Field | undefined
}

/** Makes the view a user has of an object; undefined where the user may not read its records. */
export function objectView(schema: Schema, access: Access, user: Row, object: ObjectType): ObjectView | undefined {
  const permissions = access.objectPermissions(user, object)
  if (!permissions.read) return undefined
  const fields = schema.fields(object).flatMap((field) => visibleField(field, access, user, object, permissions))
  const byName = new Map(fields.map((field) => [field.name.toLowerCase(), field]))
  return { type: object, permissions, fields, field: (name) => byName.get(name.toLowerCase()) }
}

function visibleField(field: Field, access: Access, user: Row, object: ObjectType, permissions: ObjectPermissions): Field[] {
  const granted = access.fieldAccess(user, object, field)
  if (granted === 'none') return []
  const writable = granted === 'edit'
  return [
    {
      ...field,
      createable: field.createable && writable && permissions.create,
      updateable: field.updateable && writable && permissions.edit,
    },
  ]
}

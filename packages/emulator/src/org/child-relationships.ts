import type { ObjectType } from './objects/object-type.ts'
import type { Schema } from './schema.ts'

/** The way from a record down to the records that look up to it. */
export interface ChildRelationship {
  readonly child: ObjectType
  /** The lookup of the child object. */
  readonly field: string
  /** What queries call the children, such as `Contacts`; null where they can't be queried through their parent. */
  readonly name: string | null
}

/** Names that do not follow from those of the objects, by child object and field. */
const otherNames: Readonly<Record<string, string>> = {
  'User.ManagerId': 'ManagedUsers',
  'PermissionSetAssignment.PermissionSetId': 'Assignments',
  'PermissionSetAssignment.AssigneeId': 'PermissionSetAssignments',
  'FieldPermissions.ParentId': 'FieldPerms',
}

/** The lookups to `parent` that the objects of the org have, in the order of the objects; the trace of a merge is none. */
export function childRelationships(schema: Schema, parent: ObjectType): ChildRelationship[] {
  return schema.objects
    .filter((child) => child.tooling === parent.tooling)
    .flatMap((child) =>
      schema
        .fields(child)
        .filter((field) => field.referenceTo.includes(parent.name) && field.name !== 'MasterRecordId')
        .map((field) => ({
          child,
          field: field.name,
          name: field.custom ? field.childRelationshipName : relationshipName(child, field.name, parent),
        })),
    )
}

function relationshipName(child: ObjectType, field: string, parent: ObjectType): string | null {
  const plural = child.labelPlural.replaceAll(' ', '')
  const other = otherNames[`${child.name}.${field}`]
  if (other) return other
  if (field === `${parent.name}Id`) return plural
  return field === 'ParentId' ? `Child${plural}` : null
}

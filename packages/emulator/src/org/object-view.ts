import type { Access, FieldAccess, ObjectPermissions } from './access.ts'
import type { Field } from './objects/field.ts'
import type { ObjectType } from './objects/object-type.ts'
import type { RecordTypeInfo, RecordTypes } from './record-types.ts'
import type { Schema } from './schema.ts'
import type { Row } from './table.ts'

/** An object as one user finds it: fields without read access are absent, `createable` and `updateable` say what this user may do. */
export interface ObjectView {
  readonly type: ObjectType
  readonly permissions: ObjectPermissions
  readonly fields: readonly Field[]
  /** The record types of the object, Master last. */
  readonly recordTypes: readonly RecordTypeInfo[]
  /** Finds a visible field without regard to case. */
  field(name: string): Field | undefined
}

/** What a view is made from. */
export interface ViewSource {
  readonly schema: Schema
  readonly access: Access
  readonly recordTypes: RecordTypes
  /** The rows of OpportunityStage, which are the values of Opportunity.StageName. */
  readonly stages: () => Iterable<Row>
}

/** Makes the view a user has of an object; undefined where the user may not read its records. */
export function objectView(source: ViewSource, user: Row, object: ObjectType): ObjectView | undefined {
  const { schema, access } = source
  const permissions = access.objectPermissions(user, object)
  if (!permissions.read) return undefined
  const accessTo = access.fieldAccess(user, object)
  const fields = schema.fields(object).flatMap((field) => visibleField(field, accessTo(field), permissions))
  if (object.name === 'Opportunity') fillStages(fields, source.stages())
  const byName = new Map(fields.map((field) => [field.name.toLowerCase(), field]))
  const recordTypes = source.recordTypes.of(user, object.name)
  return { type: object, permissions, fields, recordTypes, field: (name) => byName.get(name.toLowerCase()) }
}

function visibleField(field: Field, granted: FieldAccess, permissions: ObjectPermissions): Field[] {
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

function fillStages(fields: Field[], stages: Iterable<Row>): void {
  const at = fields.findIndex((field) => field.name === 'StageName')
  const stageName = fields[at]
  if (!stageName) return
  const active = [...stages]
    .filter((stage) => stage.IsActive === true)
    .toSorted((a, b) => Number(a.SortOrder) - Number(b.SortOrder))
  const picklistValues = active.map((stage) => ({
    value: String(stage.ApiName),
    label: String(stage.MasterLabel),
    active: true,
    defaultValue: false,
  }))
  fields[at] = { ...stageName, picklistValues }
}

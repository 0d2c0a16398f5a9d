import type { SalesforceField } from '@pryzm/salesforce-sdk'
import type { SchemaModel } from './schema-model.ts'

/** What is different about Salesforce's side since it was read before. */
export type SchemaChange =
  | { kind: 'added' | 'removed'; field: SalesforceField }
  | { kind: 'retyped'; field: SalesforceField; before: SalesforceField['type'] }

/** Fields that came, went or have another type. */
export function schemaChanges({ fields: before }: SchemaModel, { fields: after }: SchemaModel): SchemaChange[] {
  if (before === after) return []
  const found = [...after.values()].flatMap((field): SchemaChange[] => {
    const old = before.get(field.name)
    if (!old) return [{ kind: 'added', field }]
    return old.type === field.type ? [] : [{ kind: 'retyped', field, before: old.type }]
  })
  const removed = [...before.values()].filter(({ name }) => !after.has(name))
  return [...found, ...removed.map((field): SchemaChange => ({ kind: 'removed', field }))]
}

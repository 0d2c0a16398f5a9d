import type { ObjectPair } from '../../contract/mapping.ts'
import type { ObjectDescribe, SalesforceField } from '../../contract/schema.ts'
import type { SchemaChange, SchemaChangeKind } from '../../contract/schema-drift.ts'
import type { SalesforceObject } from '../../contract/shared.ts'
import { absentChange, addedChange, type FieldChange, fieldChanges } from './field-changes.ts'
import { objectPairLabels } from '../words.ts'

/** What became of custom fields that are no longer in a describe, by API name, as far as somebody looked. */
export type AbsentFields = ReadonlyMap<string, 'removed' | 'hidden'>

export interface DescribeComparison {
  /** The object pair that says which fields are mapped. */
  pair: Pick<ObjectPair, 'fields'>
  absent?: AbsentFields
}

/**
 * How an object differs from what it was, what the mapping uses first. Null stands for an object that this user may not see.
 *
 * @example
 * describeChanges(before, after, { pair: mapping.pairs[0] })
 */
export function describeChanges(
  before: ObjectDescribe | null,
  after: ObjectDescribe | null,
  { pair, absent = new Map() }: DescribeComparison,
): SchemaChange[] {
  const known = after ?? before
  if (known === null) return []
  const { name } = known
  const [old, now] = [visible(before), visible(after)]
  if (old === null || now === null) return old === now ? [] : [visibilityChange(name, now !== null, pair)]
  const changes = [...accessChange(old, now, pair), ...changesOfFields(old, now, { pair, absent })]
  return [...changes.filter(({ mapped }) => mapped), ...changes.filter(({ mapped }) => !mapped)]
}

function visible(describe: ObjectDescribe | null): ObjectDescribe | null {
  return describe?.queryable ? describe : null
}

function changesOfFields(
  before: ObjectDescribe,
  after: ObjectDescribe,
  { pair, absent }: Required<DescribeComparison>,
): SchemaChange[] {
  const [old, now] = [byName(before), byName(after)]
  const used = new Set(pair.fields.map(({ field }) => field))
  const rights = {
    create: before.createable && after.createable,
    update: before.updateable && after.updateable,
  }
  const show = (field: SalesforceField, change: FieldChange): SchemaChange => ({
    ...change,
    object: after.name,
    field: field.name,
    label: field.label,
    mapped: used.has(field.name) || used.has(addressOf(field, now) ?? addressOf(field, old) ?? field.name),
  })
  const left = before.fields.filter(({ name }) => !now.has(name))
  const came = after.fields.filter(({ name }) => !old.has(name))
  return [
    ...left.map((field) => show(field, absentChange(field, absent.get(field.name)))),
    ...after.fields.flatMap((field) => {
      const earlier = old.get(field.name)
      return earlier ? fieldChanges(earlier, field, rights).map((change) => show(field, change)) : []
    }),
    ...came.map((field) => show(field, addedChange(field))),
  ]
}

function byName({ fields }: ObjectDescribe): ReadonlyMap<string, SalesforceField> {
  return new Map(fields.map((field) => [field.name, field]))
}

/** The address that a field is a component of: who maps the address maps its components. */
function addressOf({ compoundFieldName }: SalesforceField, fields: ReadonlyMap<string, SalesforceField>): string | null {
  return compoundFieldName !== null && fields.get(compoundFieldName)?.type === 'address' ? compoundFieldName : null
}

function visibilityChange(object: SalesforceObject, isVisible: boolean, pair: DescribeComparison['pair']): SchemaChange {
  const { salesforcePlural } = objectPairLabels[object]
  return isVisible
    ? objectChange('object_visible', object, pair, `The connected user can see ${salesforcePlural} now.`)
    : objectChange('object_hidden', object, pair, `The connected user can no longer see ${salesforcePlural}.`)
}

function accessChange(before: ObjectDescribe, after: ObjectDescribe, pair: DescribeComparison['pair']): SchemaChange[] {
  const [old, now] = [rightsOf(before), rightsOf(after)]
  if (old.level === now.level) return []
  const kind = now.level < old.level ? 'object_read_only' : 'object_writable'
  const { salesforcePlural } = objectPairLabels[after.name]
  const sentence = `The connected user may ${now.words} ${salesforcePlural} now.`
  return [{ ...objectChange(kind, after.name, pair, sentence), before: old.words, after: now.words }]
}

function rightsOf({ createable, updateable }: ObjectDescribe): { level: number; words: string } {
  if (createable && updateable) return { level: 3, words: 'read, create and edit' }
  if (updateable) return { level: 2, words: 'read and edit, but not create' }
  return createable ? { level: 1, words: 'read and create, but not edit' } : { level: 0, words: 'only read' }
}

function objectChange(
  kind: SchemaChangeKind,
  object: SalesforceObject,
  pair: DescribeComparison['pair'],
  sentence: string,
): SchemaChange {
  const { salesforcePlural } = objectPairLabels[object]
  return {
    kind,
    object,
    field: null,
    label: salesforcePlural,
    mapped: pair.fields.length > 0,
    before: null,
    after: null,
    addedOptions: [],
    removedOptions: [],
    sentence,
  }
}

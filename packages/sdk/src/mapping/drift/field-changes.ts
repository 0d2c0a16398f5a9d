import type { SalesforceField } from '../../contract/schema.ts'
import type { SchemaChange, SchemaChangeKind } from '../../contract/schema-drift.ts'
import { sizeInWords, typeInWords } from './field-in-words.ts'
import { listed } from '../validation/listed.ts'
import { optionChanges } from './option-changes.ts'
import { isRequired } from '../validation/required-field.ts'

/** A change of one field, whichever object it belongs to. */
export type FieldChange = Pick<SchemaChange, 'kind' | 'before' | 'after' | 'addedOptions' | 'removedOptions' | 'sentence'>

/** What the connected user may do with records of the object, before and after alike: only in these ways can fields be compared. */
export interface CommonRights {
  create: boolean
  update: boolean
}

/** How a field that is there before and after differs. */
export function fieldChanges(before: SalesforceField, after: SalesforceField, rights: CommonRights): FieldChange[] {
  const retyped = typeInWords(before) !== typeInWords(after) || before.type !== after.type
  return [
    ...(retyped ? [retypedChange(before, after)] : [...sizeChange(before, after), ...optionsChange(before, after)]),
    ...(rights.create ? requiredChange(before, after) : []),
    ...writableChange(before, after, rights),
  ]
}

function fieldChange(kind: SchemaChangeKind, sentence: string, rest: Partial<FieldChange> = {}): FieldChange {
  return { kind, before: null, after: null, addedOptions: [], removedOptions: [], sentence, ...rest }
}

export function addedChange(field: SalesforceField): FieldChange {
  const came = field.custom ? 'is new, or has become visible to the connected user' : 'has become visible to the connected user'
  const needed = isRequired(field) ? ' It is required to create a record.' : ''
  return fieldChange('field_added', `${field.label} ${came}.${needed}`, { after: typeInWords(field) })
}

/** A field that is no longer there. A standard one cannot be deleted; for custom ones somebody has to have looked. */
export function absentChange(field: SalesforceField, known: 'removed' | 'hidden' | undefined): FieldChange {
  const before = typeInWords(field)
  if (!field.custom || known === 'hidden')
    return fieldChange('field_hidden', `${field.label} is hidden from the connected user now.`, { before })
  if (known === 'removed') return fieldChange('field_removed', `${field.label} was removed or renamed.`, { before })
  const sentence = `${field.label} was removed or renamed, or is hidden from the connected user, who may not look up which.`
  return fieldChange('field_missing', sentence, { before })
}

function retypedChange(old: SalesforceField, field: SalesforceField): FieldChange {
  const [before, after] = [typeInWords(old), typeInWords(field)]
  return fieldChange('field_retyped', `${field.label} changed its type from ${before} to ${after}.`, { before, after })
}

function sizeChange(old: SalesforceField, field: SalesforceField): FieldChange[] {
  const [before, after] = [sizeInWords(old), sizeInWords(field)]
  if (before === after) return []
  const sentence = `${field.label} changed its size from ${lower(before)} to ${lower(after)}.`
  return [fieldChange('field_resized', sentence, { before, after })]
}

function lower(size: string | null): string {
  return size?.toLowerCase() ?? 'none'
}

const restrictedWords = { true: 'Listed values only', false: 'Any value' } as const

function optionsChange(old: SalesforceField, field: SalesforceField): FieldChange[] {
  const { added, removed } = optionChanges(old, field)
  const restricted = old.restrictedPicklist !== field.restrictedPicklist
  if (added.length === 0 && removed.length === 0 && !restricted) return []
  const parts = [
    added.length > 0 && `has new values ${quoted(added)}`,
    removed.length > 0 && `has lost ${quoted(removed)}`,
    restricted && (field.restrictedPicklist ? 'now takes only listed values' : 'now takes other values too'),
  ].filter((part) => part !== false)
  return [
    fieldChange('options_changed', `${field.label} ${parts.join(', and ')}.`, {
      addedOptions: added,
      removedOptions: removed,
      ...(restricted && {
        before: restrictedWords[`${old.restrictedPicklist}`],
        after: restrictedWords[`${field.restrictedPicklist}`],
      }),
    }),
  ]
}

function quoted(labels: readonly string[]): string {
  return listed(labels.map((label) => `"${label}"`))
}

function requiredChange(old: SalesforceField, field: SalesforceField): FieldChange[] {
  if (isRequired(old) === isRequired(field)) return []
  return isRequired(field)
    ? [changed('field_required', `${field.label} is required to create a record now.`, 'Optional', 'Required')]
    : [changed('field_optional', `${field.label} is no longer required to create a record.`, 'Required', 'Optional')]
}

function writableChange(old: SalesforceField, field: SalesforceField, rights: CommonRights): FieldChange[] {
  if (isWritableBy(old, rights) === isWritableBy(field, rights)) return []
  return isWritableBy(field, rights)
    ? [changed('field_writable', `${field.label} can be written now.`, 'Read-only', 'Writable')]
    : [changed('field_read_only', `${field.label} can only be read now.`, 'Writable', 'Read-only')]
}

function isWritableBy({ createable, updateable, calculated, autoNumber }: SalesforceField, rights: CommonRights): boolean {
  return ((createable && rights.create) || (updateable && rights.update)) && !calculated && !autoNumber
}

function changed(kind: SchemaChangeKind, sentence: string, before: string, after: string): FieldChange {
  return fieldChange(kind, sentence, { before, after })
}

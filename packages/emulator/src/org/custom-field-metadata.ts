import { emulatorLimit, writeRefusal, type SalesforceError } from '../wire/salesforce-error.ts'
import { fieldKinds, type FieldKind } from './field-kinds/field-kinds.ts'
import { formulaKind } from './field-kinds/formula-kind.ts'
import { field, type Field } from './objects/field.ts'

/** How the Metadata API describes a custom field. Only what its type asks for need be there. */
export interface CustomFieldMetadata {
  /** `Text`, `TextArea`, `LongTextArea`, `Html`, `Number`, `Currency`, `Percent`, `Date`, `DateTime`, `Time`, `Checkbox`, `Email`, `Phone`, `Url`, `Picklist`, `MultiselectPicklist`, `Lookup`, `AutoNumber`, `Summary`, `EncryptedText` or `Location`; of a formula field the type of its result. */
  type: string
  label: string
  inlineHelpText?: string
  length?: number
  /** Digits in all. */
  precision?: number
  /** Digits behind the point. */
  scale?: number
  visibleLines?: number
  required?: boolean
  unique?: boolean
  externalId?: boolean
  caseSensitive?: boolean
  /** A formula: `"a text"`, `42`, `TODAY()`; of a checkbox true or false. */
  defaultValue?: string | number | boolean
  formula?: string
  formulaTreatBlanksAs?: 'BlankAsBlank' | 'BlankAsZero'
  /** Of an AutoNumber: `A-{0000}`. */
  displayFormat?: string
  startingNumber?: number
  /** `Opportunity.Amount`, of a Summary that does not count. */
  summarizedField?: string
  /** `Opportunity.AccountId` */
  summaryForeignKey?: string
  summaryOperation?: 'count' | 'sum' | 'min' | 'max'
  summaryFilterItems?: readonly { field: string; operation: string; value?: string }[]
  referenceTo?: string
  /** What the object that a Lookup points to calls the records that point to it. */
  relationshipName?: string
  maskChar?: 'asterisk' | 'X'
  maskType?: string
  displayLocationInDecimal?: boolean
  valueSet?: ValueSetMetadata
}

/** The values of a picklist, and on which values of a controlling field they depend. */
export interface ValueSetMetadata {
  restricted?: boolean
  controllingField?: string
  valueSetDefinition?: { sorted?: boolean; value: readonly ValueMetadata[] }
  /** A global value set, which the emulator does not have. */
  valueSetName?: string
  valueSettings?: readonly { valueName: string; controllingFieldValue: readonly string[] }[]
}

/** A value of a picklist; its name goes by one of two keys. */
export interface ValueMetadata {
  fullName?: string
  valueName?: string
  label?: string
  default?: boolean
  isActive?: boolean
}

/** Makes the field that a custom field's metadata describes. Throws Salesforce's refusal of metadata that is incomplete. */
export function fieldFromMetadata(name: string, metadata: CustomFieldMetadata): Field {
  const kind = kindOf(metadata)
  for (const property of kind.needs ?? []) {
    if (metadata[property] === undefined) throw refused(`Must specify '${property}' for a CustomField of type ${metadata.type}`)
  }
  for (const property of ['unique', 'externalId'] as const) {
    if (metadata[property] && !kind.keys)
      throw refused(`Can not specify '${property}' for a CustomField of type ${metadata.type}`)
  }
  if (!metadata.label.trim()) throw refused('Must specify a non-empty label for the CustomField')
  const nillable = kind.neverEmpty || metadata.required ? '' : 'N'
  return field(name, kind.type, `${kind.readOnly ? '' : 'CU'}M${nillable}${kind.flags}`, {
    label: metadata.label,
    unique: metadata.unique ?? false,
    externalId: metadata.externalId ?? false,
    idLookup: metadata.externalId ?? false,
    caseSensitive: metadata.caseSensitive ?? false,
    inlineHelpText: metadata.inlineHelpText ?? null,
    permissionable: kind.neverEmpty || !metadata.required,
    ...defaultOf(kind, metadata),
    ...kind.details?.(metadata, name),
    custom: true,
  })
}

function kindOf(metadata: CustomFieldMetadata): FieldKind {
  const kind = fieldKinds[metadata.type]
  if (!kind) throw emulatorLimit(`custom fields of type ${metadata.type}`)
  return metadata.formula === undefined ? kind : formulaKind(metadata.type, kind)
}

function defaultOf(kind: FieldKind, { defaultValue, formula }: CustomFieldMetadata): Partial<Field> {
  if (kind.readOnly || formula !== undefined || defaultValue === undefined) return {}
  return { defaultFormula: String(defaultValue), defaultedOnCreate: true }
}

function refused(sentence: string): SalesforceError {
  return writeRefusal('FIELD_INTEGRITY_EXCEPTION', sentence)
}

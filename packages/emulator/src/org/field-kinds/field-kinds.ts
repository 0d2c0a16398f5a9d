import type { CustomFieldMetadata } from '../custom-field-metadata.ts'
import type { Field, FieldType } from '../objects/field.ts'
import { numberDetails, textLength } from './field-sizes.ts'
import { lookupDetails } from './lookup-details.ts'
import { picklistDetails } from './picklist-details.ts'
import { summaryDetails } from './summary-details.ts'

/** What the custom fields of one type have in common. */
export interface FieldKind {
  readonly type: FieldType
  /** F filterable, S sortable, G groupable, D defaultedOnCreate. */
  readonly flags: string
  /** What the metadata must say. */
  readonly needs?: readonly (keyof CustomFieldMetadata)[]
  /** Whether the field can be unique and an external id. */
  readonly keys?: boolean
  readonly readOnly?: boolean
  /** Whether a record always has a value. */
  readonly neverEmpty?: boolean
  readonly details?: (metadata: CustomFieldMetadata, name: string) => Partial<Field>
}

const plainArea = { extraTypeInfo: 'plaintextarea' }

/** The types of custom fields, by the name the Metadata API has for them. */
export const fieldKinds: Readonly<Record<string, FieldKind>> = {
  Text: { type: 'string', flags: 'FSG', keys: true, details: textLength(1, 255) },
  TextArea: { type: 'textarea', flags: 'FSG', details: () => ({ length: 255, ...plainArea }) },
  LongTextArea: {
    type: 'textarea',
    flags: '',
    needs: ['length', 'visibleLines'],
    details: (metadata) => ({ ...textLength(256, 131_072)(metadata), ...plainArea }),
  },
  Html: {
    type: 'textarea',
    flags: '',
    needs: ['length', 'visibleLines'],
    details: (metadata) => ({ ...textLength(256, 131_072)(metadata), extraTypeInfo: 'richtextarea', htmlFormatted: true }),
  },
  Number: { type: 'double', flags: 'FS', needs: ['precision', 'scale'], keys: true, details: numberDetails },
  Currency: { type: 'currency', flags: 'FS', needs: ['precision', 'scale'], details: numberDetails },
  Percent: { type: 'percent', flags: 'FS', needs: ['precision', 'scale'], details: numberDetails },
  Date: { type: 'date', flags: 'FSG' },
  DateTime: { type: 'datetime', flags: 'FS' },
  Time: { type: 'time', flags: 'FSG' },
  Checkbox: {
    type: 'boolean',
    flags: 'DFSG',
    neverEmpty: true,
    details: ({ defaultValue }) => ({ defaultFormula: String(defaultValue ?? false) }),
  },
  Email: { type: 'email', flags: 'FSG', keys: true, details: () => ({ length: 80 }) },
  Phone: { type: 'phone', flags: 'FSG', details: () => ({ length: 40 }) },
  Url: { type: 'url', flags: 'FSG', details: () => ({ length: 255 }) },
  Picklist: { type: 'picklist', flags: 'FSG', needs: ['valueSet'], details: picklistDetails(255) },
  MultiselectPicklist: {
    type: 'multipicklist',
    flags: 'F',
    needs: ['valueSet', 'visibleLines'],
    details: picklistDetails(4099),
  },
  Lookup: { type: 'reference', flags: 'FSG', needs: ['referenceTo'], details: lookupDetails },
  AutoNumber: {
    type: 'string',
    flags: 'DFS',
    keys: true,
    readOnly: true,
    neverEmpty: true,
    details: ({ displayFormat = '{0}' }) => ({ length: 30, displayFormat }),
  },
  Summary: {
    type: 'double',
    flags: 'FS',
    needs: ['summaryForeignKey', 'summaryOperation'],
    readOnly: true,
    details: summaryDetails,
  },
  EncryptedText: {
    type: 'encryptedstring',
    flags: '',
    needs: ['length', 'maskChar', 'maskType'],
    details: (metadata) => ({
      ...textLength(1, 175)(metadata),
      mask: { type: metadata.maskType ?? 'all', character: metadata.maskChar === 'X' ? 'X' : '*' },
    }),
  },
  Location: {
    type: 'location',
    flags: 'F',
    needs: ['scale', 'displayLocationInDecimal'],
    readOnly: true,
    details: ({ scale = 0, displayLocationInDecimal = false }) => ({ scale, displayLocationInDecimal }),
  },
}

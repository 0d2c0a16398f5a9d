import { refusal } from '../wire/salesforce-error.ts'
import { field, type Field, type FieldType } from './objects/field.ts'

/** How the Metadata API describes a custom field, as far as the emulator knows it. */
export interface CustomFieldMetadata {
  type: string
  label: string
  length?: number
  precision?: number
  scale?: number
  externalId?: boolean
  unique?: boolean
  caseSensitive?: boolean
  required?: boolean
  inlineHelpText?: string
}

interface Kind {
  type: FieldType
  flags: string
  details?: Partial<Field>
}

const kinds: Readonly<Record<string, Kind>> = {
  Text: { type: 'string', flags: 'FSG' },
  TextArea: { type: 'textarea', flags: 'FSG', details: { length: 255, extraTypeInfo: 'plaintextarea' } },
  LongTextArea: { type: 'textarea', flags: '', details: { extraTypeInfo: 'plaintextarea' } },
  Checkbox: { type: 'boolean', flags: 'DFSG' },
  Number: { type: 'double', flags: 'FS' },
  Currency: { type: 'currency', flags: 'FS' },
  Percent: { type: 'percent', flags: 'FS' },
  Date: { type: 'date', flags: 'FSG' },
  DateTime: { type: 'datetime', flags: 'FS' },
  Email: { type: 'email', flags: 'FSG', details: { length: 80 } },
  Phone: { type: 'phone', flags: 'FSG', details: { length: 40 } },
  Url: { type: 'url', flags: 'FSG', details: { length: 255 } },
}

/** Makes the field that a custom field's metadata describes. Throws Salesforce's refusal of metadata that is incomplete. */
export function fieldFromMetadata(name: string, metadata: CustomFieldMetadata): Field {
  const kind = kinds[metadata.type]
  if (!kind) throw refusal('FIELD_INTEGRITY_EXCEPTION', `The org emulator can't make custom fields of type ${metadata.type}.`)
  if (metadata.type === 'Text' && !isTextLength(metadata.length)) {
    throw refusal('FIELD_INTEGRITY_EXCEPTION', 'Must specify a length between 1 and 255 for a CustomField of type Text')
  }
  const nillable = kind.type === 'boolean' || metadata.required ? '' : 'N'
  const key = metadata.externalId ? { externalId: true, idLookup: true } : {}
  return field(name, kind.type, `CUM${nillable}${kind.flags}`, {
    label: metadata.label,
    length: metadata.length ?? 0,
    precision: metadata.precision ?? 0,
    scale: metadata.scale ?? 0,
    unique: metadata.unique ?? false,
    caseSensitive: metadata.caseSensitive ?? false,
    inlineHelpText: metadata.inlineHelpText ?? null,
    permissionable: !metadata.required,
    ...kind.details,
    ...key,
    custom: true,
  })
}

function isTextLength(length: number | undefined): boolean {
  return length !== undefined && length >= 1 && length <= 255
}

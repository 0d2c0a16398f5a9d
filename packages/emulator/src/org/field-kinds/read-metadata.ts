import { emulatorLimit, refusal, writeRefusal } from '../../wire/salesforce-error.ts'
import type { CustomFieldMetadata } from '../custom-field-metadata.ts'

type Kind = 'string' | 'number' | 'boolean' | 'object' | 'literal'

const kinds: Readonly<Record<keyof CustomFieldMetadata, Kind>> = {
  type: 'string',
  label: 'string',
  inlineHelpText: 'string',
  length: 'number',
  precision: 'number',
  scale: 'number',
  visibleLines: 'number',
  required: 'boolean',
  unique: 'boolean',
  externalId: 'boolean',
  caseSensitive: 'boolean',
  defaultValue: 'literal',
  formula: 'string',
  formulaTreatBlanksAs: 'string',
  displayFormat: 'string',
  startingNumber: 'number',
  summarizedField: 'string',
  summaryForeignKey: 'string',
  summaryOperation: 'string',
  summaryFilterItems: 'object',
  referenceTo: 'string',
  relationshipName: 'string',
  maskChar: 'string',
  maskType: 'string',
  displayLocationInDecimal: 'boolean',
  valueSet: 'object',
}

/** What would change how records behave, and the emulator does not do. */
const unsupported = ['lookupFilter', 'fieldManageability', 'metadataRelationshipControllingField'] as const

/** Reads the `Metadata` of a request. Properties that change nothing the API shows, such as a description, are passed over. */
export function readMetadata(value: unknown): CustomFieldMetadata {
  const given = new Map(Object.entries(Object(value)).filter(([, property]) => property !== null && property !== undefined))
  if (typeof given.get('type') !== 'string' || typeof given.get('label') !== 'string') {
    throw writeRefusal('REQUIRED_FIELD_MISSING', 'Required fields are missing: [Metadata]', ['Metadata'])
  }
  for (const name of unsupported) if (given.has(name)) throw emulatorLimit(`${name} of custom fields`)
  const known = Object.entries(kinds).filter(([name]) => given.has(name))
  for (const [name, kind] of known) requireKind(name, given.get(name), kind)
  return Object.fromEntries(known.map(([name]) => [name, given.get(name)])) as unknown as CustomFieldMetadata
}

function requireKind(name: string, value: unknown, kind: Kind): void {
  const fits = kind === 'literal' ? typeof value !== 'object' : typeof value === kind
  if (fits) return
  const sentence = `Cannot deserialize instance of ${kind} from VALUE_${typeof value} value ${String(value)} for ${name} or request may be missing a required field at [line:1, column:1]`
  throw refusal('JSON_PARSER_ERROR', sentence)
}

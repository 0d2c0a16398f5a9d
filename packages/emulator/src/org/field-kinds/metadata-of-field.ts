import type { CustomFieldMetadata, ValueSetMetadata } from '../custom-field-metadata.ts'
import type { Field, FieldType } from '../objects/field.ts'

/** Describes a custom field as the Metadata API does. */
export function metadataOfField(field: Field, startingNumber?: number): CustomFieldMetadata {
  const type = typeOf(field)
  const base: CustomFieldMetadata = {
    type,
    label: field.label,
    ...(field.inlineHelpText === null ? {} : { inlineHelpText: field.inlineHelpText }),
    ...computedMetadata(field),
  }
  if (field.formula || field.summary) return { ...base, ...numberSizes(field) }
  return {
    ...base,
    ...lengthOf(type, field),
    ...numberSizes(field),
    required: field.type !== 'boolean' && field.displayFormat === null && !field.nillable,
    ...(keyed.has(type) ? { externalId: field.externalId, unique: field.unique, caseSensitive: field.caseSensitive } : {}),
    ...(field.defaultFormula === null ? {} : { defaultValue: field.defaultFormula }),
    ...(field.displayFormat === null ? {} : { displayFormat: field.displayFormat, startingNumber: startingNumber ?? 1 }),
    ...extrasOf(field),
  }
}

const keyed: ReadonlySet<string> = new Set(['Text', 'Number', 'Email', 'AutoNumber'])

const typeNames: Partial<Record<FieldType, string>> = {
  string: 'Text',
  double: 'Number',
  int: 'Number',
  currency: 'Currency',
  percent: 'Percent',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  boolean: 'Checkbox',
  email: 'Email',
  phone: 'Phone',
  url: 'Url',
  picklist: 'Picklist',
  multipicklist: 'MultiselectPicklist',
  reference: 'Lookup',
  encryptedstring: 'EncryptedText',
  location: 'Location',
}

const SHORT_AREA = 255

function typeOf({ type, summary, displayFormat, htmlFormatted, length }: Field): string {
  if (summary) return 'Summary'
  if (displayFormat !== null) return 'AutoNumber'
  if (htmlFormatted) return 'Html'
  if (type === 'textarea') return length > SHORT_AREA ? 'LongTextArea' : 'TextArea'
  return typeNames[type] ?? 'Text'
}

function computedMetadata({ formula, summary }: Field): Partial<CustomFieldMetadata> {
  if (formula) return { formula: formula.text, formulaTreatBlanksAs: formula.blanksAsZero ? 'BlankAsZero' : 'BlankAsBlank' }
  if (!summary) return {}
  const { object, lookup, operation, field, filters } = summary
  return {
    summaryForeignKey: `${object}.${lookup}`,
    summaryOperation: operation,
    ...(field === null ? {} : { summarizedField: `${object}.${field}` }),
    summaryFilterItems: filters.map((filter) => ({ ...filter, field: `${object}.${filter.field}` })),
  }
}

function lengthOf(type: string, { length }: Field): Partial<CustomFieldMetadata> {
  if (type === 'LongTextArea' || type === 'Html') return { length, visibleLines: 3 }
  return type === 'Text' || type === 'EncryptedText' ? { length } : {}
}

function numberSizes({ type, precision, scale, displayLocationInDecimal }: Field): Partial<CustomFieldMetadata> {
  if (type === 'location') return { scale, displayLocationInDecimal }
  return precision > 0 ? { precision, scale } : {}
}

function extrasOf(field: Field): Partial<CustomFieldMetadata> {
  if (field.mask) return { maskChar: field.mask.character === 'X' ? 'X' : 'asterisk', maskType: field.mask.type }
  if (field.type === 'reference') {
    const [referenceTo = ''] = field.referenceTo
    return {
      referenceTo,
      ...(field.childRelationshipName === null ? {} : { relationshipName: field.childRelationshipName.replace(/__r$/, '') }),
    }
  }
  if (field.type === 'picklist') return { valueSet: valueSetOf(field) }
  return field.type === 'multipicklist' ? { valueSet: valueSetOf(field), visibleLines: 4 } : {}
}

function valueSetOf({ picklistValues, restrictedPicklist, controllerName }: Field): ValueSetMetadata {
  return {
    restricted: restrictedPicklist,
    ...(controllerName === null ? {} : { controllingField: controllerName }),
    valueSetDefinition: {
      sorted: false,
      value: picklistValues.map(({ value, label, active, defaultValue }) => ({
        valueName: value,
        label,
        default: defaultValue,
        isActive: active,
      })),
    },
    valueSettings: picklistValues.flatMap(({ value, validFor = [] }) =>
      validFor.length > 0 ? [{ valueName: value, controllingFieldValue: validFor }] : [],
    ),
  }
}

import { isCompound, isComputed, type Field, type FieldType } from '../org/objects/field.ts'

const soapTypes: Partial<Record<FieldType, string>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
  address: 'urn:address',
  location: 'urn:location',
}

/** A field as describe shows it among the others of its object: all 57 keys, in alphabetical order. */
export function fieldJson(field: Field, others: readonly Field[]): Record<string, unknown> {
  return {
    aggregatable: field.filterable && field.type !== 'boolean' && !isCompound(field),
    aiPredictionField: false,
    autoNumber: field.displayFormat !== null,
    byteLength: field.byteLength ?? (isText(field.type) ? field.length * 3 : field.length),
    calculated: isComputed(field),
    calculatedFormula: field.formula?.text ?? null,
    cascadeDelete: false,
    caseSensitive: field.caseSensitive,
    compoundFieldName: field.compoundFieldName,
    controllerName: field.controllerName,
    createable: field.createable,
    custom: field.custom,
    defaultValue: field.type === 'boolean' && field.defaultedOnCreate ? field.defaultFormula?.toLowerCase() === 'true' : null,
    defaultValueFormula: field.type === 'boolean' ? null : field.defaultFormula,
    defaultedOnCreate: field.defaultedOnCreate,
    dependentPicklist: field.controllerName !== null,
    deprecatedAndHidden: false,
    digits: field.digits,
    displayLocationInDecimal: field.displayLocationInDecimal,
    encrypted: false,
    externalId: field.externalId,
    extraTypeInfo: field.extraTypeInfo,
    filterable: field.filterable,
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: field.formula?.blanksAsZero ?? false,
    groupable: field.groupable,
    highScaleNumber: false,
    htmlFormatted: field.htmlFormatted,
    idLookup: field.idLookup,
    inlineHelpText: field.inlineHelpText,
    label: field.label,
    length: field.length,
    mask: field.mask?.character ?? null,
    maskType: field.mask?.type ?? null,
    name: field.name,
    nameField: field.nameField,
    namePointing: false,
    nillable: field.nillable,
    permissionable: field.permissionable,
    picklistValues: picklistJson(field, others),
    polymorphicForeignKey: false,
    precision: field.precision,
    queryByDistance: isCompound(field),
    referenceTargetField: null,
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName,
    relationshipOrder: null,
    restrictedDelete: false,
    restrictedPicklist: field.restrictedPicklist,
    scale: field.scale,
    searchPrefilterable: isSearchPrefilterable(field),
    soapType: soapTypes[field.type] ?? 'xsd:string',
    sortable: field.sortable,
    type: field.type,
    unique: field.unique,
    updateable: field.updateable,
    writeRequiresMasterRead: false,
  }
}

function picklistJson({ controllerName, picklistValues }: Field, others: readonly Field[]) {
  const controller = others.find((other) => other.name === controllerName)
  return picklistValues.map(({ active, defaultValue, label, value, validFor }) => ({
    active,
    defaultValue,
    label,
    validFor: controller ? validForBits(controller, validFor ?? []) : null,
    value,
  }))
}

/** Says in base64 with which values of the controlling field a value goes: a bit for each, the first one leftmost. */
function validForBits({ type, picklistValues }: Field, validFor: readonly string[]): string {
  const values = type === 'boolean' ? ['false', 'true'] : picklistValues.map(({ value }) => value)
  const bytes = Buffer.alloc(Math.ceil(values.length / 8))
  for (const [at, value] of values.entries()) {
    if (validFor.includes(value)) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (0x80 >> (at & 7))
  }
  return bytes.toString('base64')
}

/** Look-ups that people choose: not those to users, and not the trace of a merge. */
function isSearchPrefilterable({ type, relationshipName, referenceTo, name }: Field): boolean {
  return type === 'reference' && relationshipName !== null && !referenceTo.includes('User') && name !== 'MasterRecordId'
}

function isText(type: FieldType): boolean {
  return soapTypes[type] === undefined && type !== 'multipicklist'
}

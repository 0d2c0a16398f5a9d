import type { Field, FieldType } from '../org/objects/field.ts'

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
  address: 'urn:address',
}

/** A field as describe shows it: all 57 keys, in alphabetical order. */
export function fieldJson(field: Field): Record<string, unknown> {
  return {
    aggregatable: field.filterable && field.type !== 'boolean' && field.type !== 'address',
    aiPredictionField: false,
    autoNumber: false,
    byteLength: isText(field.type) ? field.length * 3 : field.length,
    calculated: false,
    calculatedFormula: null,
    cascadeDelete: false,
    caseSensitive: field.caseSensitive,
    compoundFieldName: field.compoundFieldName,
    controllerName: null,
    createable: field.createable,
    custom: field.custom,
    defaultValue: field.type === 'boolean' ? false : null,
    defaultValueFormula: null,
    defaultedOnCreate: field.defaultedOnCreate,
    dependentPicklist: false,
    deprecatedAndHidden: false,
    digits: field.digits,
    displayLocationInDecimal: false,
    encrypted: false,
    externalId: field.externalId,
    extraTypeInfo: field.extraTypeInfo,
    filterable: field.filterable,
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: false,
    groupable: field.groupable,
    highScaleNumber: false,
    htmlFormatted: false,
    idLookup: field.idLookup,
    inlineHelpText: field.inlineHelpText,
    label: field.label,
    length: field.length,
    mask: null,
    maskType: null,
    name: field.name,
    nameField: field.nameField,
    namePointing: false,
    nillable: field.nillable,
    permissionable: field.permissionable,
    picklistValues: field.picklistValues.map(picklistValueJson),
    polymorphicForeignKey: false,
    precision: field.precision,
    queryByDistance: field.type === 'address',
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

function picklistValueJson({ active, defaultValue, label, value }: Field['picklistValues'][number]) {
  return { active, defaultValue, label, validFor: null, value }
}

/** Look-ups that people choose: not those to users, and not the trace of a merge. */
function isSearchPrefilterable({ type, relationshipName, referenceTo, name }: Field): boolean {
  return type === 'reference' && relationshipName !== null && !referenceTo.includes('User') && name !== 'MasterRecordId'
}

function isText(type: FieldType): boolean {
  return soapTypes[type] === undefined
}

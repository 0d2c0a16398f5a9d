import { createHash } from 'node:crypto'
import { isRequired, type Field, type FieldType } from '../org/objects/field.ts'
import type { ObjectView } from '../org/object-view.ts'
import type { Org } from '../org/org.ts'
import { MASTER_RECORD_TYPE, type RecordTypeInfo } from '../org/record-types.ts'
import type { Row } from '../org/table.ts'
import { describeJson } from './describe-json.ts'
import { versionPath } from './record-json.ts'

const dataTypes: Partial<Record<FieldType, string>> = {
  id: 'Reference',
  textarea: 'TextArea',
  datetime: 'DateTime',
  multipicklist: 'MultiPicklist',
}

/** An object as the User Interface API describes it: fields and record types by name and id. */
export function objectInfoJson(org: Org, view: ObjectView, version: number): Record<string, unknown> {
  const { type, permissions, fields, recordTypes } = view
  return tagged({
    apiName: type.name,
    associateEntityType: null,
    associateParentEntity: null,
    childRelationships: childRelationships(org, view, version),
    createable: type.createable && permissions.create,
    custom: false,
    defaultRecordTypeId: recordTypes.find(({ isDefault }) => isDefault)?.id ?? null,
    deletable: type.deletable && permissions.delete,
    dependentFields: {},
    feedEnabled: type.hasPages,
    fields: Object.fromEntries(fields.map((field) => [field.name, fieldInfo(org, field)])),
    keyPrefix: type.keyPrefix,
    label: type.label,
    labelPlural: type.labelPlural,
    layoutable: type.hasPages,
    mruEnabled: type.hasPages,
    nameFields: nameFields(fields),
    queryable: true,
    recordTypeInfos: Object.fromEntries(recordTypes.map((info) => [info.id, recordTypeInfo(info)])),
    searchLayoutable: type.hasPages,
    searchable: type.hasPages,
    themeInfo: null,
    updateable: type.updateable && permissions.edit,
  })
}

/** The values of every picklist of an object that a record type leaves. */
export function picklistValuesJson(org: Org, view: ObjectView, recordTypeId: string, version: number): Record<string, unknown> {
  const picklists = view.fields.filter(({ type }) => type === 'picklist' || type === 'multipicklist')
  const values = picklists.map((field) => [field.name, fieldValuesJson(org, view, recordTypeId, field, version)] as const)
  return tagged({ picklistFieldValues: Object.fromEntries(values) })
}

/** The values of one picklist that a record type leaves. */
export function fieldValuesJson(
  org: Org,
  view: ObjectView,
  recordTypeId: string,
  field: Field,
  version: number,
): Record<string, unknown> {
  const stages = field.name === 'StageName' ? [...org.table('OpportunityStage').rows()] : []
  const { picklistValues } = org.recordTypes.narrowed(recordTypeId === MASTER_RECORD_TYPE ? null : recordTypeId, field)
  const values = picklistValues
    .filter(({ active }) => active)
    .map(({ label, value, defaultValue }) => ({
      json: { attributes: stageAttributes(stages.find((stage) => stage.ApiName === value)), label, validFor: [], value },
      defaultValue,
    }))
  return tagged({
    controllerValues: {},
    defaultValue: values.find(({ defaultValue }) => defaultValue)?.json ?? null,
    url: `${versionPath(version)}/ui-api/object-info/${view.type.name}/picklist-values/${recordTypeId}/${field.name}`,
    values: values.map(({ json }) => json),
  })
}

/** The misspelt key is Salesforce's own. */
function stageAttributes(stage: Row | undefined): Record<string, unknown> | null {
  if (!stage) return null
  return {
    closed: stage.IsClosed,
    defaultProbability: stage.DefaultProbability,
    forecastCategoryName: stage.ForecastCategoryName,
    picklistAtrributesValueType: 'OpportunityStage',
    won: stage.IsWon,
  }
}

function fieldInfo(org: Org, field: Field): Record<string, unknown> {
  return {
    apiName: field.name,
    calculated: false,
    compound: field.type === 'address',
    compoundComponentName: null,
    compoundFieldName: field.compoundFieldName,
    controllerName: null,
    controllingFields: [],
    createable: field.createable,
    custom: field.custom,
    dataType: dataTypes[field.type] ?? field.type.charAt(0).toUpperCase() + field.type.slice(1),
    extraTypeInfo: null,
    filterable: field.filterable,
    filteredLookupInfo: null,
    highScaleNumber: false,
    htmlFormatted: false,
    inlineHelpText: field.inlineHelpText,
    label: field.label,
    length: field.length,
    maskType: null,
    nameField: field.nameField,
    polymorphicForeignKey: false,
    precision: field.precision,
    reference: field.type === 'reference',
    referenceTargetField: null,
    referenceToInfos: field.referenceTo.map((apiName) => ({ apiName, nameFields: nameFieldsOf(org, apiName) })),
    relationshipName: field.relationshipName,
    required: isRequired(field),
    scale: field.scale,
    searchPrefilterable: false,
    sortable: field.sortable,
    unique: field.unique,
    updateable: field.updateable,
  }
}

function nameFieldsOf(org: Org, objectName: string): string[] {
  return nameFields(org.schema.object(objectName)?.fields ?? [])
}

function nameFields(fields: readonly Field[]): string[] {
  const parts = fields.filter(({ extraTypeInfo, type }) => extraTypeInfo === 'personname' && type === 'string')
  return (parts.length > 0 ? parts : fields.filter(({ name, nameField }) => nameField && !/^(?:First|Last)Name$/.test(name)))
    .map(({ name }) => name)
    .toSorted()
}

function recordTypeInfo({ id, name, available, isDefault, isMaster }: RecordTypeInfo): Record<string, unknown> {
  return { available, defaultRecordTypeMapping: isDefault, master: isMaster, name, recordTypeId: id }
}

function childRelationships(org: Org, view: ObjectView, version: number): unknown[] {
  const described = describeJson(org, view, version).childRelationships
  return (Array.isArray(described) ? described : []).map((child: Record<string, unknown>) => ({
    childObjectApiName: child.childSObject,
    fieldName: child.field,
    junctionIdListNames: child.junctionIdListNames,
    junctionReferenceTo: child.junctionReferenceTo,
    relationshipName: child.relationshipName,
  }))
}

/** The answer with the tag by which a client tells whether it has changed. */
function tagged(json: Record<string, unknown>): Record<string, unknown> {
  const eTag = createHash('md5').update(JSON.stringify(json)).digest('hex')
  return Object.fromEntries(Object.entries({ ...json, eTag }).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

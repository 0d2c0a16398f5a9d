import type { DescribeSObjectResult, Field } from 'jsforce'
import {
  type ObjectDescribe,
  type PicklistValue,
  type SalesforceField,
  type SalesforceObject,
  type SalesforceType,
  salesforceTypes,
  SyncError,
} from '@pryzm/salesforce-sdk/contract'
import { isJsonObject } from './json-object.ts'
import type { Session } from './session.ts'

/** The object as this user sees it now; null where the user may not see it at all. */
export async function describeObject(session: Session, object: SalesforceObject): Promise<ObjectDescribe | null> {
  try {
    return slimDescribe(object, await session.request((connection) => connection.describe(object)))
  } catch (error) {
    if (error instanceof SyncError && error.code === 'not_found') return null
    throw error
  }
}

function slimDescribe(object: SalesforceObject, describe: DescribeSObjectResult): ObjectDescribe {
  const { label, labelPlural, queryable, createable, updateable, fields } = describe
  return { name: object, label, labelPlural, queryable, createable, updateable, fields: fields.map(slimField) }
}

function slimField(field: Field): SalesforceField {
  return {
    name: field.name,
    label: field.label,
    type: knownType(field.type),
    length: field.length,
    precision: field.precision,
    scale: field.scale,
    digits: field.digits,
    nillable: field.nillable,
    createable: field.createable,
    updateable: field.updateable,
    defaultedOnCreate: field.defaultedOnCreate,
    calculated: field.calculated,
    autoNumber: field.autoNumber,
    custom: field.custom,
    externalId: field.externalId,
    unique: field.unique,
    restrictedPicklist: field.restrictedPicklist,
    dependentPicklist: field.dependentPicklist,
    htmlFormatted: field.htmlFormatted,
    controllerName: field.controllerName ?? null,
    compoundFieldName: field.compoundFieldName ?? null,
    relationshipName: field.relationshipName ?? null,
    extraTypeInfo: field.extraTypeInfo ?? null,
    referenceTo: field.referenceTo ?? [],
    picklistValues: (field.picklistValues ?? []).flatMap(slimPicklistValue),
  }
}

/** A type of a later Salesforce release counts as `anyType`, which no rule converts. */
function knownType(type: string): SalesforceType {
  return salesforceTypes.find((known) => known === type) ?? 'anyType'
}

function slimPicklistValue(entry: unknown): PicklistValue[] {
  if (!isJsonObject(entry) || typeof entry['value'] !== 'string') return []
  const { value, label, active, defaultValue } = entry
  return [
    { value, label: typeof label === 'string' ? label : value, active: active === true, defaultValue: defaultValue === true },
  ]
}

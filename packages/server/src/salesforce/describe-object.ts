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
import type { DescribeAnswer } from '../engine/ports/index.ts'
import { markOf, momentOf } from './describe-mark.ts'
import { plainRequest } from './exact-request.ts'
import { isJsonObject } from './json-object.ts'
import type { Session } from './session.ts'

const NOT_MODIFIED = 304

/** The object as this user sees it now. */
export async function describeObject(session: Session, object: SalesforceObject): Promise<DescribeAnswer> {
  const answer = await askDescribe(session, object, null)
  if (answer === 'unchanged') throw new Error('Salesforce answered a condition that was not asked.')
  return answer
}

/** The same, or `unchanged` where Salesforce says that it is still what the mark was given for. */
export async function describeIfChanged(
  session: Session,
  object: SalesforceObject,
  mark: string,
): Promise<DescribeAnswer | 'unchanged'> {
  return askDescribe(session, object, mark)
}

async function askDescribe(
  session: Session,
  object: SalesforceObject,
  mark: string | null,
): Promise<DescribeAnswer | 'unchanged'> {
  try {
    return await session.request(async (connection) => {
      const since = mark && momentOf(mark, connection.version)
      const headers = since ? { 'if-modified-since': since } : {}
      const sentAt = performance.now()
      const url = `/sobjects/${object}/describe`
      const answer = await plainRequest(connection, session.patience, { method: 'GET', url, headers })
      if (answer?.statusCode === NOT_MODIFIED) return 'unchanged'
      const told = JSON.parse(answer?.body ?? '') as DescribeSObjectResult
      const tookMs = performance.now() - sentAt
      return {
        describe: slimDescribe(object, told),
        mark: markOf(answer?.headers ?? {}, { version: connection.version, tookMs }),
      }
    })
  } catch (error) {
    if (error instanceof SyncError && error.code === 'not_found') return { describe: null, mark: null }
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

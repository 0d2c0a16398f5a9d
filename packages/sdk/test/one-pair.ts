import type { FieldPair, ObjectPair } from '../src/contract/mapping.ts'
import type { Attribute, ObjectDescribe, RecordTypeSchema, SalesforceField } from '../src/contract/schema.ts'
import type { PlanInput } from '../src/mapping/plans/plan-fields.ts'
import type { PushContext } from '../src/mapping/plans/push-context.ts'

/** An optional attribute that anybody may write. */
export function attribute(name: string, type: Attribute['type'], rest: Partial<Attribute> = {}): Attribute {
  return { name, label: name, type, required: false, unique: false, readOnly: false, ...rest }
}

export function fieldPair(attributeName: string, field: string, rest: Partial<FieldPair> = {}): FieldPair {
  return { id: `${attributeName}-${field}`, attribute: attributeName, field, direction: 'bidirectional', options: [], ...rest }
}

export function objectPair(fields: FieldPair[], rest: Partial<ObjectPair> = {}): ObjectPair {
  return { object: 'Account', enabled: true, direction: 'bidirectional', pipelineId: null, fields, ...rest }
}

export function describeOf(fields: SalesforceField[], rest: Partial<ObjectDescribe> = {}): ObjectDescribe {
  return {
    name: 'Account',
    label: 'Account',
    labelPlural: 'Accounts',
    queryable: true,
    createable: true,
    updateable: true,
    fields,
    ...rest,
  }
}

export function recordTypeOf(attributes: Attribute[]): RecordTypeSchema {
  return { recordType: 'organization', label: 'Organization', labelPlural: 'Organizations', attributes }
}

/** A plan input for pairs whose sides are all there. */
export function planInput(
  attributes: Attribute[],
  fields: SalesforceField[],
  pairs: FieldPair[],
  rest: Partial<PlanInput> = {},
): PlanInput {
  return { pair: objectPair(pairs), describe: describeOf(fields), recordType: recordTypeOf(attributes), issues: [], ...rest }
}

/** A push of a linked record whose attributes were all synced before, with nothing linked to it. */
export function pushContext(rest: Partial<PushContext> = {}): PushContext {
  return {
    creating: false,
    relatedSalesforceId: () => undefined,
    userSalesforceId: () => undefined,
    syncedBefore: () => true,
    ...rest,
  }
}

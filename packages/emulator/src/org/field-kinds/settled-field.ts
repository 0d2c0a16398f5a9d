import { writeRefusal, type SalesforceError } from '../../wire/salesforce-error.ts'
import type { Field, FieldSummary } from '../objects/field.ts'
import type { ObjectType } from '../objects/object-type.ts'
import type { Org } from '../org.ts'

/** A field as it fits into the org: checked against the objects and fields it names. Throws the refusal of one that does not fit. */
export function settledField(org: Org, object: ObjectType, field: Field): Field {
  const settled = field.summary ? summaryField(org, field, field.summary) : field
  checkLookup(org, settled)
  checkController(org, object, settled)
  if (settled.defaultFormula !== null) {
    org.computed.metadataChanged()
    org.computed.defaultValue(object.name, settled)
  }
  return settled
}

/** A summary of amounts is an amount, the latest of dates a date. */
function summaryField(org: Org, field: Field, summary: FieldSummary): Field {
  const children = org.schema.object(summary.object)
  const summed = children && summary.field !== null ? org.schema.field(children, summary.field) : undefined
  if (summary.field !== null && !summed) throw refused(`Could not resolve ${summary.object}.${summary.field}`)
  const named = { ...summary, object: children?.name ?? summary.object, field: summed?.name ?? null }
  if (!summed) return { ...field, summary: named }
  const numeric = ['int', 'double', 'currency', 'percent'].includes(summed.type)
  const ordered = numeric || ['date', 'datetime'].includes(summed.type)
  if (!ordered || (summary.operation === 'sum' && !numeric)) {
    throw refused(`The field ${summary.object}.${summed.name} can't be summarized by ${summary.operation}`)
  }
  const { type, scale } = summed
  return { ...field, summary: named, type: type === 'int' ? 'double' : type, scale, precision: numeric ? field.precision : 0 }
}

function checkLookup(org: Org, { type, custom, referenceTo: [target = ''] }: Field): void {
  if (type === 'reference' && custom && !org.schema.object(target))
    throw refused(`referenceTo value of '${target}' does not resolve to a valid sObject type`)
}

function checkController(org: Org, object: ObjectType, { controllerName }: Field): void {
  if (controllerName === null) return
  const controller = org.schema.field(object, controllerName)
  if (controller?.type !== 'picklist' && controller?.type !== 'boolean') {
    throw refused(`Picklist controlling field ${controllerName} is not a picklist or a checkbox of ${object.name}`)
  }
}

function refused(sentence: string): SalesforceError {
  return writeRefusal('FIELD_INTEGRITY_EXCEPTION', sentence)
}

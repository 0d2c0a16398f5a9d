import type { FieldValues, Org } from '../engine/ports/index.ts'
import { fieldValues } from './field-values.ts'
import { queryRows } from './query-rows.ts'
import type { Session } from './session.ts'
import { buildQuery, textLiteral } from './soql.ts'

/** One record by its Salesforce id; null where it does not exist, is deleted or is not visible. */
export async function readRecord(
  session: Session,
  ...[object, salesforceId, fields]: Parameters<Org['readRecord']>
): Promise<FieldValues | null> {
  const where = [`Id = ${textLiteral(salesforceId)}`]
  const [row] = await queryRows(session, buildQuery({ object, columns: fields, where }))
  return row === undefined ? null : fieldValues(row, fields)
}

/** One record by `Pryzm_ID__c`. */
export async function readByPryzmId(
  session: Session,
  ...[object, pryzmId, fields]: Parameters<Org['readByPryzmId']>
): Promise<FieldValues | null | 'several'> {
  const where = [`Pryzm_ID__c = ${textLiteral(pryzmId)}`]
  const [row, ...others] = await queryRows(session, buildQuery({ object, columns: fields, where }))
  if (row === undefined) return null
  return others.length > 0 ? 'several' : fieldValues(row, fields)
}

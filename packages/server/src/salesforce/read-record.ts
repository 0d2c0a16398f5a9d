import type { FieldValues, Org } from '../engine/ports/index.ts'
import { fieldValues } from './field-values.ts'
import { queryRows } from './query-rows.ts'
import type { Session } from './session.ts'
import { buildQuery, textLiteral } from './soql.ts'

/** Keeps a query below the 16,384 bytes that a request line may have, with its commas and spaces encoded. */
const mostCharacters = 6000

/** One record by its Salesforce id; null where it does not exist, is deleted or is not visible. */
export async function readRecord(
  session: Session,
  ...[object, salesforceId, fields]: Parameters<Org['readRecord']>
): Promise<FieldValues | null> {
  const [record] = await readRecords(session, object, `Id = ${textLiteral(salesforceId)}`, fields)
  return record ?? null
}

/** One record by `Pryzm_ID__c`. */
export async function readByPryzmId(
  session: Session,
  ...[object, pryzmId, fields]: Parameters<Org['readByPryzmId']>
): Promise<FieldValues | null | 'several'> {
  const [record, ...others] = await readRecords(session, object, `Pryzm_ID__c = ${textLiteral(pryzmId)}`, fields)
  return others.length > 0 ? 'several' : (record ?? null)
}

/** Records of a condition that few meet, their fields in as many queries as it takes. */
async function readRecords(
  session: Session,
  object: string,
  condition: string,
  fields: readonly string[],
): Promise<FieldValues[]> {
  const parts = await Promise.all(
    inParts(fields).map(async (columns) => {
      const rows = await queryRows(session, buildQuery({ object, columns, where: [condition] }))
      return rows.map((row) => fieldValues(row, columns))
    }),
  )
  const [first = [], ...others] = parts
  // A record that went in between is not there.
  return first.slice(0, Math.min(...parts.map((part) => part.length))).map((record, index) => {
    return Object.assign({}, record, ...others.map((part) => part[index])) as FieldValues
  })
}

function inParts(fields: readonly string[]): string[][] {
  const parts: string[][] = [[]]
  let characters = 0
  for (const field of fields) {
    characters += field.length + ', '.length * 3
    if (characters > mostCharacters) {
      parts.push([])
      characters = field.length
    }
    parts.at(-1)?.push(field)
  }
  return parts
}

import { longSalesforceId } from '@pryzm/salesforce-sdk/mapping'
import { isJsonObject } from './json-object.ts'

/** 18-character ids of the records that a duplicate rule found, in its order; Salesforce spells the key `duplicateResut`. */
export function duplicateMatches({ duplicateResut, duplicateResult }: Readonly<Record<string, unknown>>): string[] {
  const found = listIn(duplicateResut ?? duplicateResult, 'matchResults').flatMap((result) => listIn(result, 'matchRecords'))
  const ids = found.flatMap((match) => {
    const record = isJsonObject(match) ? match['record'] : null
    const id = isJsonObject(record) ? record['Id'] : null
    return typeof id === 'string' ? [longSalesforceId(id)] : []
  })
  return [...new Set(ids)]
}

function listIn(value: unknown, key: string): unknown[] {
  const list = isJsonObject(value) ? value[key] : null
  return Array.isArray(list) ? list : []
}

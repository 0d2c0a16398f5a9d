import { parseQuery, type Query } from '@jetstreamapp/soql-parser-js'
import { emulatorLimit, refusal } from '../wire/salesforce-error.ts'

/** Parses a query; throws MALFORMED_QUERY as Salesforce words it. */
export function parseSoql(soql: string): Query & { sObject: string } {
  let query: Query
  try {
    query = parseQuery(soql)
  } catch (error) {
    throw malformed(error instanceof Error ? error.message : String(error))
  }
  const { sObject } = query
  if (!sObject) throw refusal('MALFORMED_QUERY', 'unexpected token: <EOF>')
  refuseUnsupported(query)
  return { ...query, sObject }
}

function malformed(parserMessage: string) {
  const found = /found:? (?:--> )?'([^']*)'/.exec(parserMessage)?.[1]
  return refusal('MALFORMED_QUERY', `unexpected token: ${found === undefined || found === '' ? '<EOF>' : found}`)
}

function refuseUnsupported(query: Query): void {
  if (query.usingScope) throw emulatorLimit('USING SCOPE')
  if (query.having) throw emulatorLimit('HAVING')
  if (query.withDataCategory) throw emulatorLimit('WITH DATA CATEGORY')
  if (query.update) throw emulatorLimit('UPDATE TRACKING or VIEWSTAT')
}

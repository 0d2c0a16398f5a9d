import type { Query } from '@jetstreamapp/soql-parser-js'
import { isCompound } from '../org/objects/field.ts'
import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { compileQuery } from '../soql/compile-query.ts'
import { isAggregate, type CompiledQuery } from '../soql/compiled-query.ts'
import { parseSoql } from '../soql/parse-soql.ts'
import { refusal } from '../wire/salesforce-error.ts'

/** Checks a query for a bulk job, which allows less than REST does; throws what Salesforce answers when the job is created. */
export function compileBulkQuery(soql: string, org: Org, user: Row, deletedToo: boolean): CompiledQuery {
  const refused = unsupported(parseSoql(soql))
  if (refused) throw notInBulk(refused)
  const query = compileQuery(soql, org, user, { deletedToo })
  if (query.columns.some(({ field }) => isCompound(field))) throw notInBulk('Selecting compound data')
  return query
}

function unsupported(query: Query): string | undefined {
  const selects = (type: string) => (query.fields ?? []).some((field) => field.type === type)
  if (selects('FieldSubquery')) return 'Aggregate Relationships'
  if (selects('FieldTypeof')) return 'TYPEOF'
  if (query.groupBy) return 'GROUP BY'
  if (isAggregate(query)) return 'Aggregate functions'
  if (selectsAllFields(query)) return 'FIELDS(ALL) and FIELDS(CUSTOM)'
  return query.offset === undefined ? undefined : 'OFFSET'
}

function selectsAllFields({ fields = [] }: Query): boolean {
  return fields.some(
    (field) => field.type === 'FieldFunctionExpression' && /^FIELDS\((?:ALL|CUSTOM)\)$/i.test(field.rawValue ?? ''),
  )
}

function notInBulk(what: string) {
  return refusal('API_ERROR', `${what} not supported in Bulk Query`)
}

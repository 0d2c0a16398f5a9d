import type { OrderByClause } from '@jetstreamapp/soql-parser-js'
import type { Row } from '../org/table.ts'
import { emulatorLimit, refusal } from '../wire/salesforce-error.ts'
import { resolveColumn, type QueryScope } from './column.ts'
import { order } from './predicate.ts'

export type RowOrder = (a: Row, b: Row) => number

/** The order an ORDER BY asks for; undefined when there is none, which means by id. */
export function rowOrder(scope: QueryScope, orderBy: OrderByClause | OrderByClause[] | undefined): RowOrder | undefined {
  const clauses = [orderBy ?? []].flat()
  if (clauses.length === 0) return undefined
  const orders = clauses.map((clause) => clauseOrder(scope, clause))
  return (a, b) => {
    for (const by of orders) {
      const result = by(a, b)
      if (result !== 0) return result
    }
    return 0
  }
}

function clauseOrder(scope: QueryScope, clause: OrderByClause): RowOrder {
  if (!('field' in clause)) throw emulatorLimit('functions in ORDER BY')
  const { field, read, path } = resolveColumn(scope, clause.field)
  if (!field.sortable) throw refusal('INVALID_FIELD', `field '${path}' can not be sorted in a query call`)
  const direction = clause.order === 'DESC' ? -1 : 1
  const nulls = clause.nulls === 'LAST' ? 1 : -1
  return (a, b) => {
    const [left, right] = [read(a), read(b)]
    if (left === null || right === null) return nulls * (Number(left === null) - Number(right === null))
    return direction * order(left, right)
  }
}

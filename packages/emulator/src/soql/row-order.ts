import type { OrderByClause } from '@jetstreamapp/soql-parser-js'
import type { Field } from '../org/objects/field.ts'
import type { Row, Value } from '../org/table.ts'
import { refusal } from '../wire/salesforce-error.ts'
import type { Column } from './column.ts'
import type { FunctionCall } from './function-column.ts'
import { idOrder, order } from './value-order.ts'

export type RowOrder = (a: Row, b: Row) => number

/** The order an ORDER BY asks for; undefined when there is none, which means by id. `columnOf` finds what it names. */
export function rowOrder(
  orderBy: OrderByClause | OrderByClause[] | undefined,
  columnOf: (operand: string | FunctionCall) => Column,
): RowOrder | undefined {
  const clauses = [orderBy ?? []].flat()
  if (clauses.length === 0) return undefined
  const orders = clauses.map((clause) => clauseOrder(clause, columnOf('field' in clause ? clause.field : clause.fn)))
  return (a, b) => {
    for (const by of orders) {
      const result = by(a, b)
      if (result !== 0) return result
    }
    return 0
  }
}

function clauseOrder(clause: OrderByClause, { field, read }: Column): RowOrder {
  if (!field.sortable) throw refusal('MALFORMED_QUERY', `field '${field.name}' can not be sorted in a query call`)
  const compared = valueOrder(field)
  const direction = clause.order === 'DESC' ? -1 : 1
  const nulls = clause.nulls === 'LAST' ? 1 : -1
  return (a, b) => {
    const [left, right] = [read(a), read(b)]
    if (left === null || right === null) return nulls * (Number(left === null) - Number(right === null))
    return direction * compared(left, right)
  }
}

/** Picklist values come in the order of the picklist; values it lacks come after them. */
function valueOrder({ type, picklistValues }: Field): (a: Value, b: Value) => number {
  if (type === 'id' || type === 'reference') return idOrder
  if (type !== 'picklist' || picklistValues.length === 0) return order
  const places = new Map<Value, number>(picklistValues.map(({ value }, place) => [value, place]))
  const placeOf = (value: Value) => places.get(value) ?? picklistValues.length
  return (a, b) => placeOf(a) - placeOf(b) || order(a, b)
}

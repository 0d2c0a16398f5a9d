import type { QueryBase } from '@jetstreamapp/soql-parser-js'
import type { ObjectView } from '../org/object-view.ts'
import type { Row } from '../org/table.ts'
import type { Column, QueryScope } from './column.ts'
import { aggregateNames } from './aggregate-function.ts'
import type { Predicate } from './conditions.ts'
import { nameOf, type FunctionCall } from './function-column.ts'
import type { RowOrder } from './row-order.ts'
import type { SearchPlan } from './search-plan.ts'

/** A query that has been checked against what one user may see, ready to run. */
export interface CompiledQuery {
  readonly object: ObjectView
  /** In SELECT order. Empty for `SELECT COUNT()` and for queries with aggregates. */
  readonly selected: readonly (Column | ChildQuery)[]
  /** What is selected of the records themselves and of their parents. */
  readonly columns: readonly Column[]
  /** Whether a row belongs to the result: the WHERE clause, and not deleted unless `deletedToo`. */
  readonly matches: Predicate
  /** Whether deleted records belong to the result too. */
  readonly deletedToo: boolean
  /** Undefined when rows come by id. */
  readonly order: RowOrder | undefined
  readonly limit: number
  readonly offset: number
  /** Rows that can match, where an id or external id narrows them down. */
  readonly candidates: () => Row[] | undefined
  /** Where else to look, where there are no candidates. */
  readonly plan: SearchPlan
  /** Whether every record of the plan's span that is not deleted belongs to the result. */
  readonly takesAll: boolean
  /** The parsed query, for what goes beyond rows: COUNT(), aggregates, GROUP BY. */
  readonly query: QueryBase
  readonly scope: QueryScope
}

/** A query for the children of each record: `(SELECT LastName FROM Contacts)`. */
export interface ChildQuery {
  /** The name of the relationship in canonical case, under which the children are shown. */
  readonly relationship: string
  readonly query: CompiledQuery
  /** The children of a record that belong to the result, in its order, within its LIMIT and OFFSET. */
  readonly rowsOf: (parent: Row) => Row[]
}

/** Whether the result is counted or grouped instead of listed. */
export function isAggregate(query: QueryBase): boolean {
  return (
    query.groupBy !== undefined || (query.fields ?? []).some((field) => field.type === 'FieldFunctionExpression' && counts(field))
  )
}

/** `SELECT COUNT() FROM …`, whose answer is the size of the result and no record. */
export function isPlainCount({ fields = [], groupBy }: QueryBase): boolean {
  const [only, ...others] = fields
  return others.length === 0 && only?.type === 'FieldFunctionExpression' && only.parameters.length === 0 && !groupBy
}

function counts(call: FunctionCall): boolean {
  if (aggregateNames.has(nameOf(call))) return true
  return (call.parameters ?? []).some((parameter) => typeof parameter === 'object' && counts(parameter))
}

import type { Row } from '../org/table.ts'
import type { Column, QueryScope } from './column.ts'
import type { SemiJoin } from './condition-tree.ts'
import type { FunctionCall } from './function-column.ts'

export type Predicate = (row: Row) => boolean

/** What the conditions of a WHERE or HAVING clause are about. */
export interface Conditions {
  readonly scope: QueryScope
  /** What stands before the operator: a field or a function. Throws where it can't be filtered by. */
  readonly columnOf: (operand: string | FunctionCall) => Column
  /** The ids that a query inside `IN (…)` finds, run when they are first asked for. */
  readonly idsOf: (join: SemiJoin, column: Column) => () => ReadonlySet<string>
}

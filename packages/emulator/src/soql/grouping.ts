import type { GroupByClause } from '@jetstreamapp/soql-parser-js'
import type { Row, Value } from '../org/table.ts'
import { emulatorLimit, refusal } from '../wire/salesforce-error.ts'
import { aggregateFolds, canAggregate, resultField, type Fold } from './aggregate-function.ts'
import { resolveColumn, type Column, type QueryScope } from './column.ts'
import { fieldOf, functionColumn, isDateFunction, nameOf, type FunctionCall } from './function-column.ts'

/** What is counted for each group. */
interface Aggregate {
  readonly key: string
  readonly start: () => Fold
  /** Undefined for `COUNT()`, which counts the rows themselves. */
  readonly read: ((row: Row) => Value) | undefined
}

/** The groups of a query. SELECT, HAVING and ORDER BY ask it for columns of a group, and so say what must be worked out. */
export class Grouping {
  readonly #scope: QueryScope
  readonly #keys: readonly Column[]
  readonly #aggregates = new Map<string, Aggregate>()

  constructor(scope: QueryScope, groupBy: readonly GroupByClause[]) {
    this.#scope = scope
    this.#keys = groupBy.map((clause) => groupColumn(scope, clause))
  }

  /** Whether all rows make one group. */
  get isWhole(): boolean {
    return this.#keys.length === 0
  }

  /** A column of the groups; `refused` words the refusal of a field that is neither grouped nor aggregated. */
  column(operand: string | FunctionCall, refused: string): Column {
    const aggregate = typeof operand === 'object' && aggregateFolds[nameOf(operand)]
    if (aggregate) return this.#aggregateColumn(operand, aggregate)
    const column = rowColumn(this.#scope, operand)
    const key = this.#keys.find(({ path }) => path === column.path)
    if (!key) throw refusal('MALFORMED_QUERY', `${refused}: ${column.path}`)
    return groupCell(column, column.path)
  }

  /** Works out the groups of rows, in the order in which they first appear. */
  groups(rows: Iterable<Row>): Row[] {
    const groups = new Map<string, { keys: readonly Value[]; folds: readonly Fold[] }>()
    const aggregates = [...this.#aggregates.values()]
    const open = (keys: readonly Value[]) => ({ keys, folds: aggregates.map(({ start }) => start()) })
    if (this.isWhole) groups.set('[]', open([]))
    for (const row of rows) {
      const keys = this.#keys.map(({ read }) => read(row))
      const name = JSON.stringify(keys)
      const group = groups.get(name) ?? open(keys)
      groups.set(name, group)
      for (const [at, { read }] of aggregates.entries()) {
        const value = read ? read(row) : true
        if (value !== null) group.folds[at]?.add(value)
      }
    }
    return [...groups.values()].map(({ keys, folds }) => this.#row(keys, folds, aggregates))
  }

  #row(keys: readonly Value[], folds: readonly Fold[], aggregates: readonly Aggregate[]): Row {
    return {
      ...Object.fromEntries(this.#keys.map(({ path }, at) => [path, keys[at] ?? null])),
      ...Object.fromEntries(aggregates.map(({ key }, at) => [key, folds[at]?.result() ?? null])),
    }
  }

  #aggregateColumn(call: FunctionCall, start: () => Fold): Column {
    const name = nameOf(call)
    if ((call.parameters ?? []).length === 0) throw emulatorLimit(`${name}() beside other columns`)
    const column = resolveColumn(this.#scope, fieldOf(call))
    if (!canAggregate(name, column.field))
      throw refusal('MALFORMED_QUERY', `field ${column.path} does not support aggregate operator ${name}`)
    const key = `${name}(${column.path})`
    this.#aggregates.set(key, { key, start, read: column.read })
    return groupCell({ ...column, field: resultField(name, column.field) }, key)
  }
}

function groupColumn(scope: QueryScope, clause: GroupByClause): Column {
  if ('fn' in clause && !isDateFunction(clause.fn)) throw emulatorLimit(`${nameOf(clause.fn)}() in GROUP BY`)
  const column = rowColumn(scope, 'field' in clause ? clause.field : clause.fn)
  if (!column.field.groupable) throw refusal('MALFORMED_QUERY', `field '${column.field.name}' can not be grouped in a query call`)
  return column
}

function rowColumn(scope: QueryScope, operand: string | FunctionCall): Column {
  return typeof operand === 'string' ? resolveColumn(scope, operand) : functionColumn(scope, operand)
}

function groupCell(column: Column, key: string): Column {
  return { ...column, path: key, parents: [], holder: (group) => group, read: (group) => group[key] ?? null }
}

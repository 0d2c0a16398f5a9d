import { ColumnList } from './column-list.ts'
import { type ConvertedRow, emptyRow } from './converted-row.ts'
import { type LeftOut, type PlanInput, type PlannedField, planFields } from './plan-fields.ts'
import { pullStep } from './pull-step.ts'
import { CURRENCY_FIELD } from './write-currency.ts'

/** How rows of one object become attribute values, compiled once per mapping version. */
export interface PullPlan {
  /** SOQL columns in order, without Id, Pryzm_ID__c and SystemModstamp. */
  columns: readonly string[]
  /** A SOQL condition that leaves person accounts out of the Accounts; null where there are none. */
  condition: string | null
  fields: readonly PlannedField[]
  /** What never flows on a pull, the same for every record. */
  leftOut: readonly LeftOut[]
  /** Converts one row; `cells[i]` belongs to `columns[i]`, '' is blank. */
  convert(cells: readonly string[]): ConvertedRow
}

/** Compiles the pull of one object pair. */
export function compilePullPlan(input: PlanInput): PullPlan {
  const { fields } = input.describe
  const { planned, leftOut } = planFields(input, 'pull')
  const visible = new Set(fields.map(({ name }) => name))
  const personAccounts = visible.has('IsPersonAccount')
  const columns = new ColumnList()
  const positionOf = (name: string) => (visible.has(name) ? columns.at(name) : -1)

  const nameAt = positionOf('Name')
  const currencyAt = positionOf(CURRENCY_FIELD)
  const personAt = input.pair.object === 'Contact' ? positionOf('IsPersonAccount') : -1
  const steps = planned.map((field) => pullStep(field, { fields, columns, currencyAt }))

  return {
    columns: columns.names,
    condition: personAccounts && input.pair.object === 'Account' ? 'IsPersonAccount = false' : null,
    fields: planned.map(({ attribute, field, pairId }) => ({ attribute, field, pairId })),
    leftOut,
    convert(cells) {
      const row = emptyRow(cells[nameAt] || null, cells[personAt] === 'true')
      for (const step of steps) step(cells, row)
      return row
    },
  }
}

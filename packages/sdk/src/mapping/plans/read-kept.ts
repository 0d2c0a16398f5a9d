import type { SalesforceField } from '../../contract/schema.ts'
import type { AttributeValue } from '../../contract/shared.ts'
import { ColumnList } from './column-list.ts'
import { emptyRow } from './converted-row.ts'
import { cellOf, type ReadBack } from './field-kept.ts'
import type { FieldToPlan } from './plan-fields.ts'
import { pullStep } from './pull-step.ts'
import { CURRENCY_FIELD } from './write-currency.ts'

/** Compiles how fields read back become attribute values; lookups are left out, since their ids are Salesforce's. */
export function keptReader(
  planned: readonly FieldToPlan[],
  fields: readonly SalesforceField[],
): (readBack: ReadBack) => Record<string, AttributeValue> {
  const columns = new ColumnList()
  const currencyAt = fields.some(({ name }) => name === CURRENCY_FIELD) ? columns.at(CURRENCY_FIELD) : -1
  const steps = planned
    .filter(({ attribute }) => attribute.type !== 'relation' && attribute.type !== 'user')
    .map((field) => pullStep(asHeld(field), { fields, columns, currencyAt }))
  return (readBack) => {
    const cells = columns.names.map((name) => cellOf(readBack[name]))
    const row = emptyRow()
    for (const step of steps) step(cells, row)
    for (const { attribute, dropped } of row.skips) row.values[attribute] = dropped
    return row.values
  }
}

/** What Salesforce holds is told as it is, blank or not. */
function asHeld({ attribute, pair, ...field }: FieldToPlan): FieldToPlan {
  return { ...field, attribute: { ...attribute, required: false }, pair: { ...pair, blankOnPull: 'clear' } }
}

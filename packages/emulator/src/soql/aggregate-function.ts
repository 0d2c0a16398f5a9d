import type { Field } from '../org/objects/field.ts'
import type { Value } from '../org/table.ts'
import { order } from './value-order.ts'

/** Takes values one after the other and gives what they come to; values that are null never arrive. */
export interface Fold {
  add(value: Value): void
  result(): Value
}

/** The aggregate functions, by name in capitals: each call makes a fold for one group. */
export const aggregateFolds: Readonly<Record<string, () => Fold>> = {
  COUNT: () => {
    let count = 0
    return { add: () => count++, result: () => count }
  },
  COUNT_DISTINCT: () => {
    const seen = new Set<string>()
    return { add: (value) => seen.add(String(value).toLowerCase()), result: () => seen.size }
  },
  MIN: () => extreme((value, least) => order(value, least) < 0),
  MAX: () => extreme((value, most) => order(value, most) > 0),
  SUM: () => summed((sum) => sum),
  AVG: () => summed((sum, count) => sum / count),
}

export const aggregateNames: ReadonlySet<string> = new Set(Object.keys(aggregateFolds))

const numeric: ReadonlySet<string> = new Set(['int', 'double', 'currency', 'percent'])
const never: ReadonlySet<string> = new Set(['boolean', 'multipicklist', 'address'])

/** Whether Salesforce takes a function of a field. */
export function canAggregate(name: string, { type, filterable }: Field): boolean {
  if (!filterable || never.has(type)) return false
  return numeric.has(type) || (name !== 'SUM' && name !== 'AVG')
}

/** The field that a function's results are shown as: counts are whole numbers, the rest are like what they are made of. */
export function resultField(name: string, field: Field): Field {
  if (name === 'COUNT' || name === 'COUNT_DISTINCT') return { ...field, type: 'int', externalId: false, picklistValues: [] }
  return name === 'AVG' ? { ...field, type: 'double' } : field
}

function extreme(isBetter: (value: Value, best: Value) => boolean): Fold {
  let best: Value = null
  return {
    add: (value) => {
      if (best === null || isBetter(value, best)) best = value
    },
    result: () => best,
  }
}

function summed(result: (sum: number, count: number) => number): Fold {
  let [sum, count] = [0, 0]
  return {
    add: (value) => {
      sum += Number(value)
      count++
    },
    result: () => (count === 0 ? null : result(sum, count)),
  }
}

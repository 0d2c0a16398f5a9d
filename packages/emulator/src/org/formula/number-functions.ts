import { roundTo } from '../round-to.ts'
import { plainFunction, requireCount, requireType, type FormulaFunction } from './formula-function.ts'

/** What formulas do with numbers. */
export const numberFunctions: Readonly<Record<string, FormulaFunction>> = {
  ROUND: plainFunction(['number', 'number'], 'number', roundTo),
  ABS: plainFunction(['number'], 'number', Math.abs),
  FLOOR: plainFunction(['number'], 'number', Math.floor),
  CEILING: plainFunction(['number'], 'number', Math.ceil),
  MAX: extreme(Math.max),
  MIN: extreme(Math.min),
  MOD: plainFunction(['number', 'number'], 'number', (a: number, b: number) => a - b * Math.floor(a / b)),
}

function extreme(choose: (...numbers: number[]) => number): FormulaFunction {
  return (name, given) => {
    requireCount(name, given, 1, Infinity)
    for (const part of given) requireType(name, part, 'number')
    return {
      type: 'number',
      read(row) {
        const numbers = given.map((part) => part.read(row))
        return numbers.includes(null) ? null : choose(...numbers.map(Number))
      },
    }
  }
}

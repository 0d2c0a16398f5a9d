import { emulatorLimit, refusal } from '../wire/salesforce-error.ts'
import { aggregateNames } from './aggregate-function.ts'
import { resolveColumn, type Column, type QueryScope } from './column.ts'
import { functionColumn, nameOf, type FunctionCall } from './function-column.ts'
import { conditionError } from './soql-error.ts'

/** What stands before the operator of a WHERE condition; throws where it can't be filtered by. */
export function whereColumn(scope: QueryScope, operand: string | FunctionCall): Column {
  if (typeof operand === 'string') return filterable(scope, operand, resolveColumn(scope, operand))
  const name = nameOf(operand)
  if (aggregateNames.has(name)) throw refusal('MALFORMED_QUERY', `unexpected token: '${name}'`)
  if (name === 'DISTANCE') throw emulatorLimit('DISTANCE()')
  return functionColumn(scope, operand)
}

function filterable(scope: QueryScope, written: string, column: Column): Column {
  const { field } = column
  if (field.type === 'address') throw refuse(scope, written, 'Address fields can only be filtered using Distance expressions')
  if (!field.filterable) throw refuse(scope, written, `field '${field.name}' can not be filtered in a query call`)
  return column
}

function refuse({ soql }: QueryScope, written: string, sentence: string) {
  return conditionError('INVALID_FIELD', soql, written, sentence)
}

import type { Field } from '../org/objects/field.ts'
import type { Row, Value } from '../org/table.ts'
import { emulatorLimit, refusal } from '../wire/salesforce-error.ts'
import { resolveColumn, type Column, type QueryScope } from './column.ts'
import { dateFunctions, needsTime, type DatePart } from './date-function.ts'
import { wallTime } from './time-zone.ts'
import { fiscalStartOf, timeZoneOf } from './user-calendar.ts'

/** A function of one field as the parser gives it. */
export interface FunctionCall {
  readonly functionName?: string
  readonly parameters?: readonly (string | FunctionCall)[]
}

/** The column that a function of a record's field makes, such as `CALENDAR_YEAR(CreatedDate)` or `toLabel(Industry)`. */
export function functionColumn(scope: QueryScope, call: FunctionCall): Column {
  const name = nameOf(call)
  const part = dateFunctions[name]
  if (part) return dateColumn(scope, call, name, part)
  if (name === 'TOLABEL') return labelColumn(scope, call)
  if (name === 'CONVERTCURRENCY') return convertedColumn(scope, call)
  if (name === 'CONVERTTIMEZONE') throw emulatorLimit('convertTimezone() outside of a date function')
  throw emulatorLimit(`${name}() here`)
}

/** The function's name in capitals. */
export function nameOf({ functionName }: FunctionCall): string {
  return (functionName ?? '').toUpperCase()
}

/** Whether the function takes a part of a date. */
export function isDateFunction(call: FunctionCall): boolean {
  return nameOf(call) in dateFunctions
}

/** The one field a function is of; throws where it is of something else. */
export function fieldOf(call: FunctionCall): string {
  const [field, ...others] = call.parameters ?? []
  if (typeof field !== 'string' || others.length > 0) throw emulatorLimit(`these parameters of ${nameOf(call)}()`)
  return field
}

function dateColumn(scope: QueryScope, call: FunctionCall, name: string, part: DatePart): Column {
  const [parameter] = call.parameters ?? []
  const zoned = typeof parameter === 'object'
  if (zoned && nameOf(parameter) !== 'CONVERTTIMEZONE') throw emulatorLimit(`${nameOf(parameter)}() inside ${name}()`)
  const column = resolveColumn(scope, fieldOf(zoned ? parameter : call))
  const { type } = column.field
  if (type !== 'datetime' && (type !== 'date' || zoned || needsTime.has(name)))
    throw refusal('MALFORMED_QUERY', `field ${column.path} does not support the function ${name}`)
  const start = fiscalStartOf(scope.org)
  const zone = zoned ? timeZoneOf(scope.user) : undefined
  const path = zoned ? `${name}(convertTimezone(${column.path}))` : `${name}(${column.path})`
  const wall = (moment: string) => (zone === undefined ? moment : wallTime(new Date(moment), zone))
  const read = (row: Row): Value => {
    const value = column.read(row)
    return typeof value === 'string' ? part(wall(value), start) : null
  }
  return { ...column, path, field: partField(column.field, name), parents: [], read }
}

function partField(field: Field, name: string): Field {
  const type = name === 'DAY_ONLY' ? 'date' : 'int'
  return { ...field, type, length: 0, externalId: false, picklistValues: [], groupable: true, filterable: true, sortable: true }
}

/** An amount in the currency of the user who asks. */
function convertedColumn(scope: QueryScope, call: FunctionCall): Column {
  const { currencies } = scope.org
  const column = resolveColumn(scope, fieldOf(call))
  if (column.field.type !== 'currency' || !currencies.areSeveral)
    throw emulatorLimit(`convertCurrency() of ${column.path}, which is no amount in an org of several currencies`)
  const codeOf = resolveColumn(scope, column.path.replace(/[^.]+$/, 'CurrencyIsoCode')).read
  const wanted = currencies.defaultOf(scope.user)
  const read = (row: Row): Value => {
    const amount = column.read(row)
    const code = codeOf(row)
    return typeof amount === 'number' && typeof code === 'string' ? currencies.converted(amount, code, wanted) : amount
  }
  return { ...column, read }
}

function labelColumn(scope: QueryScope, call: FunctionCall): Column {
  const column = resolveColumn(scope, fieldOf(call))
  const { type, picklistValues } = column.field
  if (type !== 'picklist' && type !== 'multipicklist') throw emulatorLimit(`toLabel() of ${column.path}, which is no picklist`)
  const labels = new Map(picklistValues.map(({ value, label }) => [value, label]))
  const labelOf = (value: string) =>
    value
      .split(';')
      .map((one) => labels.get(one) ?? one)
      .join(';')
  const read = (row: Row): Value => {
    const value = column.read(row)
    return typeof value === 'string' ? labelOf(value) : value
  }
  return { ...column, read }
}

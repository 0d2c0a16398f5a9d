import type { FieldFunctionExpression, FieldType, QueryBase } from '@jetstreamapp/soql-parser-js'
import { emulatorLimit, refusal } from '../wire/salesforce-error.ts'
import { resolveColumn, type Column, type QueryScope } from './column.ts'
import type { ChildQuery } from './compiled-query.ts'
import { formatter } from './formatted.ts'
import { fieldOf, functionColumn, isDateFunction, nameOf } from './function-column.ts'
import { timeZoneOf } from './user-calendar.ts'

const MAX_ALL_FIELDS = 200

type Selected = Column | ChildQuery
type CompileChild = (field: Extract<FieldType, { type: 'FieldSubquery' }>) => ChildQuery

/** What a query without aggregates selects, in its order; throws Salesforce's refusals. `children` checks the queries inside. */
export function selectList(scope: QueryScope, query: QueryBase, children: CompileChild): Selected[] {
  const selected = (query.fields ?? []).flatMap((field) => selectedBy(scope, field, query, children))
  const names = selected.map((part) => ('read' in part ? part.path : part.relationship).toLowerCase())
  const repeated = selected.find((_, at) => names.indexOf(names[at] ?? '') < at)
  if (repeated && 'read' in repeated) throw refusal('INVALID_FIELD', `duplicate field selected: ${repeated.path}`)
  return selected
}

function selectedBy(scope: QueryScope, field: FieldType, query: QueryBase, children: CompileChild): Selected[] {
  switch (field.type) {
    case 'Field':
    case 'FieldRelationship':
      return [plainColumn(scope, field)]
    case 'FieldSubquery':
      return [children(field)]
    case 'FieldFunctionExpression':
      return nameOf(field) === 'FIELDS' ? allFields(scope, field, query) : [computedColumn(scope, field)]
    case 'FieldTypeof':
      throw emulatorLimit('TYPEOF, because no relationship of its orgs has several targets')
  }
}

function plainColumn(scope: QueryScope, field: Extract<FieldType, { type: 'Field' | 'FieldRelationship' }>): Column {
  const path = field.type === 'Field' ? field.field : [...field.relationships, field.field].join('.')
  const column = resolveColumn(scope, path)
  if ('alias' in field && field.alias) throw refusal('MALFORMED_QUERY', 'only aggregate expressions use field aliasing')
  return column
}

/** A function of a field, shown under its alias, or under the field's own name. */
function computedColumn(scope: QueryScope, call: FieldFunctionExpression): Column {
  if (isDateFunction(call)) throw emulatorLimit(`${nameOf(call)}() in SELECT without GROUP BY`)
  const column = nameOf(call) === 'FORMAT' ? formatted(scope, call) : functionColumn(scope, call)
  if (!call.alias) return column
  return { ...column, path: call.alias, parents: [], field: { ...column.field, name: call.alias } }
}

function formatted(scope: QueryScope, call: FieldFunctionExpression): Column {
  const [parameter] = call.parameters
  const column = typeof parameter === 'object' ? functionColumn(scope, parameter) : resolveColumn(scope, fieldOf(call))
  const format = formatter(column.field, timeZoneOf(scope.user))
  return { ...column, field: { ...column.field, type: 'string' }, read: (row) => format(column.read(row)) }
}

function allFields(scope: QueryScope, { parameters: [which] }: FieldFunctionExpression, { limit }: QueryBase): Column[] {
  const kind = typeof which === 'string' ? which.toUpperCase() : ''
  if (kind !== 'STANDARD' && (limit === undefined || limit > MAX_ALL_FIELDS))
    throw refusal('MALFORMED_QUERY', `The SOQL FIELDS function must have a LIMIT of at most ${MAX_ALL_FIELDS}`)
  const chosen = scope.object.fields.filter((field) => kind === 'ALL' || field.custom === (kind === 'CUSTOM'))
  return chosen.map((field) => resolveColumn(scope, field.name))
}

import type { Column } from '../soql/column.ts'
import type { CompiledQuery } from '../soql/compiled-query.ts'

const numberTypes: ReadonlySet<string> = new Set(['int', 'double', 'currency', 'percent'])
const apexTypes: Readonly<Record<string, string>> = {
  id: 'Id',
  reference: 'Id',
  boolean: 'Boolean',
  int: 'Integer',
  double: 'Double',
  currency: 'Double',
  percent: 'Double',
  date: 'Date',
  datetime: 'Datetime',
  time: 'Time',
  address: 'Address',
  location: 'Location',
}

/** What `columns=true` answers instead of rows: the columns of a query, which the Salesforce CLI makes its tables from. */
export function columnsJson(query: CompiledQuery): Record<string, unknown> {
  return {
    columnMetadata: query.columns.map((column) =>
      nested(
        column,
        column.parents.map((parent) => parent.relationship),
      ),
    ),
    entityName: query.object.type.name,
    groupBy: query.query.groupBy !== undefined,
    idSelected: query.columns.some((column) => column.path === 'Id'),
    keyPrefix: query.object.type.keyPrefix,
  }
}

function nested(column: Column, relationships: readonly string[]): Record<string, unknown> {
  const [outermost, ...inner] = relationships
  if (outermost === undefined) return leaf(column)
  return {
    ...leaf(column),
    columnName: outermost,
    displayName: outermost,
    foreignKeyName: outermost,
    joinColumns: [nested(column, inner)],
  }
}

function leaf({ field }: Column): Record<string, unknown> {
  const apexType = apexTypes[field.type] ?? 'String'
  return {
    aggregate: false,
    apexType,
    booleanType: field.type === 'boolean',
    columnName: field.name,
    custom: field.custom,
    displayName: field.name,
    foreignKeyName: null,
    insertable: field.createable,
    joinColumns: [],
    numberType: numberTypes.has(field.type),
    textType: apexType === 'String',
    updatable: field.updateable,
  }
}

import { type SalesforceField, SalesforceType } from '../../src/contract/schema.ts'
import { picklist, salesforceField } from '../../src/testing/describes/index.ts'
import { picklistValues } from './picklist-values.ts'

/**
 * Reads fields from lines such as `Phone | Business Phone | phone 40 | CUN`. Flags: C createable, U updateable, N nillable,
 * D defaulted on create, R restricted and P dependent picklist, K calculated, A auto number, H rich text, X external id, Q unique.
 * Behind them: `in Compound`, `to Object, via Relationship`, `by Controller`, `as extraTypeInfo`, `of A/B/C` for picklist values.
 */
export function fieldTable(table: string): SalesforceField[] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(fieldOfLine)
}

function fieldOfLine(line: string): SalesforceField {
  const [name = '', label = '', typeAndSize = '', flags = '', rest = ''] = line.split('|').map((cell) => cell.trim())
  const [typeName, size = ''] = typeAndSize.split(' ')
  const type = SalesforceType.parse(typeName)
  const has = (flag: string) => flags.includes(flag)
  const told = toldOf(rest)
  const values = told.get('of')?.split('/') ?? picklistValues[name] ?? []
  return salesforceField(name, label, type, {
    ...sizeOf(type, size),
    createable: has('C'),
    updateable: has('U'),
    nillable: has('N'),
    defaultedOnCreate: has('D'),
    restrictedPicklist: has('R'),
    dependentPicklist: has('P'),
    calculated: has('K'),
    autoNumber: has('A'),
    htmlFormatted: has('H'),
    externalId: has('X'),
    unique: has('Q'),
    custom: /__p?c$/.test(name),
    controllerName: told.get('by') ?? null,
    compoundFieldName: told.get('in') ?? null,
    relationshipName: told.get('via') ?? null,
    extraTypeInfo: told.get('as') ?? null,
    referenceTo: told.get('to')?.split('/') ?? [],
    picklistValues: picklist(...values),
  })
}

function toldOf(rest: string): Map<string, string> {
  const told = rest.split(', ').filter((part) => part !== '')
  return new Map(told.map((part) => [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)]))
}

function sizeOf(type: SalesforceType, size: string) {
  if (type === 'int' || type === 'long') return { digits: Number(size) }
  const [whole, scale] = size.split('.').map(Number)
  return scale === undefined ? { length: whole ?? 0 } : { precision: whole ?? 0, scale }
}

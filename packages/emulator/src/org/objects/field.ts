import { labelOf } from './label.ts'

export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'boolean'
  | 'int'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'email'
  | 'phone'
  | 'url'
  | 'picklist'
  | 'multipicklist'
  | 'reference'
  | 'address'

interface PicklistValue {
  value: string
  label: string
  active: boolean
  defaultValue: boolean
}

/** A field of an object, as its definition has it (what one user may do with it can be less). */
export interface Field {
  name: string
  label: string
  type: FieldType
  length: number
  precision: number
  scale: number
  digits: number
  createable: boolean
  updateable: boolean
  nillable: boolean
  defaultedOnCreate: boolean
  restrictedPicklist: boolean
  idLookup: boolean
  externalId: boolean
  unique: boolean
  caseSensitive: boolean
  filterable: boolean
  sortable: boolean
  groupable: boolean
  permissionable: boolean
  custom: boolean
  nameField: boolean
  compoundFieldName: string | null
  extraTypeInfo: string | null
  inlineHelpText: string | null
  referenceTo: string[]
  relationshipName: string | null
  picklistValues: PicklistValue[]
}

const noFlags = {
  length: 0,
  precision: 0,
  scale: 0,
  digits: 0,
  caseSensitive: false,
  custom: false,
  nameField: false,
  compoundFieldName: null,
  extraTypeInfo: null,
  inlineHelpText: null,
  relationshipName: null,
}

/**
 * Defines a field. `flags` are letters: C createable, U updateable, N nillable, D defaultedOnCreate, R restrictedPicklist,
 * I idLookup, X externalId, Q unique, F filterable, S sortable, G groupable, M permissionable.
 */
export function field(name: string, type: FieldType, flags: string, details: Partial<Field> = {}): Field {
  const has = (letter: string) => flags.includes(letter)
  return {
    ...noFlags,
    name,
    label: labelOf(name),
    type,
    createable: has('C'),
    updateable: has('U'),
    nillable: has('N'),
    defaultedOnCreate: has('D'),
    restrictedPicklist: has('R'),
    idLookup: has('I'),
    externalId: has('X'),
    unique: has('Q'),
    filterable: has('F'),
    sortable: has('S'),
    groupable: has('G'),
    permissionable: has('M'),
    referenceTo: [],
    picklistValues: [],
    ...details,
  }
}

export function text(name: string, length: number, flags: string, details: Partial<Field> = {}): Field {
  return field(name, 'string', flags, { length, ...details })
}

/** A picklist whose values are all active and whose labels equal the values. */
export function picklist(name: string, values: readonly string[], flags: string, details: Partial<Field> = {}): Field {
  const picklistValues = values.map((value) => ({ value, label: value, active: true, defaultValue: false }))
  return field(name, 'picklist', flags, { length: 255, picklistValues, ...details })
}

/** A lookup to `target`; without a relationship name it cannot be followed in a query. */
export function lookup(
  name: string,
  target: string,
  relationship: string | null,
  flags: string,
  details: Partial<Field> = {},
): Field {
  return field(name, 'reference', flags, { length: 18, referenceTo: [target], relationshipName: relationship, ...details })
}

/** The record id, labelled as Salesforce does it: "Account ID". */
export function idField(object: string): Field {
  return field('Id', 'id', 'DIFSG', { length: 18, label: `${object} ID` })
}

/** Whether a record can't be created without a value for this field. */
export function isRequired(candidate: Field): boolean {
  return candidate.createable && !candidate.nillable && !candidate.defaultedOnCreate
}

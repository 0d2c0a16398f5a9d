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
  | 'time'
  | 'email'
  | 'phone'
  | 'url'
  | 'picklist'
  | 'multipicklist'
  | 'reference'
  | 'encryptedstring'
  | 'address'
  | 'location'

/** A value a person can choose. */
export interface PicklistValue {
  value: string
  label: string
  active: boolean
  defaultValue: boolean
  /** In a dependent picklist: the values of the controlling field with which it goes (`true` and `false` for a checkbox). */
  validFor?: readonly string[]
}

/** What a field computes whenever it is read. */
export interface FieldFormula {
  text: string
  /** Whether an empty number counts as 0; otherwise what is computed from it is empty too. */
  blanksAsZero: boolean
}

/** What a roll-up summary tells of the records that point to a record. */
export interface FieldSummary {
  operation: 'count' | 'sum' | 'min' | 'max'
  /** The children, and the lookup by which they point to the record: `Opportunity`, `AccountId`. */
  object: string
  lookup: string
  /** The field of the children that is summed or compared; null for a count. */
  field: string | null
  /** Children that do not meet all of these are left out. */
  filters: readonly SummaryFilter[]
}

export interface SummaryFilter {
  field: string
  operation: string
  /** As the Metadata API writes it; several values stand with commas between them. */
  value: string
}

/** A field of an object, as its definition has it (what one user may do with it can be less). */
export interface Field {
  name: string
  label: string
  type: FieldType
  length: number
  /** Where it is not what Salesforce makes of the length: three bytes a character. */
  byteLength?: number
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
  /** What a custom lookup is called by the object it points to. */
  childRelationshipName: string | null
  picklistValues: readonly PicklistValue[]
  /** The field that decides which values of this picklist can be chosen. */
  controllerName: string | null
  /** A formula for what a new record gets when nothing is given. */
  defaultFormula: string | null
  formula: FieldFormula | null
  summary: FieldSummary | null
  /** How the numbers that the org gives out read: `A-{0000}`. */
  displayFormat: string | null
  htmlFormatted: boolean
  /** How much of an encrypted text is hidden, and the character put in its place. */
  mask: { type: string; character: string } | null
  displayLocationInDecimal: boolean
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
  childRelationshipName: null,
  controllerName: null,
  defaultFormula: null,
  formula: null,
  summary: null,
  displayFormat: null,
  htmlFormatted: false,
  mask: null,
  displayLocationInDecimal: false,
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

/** Whether the values of a field stand in several others: an address or a geolocation. */
export function isCompound({ type }: Pick<Field, 'type'>): boolean {
  return type === 'address' || type === 'location'
}

/** Whether a field is computed whenever it is read. */
export function isComputed({ formula, summary }: Pick<Field, 'formula' | 'summary'>): boolean {
  return formula !== null || summary !== null
}

import type { Field } from './field.ts'

/** An object of the org as it is defined: its standard fields and what can be done with it at all. */
export interface ObjectType {
  name: string
  label: string
  labelPlural: string
  keyPrefix: string
  createable: boolean
  updateable: boolean
  deletable: boolean
  /** Shown to people as a record with a page: in search, layouts and recent items. */
  hasPages: boolean
  mergeable: boolean
  /** Whether people can clone a record together with its children. */
  deepCloneable: boolean
  /** Served under `/tooling` instead of `/sobjects`. */
  tooling: boolean
  fields: readonly Field[]
}

const record = {
  createable: true,
  updateable: true,
  deletable: true,
  hasPages: true,
  mergeable: false,
  deepCloneable: false,
  tooling: false,
}

/** An object of records that people work with. */
export function recordObject(details: Omit<ObjectType, keyof typeof record> & Partial<typeof record>): ObjectType {
  return { ...record, ...details }
}

/** An object of settings that can only be read, unless `details` say more. */
export function settingObject(details: Omit<ObjectType, keyof typeof record> & Partial<typeof record>): ObjectType {
  return { ...record, createable: false, updateable: false, deletable: false, hasPages: false, ...details }
}

/** Whether profiles and permission sets say who may do what with the records of an object. */
export function isPermissionable({ name, hasPages, createable, tooling }: ObjectType): boolean {
  return hasPages && createable && !tooling && name !== 'User'
}

/** The object with fields put in after the one called `after`; those it has already are left alone. */
export function withFields(object: ObjectType, after: string, added: readonly Field[]): ObjectType {
  const missing = added.filter(({ name }) => !object.fields.some((own) => own.name === name))
  const at = object.fields.findIndex(({ name }) => name === after) + 1
  return { ...object, fields: [...object.fields.slice(0, at), ...missing, ...object.fields.slice(at)] }
}

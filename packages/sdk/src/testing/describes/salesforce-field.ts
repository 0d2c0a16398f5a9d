import type { PicklistValue, SalesforceField, SalesforceType } from '../../contract/schema.ts'

/** What tells one field from a plain optional one that everybody may write. */
export type FieldSketch = Partial<Omit<SalesforceField, 'name' | 'label' | 'type'>>

/** A field of a describe: optional and writable, unless the sketch says otherwise. */
export function salesforceField(name: string, label: string, type: SalesforceType, sketch: FieldSketch = {}): SalesforceField {
  return {
    name,
    label,
    type,
    length: 0,
    precision: 0,
    scale: 0,
    digits: 0,
    nillable: true,
    createable: true,
    updateable: true,
    defaultedOnCreate: false,
    calculated: false,
    autoNumber: false,
    custom: name.endsWith('__c'),
    externalId: false,
    unique: false,
    restrictedPicklist: false,
    dependentPicklist: false,
    htmlFormatted: false,
    controllerName: null,
    compoundFieldName: null,
    relationshipName: null,
    extraTypeInfo: null,
    referenceTo: [],
    picklistValues: [],
    ...sketch,
  }
}

/** Picklist values whose labels are the values themselves. */
export function picklist(...values: string[]): PicklistValue[] {
  return values.map((value) => ({ value, label: value, active: true, defaultValue: false }))
}

export const required: FieldSketch = { nillable: false }

export const readOnly: FieldSketch = { createable: false, updateable: false }

/** Filled and kept by Salesforce itself. */
export const system: FieldSketch = { ...readOnly, nillable: false, defaultedOnCreate: true }

/** `Pryzm_ID__c` as the setup guide asks for it. */
export function pryzmIdField(): SalesforceField {
  return salesforceField('Pryzm_ID__c', 'Pryzm_ID', 'string', { length: 36, externalId: true, unique: true })
}

/** A compound address with the components that orgs without state and country picklists have. */
export function addressFields(prefix: string, label: string): SalesforceField[] {
  const compoundFieldName = `${prefix}Address`
  const part = (name: string, partLabel: string, length: number) =>
    salesforceField(`${prefix}${name}`, `${label} ${partLabel}`, name === 'Street' ? 'textarea' : 'string', {
      length,
      compoundFieldName,
    })
  return [
    part('Street', 'Street', 255),
    part('City', 'City', 40),
    part('State', 'State/Province', 80),
    part('PostalCode', 'Zip/Postal Code', 20),
    part('Country', 'Country', 80),
    salesforceField(compoundFieldName, `${label} Address`, 'address', readOnly),
  ]
}

/** The code fields that state and country picklists add to an address. */
export function addressCodeFields(prefix: string, label: string): SalesforceField[] {
  const compoundFieldName = `${prefix}Address`
  const code = (name: string, codeLabel: string, codes: Record<string, string>, sketch: FieldSketch) =>
    salesforceField(`${prefix}${name}`, `${label} ${codeLabel}`, 'picklist', {
      length: 10,
      compoundFieldName,
      restrictedPicklist: true,
      picklistValues: Object.entries(codes).map(([value, text]) => ({ value, label: text, active: true, defaultValue: false })),
      ...sketch,
    })
  return [
    code('StateCode', 'State/Province Code', states, { dependentPicklist: true, controllerName: `${prefix}CountryCode` }),
    code('CountryCode', 'Country Code', countries, {}),
  ]
}

const countries = { US: 'United States', DE: 'Germany', BR: 'Brazil', AU: 'Australia', GB: 'United Kingdom' }

const states = { CA: 'California', NY: 'New York', BY: 'Bavaria', SP: 'São Paulo', NSW: 'New South Wales' }

/** A lookup to another object. */
export function lookup(name: string, label: string, target: string, sketch: FieldSketch = {}): SalesforceField {
  return salesforceField(name, label, 'reference', {
    length: 18,
    relationshipName: name.replace(/Id$/, '').replace(/__c$/, '__r'),
    referenceTo: [target],
    ...sketch,
  })
}

/** What every object has and nobody writes. */
export function systemFields(objectLabel: string): SalesforceField[] {
  return [
    salesforceField('Id', `${objectLabel} ID`, 'id', { ...system, length: 18 }),
    salesforceField('IsDeleted', 'Deleted', 'boolean', system),
    lookup('OwnerId', 'Owner ID', 'User', { nillable: false, defaultedOnCreate: true }),
    salesforceField('CreatedDate', 'Created Date', 'datetime', system),
    lookup('CreatedById', 'Created By ID', 'User', system),
    salesforceField('LastModifiedDate', 'Last Modified Date', 'datetime', system),
    salesforceField('SystemModstamp', 'System Modstamp', 'datetime', system),
    salesforceField('LastActivityDate', 'Last Activity', 'date', readOnly),
  ]
}

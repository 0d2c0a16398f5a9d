import { auditFields } from './common-fields.ts'
import { field, idField, lookup, picklist, text, type Field } from './field.ts'
import { settingObject } from './object-type.ts'

/** What tells kinds of records of one object apart: other picklist values, another layout, another sales process. */
export const recordType = settingObject({
  name: 'RecordType',
  label: 'Record Type',
  labelPlural: 'Record Types',
  keyPrefix: '012',
  fields: [
    idField('Record Type'),
    text('Name', 80, 'IFSG', { nameField: true }),
    text('DeveloperName', 80, 'FSG', { label: 'Record Type Name' }),
    text('NamespacePrefix', 15, 'NFSG'),
    text('Description', 255, 'NFSG'),
    lookup('BusinessProcessId', 'BusinessProcess', 'BusinessProcess', 'NFSG'),
    picklist('SobjectType', ['Account', 'Contact', 'Opportunity'], 'RFSG', { length: 40, label: 'SObject Type Name' }),
    field('IsActive', 'boolean', 'DFSG', { label: 'Active' }),
    ...auditFields,
  ],
})

/** Tells the record types of person accounts; an org without those does not have it. */
export const isPersonTypeField = field('IsPersonType', 'boolean', 'DFSG')

/** A sales process: the stages that opportunities of some record types go through. */
export const businessProcess = settingObject({
  name: 'BusinessProcess',
  label: 'Business Process',
  labelPlural: 'Business Processes',
  keyPrefix: '019',
  fields: [
    idField('Business Process'),
    text('Name', 80, 'IFSG', { nameField: true }),
    text('NamespacePrefix', 15, 'NFSG'),
    text('Description', 255, 'NFSG'),
    picklist('TableEnumOrId', ['Opportunity'], 'RFSG', { length: 40, label: 'Entity Enumeration Or ID' }),
    field('IsActive', 'boolean', 'DFSG', { label: 'Active' }),
    ...auditFields,
  ],
})

/** The record type of a record, which only objects with record types have. */
export const recordTypeField: Field = lookup('RecordTypeId', 'RecordType', 'RecordType', 'CUNFSG')

import type { ObjectDescribe } from '../../contract/schema.ts'
import {
  addressFields,
  lookup,
  picklist,
  pryzmIdField,
  readOnly,
  required,
  salesforceField,
  systemFields,
} from './salesforce-field.ts'

/** Contacts as a system administrator of a fresh org sees them, with `Pryzm_ID__c` in place. */
export const contactDescribe: ObjectDescribe = {
  name: 'Contact',
  label: 'Contact',
  labelPlural: 'Contacts',
  queryable: true,
  createable: true,
  updateable: true,
  fields: [
    ...systemFields('Contact'),
    lookup('AccountId', 'Account ID', 'Account'),
    salesforceField('LastName', 'Last Name', 'string', { ...required, length: 80, compoundFieldName: 'Name' }),
    salesforceField('FirstName', 'First Name', 'string', { length: 40, compoundFieldName: 'Name' }),
    salesforceField('Salutation', 'Salutation', 'picklist', {
      length: 40,
      compoundFieldName: 'Name',
      picklistValues: picklist('Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.'),
    }),
    salesforceField('Name', 'Full Name', 'string', { ...readOnly, nillable: false, length: 121, extraTypeInfo: 'personname' }),
    ...addressFields('Other', 'Other'),
    ...addressFields('Mailing', 'Mailing'),
    salesforceField('Phone', 'Business Phone', 'phone', { length: 40 }),
    salesforceField('Fax', 'Business Fax', 'phone', { length: 40 }),
    salesforceField('MobilePhone', 'Mobile Phone', 'phone', { length: 40 }),
    salesforceField('HomePhone', 'Home Phone', 'phone', { length: 40 }),
    lookup('ReportsToId', 'Reports To ID', 'Contact'),
    salesforceField('Email', 'Email', 'email', { length: 80 }),
    salesforceField('Title', 'Title', 'string', { length: 128 }),
    salesforceField('Department', 'Department', 'string', { length: 80 }),
    salesforceField('AssistantName', "Assistant's Name", 'string', { length: 40 }),
    salesforceField('LeadSource', 'Lead Source', 'picklist', {
      length: 255,
      picklistValues: picklist('Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'),
    }),
    salesforceField('Birthdate', 'Birthdate', 'date'),
    salesforceField('Description', 'Contact Description', 'textarea', { length: 32_000 }),
    pryzmIdField(),
  ],
}

import { editions } from '../edition.ts'
import { auditFields, phone } from './common-fields.ts'
import { field, idField, picklist, text } from './field.ts'
import { settingObject } from './object-type.ts'

export const organization = settingObject({
  name: 'Organization',
  label: 'Organization',
  labelPlural: 'Organizations',
  keyPrefix: '00D',
  fields: [
    idField('Organization'),
    text('Name', 80, 'FSG', { nameField: true }),
    text('Division', 80, 'NFSG'),
    field('Street', 'textarea', 'NFSG', { length: 255 }),
    text('City', 40, 'NFSG'),
    text('State', 80, 'NFSG', { label: 'State/Province' }),
    text('PostalCode', 20, 'NFSG', { label: 'Zip/Postal Code' }),
    text('Country', 80, 'NFSG'),
    phone('Phone', 'NFSG'),
    phone('Fax', 'NFSG'),
    text('PrimaryContact', 80, 'NFSG'),
    picklist('DefaultLocaleSidKey', ['en_US'], 'RFSG', { length: 40, label: 'Locale' }),
    picklist('TimeZoneSidKey', ['America/Los_Angeles', 'America/New_York', 'Europe/London'], 'RFSG', {
      length: 40,
      label: 'Time Zone',
    }),
    picklist('LanguageLocaleKey', ['en_US'], 'RFSG', { length: 40, label: 'Language' }),
    field('FiscalYearStartMonth', 'int', 'FSG', { digits: 9 }),
    field('TrialExpirationDate', 'datetime', 'NFS'),
    picklist('OrganizationType', editions, 'NRFSG', { length: 40, label: 'Edition' }),
    text('NamespacePrefix', 15, 'NFSG'),
    text('InstanceName', 5, 'NFSG'),
    field('IsSandbox', 'boolean', 'DFSG'),
    field('IsReadOnly', 'boolean', 'DFSG'),
    ...auditFields,
  ],
})

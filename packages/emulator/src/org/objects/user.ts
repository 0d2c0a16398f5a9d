import { auditFields, phone } from './common-fields.ts'
import { field, idField, lookup, picklist, text } from './field.ts'
import { settingObject } from './object-type.ts'
import { systemPermissionFields } from './permission-set.ts'

const partOfName = { compoundFieldName: 'Name', extraTypeInfo: 'personname' }

export const user = settingObject({
  name: 'User',
  label: 'User',
  labelPlural: 'Users',
  keyPrefix: '005',
  createable: true,
  updateable: true,
  hasPages: true,
  fields: [
    idField('User'),
    text('Username', 80, 'CUIFSG'),
    text('LastName', 80, 'CUFSG', partOfName),
    text('FirstName', 40, 'CUNFSG', partOfName),
    text('Name', 121, 'FSG', { label: 'Full Name', extraTypeInfo: 'personname', nameField: true }),
    text('CompanyName', 80, 'CUNFSG'),
    text('Department', 80, 'CUNFSG'),
    text('Title', 80, 'CUNFSG'),
    field('Email', 'email', 'CUIFSG', { length: 128 }),
    phone('Phone', 'CUNFSG'),
    phone('MobilePhone', 'CUNFSG'),
    text('Alias', 8, 'CUFSG'),
    text('CommunityNickname', 40, 'CUDFSG', { label: 'Nickname' }),
    field('IsActive', 'boolean', 'CUDFSG', { label: 'Active' }),
    picklist('TimeZoneSidKey', ['America/Los_Angeles', 'America/New_York', 'Europe/London'], 'CURDFSG', {
      length: 40,
      label: 'Time Zone',
    }),
    picklist('LocaleSidKey', ['en_US'], 'CURDFSG', { length: 40, label: 'Locale' }),
    picklist('EmailEncodingKey', ['UTF-8'], 'CURDFSG', { length: 40, label: 'Email Encoding' }),
    picklist('LanguageLocaleKey', ['en_US'], 'CURDFSG', { length: 40, label: 'Language' }),
    lookup('ProfileId', 'Profile', 'Profile', 'CUFSG'),
    picklist('UserType', ['Standard', 'Guest', 'AutomatedProcess'], 'RNFSG', { length: 40 }),
    lookup('ManagerId', 'User', 'Manager', 'CUNFSG'),
    field('LastLoginDate', 'datetime', 'NFS', { label: 'Last Login' }),
    text('FederationIdentifier', 512, 'CUNIFSG', { label: 'SAML Federation ID' }),
    ...auditFields,
  ],
})

export const profile = settingObject({
  name: 'Profile',
  label: 'Profile',
  labelPlural: 'Profile',
  keyPrefix: '00e',
  fields: [
    idField('Profile'),
    text('Name', 255, 'FSG', { nameField: true }),
    ...systemPermissionFields('DFSG'),
    text('Description', 255, 'NFSG'),
    ...auditFields,
  ],
})

import { field, idField, lookup, picklist, text } from './field.ts'
import { settingObject } from './object-type.ts'

export const loginHistory = settingObject({
  name: 'LoginHistory',
  label: 'Login History',
  labelPlural: 'Login History',
  keyPrefix: '0Ya',
  fields: [
    idField('Login History'),
    lookup('UserId', 'User', null, 'FSG'),
    field('LoginTime', 'datetime', 'FS'),
    picklist('LoginType', ['Application', 'Remote Access 2.0'], 'RFSG', { length: 40 }),
    text('SourceIp', 39, 'NFSG', { label: 'Source IP' }),
    text('LoginUrl', 120, 'NFSG', { label: 'Login URL' }),
    text('Browser', 64, 'NFSG'),
    text('Platform', 64, 'NFSG'),
    text('Status', 128, 'NFSG'),
    text('Application', 64, 'NFSG'),
    text('ClientVersion', 64, 'NFSG'),
    text('ApiType', 64, 'NFSG', { label: 'API Type' }),
    text('ApiVersion', 32, 'NFSG', { label: 'API Version' }),
  ],
})

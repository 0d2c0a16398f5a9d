import { auditFields } from './common-fields.ts'
import { field, idField, text } from './field.ts'
import { settingObject } from './object-type.ts'

/** A currency of an org with several. The object is not there in an org with one. */
export const currencyType = settingObject({
  name: 'CurrencyType',
  label: 'Currency Type',
  labelPlural: 'Currency Types',
  keyPrefix: '01L',
  createable: true,
  updateable: true,
  fields: [
    idField('Currency Type'),
    text('IsoCode', 3, 'CFSG', { label: 'Currency ISO Code', nameField: true }),
    field('ConversionRate', 'double', 'CUFS', { precision: 18, scale: 6 }),
    field('DecimalPlaces', 'int', 'CUFSG', { digits: 1 }),
    field('IsActive', 'boolean', 'CUDFSG', { label: 'Active' }),
    field('IsCorporate', 'boolean', 'DFSG', { label: 'Corporate Currency' }),
    ...auditFields,
  ],
})

import { auditFields } from './common-fields.ts'
import { field, idField, picklist, text } from './field.ts'
import { settingObject } from './object-type.ts'
import { forecastCategories, forecastCategoryNames } from './picklists.ts'

export const opportunityStage = settingObject({
  name: 'OpportunityStage',
  label: 'Opportunity Stage',
  labelPlural: 'Opportunity Stages',
  keyPrefix: '01J',
  fields: [
    idField('Opportunity Stage'),
    text('MasterLabel', 255, 'NFSG'),
    text('ApiName', 255, 'FSG', { nameField: true }),
    field('IsActive', 'boolean', 'DFSG'),
    field('SortOrder', 'int', 'NFSG', { digits: 9 }),
    field('IsClosed', 'boolean', 'DFSG', { label: 'Closed' }),
    field('IsWon', 'boolean', 'DFSG', { label: 'Won' }),
    picklist('ForecastCategory', forecastCategories, 'RFSG', { length: 40 }),
    picklist('ForecastCategoryName', forecastCategoryNames, 'RFSG'),
    field('DefaultProbability', 'percent', 'NFS', { precision: 3, label: 'Probability (%)' }),
    text('Description', 255, 'NFSG'),
    ...auditFields,
  ],
})

import { auditFields, descriptionField, isDeletedField, ownerField, viewedFields } from './common-fields.ts'
import { field, idField, lookup, picklist, text } from './field.ts'
import { recordObject } from './object-type.ts'
import { forecastCategories, forecastCategoryNames, leadSources, opportunityTypes } from './picklists.ts'

const history = { label: 'Opportunity History ID' }

export const opportunity = recordObject({
  name: 'Opportunity',
  label: 'Opportunity',
  labelPlural: 'Opportunities',
  keyPrefix: '006',
  deepCloneable: true,
  fields: [
    idField('Opportunity'),
    isDeletedField,
    lookup('AccountId', 'Account', 'Account', 'CUNFSGM'),
    field('IsPrivate', 'boolean', 'CUDFSGM', { label: 'Private' }),
    text('Name', 120, 'CUIFSG', { nameField: true }),
    descriptionField('Description'),
    picklist('StageName', [], 'CUFSG', { label: 'Stage' }),
    field('Amount', 'currency', 'CUNFSM', { precision: 18, scale: 2 }),
    field('Probability', 'percent', 'CUNDFSM', { precision: 3, label: 'Probability (%)' }),
    field('ExpectedRevenue', 'currency', 'NFSM', { precision: 18, scale: 2, label: 'Expected Amount' }),
    field('TotalOpportunityQuantity', 'double', 'CUNFSM', { precision: 18, scale: 2, label: 'Quantity' }),
    field('CloseDate', 'date', 'CUFSG'),
    picklist('Type', opportunityTypes, 'CUNFSGM', { label: 'Opportunity Type' }),
    text('NextStep', 255, 'CUNFSGM'),
    picklist('LeadSource', leadSources, 'CUNFSGM'),
    field('IsClosed', 'boolean', 'DFSG', { label: 'Closed' }),
    field('IsWon', 'boolean', 'DFSG', { label: 'Won' }),
    picklist('ForecastCategory', forecastCategories, 'RFSG', { length: 40 }),
    picklist('ForecastCategoryName', forecastCategoryNames, 'CUNDRFSG', { label: 'Forecast Category' }),
    lookup('CampaignId', 'Campaign', 'Campaign', 'CUNFSGM'),
    field('HasOpportunityLineItem', 'boolean', 'DFSG', { label: 'Has Line Item' }),
    lookup('Pricebook2Id', 'Pricebook2', 'Pricebook2', 'CUNDFSG', { label: 'Price Book ID' }),
    ownerField,
    ...auditFields,
    field('LastActivityDate', 'date', 'NFSG', { label: 'Last Activity' }),
    field('LastStageChangeDate', 'datetime', 'NFS'),
    field('FiscalQuarter', 'int', 'NFSG', { digits: 8, compoundFieldName: 'Fiscal' }),
    field('FiscalYear', 'int', 'NFSG', { digits: 8, compoundFieldName: 'Fiscal' }),
    text('Fiscal', 6, 'NFSG', { label: 'Fiscal Period', byteLength: 6 }),
    lookup('ContactId', 'Contact', null, 'CNFSG'),
    ...viewedFields,
    field('HasOpenActivity', 'boolean', 'DG'),
    field('HasOverdueTask', 'boolean', 'DG'),
    lookup('LastAmountChangedHistoryId', 'OpportunityHistory', 'LastAmountChangedHistory', 'NFSG', history),
    lookup('LastCloseDateChangedHistoryId', 'OpportunityHistory', 'LastCloseDateChangedHistory', 'NFSG', history),
  ],
})

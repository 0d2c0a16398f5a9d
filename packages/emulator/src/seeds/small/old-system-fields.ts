import { field, picklist, text, type Field } from '../../org/objects/field.ts'

const custom = { custom: true }

/** Custom fields that earlier projects left on Account; some hold what an import tool made of them. */
export const accountFields: readonly Field[] = [
  text('ERP_Number__c', 20, 'CUNXIFSGM', { label: 'ERP Number', ...custom }),
  picklist('Service_Level__c', ['Gold', 'Silver', 'Bronze'], 'CUNRFSGM', { label: 'Service Level', ...custom }),
  field('Credit_Limit__c', 'currency', 'CUNFSM', { label: 'Credit Limit', precision: 18, scale: 2, ...custom }),
  text('Import_Batch__c', 80, 'CUNFSGM', { label: 'Import Batch', ...custom }),
]

export const contactFields: readonly Field[] = [
  picklist('Preferred_Language__c', ['English', 'German', 'French', 'Spanish'], 'CUNFSGM', {
    label: 'Preferred Language',
    ...custom,
  }),
  text('Old_System_Key__c', 40, 'CUNFSGM', { label: 'Old System Key', ...custom }),
]

export const opportunityFields: readonly Field[] = [
  text('Competitor__c', 120, 'CUNFSGM', { label: 'Competitor', ...custom }),
  field('Site_Visit_Done__c', 'boolean', 'CUDFSGM', { label: 'Site Visit Done', ...custom }),
]

/** API name of the field that ties a Salesforce record to its Pryzm record. */
export const PRYZM_ID_FIELD = 'Pryzm_ID__c'

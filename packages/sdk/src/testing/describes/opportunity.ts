import type { ObjectDescribe } from '../../contract/schema.ts'
import { lookup, picklist, pryzmIdField, readOnly, required, salesforceField, system, systemFields } from './salesforce-field.ts'

/** Opportunities as a system administrator of a fresh org sees them, with `Pryzm_ID__c` in place. */
export const opportunityDescribe: ObjectDescribe = {
  name: 'Opportunity',
  label: 'Opportunity',
  labelPlural: 'Opportunities',
  queryable: true,
  createable: true,
  updateable: true,
  fields: [
    ...systemFields('Opportunity'),
    lookup('AccountId', 'Account ID', 'Account'),
    salesforceField('IsPrivate', 'Private', 'boolean', { nillable: false, defaultedOnCreate: true }),
    salesforceField('Name', 'Name', 'string', { ...required, length: 120 }),
    salesforceField('Description', 'Description', 'textarea', { length: 32_000 }),
    salesforceField('StageName', 'Stage', 'picklist', {
      ...required,
      length: 255,
      picklistValues: picklist(
        'Prospecting',
        'Qualification',
        'Needs Analysis',
        'Value Proposition',
        'Id. Decision Makers',
        'Perception Analysis',
        'Proposal/Price Quote',
        'Negotiation/Review',
        'Closed Won',
        'Closed Lost',
      ),
    }),
    salesforceField('Amount', 'Amount', 'currency', { precision: 18, scale: 2 }),
    salesforceField('Probability', 'Probability (%)', 'percent', { precision: 3, scale: 0, defaultedOnCreate: true }),
    salesforceField('ExpectedRevenue', 'Expected Amount', 'currency', { ...readOnly, precision: 18, scale: 2 }),
    salesforceField('TotalOpportunityQuantity', 'Quantity', 'double', { precision: 18, scale: 2 }),
    salesforceField('CloseDate', 'Close Date', 'date', required),
    salesforceField('Type', 'Opportunity Type', 'picklist', {
      length: 255,
      picklistValues: picklist(
        'Existing Customer - Upgrade',
        'Existing Customer - Replacement',
        'Existing Customer - Downgrade',
        'New Customer',
      ),
    }),
    salesforceField('NextStep', 'Next Step', 'string', { length: 255 }),
    salesforceField('LeadSource', 'Lead Source', 'picklist', {
      length: 255,
      picklistValues: picklist('Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'),
    }),
    salesforceField('IsClosed', 'Closed', 'boolean', system),
    salesforceField('IsWon', 'Won', 'boolean', system),
    lookup('CampaignId', 'Campaign ID', 'Campaign'),
    lookup('ContactId', 'Contact ID', 'Contact', { updateable: false, relationshipName: null }),
    pryzmIdField(),
  ],
}

import { ada, edgar } from './people.ts'
import type { ScenarioSample, ScenarioUser } from './samples.ts'

const acme = { salesforceId: '001gK00000A1b2CQAR', id: '5f0e7a52-1c55-4f43-9d7c-3a9a2f1b7c10' }

/** The users that both sides have. */
export const sampleUsers: ScenarioUser[] = [
  { id: ada.id, salesforceId: '005gK000001aaaaQAA', email: 'ada@acme.example' },
  { id: edgar.id, salesforceId: '005gK000001aaabQAA', email: 'edgar@acme.example' },
]

const owner = { OwnerId: '005gK000001aaaaQAA', 'Owner.Name': ada.name, 'Owner.Email': 'ada@acme.example' }

/** Records of both sides, linked and new, tidy and messy: what previews of stories are computed from. */
export function buildSamples(): ScenarioSample[] {
  return structuredClone([
    linkedAccount,
    messyAccount,
    pryzmOnlyOrganization,
    linkedContact,
    newContact,
    linkedOpportunity,
    newOpportunity,
  ])
}

const linkedAccount: ScenarioSample = {
  object: 'Account',
  salesforce: {
    id: acme.salesforceId,
    name: 'Acme Industrial',
    held: {
      Name: 'Acme Industrial',
      Website: 'https://acme-industrial.example',
      Phone: '+1 415 555 0100',
      Industry: 'Manufacturing',
      Type: 'Customer - Direct',
      NumberOfEmployees: '1200',
      AnnualRevenue: '48000000',
      Description: 'Makes anvils.\nSells them too.',
      BillingStreet: '1 Anvil Way',
      BillingCity: 'San Francisco',
      BillingState: 'CA',
      BillingPostalCode: '94105',
      BillingCountry: 'United States',
      ...owner,
    },
  },
  pryzm: {
    id: acme.id,
    name: 'Acme',
    values: {
      name: 'Acme',
      website: 'https://acme-industrial.example',
      phone: '+1 415 555 0199',
      industry: 'manufacturing',
      type: 'customer_direct',
      employees: '1150',
      annual_revenue: { amount: '48000000', currency: null },
      description: 'Makes anvils.\nSells them too.',
      address: { street: '1 Anvil Way', city: 'San Francisco', state: 'CA', postalCode: '94105', country: 'United States' },
      owner: edgar.id,
    },
  },
  changedThere: true,
}

const messyAccount: ScenarioSample = {
  object: 'Account',
  salesforce: {
    id: '001gK00000A1b2DQAR',
    name: 'Globex 🏔️',
    held: {
      Name: 'Globex 🏔️',
      Website: 'no website yet',
      Industry: 'Space mining',
      NumberOfEmployees: '7',
      ParentId: '001gK00000ZZZZZQAR',
      'Parent.Name': 'Globex Holding',
      OwnerId: '005gK000001aaacQAA',
      'Owner.Name': 'Former Colleague',
      'Owner.Email': 'gone@acme.example',
    },
  },
  pryzm: null,
  changedThere: false,
}

const pryzmOnlyOrganization: ScenarioSample = {
  object: 'Account',
  salesforce: null,
  pryzm: {
    id: '5f0e7a52-1c55-4f43-9d7c-3a9a2f1b7c12',
    name: 'Initech',
    values: {
      name: 'Initech',
      phone: `+1 ${'5'.repeat(60)}`,
      employees: '12.5',
      parent: '5f0e7a52-1c55-4f43-9d7c-3a9a2f1b7c99',
      owner: ada.id,
    },
  },
  changedThere: false,
}

const linkedContact: ScenarioSample = {
  object: 'Contact',
  salesforce: {
    id: '003gK00000B1b2CQAR',
    name: 'Ida Moreau',
    held: {
      Name: 'Ida Moreau',
      FirstName: 'Ida',
      LastName: 'Moreau',
      Email: 'ida@acme-industrial.example',
      Title: 'Chief of staff',
      AccountId: acme.salesforceId,
      'Account.Name': 'Acme Industrial',
      MailingCity: 'San Francisco',
      ...owner,
    },
  },
  pryzm: {
    id: '5f0e7a52-1c55-4f43-9d7c-3a9a2f1b7c20',
    name: 'Ida Moreau',
    values: {
      first_name: 'Ida',
      last_name: 'Moreau',
      email: 'Ida@acme-industrial.example',
      phone: '+1 415 555 0101',
      job_title: 'Chief of staff',
      organization: acme.id,
      owner: ada.id,
    },
  },
  changedThere: false,
}

const newContact: ScenarioSample = {
  object: 'Contact',
  salesforce: {
    id: '003gK00000B1b2DQAR',
    name: 'Bo Lindqvist',
    held: { Name: 'Bo Lindqvist', FirstName: 'Bo', LastName: 'Lindqvist', AccountId: '001gK00000A1b2DQAR', ...owner },
  },
  pryzm: null,
  changedThere: false,
}

const linkedOpportunity: ScenarioSample = {
  object: 'Opportunity',
  salesforce: {
    id: '006gK00000C1b2CQAR',
    name: 'Acme: 200 anvils',
    held: {
      Name: 'Acme: 200 anvils',
      StageName: 'Proposal/Price Quote',
      Amount: '125000.5',
      CloseDate: '2026-06-30',
      Probability: '75',
      AccountId: acme.salesforceId,
      'Account.Name': 'Acme Industrial',
      NextStep: 'Send the quote',
      LeadSource: 'Partner Referral',
      ...owner,
    },
  },
  pryzm: {
    id: '5f0e7a52-1c55-4f43-9d7c-3a9a2f1b7c30',
    name: 'Acme: 200 anvils',
    values: {
      name: 'Acme: 200 anvils',
      stage: 'negotiation_review',
      amount: { amount: '131000', currency: null },
      close_date: '2026-06-30',
      probability: '75',
      organization: acme.id,
      source: 'partner_referral',
      owner: ada.id,
    },
  },
  changedThere: false,
}

const newOpportunity: ScenarioSample = {
  object: 'Opportunity',
  salesforce: {
    id: '006gK00000C1b2DQAR',
    name: 'Globex: drill bits',
    held: { Name: 'Globex: drill bits', StageName: 'Drilling', CloseDate: '2026-09-01', Probability: '10', ...owner },
  },
  pryzm: null,
  changedThere: false,
}

import type { RecordTypeDefinition, SalesProcess } from '../org/add-record-type.ts'
import { acmeIndustrial, acmeUsers } from './acme-industrial.ts'
import { accounts } from './people/accounts.ts'
import { contacts } from './people/contacts.ts'
import { opportunities } from './people/opportunities.ts'
import { salesStages } from './sales-stages.ts'
import type { Seed } from './seed.ts'

const everybody = ['System Administrator', 'Standard User']

const salesProcesses: readonly SalesProcess[] = [
  {
    name: 'Equipment Sales',
    stages: ['Prospecting', 'Qualification', 'Needs Analysis', 'Proposal/Price Quote', 'Closed Won', 'Closed Lost'],
  },
  { name: 'Service Agreements', stages: ['Qualification', 'Negotiation/Review', 'Closed Won', 'Closed Lost'] },
]

/** In the order of their numbers: see `recordTypeIds`. */
const recordTypes: readonly RecordTypeDefinition[] = [
  { object: 'Account', name: 'Business Account', developerName: 'Business_Account', defaultOf: everybody },
  { object: 'Account', name: 'Person Account', developerName: 'PersonAccount', person: true, defaultOf: everybody },
  { object: 'Opportunity', name: 'Equipment Sale', salesProcess: 'Equipment Sales', defaultOf: everybody },
  {
    object: 'Opportunity',
    name: 'Service Agreement',
    salesProcess: 'Service Agreements',
    picklistValues: { Type: ['Existing Customer - Upgrade', 'Existing Customer - Replacement'] },
  },
]

/** An org that sells to businesses and to people: 24 business accounts with 40 contacts, 36 person accounts, 48 opportunities of two record types. */
export const peopleSalesOrg: Seed = {
  name: 'people',
  organization: acmeIndustrial,
  users: acmeUsers,
  stages: salesStages,
  salesProcesses,
  recordTypes,
  objects: { Account: accounts, Contact: contacts, Opportunity: opportunities },
}

import { acmeIndustrial, acmeUsers } from './acme-industrial.ts'
import { salesStages } from './sales-stages.ts'
import type { Seed } from './seed.ts'
import { accounts } from './small/accounts.ts'
import { contacts } from './small/contacts.ts'
import { opportunities } from './small/opportunities.ts'

/** A believable, untidy CRM of 2,000 accounts, 5,000 contacts and 1,500 opportunities. No object has a Pryzm_ID field yet. */
export const smallSalesOrg: Seed = {
  name: 'small',
  organization: acmeIndustrial,
  users: acmeUsers,
  stages: salesStages,
  objects: { Account: accounts, Contact: contacts, Opportunity: opportunities },
}

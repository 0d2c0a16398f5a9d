import { acmeIndustrial, acmeUsers } from './acme-industrial.ts'
import { manyAccounts } from './large/accounts.ts'
import { manyContacts } from './large/contacts.ts'
import { manyOpportunities } from './large/opportunities.ts'
import { salesStages } from './sales-stages.ts'
import type { Seed } from './seed.ts'

/** An org of `records` accounts, as many contacts and as many opportunities, made as they are read: ten million cost no memory. */
export function largeSalesOrg(records = 10_000_000): Seed {
  return {
    name: 'large',
    organization: acmeIndustrial,
    users: acmeUsers,
    stages: salesStages,
    objects: {
      Account: manyAccounts(records),
      Contact: manyContacts(records),
      Opportunity: manyOpportunities(records),
    },
  }
}

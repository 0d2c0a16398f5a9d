import { createOrg, type EmulatedOrg, type Seed } from '@pryzm/salesforce-emulator'
import { longSalesforceId } from '@pryzm/salesforce-sdk/mapping'
import { connectedApp } from './workbench.ts'

const noRecords = (prefix: string) => ({
  prefix,
  count: 0,
  row: (index: number) => {
    throw new RangeError(`This org has no record ${index}.`)
  },
})

/** Starts an org with the same people as another one, but an id and a name of its own and no records. */
export async function createOtherOrg({ admin }: EmulatedOrg): Promise<EmulatedOrg> {
  const seed: Seed = {
    name: 'other',
    organization: { ...admin.find('Organization')[0], Id: longSalesforceId('00D900000000042'), Name: 'Globex' },
    users: admin.find('User').map((row) => ({ profile: 'System Administrator', row })),
    stages: admin.find('OpportunityStage'),
    objects: { Account: noRecords('001'), Contact: noRecords('003'), Opportunity: noRecords('006') },
  }
  return createOrg({ seed, app: connectedApp })
}

import type { ObjectDescribe } from '../../src/contract/schema.ts'
import type { SalesforceObject } from '../../src/contract/shared.ts'
import { standardDescribes } from '../../src/testing/describes/index.ts'
import { orgDescribe, type OrgShape } from './org-describe.ts'
import { hasRecordings, recordedDescribe } from './recorded-describe.ts'

export interface EvaluatedOrg {
  name: string
  describes: Readonly<Record<SalesforceObject, ObjectDescribe>>
}

/** Small and large orgs, with and without each feature that changes a describe; the recorded one where there are recordings. */
export const evaluatedOrgs: readonly EvaluatedOrg[] = [
  { name: 'fresh', describes: standardDescribes },
  ...(hasRecordings ? [{ name: 'recorded scratch org', describes: everyObject(recordedDescribe) }] : []),
  built('Developer Edition', {}),
  built('address codes', { addressCodes: true }),
  built('several currencies', { currencies: ['EUR', 'USD', 'GBP'] }),
  built('person accounts', { personAccounts: true, addressCodes: true }),
  built('250 fields', { fields: 250 }),
  built('500 fields', { fields: 500, addressCodes: true }),
  built('800 fields', { fields: 800, addressCodes: true, personAccounts: true, currencies: ['EUR', 'USD'] }),
]

function built(name: string, shape: OrgShape): EvaluatedOrg {
  return { name, describes: everyObject((object) => orgDescribe(object, shape)) }
}

function everyObject(describe: (object: SalesforceObject) => ObjectDescribe): EvaluatedOrg['describes'] {
  return { Account: describe('Account'), Contact: describe('Contact'), Opportunity: describe('Opportunity') }
}

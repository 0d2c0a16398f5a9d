import type { Seed } from '../src/index.ts'
import { keyPrefix, salesforceId } from '../src/org/salesforce-id.ts'
import { tinySalesOrg } from '../src/seeds/tiny.ts'

/** The `tiny` org with `count` accounts, called "Account 0" and so on. */
export function manyAccounts(count: number): Seed {
  const { Account } = tinySalesOrg.objects
  const row = (index: number) => ({
    ...Account.row(0),
    Id: salesforceId(keyPrefix.Account, index),
    Name: `Account ${index}`,
  })
  return { ...tinySalesOrg, objects: { ...tinySalesOrg.objects, Account: { ...Account, count, row } } }
}

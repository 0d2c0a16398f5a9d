import { keyPrefix, salesforceId } from '../org/salesforce-id.ts'
import type { NewUser } from '../org/new-user.ts'
import { acmeUsers } from './acme-industrial.ts'
import type { SeedUser } from './seed.ts'

/** User `number` (from 0) of a seed; the first one administers the org unless told. What is left out follows from the username. */
export function seedUser(number: number, user: Omit<NewUser, 'profile'> & { profile?: SeedUser['profile'] }): SeedUser {
  const { username, profile = number === 0 ? 'System Administrator' : 'Standard User' } = user
  const name = username.split('@')[0] ?? username
  return {
    profile,
    row: {
      ...acmeUsers[0]?.row,
      Id: salesforceId(keyPrefix.User, number),
      Username: username,
      Email: user.email ?? username,
      FirstName: user.firstName ?? null,
      LastName: user.lastName ?? name,
      Alias: name.slice(0, 8),
      CommunityNickname: name.slice(0, 40),
      Title: user.title ?? null,
      CompanyName: null,
      IsActive: user.active ?? true,
      IsDeleted: false,
    },
  }
}

import { keyPrefix, salesforceId } from '../org/salesforce-id.ts'
import { acmeUsers } from './acme-industrial.ts'
import type { SeedUser } from './seed.ts'

/** A user as a seed in JSON gives it. */
export interface GivenUser {
  username: string
  profile?: SeedUser['profile'] | undefined
  email?: string | undefined
  firstName?: string | undefined
  lastName?: string | undefined
  title?: string | undefined
  active?: boolean | undefined
}

/** User `number` (from 0) of a seed; the first one administers the org unless told. What is left out follows from the username. */
export function seedUser(number: number, user: GivenUser): SeedUser {
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

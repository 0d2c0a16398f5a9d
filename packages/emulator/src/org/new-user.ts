import type { Org } from './org.ts'
import { assignPermissionSet, permissionSetNamed, profileSet } from './permission-sets.ts'
import { insertRecord } from './writing/write-record.ts'

/** A user to be made. What is left out follows from the username. */
export interface NewUser {
  /** In the form of an e-mail address. */
  username: string
  /** By name; `Standard User` unless told. */
  profile?: string
  email?: string
  firstName?: string
  lastName?: string
  title?: string
  /** Whether the user can sign in; yes unless told. */
  active?: boolean
  /** Permission sets to assign, by name. */
  permissionSets?: readonly string[]
}

/** Makes a user by the rules of the org, and gives its id. */
export function createUser(org: Org, user: NewUser): string {
  const { username, profile = 'Standard User', permissionSets = [], active = true } = user
  const sets = permissionSets.map((name) => permissionSetNamed(org, name))
  const name = username.split('@')[0] ?? username
  const id = insertRecord(org, org.administrator, 'User', {
    Username: username,
    Email: user.email ?? username,
    FirstName: user.firstName ?? null,
    LastName: user.lastName ?? name,
    Title: user.title ?? null,
    Alias: name.slice(0, 8),
    IsActive: active,
    ProfileId: profileSet(org, profile).ProfileId,
  })
  for (const set of sets) assignPermissionSet(org, id, set, true)
  return id
}

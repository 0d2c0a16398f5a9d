import type { PermissionChanges } from './access.ts'
import type { Org } from './org.ts'
import { changePermissionSet, permissionsOfSet } from './permission-changes.ts'
import { permissionCells } from './profiles.ts'
import type { Row } from './table.ts'

/** Makes a profile, empty or like another one, and gives its id. Throws when the name is taken. */
export function createProfile(org: Org, name: string, permissions: PermissionChanges, like?: string): string {
  if (byName(org, 'Profile', 'Name', name)) throw new Error(`There is already a profile "${name}".`)
  const from = like === undefined ? undefined : permissionsOfSet(org, profileSet(org, like))
  const id = org.ids.next('00e')
  const common = { ...permissionCells({}), ...stamps(org) }
  org.table('Profile').insert({ Id: id, Name: name, Description: null, ...common })
  const owned = { ProfileId: id, IsOwnedByProfile: true, IsCustom: true }
  insertSet(org, { Name: `X${id.slice(0, 15)}`, Label: name, ...owned, ...common })
  if (from) changePermissionSet(org, profileSet(org, name), from)
  changePermissionSet(org, profileSet(org, name), permissions)
  return id
}

/** Makes a permission set and gives its id. Throws when the name is taken. */
export function createPermissionSet(org: Org, name: string, permissions: PermissionChanges, label = name): string {
  if (byName(org, 'PermissionSet', 'Name', name)) throw new Error(`There is already a permission set "${name}".`)
  const free = { ProfileId: null, IsOwnedByProfile: false, IsCustom: true }
  const id = insertSet(org, { Name: name, Label: label, ...free, ...permissionCells({}), ...stamps(org) })
  changePermissionSet(org, permissionSetNamed(org, name), permissions)
  return id
}

/** Gives a user a permission set, or takes it away; nothing happens where it stands so already. */
export function assignPermissionSet(org: Org, userId: string, set: Row, assigned: boolean): void {
  const assignments = org.table('PermissionSetAssignment')
  const found = assignments.find('AssigneeId', userId).find((row) => row.PermissionSetId === set.Id && row.IsDeleted !== true)
  if (found && !assigned) assignments.update(String(found.Id), { IsDeleted: true, SystemModstamp: org.now() })
  if (!found && assigned) {
    const pair = { PermissionSetId: set.Id ?? null, AssigneeId: userId }
    assignments.insert({ Id: org.ids.next('0Pa'), ...pair, IsActive: true, IsDeleted: false, SystemModstamp: org.now() })
  }
  org.metadataChanged()
}

/** The permission set a profile owns. Throws, naming the profiles there are. */
export function profileSet(org: Org, profileName: string): Row {
  const profile = byName(org, 'Profile', 'Name', profileName)
  const [set] = profile ? org.table('PermissionSet').find('ProfileId', String(profile.Id)) : []
  if (set) return set
  throw new Error(`There is no profile "${profileName}". Choose one of: ${namesOf(org, 'Profile').join(', ')}.`)
}

/** A permission set that stands by itself. Throws, naming those there are. */
export function permissionSetNamed(org: Org, name: string): Row {
  const set = byName(org, 'PermissionSet', 'Name', name)
  if (set && set.IsOwnedByProfile !== true) return set
  const names = freeSets(org).map((free) => String(free.Name))
  const choice = names.length === 0 ? 'There are none yet; createPermissionSet makes one.' : `Choose one of: ${names.join(', ')}.`
  throw new Error(`There is no permission set "${name}". ${choice}`)
}

/** The users of a profile, or those to whom a permission set is assigned. */
export function usersWithSet(org: Org, set: Row): Row[] {
  const users = org.table('User')
  if (set.IsOwnedByProfile === true) return users.find('ProfileId', String(set.ProfileId))
  const assigned = org.table('PermissionSetAssignment').find('PermissionSetId', String(set.Id))
  const ids = assigned.filter((row) => row.IsDeleted !== true).map((row) => String(row.AssigneeId))
  return ids.map((id) => users.get(id)).filter((user) => user !== undefined)
}

/** The permission sets that no profile owns. */
export function freeSets(org: Org): Row[] {
  return [...org.table('PermissionSet').rows()].filter((set) => set.IsOwnedByProfile !== true && set.IsDeleted !== true)
}

function byName(org: Org, table: string, column: string, name: string): Row | undefined {
  return org
    .table(table)
    .find(column, name)
    .find((row) => row.IsDeleted !== true)
}

function namesOf(org: Org, table: string): string[] {
  return [...org.table(table).rows()].filter((row) => row.IsDeleted !== true).map((row) => String(row.Name))
}

function insertSet(org: Org, cells: Row): string {
  const id = org.ids.next('0PS')
  org.table('PermissionSet').insert({ Id: id, ...cells })
  return id
}

function stamps(org: Org): Row {
  const now = org.now()
  return { CreatedDate: now, LastModifiedDate: now, SystemModstamp: now, IsDeleted: false }
}

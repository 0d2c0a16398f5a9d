import { salesforceId } from './salesforce-id.ts'
import { permissionColumn, systemPermissionNames, type SystemPermission } from './system-permissions.ts'
import type { Row } from './table.ts'

interface Profile {
  name: string
  permissions: Readonly<Record<SystemPermission, boolean>>
}

const none = {
  ApiEnabled: false,
  CustomizeApplication: false,
  ViewSetup: false,
  ModifyAllData: false,
  ApproveUninstalledApps: false,
  BulkApiHardDelete: false,
}

const profiles: readonly Profile[] = [
  {
    name: 'System Administrator',
    permissions: {
      ApiEnabled: true,
      CustomizeApplication: true,
      ViewSetup: true,
      ModifyAllData: true,
      ApproveUninstalledApps: true,
      // Not even administrators have it from the start.
      BulkApiHardDelete: false,
    },
  },
  { name: 'Standard User', permissions: { ...none, ApiEnabled: true, ViewSetup: true } },
  { name: 'Minimum Access - Salesforce', permissions: none },
]

const profileId = (number: number): string => salesforceId('00e', number)

/** The ids of the profiles to which standard objects and fields are open. */
export const openProfiles: readonly string[] = [profileId(0), profileId(1)]

/** The id of the profile called `name`. Throws when there is none. */
export function profileIdOf(name: string): string {
  const number = profiles.findIndex((profile) => profile.name === name)
  if (number < 0)
    throw new Error(`There is no profile "${name}". Choose one of: ${profiles.map((profile) => profile.name).join(', ')}.`)
  return profileId(number)
}

export function profileRows(now: string): Row[] {
  return profiles.map(({ name, permissions }, number) => ({
    Id: profileId(number),
    Name: name,
    ...permissionCells(permissions),
    Description: null,
    IsDeleted: false,
    CreatedDate: now,
    LastModifiedDate: now,
    SystemModstamp: now,
  }))
}

/** The columns of Profile and PermissionSet for system permissions; those left out are not given. */
export function permissionCells(permissions: Partial<Record<SystemPermission, boolean>>): Row {
  return Object.fromEntries(
    systemPermissionNames.map((permission) => [permissionColumn(permission), permissions[permission] ?? false]),
  )
}

/** Every profile owns a permission set; fields opened for a profile are opened there. */
export function profileSetRows(now: string): Row[] {
  return profiles.map(({ name, permissions }, number) => ({
    Id: salesforceId('0PS', number),
    Name: `X${profileId(number).slice(0, 15)}`,
    Label: name,
    ...permissionCells(permissions),
    ProfileId: profileId(number),
    IsOwnedByProfile: true,
    IsCustom: false,
    IsDeleted: false,
    CreatedDate: now,
    LastModifiedDate: now,
    SystemModstamp: now,
  }))
}

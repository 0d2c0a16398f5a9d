import type { SystemPermission } from './access.ts'
import { salesforceId } from './salesforce-id.ts'
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
    },
  },
  { name: 'Standard User', permissions: { ...none, ApiEnabled: true, ViewSetup: true } },
  { name: 'Minimum Access - Salesforce', permissions: none },
]

const profileId = (number: number): string => salesforceId('00e', number)

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
    ...Object.fromEntries(Object.entries(permissions).map(([permission, given]) => [`Permissions${permission}`, given])),
    Description: null,
    IsDeleted: false,
    CreatedDate: now,
    LastModifiedDate: now,
    SystemModstamp: now,
  }))
}

/** Every profile owns a permission set; fields opened for a profile are opened there. */
export function profileSetRows(now: string): Row[] {
  return profiles.map(({ name }, number) => ({
    Id: salesforceId('0PS', number),
    Name: `X${profileId(number).slice(0, 15)}`,
    Label: name,
    ProfileId: profileId(number),
    IsOwnedByProfile: true,
    IsCustom: false,
    IsDeleted: false,
    CreatedDate: now,
    LastModifiedDate: now,
    SystemModstamp: now,
  }))
}

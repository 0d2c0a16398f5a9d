/** What a profile or a permission set can allow in the whole org, with the words of the Setup pages. */
export const systemPermissions = {
  ApiEnabled: 'API Enabled',
  CustomizeApplication: 'Customize Application',
  ViewSetup: 'View Setup and Configuration',
  ModifyAllData: 'Modify All Data',
  ApproveUninstalledApps: 'Approve Uninstalled Connected Apps',
  BulkApiHardDelete: 'Bulk API Hard Delete',
} as const

export type SystemPermission = keyof typeof systemPermissions

export const systemPermissionNames = Object.keys(systemPermissions) as SystemPermission[]

/** The column of Profile and PermissionSet that holds a permission. */
export function permissionColumn(permission: SystemPermission): `Permissions${SystemPermission}` {
  return `Permissions${permission}`
}

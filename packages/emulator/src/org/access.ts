import type { Field } from './objects/field.ts'
import type { ObjectType } from './objects/object-type.ts'
import type { Row, Table } from './table.ts'

export type SystemPermission = 'ApiEnabled' | 'CustomizeApplication' | 'ViewSetup' | 'ModifyAllData' | 'ApproveUninstalledApps'
export type FieldAccess = 'none' | 'read' | 'edit'

/** What a user may do with the records of one object. */
export interface ObjectPermissions {
  read: boolean
  create: boolean
  edit: boolean
  delete: boolean
}

/** Permissions of one user that differ from what profile and permission sets give. */
export interface PermissionChanges {
  system?: Partial<Record<SystemPermission, boolean>>
  /** By object name. */
  objects?: Readonly<Record<string, Partial<ObjectPermissions>>>
  /** By object and field name: `Account.Industry`. */
  fields?: Readonly<Record<string, FieldAccess>>
}

/** What was changed for single users, by user id. */
export interface KeptAccess {
  readonly changes: Readonly<Record<string, Required<PermissionChanges>>>
  /** Ids of the records that sharing hides. */
  readonly hidden: Readonly<Record<string, readonly string[]>>
}

const nothing: ReadonlySet<string> = new Set()

/** Answers what a user may see and do, from the org's profiles and permission sets and from changes made for one user. */
export class Access {
  readonly #tables: (object: string) => Table
  readonly #changes = new Map<string, Required<PermissionChanges>>()

  readonly #hidden = new Map<string, ReadonlySet<string>>()

  constructor(tables: (object: string) => Table) {
    this.#tables = tables
  }

  change(userId: string, changes: PermissionChanges): void {
    const before = this.#changes.get(userId)
    const objects = { ...before?.objects }
    for (const [name, permissions] of Object.entries(changes.objects ?? {})) objects[name] = { ...objects[name], ...permissions }
    this.#changes.set(userId, {
      system: { ...before?.system, ...changes.system },
      objects,
      fields: { ...before?.fields, ...changes.fields },
    })
  }

  /** Hides records from a user, as sharing settings do. */
  hide(userId: string, recordIds: readonly string[]): void {
    this.#hidden.set(userId, new Set([...(this.#hidden.get(userId) ?? []), ...recordIds]))
  }

  /** The records that sharing hides from a user. */
  hiddenRecords(user: Row): ReadonlySet<string> {
    return this.#hidden.get(String(user.Id)) ?? nothing
  }

  has(user: Row, permission: SystemPermission): boolean {
    const changed = this.#changes.get(String(user.Id))?.system[permission]
    return changed ?? this.#profileOf(user)?.[`Permissions${permission}`] === true
  }

  objectPermissions(user: Row, object: ObjectType): ObjectPermissions {
    const all = { read: true, create: true, edit: true, delete: true }
    return { ...all, ...this.#changes.get(String(user.Id))?.objects[object.name] }
  }

  /** Standard fields are open unless closed for this user; custom ones are closed until a permission set opens them. */
  fieldAccess(user: Row, object: ObjectType, field: Field): FieldAccess {
    if (!field.permissionable) return 'edit'
    const name = `${object.name}.${field.name}`
    const changed = this.#changes.get(String(user.Id))?.fields[name]
    return changed ?? (field.custom ? this.#grantedAccess(user, name) : 'edit')
  }

  /** The permission set that stands for a user's profile, where fields made by hand are opened. */
  profilePermissionSets(): Row[] {
    return [...this.#tables('PermissionSet').rows()].filter((set) => set.IsOwnedByProfile === true)
  }

  get kept(): KeptAccess {
    const hidden = [...this.#hidden].map(([userId, ids]) => [userId, [...ids]] as const)
    return { changes: Object.fromEntries(this.#changes), hidden: Object.fromEntries(hidden) }
  }

  restore({ changes, hidden }: KeptAccess): void {
    for (const [userId, change] of Object.entries(changes)) this.change(userId, change)
    for (const [userId, ids] of Object.entries(hidden)) this.hide(userId, ids)
  }

  #grantedAccess(user: Row, fieldName: string): FieldAccess {
    const sets = this.#permissionSetsOf(user)
    const grants = this.#tables('FieldPermissions')
      .find('Field', fieldName)
      .filter((row) => row.IsDeleted !== true && sets.has(String(row.ParentId)))
    if (grants.some((row) => row.PermissionsEdit === true)) return 'edit'
    return grants.some((row) => row.PermissionsRead === true) ? 'read' : 'none'
  }

  #permissionSetsOf(user: Row): Set<string> {
    const assigned = this.#tables('PermissionSetAssignment')
      .find('AssigneeId', String(user.Id))
      .filter((row) => row.IsDeleted !== true)
    const ofProfile = this.profilePermissionSets().filter((set) => set.ProfileId === user.ProfileId)
    return new Set([...assigned.map((row) => String(row.PermissionSetId)), ...ofProfile.map((set) => String(set.Id))])
  }

  #profileOf(user: Row): Row | undefined {
    return this.#tables('Profile').get(String(user.ProfileId))
  }
}

import type { Field } from './objects/field.ts'
import type { ObjectType } from './objects/object-type.ts'
import { isPermissionable } from './objects/object-type.ts'
import { permissionColumn, type SystemPermission } from './system-permissions.ts'
import type { Row, Table } from './table.ts'

export type FieldAccess = 'none' | 'read' | 'edit'

/** What a user may do with the records of one object. */
export interface ObjectPermissions {
  read: boolean
  create: boolean
  edit: boolean
  delete: boolean
}

/** Permissions to give or to take: of one user against what profile and permission sets give, of a profile, or of a permission set. */
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
  /** Ids of the records that were deleted for good. */
  readonly purged?: readonly string[]
}

/** The columns of an ObjectPermissions row, by what they allow. */
export const objectPermissionColumns = {
  read: 'PermissionsRead',
  create: 'PermissionsCreate',
  edit: 'PermissionsEdit',
  delete: 'PermissionsDelete',
} as const satisfies Record<keyof ObjectPermissions, string>

/** Answers what a user may see and do, from the org's profiles and permission sets and from changes made for one user. */
export class Access {
  readonly #tables: (object: string) => Table
  readonly #changes = new Map<string, Required<PermissionChanges>>()

  readonly #hidden = new Map<string, Set<string>>()
  readonly #purged = new Set<string>()

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
    this.#hidden.set(userId, new Set([...(this.#hidden.get(userId) ?? this.#purged), ...recordIds]))
  }

  /** Hides a deleted record from everybody, since it left the recycle bin. */
  purge(recordId: string): void {
    this.#purged.add(recordId)
    for (const hidden of this.#hidden.values()) hidden.add(recordId)
  }

  /** Whether a record was deleted for good. */
  isPurged(recordId: string): boolean {
    return this.#purged.has(recordId)
  }

  /** The records that a user can't see: sharing hides them, or they were deleted for good. */
  hiddenRecords(user: Row): ReadonlySet<string> {
    return this.#hidden.get(String(user.Id)) ?? this.#purged
  }

  has(user: Row, permission: SystemPermission): boolean {
    const changed = this.#changes.get(String(user.Id))?.system[permission]
    return changed ?? this.#setsOf(user).some((set) => set[permissionColumn(permission)] === true)
  }

  objectPermissions(user: Row, object: ObjectType): ObjectPermissions {
    return { ...this.#grantedToObject(user, object), ...this.#changes.get(String(user.Id))?.objects[object.name] }
  }

  /** Gives what a user may do with each field of an object. */
  fieldAccess(user: Row, object: ObjectType): (field: Field) => FieldAccess {
    const changes = this.#changes.get(String(user.Id))?.fields ?? {}
    const sets = this.#setIdsOf(user)
    return (field) => {
      if (!field.permissionable) return 'edit'
      const name = permissionName(object, field)
      return changes[name] ?? (field.custom || isPermissionable(object) ? this.#grantedToField(sets, name) : 'edit')
    }
  }

  /** The permission sets that stand for profiles, where fields made by hand are opened. */
  profilePermissionSets(): Row[] {
    return [...this.#tables('PermissionSet').rows()].filter((set) => set.IsOwnedByProfile === true)
  }

  get kept(): KeptAccess {
    const hidden = [...this.#hidden].map(([userId, ids]) => [userId, [...ids]] as const)
    return { changes: Object.fromEntries(this.#changes), hidden: Object.fromEntries(hidden), purged: [...this.#purged] }
  }

  restore({ changes, hidden, purged = [] }: KeptAccess): void {
    for (const [userId, change] of Object.entries(changes)) this.change(userId, change)
    for (const [userId, ids] of Object.entries(hidden)) this.hide(userId, ids)
    for (const id of purged) this.purge(id)
  }

  /** What profile and permission sets give together. Who may modify all data may do so with the records of every object. */
  #grantedToObject(user: Row, object: ObjectType): ObjectPermissions {
    if (!isPermissionable(object) || this.has(user, 'ModifyAllData'))
      return { read: true, create: true, edit: true, delete: true }
    const sets = this.#setIdsOf(user)
    const grants = this.#tables('ObjectPermissions')
      .find('SobjectType', object.name)
      .filter((row) => row.IsDeleted !== true && sets.has(String(row.ParentId)))
    const allows = (what: keyof ObjectPermissions) => grants.some((row) => row[objectPermissionColumns[what]] === true)
    return { read: allows('read'), create: allows('create'), edit: allows('edit'), delete: allows('delete') }
  }

  #grantedToField(sets: ReadonlySet<string>, fieldName: string): FieldAccess {
    const grants = this.#tables('FieldPermissions')
      .find('Field', fieldName)
      .filter((row) => row.IsDeleted !== true && sets.has(String(row.ParentId)))
    if (grants.some((row) => row.PermissionsEdit === true)) return 'edit'
    return grants.some((row) => row.PermissionsRead === true) ? 'read' : 'none'
  }

  /** The permission sets of a user: the one of the profile, and those that are assigned. */
  #setsOf(user: Row): Row[] {
    const assigned = this.#tables('PermissionSetAssignment')
      .find('AssigneeId', String(user.Id))
      .filter((row) => row.IsDeleted !== true)
      .map((row) => this.#tables('PermissionSet').get(String(row.PermissionSetId)))
      .filter((set) => set !== undefined && set.IsDeleted !== true)
    const ofProfile = this.#tables('PermissionSet').find('ProfileId', String(user.ProfileId))
    return [...ofProfile, ...assigned.filter((set) => set !== undefined)]
  }

  #setIdsOf(user: Row): Set<string> {
    return new Set(this.#setsOf(user).map((set) => String(set.Id)))
  }
}

/** The field that permissions are given to: those of a person account's contact reach to the account, those of a geolocation to its numbers. */
function permissionName(object: ObjectType, field: Field): string {
  const name = (field.custom && field.compoundFieldName) || field.name
  return object.name === 'Account' && name.endsWith('__pc') ? `Contact.${name.replace(/__pc$/, '__c')}` : `${object.name}.${name}`
}

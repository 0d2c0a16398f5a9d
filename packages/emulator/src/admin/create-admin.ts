import {
  addRecordType,
  addSalesProcess,
  assignRecordType,
  enablePersonAccounts,
  setRecordTypeActive,
} from '../org/add-record-type.ts'
import type { PermissionChanges } from '../org/access.ts'
import { useCurrencies } from '../org/currencies.ts'
import { addOpenField, removeField } from '../org/custom-fields.ts'
import { addDuplicateRule } from '../org/duplicate-rules.ts'
import { createUser, type NewUser } from '../org/new-user.ts'
import type { Org } from '../org/org.ts'
import { installPackage } from '../org/installed-packages.ts'
import { organizationOfKind } from '../org/organization-kind.ts'
import { changePermissionSet } from '../org/permission-changes.ts'
import {
  assignPermissionSet,
  createPermissionSet,
  createProfile,
  permissionSetNamed,
  profileSet,
} from '../org/permission-sets.ts'
import { changePicklistValue, restrictPicklist, setControllingField, setPicklistValues } from '../org/picklist-values.ts'
import { pryzmIdField } from '../org/pryzm-id-field.ts'
import { restoreRecord } from '../org/restore-record.ts'
import { changedSettings } from '../org/settings.ts'
import type { Row, Value } from '../org/table.ts'
import { permissionsOfUser } from '../org/user-permissions.ts'
import { mergeRecords } from '../org/writing/merge-records.ts'
import { emptyFromBin } from '../org/writing/recycle-bin.ts'
import { deleteRecord, insertRecord, updateRecord } from '../org/writing/write-record.ts'
import { openDirectSession } from '../org/direct-session.ts'
import { approveAs } from './approve-as.ts'
import type { OrgAdmin } from './org-admin.ts'

/** The controls of the org that `current` gives, which changes when the org is reset. */
export function createAdmin(current: () => Org): OrgAdmin {
  const idOf = (username: string) => String(userNamed(current(), username).Id)
  return {
    ...recordActions(current),
    ...fieldActions(current),
    ...picklistActions(current),
    ...accessActions(current, idOf),
    ...kindActions(current),
    addValidationRule: (rule) => current().recordRules.add(rule),
    addDuplicateRule: (rule) => addDuplicateRule(current(), rule),
    installPackage: (name, namespace) => installPackage(current(), name, namespace),
    setEdition(edition) {
      current().table('Organization').update(String(current().organization.Id), { OrganizationType: edition })
    },
    setKind(kind) {
      const org = current()
      org.table('Organization').update(String(org.organization.Id), organizationOfKind(kind, org.clock()))
    },
    change(settings) {
      Object.assign(current().settings, changedSettings(current().settings, settings))
      // The one switch that changes what fields there are.
      if (settings.stateAndCountryPicklists !== undefined) current().metadataChanged()
    },
    useCurrencies: (currencies) => useCurrencies(current(), currencies),
    setCountries(countries) {
      current().countries.replace(countries)
      current().metadataChanged()
    },
    get settings() {
      return current().settings
    },
    get app() {
      return current().settings.app
    },
    setApp: (app) => void Object.assign(current().settings.app, app),
    get apiUsage() {
      return current().usage.used
    },
    get requests() {
      return current().log.requests
    },
    setApiUsage: (calls) => current().usage.set(calls),
    approve: (authorizeUrl, username, decision) =>
      approveAs(authorizeUrl, username ?? String(current().administrator.Username), decision ?? 'allow'),
  }
}

function recordActions(
  current: () => Org,
): Pick<OrgAdmin, 'record' | 'find' | 'insert' | 'update' | 'delete' | 'restore' | 'emptyFromBin' | 'merge' | 'lock' | 'unlock'> {
  return {
    record: (object, id) => current().table(object).get(id),
    find: (object, where = {}) => matching(current(), object, where),
    insert: (object, fields) => insertRecord(current(), current().administrator, object, fields),
    update: (object, id, fields) => updateRecord(current(), current().administrator, object, id, fields),
    delete: (object, id) => deleteRecord(current(), current().administrator, object, id),
    restore: (object, id) => restoreRecord(current(), object, id),
    emptyFromBin: (id) => void emptyFromBin(current(), current().administrator, id),
    merge: (object, masterId, loserIds) => void mergeRecords(current(), current().administrator, { object, masterId, loserIds }),
    lock: (id) => void current().lockedRecords.add(id),
    unlock: (id) => void current().lockedRecords.delete(id),
  }
}

function fieldActions(current: () => Org): Pick<OrgAdmin, 'addField' | 'addPryzmIdField' | 'removeField'> {
  return {
    addField: (object, field) => addOpenField(current(), object, field),
    addPryzmIdField: (object) => addOpenField(current(), object, pryzmIdField),
    removeField(object, fieldName) {
      if (!removeField(current(), object, fieldName)) throw new Error(`${object} has no custom field ${fieldName} to remove.`)
    },
  }
}

function kindActions(
  current: () => Org,
): Pick<OrgAdmin, 'addSalesProcess' | 'addRecordType' | 'assignRecordType' | 'setRecordTypeActive' | 'enablePersonAccounts'> {
  return {
    addSalesProcess: (process) => addSalesProcess(current(), process),
    addRecordType: (recordType) => addRecordType(current(), recordType),
    assignRecordType: (object, developerName, assignment) => assignRecordType(current(), object, developerName, assignment),
    setRecordTypeActive: (object, developerName, active) => setRecordTypeActive(current(), object, developerName, active),
    enablePersonAccounts: () => enablePersonAccounts(current()),
  }
}

function picklistActions(
  current: () => Org,
): Pick<OrgAdmin, 'setPicklistValues' | 'changePicklistValue' | 'restrictPicklist' | 'setControllingField'> {
  return {
    setPicklistValues: (object, field, values) => setPicklistValues(current(), object, field, values),
    changePicklistValue: (object, field, value, changes) => changePicklistValue(current(), object, field, value, changes),
    restrictPicklist: (object, field, restricted) => restrictPicklist(current(), object, field, restricted),
    setControllingField: (object, field, controller) => setControllingField(current(), object, field, controller),
  }
}

function accessActions(current: () => Org, idOf: (username: string) => string) {
  const grantsOf = (username?: string) => {
    const userId = username === undefined ? undefined : idOf(username)
    return current().sessions.grants.filter((grant) => userId === undefined || grant.userId === userId)
  }
  const setActive = (username: string, active: boolean) => {
    current().table('User').update(idOf(username), { IsActive: active })
    current().metadataChanged()
  }
  return {
    createUser: (user: NewUser) => createUser(current(), user),
    setProfile: (username: string, profile: string) =>
      updateRecord(current(), current().administrator, 'User', idOf(username), {
        ProfileId: profileSet(current(), profile).ProfileId,
      }),
    createProfile: (name: string, { like, permissions = {} }: { like?: string; permissions?: PermissionChanges } = {}) =>
      createProfile(current(), name, permissions, like),
    setProfilePermissions: (profile: string, changes: PermissionChanges) =>
      changePermissionSet(current(), profileSet(current(), profile), changes),
    createPermissionSet: (name: string, permissions: PermissionChanges = {}, label = name) =>
      createPermissionSet(current(), name, permissions, label),
    setPermissionSetPermissions: (name: string, changes: PermissionChanges) =>
      changePermissionSet(current(), permissionSetNamed(current(), name), changes),
    assignPermissionSet: (username: string, name: string) =>
      assignPermissionSet(current(), idOf(username), permissionSetNamed(current(), name), true),
    unassignPermissionSet: (username: string, name: string) =>
      assignPermissionSet(current(), idOf(username), permissionSetNamed(current(), name), false),
    permissions: (username: string) => permissionsOfUser(current(), userNamed(current(), username)),
    accessToken: (username?: string) => openDirectSession(current(), username === undefined ? undefined : idOf(username)),
    setPermissions(username: string, changes: PermissionChanges) {
      current().access.change(idOf(username), changes)
      current().metadataChanged()
    },
    hideRecords: (username: string, ids: readonly string[]) => current().access.hide(idOf(username), ids),
    deactivateUser: (username: string) => setActive(username, false),
    activateUser: (username: string) => setActive(username, true),
    revokeGrants(username?: string) {
      for (const grant of grantsOf(username)) current().sessions.endGrant(grant)
    },
    expireSessions: (username?: string) => current().sessions.expireSessions(username === undefined ? undefined : idOf(username)),
  }
}

function matching(org: Org, object: string, where: Readonly<Record<string, Value>>): Row[] {
  const wanted = Object.entries(where)
  return [...org.table(object).rows()].filter(
    (row) => row.IsDeleted !== true && wanted.every(([name, value]) => (row[name] ?? null) === value),
  )
}

function userNamed(org: Org, username: string): Row {
  const [user] = org.table('User').find('Username', username)
  if (user) return user
  const names = [...org.table('User').rows()].map((row) => String(row.Username))
  throw new Error(`This org has no user "${username}". Its users are: ${names.join(', ')}.`)
}

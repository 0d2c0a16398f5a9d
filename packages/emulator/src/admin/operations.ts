import * as z from 'zod'
import type { CustomFieldMetadata } from '../org/custom-field-metadata.ts'
import { readMetadata } from '../org/field-kinds/read-metadata.ts'
import { typedObjects } from '../org/add-record-type.ts'
import { editions } from '../org/edition.ts'
import { refreshTokenPolicies } from '../org/refresh-token-policy.ts'
import { systemPermissionNames } from '../org/system-permissions.ts'
import { appStates, defaultSettings, orgKinds, type SettingChanges } from '../org/settings.ts'
import { faultJson, faultShape, times } from '../faults/fault-shape.ts'
import { faultPresetNames, faultPresets } from '../faults/fault-presets.ts'
import { changesTo } from '../inputs/changes-to.ts'
import { value } from '../inputs/value.ts'
import type { OrgAdmin } from './org-admin.ts'
import { act, look, type Operation } from './operation.ts'

const text = z.string()
const username = text
const ids = z.array(text)
const record = z.record(text, z.unknown())
const may = z.boolean().exactOptional()
const permissions = z.strictObject({
  system: z.partialRecord(z.enum(systemPermissionNames), z.boolean()).exactOptional(),
  objects: z.record(text, z.strictObject({ read: may, create: may, edit: may, delete: may })).exactOptional(),
  fields: z.record(text, z.enum(['none', 'read', 'edit'])).exactOptional(),
})
// The app has an operation of its own.
const { app: _, ...switches } = defaultSettings
// A check that does not abort would leave the null out of the refusal.
const numberOrNull = (minimum: number) => z.union([z.int().min(minimum, { abort: true }), z.null()])
const switchChanges = changesTo(switches, {
  refreshTokenPolicy: z.enum(refreshTokenPolicies),
  grantsPerUser: numberOrNull(1),
  concurrentLongRequests: numberOrNull(0),
})
const app = z.strictObject({
  name: text.exactOptional(),
  namespace: text.exactOptional(),
  clientId: text.exactOptional(),
  clientSecret: text.exactOptional(),
  redirectUris: z.array(text).exactOptional(),
  scopes: z.array(text).exactOptional(),
  requirePkce: may,
  state: z.enum(appStates).exactOptional(),
  dailyApiRequests: numberOrNull(0).exactOptional(),
})
const picklistChanges = { label: text.exactOptional(), active: may, default: may, validFor: z.array(text).exactOptional() }
const currency = z.strictObject({
  isoCode: text,
  conversionRate: z.number().min(0),
  decimalPlaces: z.int().min(0).exactOptional(),
  active: may,
  corporate: may,
})
const validationRule = z.strictObject({ object: text, refuses: text, message: text, field: text.exactOptional() })
const duplicateRule = z.strictObject({
  object: text,
  field: z.union([text, z.array(text)]),
  matching: z.enum(['exact', 'fuzzy']).exactOptional(),
  action: z.enum(['block', 'alert']),
  message: text,
})
const newUser = {
  username,
  profile: text.exactOptional(),
  email: text.exactOptional(),
  firstName: text.exactOptional(),
  lastName: text.exactOptional(),
  title: text.exactOptional(),
  active: may,
  permissionSets: z.array(text).exactOptional(),
}

const typeName = { object: z.enum(typedObjects), developerName: text }
const recordType = z.strictObject({
  object: z.enum(typedObjects),
  name: text,
  developerName: text.exactOptional(),
  description: text.exactOptional(),
  active: may,
  person: may,
  salesProcess: text.exactOptional(),
  picklistValues: z.record(text, z.array(text)).exactOptional(),
  profiles: z.array(text).exactOptional(),
  defaultOf: z.array(text).exactOptional(),
})

/** Every method of `OrgAdmin` by its name; its arguments have names of their own. */
const adminOperations = {
  record: look(
    'A record by its id, deleted ones included.',
    { object: text, id: text },
    ({ admin }, { object, id }) => admin.record(object, id) ?? null,
  ),
  find: look(
    'Records that have all the given values.',
    { object: text, where: z.record(text, value).exactOptional() },
    ({ admin }, { object, where }) => admin.find(object, where),
  ),
  insert: act('Makes a record and gives its id.', { object: text, fields: record }, ({ admin }, { object, fields }) =>
    admin.insert(object, fields),
  ),
  update: act('Changes fields of a record.', { object: text, id: text, fields: record }, ({ admin }, { object, id, fields }) =>
    admin.update(object, id, fields),
  ),
  delete: act('Moves a record to the recycle bin.', { object: text, id: text }, ({ admin }, { object, id }) =>
    admin.delete(object, id),
  ),
  restore: act('Takes a record out of the recycle bin.', { object: text, id: text }, ({ admin }, { object, id }) =>
    admin.restore(object, id),
  ),
  emptyFromBin: act('Empties the recycle bin of a record.', { id: text }, ({ admin }, { id }) => admin.emptyFromBin(id)),
  merge: act(
    'Merges losers into a winner.',
    { object: text, winnerId: text, loserIds: ids },
    ({ admin }, { object, winnerId, loserIds }) => admin.merge(object, winnerId, loserIds),
  ),
  lock: act('Locks a record, as an approval process does.', { id: text }, ({ admin }, { id }) => admin.lock(id)),
  unlock: act('Unlocks a record.', { id: text }, ({ admin }, { id }) => admin.unlock(id)),
  hideRecords: act('Hides records from a user, as sharing does.', { username, ids }, ({ admin }, input) =>
    admin.hideRecords(input.username, input.ids),
  ),
  addField: act(
    'Adds a custom field that everybody may read and edit, from metadata as the Metadata API has it.',
    { object: text, name: text, metadata: record },
    ({ admin }, { object, name, metadata }) => admin.addField(object, { ...labelled(name, metadata), fullName: name }),
  ),
  addPryzmIdField: act('Adds the Pryzm_ID__c field, open to everybody.', { object: text }, ({ admin }, { object }) =>
    admin.addPryzmIdField(object),
  ),
  removeField: act('Removes a custom field.', { object: text, fieldName: text }, ({ admin }, { object, fieldName }) =>
    admin.removeField(object, fieldName),
  ),
  setPicklistValues: act(
    'Gives a picklist these values and no others.',
    { object: text, field: text, values: z.array(z.union([text, z.strictObject({ value: text, ...picklistChanges })])) },
    ({ admin }, input) => admin.setPicklistValues(input.object, input.field, input.values),
  ),
  changePicklistValue: act(
    'Changes one value of a picklist.',
    { object: text, field: text, value: text, changes: z.strictObject(picklistChanges) },
    ({ admin }, input) => admin.changePicklistValue(input.object, input.field, input.value, input.changes),
  ),
  restrictPicklist: act(
    'Sets whether a picklist takes its own active values alone.',
    { object: text, field: text, restricted: z.boolean() },
    ({ admin }, input) => admin.restrictPicklist(input.object, input.field, input.restricted),
  ),
  setControllingField: act(
    'Lets a picklist or checkbox decide which values of a picklist can be chosen.',
    { object: text, field: text, controller: z.union([text, z.null()]) },
    ({ admin }, input) => admin.setControllingField(input.object, input.field, input.controller),
  ),
  useCurrencies: act(
    'Gives the org several currencies; with none it has but one.',
    { currencies: z.array(currency) },
    ({ admin }, { currencies }) => admin.useCurrencies(currencies),
  ),
  setCountries: act(
    'Puts countries and states in the place of the standard ones.',
    {
      countries: z.array(z.strictObject({ code: text, name: text, states: z.array(z.strictObject({ code: text, name: text })) })),
    },
    ({ admin }, { countries }) => admin.setCountries(countries),
  ),
  addValidationRule: act(
    'Refuses records for which a condition (as a WHERE has it) holds.',
    { rule: validationRule },
    ({ admin }, { rule }) => admin.addValidationRule(rule),
  ),
  addDuplicateRule: act(
    'Refuses a second record that agrees with another one in a field or in several.',
    { rule: duplicateRule },
    ({ admin }, { rule }) => admin.addDuplicateRule(rule),
  ),
  installPackage: act(
    'Lists a managed package as installed.',
    { name: text, namespace: text },
    ({ admin }, { name, namespace }) => admin.installPackage(name, namespace),
  ),
  createUser: act('Makes a user and gives its id.', newUser, ({ admin }, user) => admin.createUser(user)),
  setProfile: act('Gives a user another profile.', { username, profile: text }, ({ admin }, { username, profile }) =>
    admin.setProfile(username, profile),
  ),
  createProfile: act(
    'Makes a profile, empty or like another one, and gives its id.',
    { name: text, like: text.exactOptional(), permissions: permissions.exactOptional() },
    ({ admin }, { name, ...options }) => admin.createProfile(name, options),
  ),
  setProfilePermissions: act(
    'Changes what a profile gives to all of its users.',
    { profile: text, changes: permissions },
    ({ admin }, { profile, changes }) => admin.setProfilePermissions(profile, changes),
  ),
  createPermissionSet: act(
    'Makes a permission set and gives its id.',
    { name: text, permissions: permissions.exactOptional(), label: text.exactOptional() },
    ({ admin }, { name, permissions, label }) => admin.createPermissionSet(name, permissions, label),
  ),
  setPermissionSetPermissions: act(
    'Changes what a permission set gives.',
    { permissionSet: text, changes: permissions },
    ({ admin }, { permissionSet, changes }) => admin.setPermissionSetPermissions(permissionSet, changes),
  ),
  assignPermissionSet: act(
    'Gives a user a permission set.',
    { username, permissionSet: text },
    ({ admin }, { username, permissionSet }) => admin.assignPermissionSet(username, permissionSet),
  ),
  unassignPermissionSet: act(
    'Takes a permission set from a user.',
    { username, permissionSet: text },
    ({ admin }, { username, permissionSet }) => admin.unassignPermissionSet(username, permissionSet),
  ),
  setPermissions: act(
    'Lays permissions over what profile and permission sets give one user.',
    { username, changes: permissions },
    ({ admin }, { username, changes }) => admin.setPermissions(username, changes),
  ),
  permissions: look('What a user may do in the end.', { username }, ({ admin }, { username }) => admin.permissions(username)),
  deactivateUser: act('Shuts a user out.', { username }, ({ admin }, { username }) => admin.deactivateUser(username)),
  activateUser: act('Lets a user in again.', { username }, ({ admin }, { username }) => admin.activateUser(username)),
  setKind: act('Makes it another kind of org.', { kind: z.enum(orgKinds) }, ({ admin }, { kind }) => admin.setKind(kind)),
  addSalesProcess: act(
    'Makes a sales process of some stages and gives its id.',
    { process: z.strictObject({ name: text, description: text.exactOptional(), stages: z.array(text) }) },
    ({ admin }, { process }) => admin.addSalesProcess(process),
  ),
  addRecordType: act(
    'Makes a record type of Account, Contact or Opportunity and gives its id.',
    { recordType },
    ({ admin }, { recordType }) => admin.addRecordType(recordType),
  ),
  assignRecordType: act(
    'Opens a record type to a profile, closes it, or makes it the default.',
    { ...typeName, profile: text, available: may, default: may },
    ({ admin }, { object, developerName, ...assignment }) => admin.assignRecordType(object, developerName, assignment),
  ),
  setRecordTypeActive: act(
    'Switches a record type on or off.',
    { ...typeName, active: z.boolean() },
    ({ admin }, { object, developerName, active }) => admin.setRecordTypeActive(object, developerName, active),
  ),
  enablePersonAccounts: act(
    'Turns person accounts on, which nothing turns off; Account needs a record type first.',
    {},
    ({ admin }) => admin.enablePersonAccounts(),
  ),
  setEdition: act(
    'Changes the edition that the kind of org gave; some have no API.',
    { edition: z.enum(editions) },
    ({ admin }, { edition }) => admin.setEdition(edition),
  ),
  settings: look('The switches of the org.', {}, ({ admin }) => admin.settings),
  change: act(
    'Changes switches of the running org; GET settings names them.',
    { settings: switchChanges },
    ({ admin }, { settings }) => admin.change(settings as SettingChanges),
  ),
  app: look('The connected app as it stands.', {}, ({ admin }) => admin.app),
  setApp: act('Changes the connected app, such as whether it is installed.', { app }, ({ admin }, { app }) => admin.setApp(app)),
  accessToken: act(
    'Signs a user in (the administrator unless told) and gives an access token.',
    { username: username.exactOptional() },
    ({ admin }, { username }) => admin.accessToken(username),
  ),
  approve: act(
    'Signs in on an authorize page and answers the consent page; gives the address the browser is sent to.',
    { authorizeUrl: text, username: username.exactOptional(), decision: z.enum(['allow', 'deny']).exactOptional() },
    ({ admin }, { authorizeUrl, username, decision }) => admin.approve(authorizeUrl, username, decision),
  ),
  revokeGrants: act(
    'Ends approvals of the app (by one user, if told) with all their tokens.',
    { username: username.exactOptional() },
    ({ admin }, { username }) => admin.revokeGrants(username),
  ),
  expireSessions: act(
    'Ends access tokens (of one user, if told); refresh tokens go on.',
    { username: username.exactOptional() },
    ({ admin }, { username }) => admin.expireSessions(username),
  ),
  apiUsage: look('API calls of the last 24 hours.', {}, ({ admin }) => admin.apiUsage),
  setApiUsage: act('Makes it look as if so many API calls had been made.', { calls: z.int().min(0) }, ({ admin }, { calls }) =>
    admin.setApiUsage(calls),
  ),
  requests: look('The last requests, newest last.', { last: z.int().min(1).exactOptional() }, ({ admin }, { last = 1000 }) =>
    admin.requests.slice(-last),
  ),
} satisfies Record<keyof OrgAdmin, Operation>

const faultOperations = {
  faults: look('Faults that can still strike, with their counts.', {}, ({ faults }) => faults.list().map(faultJson)),
  faultPresets: look('Ready-made faults by name.', {}, () =>
    Object.fromEntries(faultPresetNames.map((name) => [name, faultPresets[name].name])),
  ),
  addFault: act('Makes something go wrong; gives the id of the fault.', { fault: faultShape }, ({ faults }, { fault }) =>
    faultJson(faults.add(fault)),
  ),
  addPreset: act(
    'Sets a ready-made fault; gives the id of the fault.',
    { preset: z.enum(faultPresetNames), times: times.exactOptional(), skip: z.int().min(0).exactOptional() },
    ({ faults }, { preset, ...counts }) => faultJson(faults.addPreset(preset, counts)),
  ),
  removeFault: act('Ends a fault.', { id: text }, ({ faults }, { id }) => faults.remove(id)),
  clearFaults: act('Ends all faults.', {}, ({ faults }) => faults.clear()),
}

/** All that can be asked of an org over HTTP under `/emulator`, by name. A new method of `OrgAdmin` is one more line. */
export const operations: Readonly<Record<string, Operation>> = {
  ...adminOperations,
  ...faultOperations,
  reset: act('Puts everything back as it was at the very start.', {}, (controls) => controls.reset()),
}

function labelled(name: string, metadata: Record<string, unknown>): CustomFieldMetadata {
  return readMetadata({ label: name.replace(/__c$/, '').replaceAll('_', ' '), ...metadata })
}

import type { RecordTypeAssignment, RecordTypeDefinition, SalesProcess, TypedObject } from '../org/add-record-type.ts'
import type { PermissionChanges } from '../org/access.ts'
import type { Country } from '../org/addresses/country.ts'
import type { Currency } from '../org/currencies.ts'
import type { CustomFieldDefinition } from '../org/custom-fields.ts'
import type { DuplicateRule } from '../org/duplicate-rules.ts'
import type { NewUser } from '../org/new-user.ts'
import type { Edition } from '../org/edition.ts'
import type { Field } from '../org/objects/field.ts'
import type { PicklistEntry } from '../org/picklist-values.ts'
import type { LoggedRequest } from '../org/request-log.ts'
import type { ValidationRule } from '../org/record-rules.ts'
import type { ConnectedApp, OrgKind, OrgSettings, SettingChanges } from '../org/settings.ts'
import type { Row, Value } from '../org/table.ts'
import type { RecordInput } from '../org/writing/read-body.ts'
import type { UserPermissions } from '../org/user-permissions.ts'
import type { Decision } from './approve-as.ts'

/** What an administrator would do by hand, and a look inside. Users are named by username. */
export interface OrgAdmin {
  /** A record by its id, deleted ones included. */
  record(object: string, id: string): Row | undefined
  /** Records that have all the given values, deleted ones left out. */
  find(object: string, where?: Readonly<Record<string, Value>>): Row[]
  /** Makes a record by the rules that hold for every write, and gives its id. */
  insert(object: string, fields: RecordInput): string
  update(object: string, id: string, fields: RecordInput): void
  delete(object: string, id: string): void
  /** Takes a record out of the recycle bin, with the children that were deleted along with it. */
  restore(object: string, id: string): void
  /** Empties the recycle bin of a record, so that it can't be taken out any more. */
  emptyFromBin(id: string): void
  /** Merges losers into a winner: they are deleted and their children follow the winner. */
  merge(object: string, winnerId: string, loserIds: readonly string[]): void
  /** Locks a record, as an approval process does; it can't be changed until it is unlocked. */
  lock(id: string): void
  unlock(id: string): void
  /** Hides records from a user, as sharing settings do. */
  hideRecords(username: string, ids: readonly string[]): void
  /**
   * Adds a custom field that everybody may read and edit, defined as the Metadata API does it:
   * `{ fullName: 'Score__c', type: 'Number', label: 'Score', precision: 4, scale: 0 }`. Throws the refusal of one that is wrong.
   */
  addField(object: string, field: Field | CustomFieldDefinition): void
  /** Adds the `Pryzm_ID__c` field as the setup guide describes it, open to everybody. */
  addPryzmIdField(object: string): void
  removeField(object: string, fieldName: string): void
  /** Makes a sales process, which record types of Opportunity can have, and gives its id. */
  addSalesProcess(process: SalesProcess): string
  /** Makes a record type of Account, Contact or Opportunity, and gives its id. */
  addRecordType(recordType: RecordTypeDefinition): string
  /** Opens a record type to a profile, closes it, or makes it the profile's default. */
  assignRecordType(object: TypedObject, developerName: string, assignment: RecordTypeAssignment): void
  /** Switches a record type on or off; records keep one that is off. */
  setRecordTypeActive(object: TypedObject, developerName: string, active: boolean): void
  /** Turns person accounts on, with a record type `PersonAccount`. Account must have a record type already; nothing turns them off. */
  enablePersonAccounts(): void
  /** Gives a picklist these values and no others; records keep what they hold. A text is a value that is its own label. */
  setPicklistValues(object: string, field: string, values: readonly (string | PicklistEntry)[]): void
  /** Changes one value of a picklist: its label, whether it is active or the default, with which controlling values it goes. */
  changePicklistValue(object: string, field: string, value: string, changes: Omit<PicklistEntry, 'value'>): void
  /** Sets whether a picklist takes its own active values alone, or any. */
  restrictPicklist(object: string, field: string, restricted: boolean): void
  /** Lets a picklist or checkbox decide which values of a picklist can be chosen; null lets it stand alone again. */
  setControllingField(object: string, field: string, controller: string | null): void
  /** Gives the org several currencies, and records a `CurrencyIsoCode`. An empty list makes it an org of one currency. */
  useCurrencies(currencies: readonly Currency[]): void
  /** Puts countries and their states in the place of the standard ones, for orgs with `stateAndCountryPicklists` on. */
  setCountries(countries: readonly Country[]): void
  addValidationRule(rule: ValidationRule): void
  addDuplicateRule(rule: DuplicateRule): void
  /** Lists a managed package as installed. It brings no fields along. */
  installPackage(name: string, namespace: string): void
  /** Makes a user by the rules of the org, and gives its id. */
  createUser(user: NewUser): string
  /** Gives a user another profile, by its name. */
  setProfile(username: string, profile: string): void
  /** Makes a profile, empty or `like` another one, with `permissions` on top, and gives its id. */
  createProfile(name: string, options?: { like?: string; permissions?: PermissionChanges }): string
  /** Changes what a profile gives to all of its users. */
  setProfilePermissions(profile: string, changes: PermissionChanges): void
  /** Makes a permission set and gives its id. It gives something once it is assigned. */
  createPermissionSet(name: string, permissions?: PermissionChanges, label?: string): string
  /** Changes what a permission set gives to those who have it. */
  setPermissionSetPermissions(permissionSet: string, changes: PermissionChanges): void
  assignPermissionSet(username: string, permissionSet: string): void
  unassignPermissionSet(username: string, permissionSet: string): void
  /** Lays permissions over what profile and permission sets give this one user; no row of the org tells of it. */
  setPermissions(username: string, changes: PermissionChanges): void
  /** What a user may do in the end. */
  permissions(username: string): UserPermissions
  setKind(kind: OrgKind): void
  /** Changes the edition that `setKind` gave. Some have no API, unless it was bought (`change({ apiAddOn: true })`). */
  setEdition(edition: Edition): void
  /** Changes switches of the running org. */
  change(settings: SettingChanges): void
  /** The switches as they stand now. */
  readonly settings: Readonly<OrgSettings>
  /** The connected app as it stands now. */
  readonly app: Readonly<ConnectedApp>
  /** Changes the connected app, such as whether it is installed. */
  setApp(app: Partial<ConnectedApp>): void
  deactivateUser(username: string): void
  activateUser(username: string): void
  /** Ends every approval of the app (by one user, if told): access and refresh tokens die. */
  revokeGrants(username?: string): void
  /** Signs a user in without a browser and gives an access token. No refresh token comes with it, and the app counts as not approved. */
  accessToken(username?: string): string
  /** Ends access tokens (of one user, if told); refresh tokens go on working. */
  expireSessions(username?: string): void
  /** API calls of the last 24 hours. */
  readonly apiUsage: number
  /** The last thousand requests, newest last. */
  readonly requests: readonly LoggedRequest[]
  /** Makes it look as if this many API calls had been made in the last 24 hours. */
  setApiUsage(calls: number): void
  /**
   * Does what a person does in the browser: signs in, and allows or denies. Gives the address the browser is sent to.
   * Rejects when the browser stays on a page of Salesforce.
   */
  approve(authorizeUrl: string, username?: string, decision?: Decision): Promise<string>
}

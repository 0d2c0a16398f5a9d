import { recordTypeField, isPersonTypeField } from './objects/record-type.ts'
import { withFields } from './objects/object-type.ts'
import { withPersonContacts, withPersons } from './objects/person-account.ts'
import type { Org } from './org.ts'
import type { Row } from './table.ts'

/** The objects that can have record types, and after which of their fields the record type stands. */
const fieldsBefore = { Account: 'Type', Contact: 'Name', Opportunity: 'AccountId' } as const

export type TypedObject = keyof typeof fieldsBefore

export const typedObjects: readonly TypedObject[] = ['Account', 'Contact', 'Opportunity']

/** Stages that opportunities go through. */
export interface SalesProcess {
  name: string
  description?: string
  /** API names of stages. */
  stages: readonly string[]
}

/** A record type as an administrator sets it up. */
export interface RecordTypeDefinition {
  object: TypedObject
  /** What people see: `New Business`. */
  name: string
  /** From the name, unless told: `New_Business`. */
  developerName?: string
  description?: string
  /** Whether it can be given to records; it can unless told. */
  active?: boolean
  /** Whether it is for person accounts. */
  person?: boolean
  /** The name of the sales process of opportunities; all stages without one. */
  salesProcess?: string
  /** The values it leaves of picklists, by field name. Others keep all of theirs. */
  picklistValues?: Readonly<Record<string, readonly string[]>>
  /** Names of the profiles whose users may choose it; all unless told. */
  profiles?: readonly string[]
  /** Names of the profiles whose new records get it. */
  defaultOf?: readonly string[]
}

/** How a profile sees a record type. */
export interface RecordTypeAssignment {
  /** The name of the profile. */
  profile: string
  available?: boolean
  /** Makes it what new records (or new person accounts) get. */
  default?: boolean
}

/** Makes a sales process and gives its id. Throws when a stage is unknown or the name is taken. */
export function addSalesProcess(org: Org, process: SalesProcess, id = org.ids.next('019')): string {
  const { name, description = null, stages } = process
  const known = [...org.table('OpportunityStage').rows()].map((stage) => String(stage.ApiName))
  const unknown = stages.find((stage) => !known.includes(stage))
  if (unknown !== undefined) throw new Error(`There is no stage "${unknown}". The stages are: ${known.join(', ')}.`)
  if (processNamed(org, name)) throw new Error(`There is a sales process "${name}" already. Give this one another name.`)
  const cells = { Name: name, NamespacePrefix: null, Description: description, TableEnumOrId: 'Opportunity', IsActive: true }
  org.table('BusinessProcess').insert({ Id: id, ...cells, ...madeNow(org) })
  org.recordTypes.setStages(id, stages)
  return id
}

/** Makes a record type and gives its id. Throws an error that says what does not fit. */
export function addRecordType(org: Org, definition: RecordTypeDefinition, id = org.ids.next('012')): string {
  const { object, name, description = null, active = true, person = false, picklistValues = {} } = definition
  const developerName = definition.developerName ?? name.replaceAll(/\W+/g, '_')
  checkDefinition(org, definition, developerName)
  org.table('RecordType').insert({
    Id: id,
    Name: name,
    DeveloperName: developerName,
    NamespacePrefix: null,
    Description: description,
    BusinessProcessId: definition.salesProcess === undefined ? null : processId(org, definition.salesProcess),
    SobjectType: object,
    IsActive: active,
    IsPersonType: person,
    ...madeNow(org),
  })
  org.recordTypes.limitValues(id, picklistValues)
  for (const { Name, Id } of org.table('Profile').rows()) {
    const available = definition.profiles?.includes(String(Name)) ?? true
    const isDefault = definition.defaultOf?.includes(String(Name)) ?? false
    if (!available || isDefault) org.recordTypes.assign(String(Id), id, { available, isDefault })
  }
  showRecordTypes(org)
  return id
}

/** Switches a record type on or off. */
export function setRecordTypeActive(org: Org, object: string, developerName: string, active: boolean): void {
  org.table('RecordType').update(recordTypeNamed(org, object, developerName), { IsActive: active, ...changedNow(org) })
  org.metadataChanged()
}

/** Changes how a profile sees a record type. */
export function assignRecordType(org: Org, object: string, developerName: string, assignment: RecordTypeAssignment): void {
  const { profile, available } = assignment
  const id = recordTypeNamed(org, object, developerName)
  const isDefault = assignment.default ?? false
  org.recordTypes.assign(profileNamed(org, profile), id, { isDefault, ...(available === undefined ? {} : { available }) })
  org.metadataChanged()
}

/** Turns person accounts on, which nobody can turn off again, and gives them a record type. Throws when Account has none yet. */
export function enablePersonAccounts(org: Org): void {
  if (org.recordTypes.forPersons) return
  if (org.recordTypes.rowsOf('Account').length === 0) {
    throw new Error('Person accounts need a record type for businesses first. Add one to Account, then enable them.')
  }
  turnPersonsOn(org)
  addRecordType(org, { object: 'Account', name: 'Person Account', developerName: 'PersonAccount', person: true })
}

/** Gives objects the fields that come with record types and person accounts. */
export function showRecordTypes(org: Org): void {
  for (const name of typedObjects) {
    const object = org.schema.object(name)
    if (object && org.recordTypes.rowsOf(name).length > 0) {
      org.schema.replaceObject(withFields(object, fieldsBefore[name], [recordTypeField]))
    }
  }
  if (org.recordTypes.forPersons) turnPersonsOn(org)
  org.metadataChanged()
}

/** Gives Account, Contact and RecordType the fields of an org with person accounts. */
export function turnPersonsOn({ schema }: Org): void {
  const [account, contact, recordType] = [schema.object('Account'), schema.object('Contact'), schema.object('RecordType')]
  if (!account || !contact || !recordType || schema.personAccounts) return
  schema.replaceObject(withPersons(account))
  schema.replaceObject(withPersonContacts(contact))
  schema.replaceObject(withFields(recordType, 'IsActive', [isPersonTypeField]))
}

function checkDefinition(org: Org, { object, person, salesProcess, ...rest }: RecordTypeDefinition, developerName: string): void {
  if (!typedObjects.includes(object)) {
    throw new Error(`${object} can have no record types here. Choose one of: ${typedObjects.join(', ')}.`)
  }
  if (findRecordType(org, object, developerName)) {
    throw new Error(`${object} has a record type ${developerName} already. Give this one another name.`)
  }
  if (person && object !== 'Account') throw new Error(`${object} can have no record types for persons; only Account can.`)
  if (person && !org.schema.personAccounts) throw new Error('Enable person accounts before adding record types for them.')
  if (salesProcess !== undefined && object !== 'Opportunity')
    throw new Error(`${object} has no sales processes; only Opportunity has.`)
  for (const profile of [...(rest.profiles ?? []), ...(rest.defaultOf ?? [])]) profileNamed(org, profile)
}

function findRecordType(org: Org, object: string, developerName: string): Row | undefined {
  return org.recordTypes.rowsOf(object).find((row) => row.DeveloperName === developerName)
}

function recordTypeNamed(org: Org, object: string, developerName: string): string {
  const found = findRecordType(org, object, developerName)
  if (found) return String(found.Id)
  const names = org.recordTypes.rowsOf(object).map((row) => String(row.DeveloperName))
  throw new Error(`${object} has no record type ${developerName}. It has: ${names.join(', ') || 'none'}.`)
}

function profileNamed(org: Org, name: string): string {
  const profiles = [...org.table('Profile').rows()]
  const found = profiles.find((row) => row.Name === name)
  if (found) return String(found.Id)
  throw new Error(`There is no profile "${name}". Choose one of: ${profiles.map((row) => String(row.Name)).join(', ')}.`)
}

function processNamed(org: Org, name: string): Row | undefined {
  return [...org.table('BusinessProcess').rows()].find((row) => row.Name === name)
}

function processId(org: Org, name: string): string {
  const found = processNamed(org, name)
  if (found) return String(found.Id)
  throw new Error(`There is no sales process "${name}". Add it before its record types.`)
}

function madeNow(org: Org): Row {
  const { Id = null } = org.administrator
  return { IsDeleted: false, CreatedDate: org.now(), CreatedById: Id, ...changedNow(org) }
}

function changedNow(org: Org): Row {
  const { Id = null } = org.administrator
  return { LastModifiedDate: org.now(), LastModifiedById: Id, SystemModstamp: org.now() }
}

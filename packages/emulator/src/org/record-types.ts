import type { Field } from './objects/field.ts'
import type { Row, Table } from './table.ts'

/** The record type that every object has; a record of it has no `RecordTypeId`. */
export const MASTER_RECORD_TYPE = '012000000000000AAA'

/** A record type as one user finds it. */
export interface RecordTypeInfo {
  readonly id: string
  readonly name: string
  readonly developerName: string
  readonly active: boolean
  /** Whether the user may give it to records. */
  readonly available: boolean
  /** Whether new records of the user get it. */
  readonly isDefault: boolean
  /** Whether its records are person accounts. */
  readonly isPersonType: boolean
  readonly isMaster: boolean
}

/** What is set up about record types and sales processes beside their rows, as JSON. */
export interface KeptRecordTypes {
  /** The values that a record type leaves of a picklist, by record type id and field name. */
  readonly values: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  /** The stages of a sales process, by the id of its BusinessProcess. */
  readonly stages: Readonly<Record<string, readonly string[]>>
  /** What profiles differ in, by profile id. */
  readonly profiles: Readonly<Record<string, ProfileRecordTypes>>
}

interface ProfileRecordTypes {
  /** Ids of the record types that users of the profile may not choose. */
  readonly closed: readonly string[]
  /** Ids of the record types that new records get, by object. */
  readonly defaults: Readonly<Record<string, string>>
  /** The id of the record type that new person accounts get. */
  readonly personDefault: string | null
}

const asNew: ProfileRecordTypes = { closed: [], defaults: {}, personDefault: null }

/** The record types of an org: who may use which, and what they leave of picklists. */
export class RecordTypes {
  readonly #tables: (object: string) => Table
  readonly #values = new Map<string, Readonly<Record<string, readonly string[]>>>()
  readonly #stages = new Map<string, readonly string[]>()
  readonly #profiles = new Map<string, ProfileRecordTypes>()

  constructor(tables: (object: string) => Table) {
    this.#tables = tables
  }

  /** Whether the org has person accounts, which it has as soon as a record type is theirs. */
  get forPersons(): boolean {
    return [...this.#tables('RecordType').rows()].some((row) => row.IsPersonType === true)
  }

  /** The RecordType rows of an object, by name. */
  rowsOf(objectName: string): Row[] {
    const rows = this.#tables('RecordType').find('SobjectType', objectName)
    return rows.toSorted((a, b) => (String(a.Name) < String(b.Name) ? -1 : 1))
  }

  row(id: string): Row | undefined {
    return this.#tables('RecordType').get(id)
  }

  /** The record types of an object as a user finds them, by name, Master last. */
  of(user: Row, objectName: string): RecordTypeInfo[] {
    const profile = this.#profiles.get(String(user.ProfileId)) ?? asNew
    const own = this.rowsOf(objectName).map((row) => {
      const id = String(row.Id)
      const available = row.IsActive === true && !profile.closed.includes(id)
      return {
        id,
        name: String(row.Name),
        developerName: String(row.DeveloperName),
        active: row.IsActive === true,
        available,
        isDefault: available && profile.defaults[objectName] === id,
        isPersonType: row.IsPersonType === true,
        isMaster: false,
      }
    })
    return [...own, masterType(!own.some(({ isDefault }) => isDefault))]
  }

  /** The record type that a new person account of the user gets, when nothing is said; undefined where it can't have one. */
  personDefault(user: Row): string | undefined {
    const persons = this.of(user, 'Account').filter(({ isPersonType, available }) => isPersonType && available)
    const chosen = this.#profiles.get(String(user.ProfileId))?.personDefault
    return (persons.find(({ id }) => id === chosen) ?? persons[0])?.id
  }

  /** The values that a record type leaves of a picklist; undefined when it leaves all. */
  valuesOf(recordTypeId: string | null, fieldName: string): readonly string[] | undefined {
    if (recordTypeId === null) return undefined
    const process = fieldName === 'StageName' ? this.row(recordTypeId)?.BusinessProcessId : undefined
    return typeof process === 'string' ? this.#stages.get(process) : this.#values.get(recordTypeId)?.[fieldName]
  }

  /** The field with the values that a record type leaves of it. */
  narrowed(recordTypeId: string | null, field: Field): Field {
    const values = this.valuesOf(recordTypeId, field.name)
    return values ? { ...field, picklistValues: field.picklistValues.filter(({ value }) => values.includes(value)) } : field
  }

  /** Leaves only the given values of some picklists, by field name. */
  limitValues(recordTypeId: string, values: Readonly<Record<string, readonly string[]>>): void {
    this.#values.set(recordTypeId, { ...this.#values.get(recordTypeId), ...values })
  }

  setStages(businessProcessId: string, stages: readonly string[]): void {
    this.#stages.set(businessProcessId, stages)
  }

  /** Opens a record type to the users of a profile or closes it to them, and makes it what their new records get. */
  assign(profileId: string, recordTypeId: string, { available, isDefault }: { available?: boolean; isDefault?: boolean }): void {
    const row = this.row(recordTypeId)
    const before = this.#profiles.get(profileId) ?? asNew
    const others = before.closed.filter((id) => id !== recordTypeId)
    const closed = available === false ? [...others, recordTypeId] : available ? others : before.closed
    const after = { ...before, closed }
    if (isDefault && row?.IsPersonType === true) after.personDefault = recordTypeId
    else if (isDefault) after.defaults = { ...before.defaults, [String(row?.SobjectType)]: recordTypeId }
    this.#profiles.set(profileId, after)
  }

  get kept(): KeptRecordTypes {
    return {
      values: Object.fromEntries(this.#values),
      stages: Object.fromEntries(this.#stages),
      profiles: Object.fromEntries(this.#profiles),
    }
  }

  restore({ values, stages, profiles }: KeptRecordTypes): void {
    for (const [id, kept] of Object.entries(values)) this.#values.set(id, kept)
    for (const [id, kept] of Object.entries(stages)) this.#stages.set(id, kept)
    for (const [id, kept] of Object.entries(profiles)) this.#profiles.set(id, kept)
  }
}

function masterType(isDefault: boolean): RecordTypeInfo {
  const master = { id: MASTER_RECORD_TYPE, name: 'Master', developerName: 'Master' }
  return { ...master, active: true, available: true, isDefault, isPersonType: false, isMaster: true }
}

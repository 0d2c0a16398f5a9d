import type { IngestJob } from '../bulk/ingest-job.ts'
import { JobBook } from '../bulk/job-book.ts'
import type { QueryJob } from '../bulk/query-job.ts'
import { Faults } from '../faults/faults.ts'
import type { Seed } from '../seeds/seed.ts'
import { Access } from './access.ts'
import { ApiUsage } from './api-usage.ts'
import { withAddressCodes } from './addresses/address-codes.ts'
import { CountryList } from './addresses/country-list.ts'
import { AutoNumbers } from './auto-numbers.ts'
import { storedInstant, type Clock } from './clock.ts'
import { ComputedFields } from './computed-fields.ts'
import { Currencies, useCurrencies } from './currencies.ts'
import { addOpenField } from './custom-fields.ts'
import type { DuplicateRule } from './duplicate-rules.ts'
import { IdAllocator } from './id-allocator.ts'
import { MemoryTable } from './memory-table.ts'
import { objectView, type ObjectView, type ViewSource } from './object-view.ts'
import type { Field } from './objects/field.ts'
import type { ObjectType } from './objects/object-type.ts'
import { standardObjects } from './objects/standard-objects.ts'
import { recordCondition } from '../soql/record-condition.ts'
import { plantRecordTypes } from './plant-record-types.ts'
import { setPicklistValues } from './picklist-values.ts'
import { profileIdOf, profileRows, profileSetRows } from './profiles.ts'
import { RecordRules } from './record-rules.ts'
import { RecordTypes } from './record-types.ts'
import { RequestLog } from './request-log.ts'
import { RunningCalls } from './running-calls.ts'
import { Schema } from './schema.ts'
import { Sessions } from './sessions.ts'
import type { OrgSettings } from './settings.ts'
import { openStandardAccess } from './standard-access.ts'
import type { Row, Table } from './table.ts'
import { WriteJournal } from './write-journal.ts'

/** What an emulated org remembers. Routes, queries and pages work on this and on nothing else. */
export class Org {
  readonly settings: OrgSettings
  readonly clock: Clock
  readonly schema = new Schema(standardObjects, (object) => this.#featureFields(object))
  /** The currencies of an org that has several. */
  readonly currencies = new Currencies(() => this.table('CurrencyType'))
  /** What addresses are chosen from where the org has picklists of states and countries. */
  readonly countries = new CountryList()
  readonly ids: IdAllocator
  readonly access: Access
  readonly recordTypes = new RecordTypes((object) => this.table(object))
  readonly sessions: Sessions
  readonly usage: ApiUsage
  readonly runningCalls = new RunningCalls()
  readonly recordRules = new RecordRules((object, condition) => recordCondition(this, object, condition))
  /** Formula fields and roll-up summaries. */
  readonly computed = new ComputedFields(this)
  /** The number that the next record gets, by auto-number field. */
  readonly autoNumbers = new AutoNumbers()
  readonly duplicateRules: DuplicateRule[] = []
  /** Records that an approval process has locked. */
  readonly lockedRecords = new Set<string>()
  readonly journal = new WriteJournal()
  readonly faults = new Faults()
  readonly log = new RequestLog()
  readonly queryJobs = new JobBook<QueryJob>(this)
  readonly ingestJobs = new JobBook<IngestJob>(this)
  readonly #tables = new Map<string, Table>()
  /** By user id and object name. */
  readonly #views = new Map<string, Map<string, ObjectView | undefined>>()
  readonly #viewSource: ViewSource
  readonly #openedToProfiles = new Set<string>()
  #metadataChangedAt: Date
  #now = { second: Number.NaN, text: '' }
  /** Where the org is served, without a slash at the end. Known once it listens. */
  url = 'http://127.0.0.1'

  constructor(seed: Seed, settings: OrgSettings, clock: Clock) {
    this.settings = settings
    this.clock = clock
    this.#metadataChangedAt = clock()
    this.ids = new IdAllocator(seed)
    this.access = new Access((object) => this.table(object))
    this.#viewSource = {
      schema: this.schema,
      access: this.access,
      recordTypes: this.recordTypes,
      stages: () => this.table('OpportunityStage').rows(),
    }
    this.sessions = new Sessions(clock, String(seed.organization.Id))
    this.usage = new ApiUsage(clock)
    this.#plant(seed)
  }

  /** The one row of Organization. */
  get organization(): Row {
    const [row] = this.table('Organization').rows()
    if (!row) throw new Error('The seed of this org has no Organization row.')
    return row
  }

  /** The first user, who administers the org. */
  get administrator(): Row {
    const [first] = this.table('User').rows()
    if (!first) throw new Error('The seed of this org has no users.')
    return first
  }

  /** When objects, fields or permissions last changed. */
  get metadataChangedAt(): Date {
    return this.#metadataChangedAt
  }

  /** The records of an object. Throws for an object the org does not have. */
  table(object: string): Table {
    const table = this.#tables.get(object)
    if (!table) throw new Error(`This org has no object ${object}.`)
    return table
  }

  user(id: string): Row | undefined {
    return this.table('User').get(id)
  }

  /** The object as `user` finds it; undefined when there is none of that name or the user may not read it. */
  view(user: Row, objectName: string): ObjectView | undefined {
    const object = this.schema.object(objectName)
    if (!object || (object.name === 'CurrencyType' && !this.currencies.areSeveral)) return undefined
    const userId = String(user.Id)
    const known = this.#views.get(userId) ?? new Map<string, ObjectView | undefined>()
    if (!known.has(object.name)) this.#views.set(userId, known.set(object.name, objectView(this.#viewSource, user, object)))
    return known.get(object.name)
  }

  /** Call this after objects, fields or permissions have changed, so that every user sees it. */
  metadataChanged(): void {
    this.schema.metadataChanged()
    openStandardAccess(this, this.#openedToProfiles)
    this.#views.clear()
    this.recordRules.metadataChanged()
    this.computed.metadataChanged()
    this.#metadataChangedAt = this.clock()
  }

  /** The present moment as records store it. */
  now(): string {
    const moment = this.clock()
    const second = Math.floor(moment.getTime() / 1000)
    // Thousands of rows of an upload are written in one second and share its text.
    if (second !== this.#now.second) this.#now = { second, text: storedInstant(moment) }
    return this.#now.text
  }

  #featureFields(object: ObjectType): readonly Field[] {
    const fields = [...object.fields, ...this.currencies.fieldsOf(object)]
    return this.settings.stateAndCountryPicklists ? withAddressCodes(fields, this.countries) : fields
  }

  #plant(seed: Seed): void {
    const now = this.now()
    const settings: Record<string, readonly Row[]> = {
      Organization: [seed.organization],
      User: seed.users.map(({ row, profile }) => ({ ...row, ProfileId: profileIdOf(profile) })),
      OpportunityStage: seed.stages,
      Profile: profileRows(now),
      PermissionSet: profileSetRows(now),
    }
    for (const object of this.schema.objects) {
      const rows = settings[object.name] ?? []
      const records = Object.entries(seed.objects).find(([name]) => name === object.name)?.[1]
      const table = new MemoryTable(records ?? { prefix: object.keyPrefix, count: 0, row: () => ({}) })
      for (const row of rows) table.insert(row)
      this.#tables.set(object.name, table)
    }
    openStandardAccess(this, this.#openedToProfiles)
    for (const [name, { customFields, picklists }] of Object.entries(seed.objects)) {
      for (const field of customFields ?? []) addOpenField(this, name, field)
      for (const [field, values] of Object.entries(picklists ?? {})) setPicklistValues(this, name, field, values)
    }
    plantRecordTypes(this, seed)
    if (seed.currencies) useCurrencies(this, seed.currencies)
  }
}

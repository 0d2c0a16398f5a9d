import { showRecordTypes } from '../org/add-record-type.ts'
import type { Country } from '../org/addresses/country.ts'
import type { KeptAccess } from '../org/access.ts'
import type { KeptUsage } from '../org/api-usage.ts'
import type { DuplicateRule } from '../org/duplicate-rules.ts'
import type { Field } from '../org/objects/field.ts'
import type { PicklistChanges } from '../org/schema.ts'
import type { Org } from '../org/org.ts'
import type { KeptRecordTypes } from '../org/record-types.ts'
import type { WrittenRule } from '../org/record-rules.ts'
import type { KeptSessions } from '../org/sessions.ts'
import type { OrgSettings } from '../org/settings.ts'
import type { Row } from '../org/table.ts'
import { keptSettings, restoreSettings, type KeptSettings } from './kept-settings.ts'

/** What an org remembers beside its records, as JSON. */
export interface KeptState {
  readonly nextIds: Readonly<Record<string, number>>
  readonly customFields: Readonly<Record<string, readonly Field[]>>
  readonly settings: KeptSettings
  readonly access: KeptAccess
  /** Older versions of the emulator did not keep it. */
  readonly recordTypes?: KeptRecordTypes
  readonly sessions: KeptSessions
  readonly usage: KeptUsage
  readonly validationRules: readonly WrittenRule[]
  readonly duplicateRules: readonly DuplicateRule[]
  readonly lockedRecords: readonly string[]
  /** From here on: missing in files of an older version. */
  readonly autoNumbers?: Readonly<Record<string, number>>
  readonly picklists?: Readonly<Record<string, PicklistChanges>>
  readonly countries?: readonly Country[] | null
}

/** What has changed in an org since it was made. What was left alone is not noted, so that new options of a later start hold. */
export class OrgChanges {
  readonly #org: Org
  readonly #settings: OrgSettings

  /** Takes the org as it is now for its start. */
  constructor(org: Org) {
    this.#org = org
    this.#settings = structuredClone(org.settings)
    for (const { name } of org.schema.objects) org.table(name).markStart()
  }

  /** A text that differs whenever something has changed that should be written soon. */
  get mark(): string {
    const revisions = this.#org.schema.objects.map(({ name }) => this.#org.table(name).revision)
    // Reads raise the count of API calls and nothing else, which alone is not worth writing every changed row again.
    return JSON.stringify([revisions, { ...this.state, usage: undefined }])
  }

  /** The changed records of every object, in an order in which they can be restored. */
  *rows(): Iterable<[object: string, row: Row]> {
    for (const { name } of this.#org.schema.objects) {
      for (const row of this.#org.table(name).changes()) yield [name, row]
    }
  }

  restoreRow(object: string, row: Row): void {
    const table = this.#org.table(object)
    if (table.get(String(row.Id))) table.update(String(row.Id), row)
    else table.insert(row)
  }

  get state(): KeptState {
    const org = this.#org
    return {
      nextIds: org.ids.kept,
      customFields: org.schema.kept,
      settings: keptSettings(this.#settings, org.settings),
      access: org.access.kept,
      recordTypes: org.recordTypes.kept,
      sessions: org.sessions.kept,
      usage: org.usage.kept,
      validationRules: org.recordRules.kept,
      duplicateRules: org.duplicateRules,
      lockedRecords: [...org.lockedRecords],
      autoNumbers: org.autoNumbers.kept,
      picklists: org.schema.keptPicklists,
      countries: org.countries.kept,
    }
  }

  restoreState(state: KeptState): void {
    const org = this.#org
    org.ids.restore(state.nextIds)
    org.schema.restore(state.customFields)
    restoreSettings(org.settings, state.settings)
    org.access.restore(state.access)
    if (state.recordTypes) org.recordTypes.restore(state.recordTypes)
    showRecordTypes(org)
    org.sessions.restore(state.sessions)
    org.usage.restore(state.usage)
    org.recordRules.restore(state.validationRules)
    org.duplicateRules.push(...state.duplicateRules)
    for (const id of state.lockedRecords) org.lockedRecords.add(id)
    org.schema.restorePicklists(state.picklists ?? {})
    org.countries.restore(state.countries ?? null)
    org.autoNumbers.restore(state.autoNumbers ?? {})
    org.metadataChanged()
  }
}

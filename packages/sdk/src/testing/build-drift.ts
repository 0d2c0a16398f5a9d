import type { SchemaChange, SchemaDrift } from '../contract/schema-drift.ts'
import { minutesAgo, scenarioNow } from './scenario-clock.ts'

/** A mapped field that was shortened, but for what is named. */
export function buildSchemaChange(change: Partial<SchemaChange> = {}): SchemaChange {
  return {
    kind: 'field_resized',
    object: 'Account',
    field: 'Site',
    label: 'Account Site',
    mapped: true,
    before: 'Length 80',
    after: 'Length 40',
    addedOptions: [],
    removedOptions: [],
    sentence: 'Account Site changed its size from length 80 to length 40.',
    ...change,
  }
}

/** Nothing changed since the mapping was saved yesterday, but for what is named. */
export function buildDrift(drift: Partial<SchemaDrift> = {}): SchemaDrift {
  return { since: minutesAgo(60 * 24), checkedAt: scenarioNow, changes: [], issues: [], ...drift }
}

import type { ObjectDescribe } from '../../contract/schema.ts'
import { describeChanges } from '../../mapping/drift/describe-changes.ts'
import { issuesCaused } from '../../mapping/validation/issues-caused.ts'
import { buildConnection } from '../build-connection.ts'
import { buildDrift } from '../build-drift.ts'
import { buildScenario } from '../build-scenario.ts'
import { picklist, salesforceField } from '../describes/index.ts'
import { ScenarioState } from '../scenario-state.ts'
import type { Scenario } from '../scenario.ts'
import { history } from './histories.ts'

/**
 * An admin changed Salesforce since the mapping was saved: a field of each object is gone, hidden or of another type, one has
 * other values, one is shorter, one is required, and one is new.
 */
export const schemaChanged = withChangedSchema()

function withChangedSchema(): Scenario {
  const scenario = buildScenario(history)
  const [accounts] = scenario.mappings[0]?.mapping.pairs ?? []
  accounts?.fields.push({ id: 'region', attribute: 'description', field: 'Region__c', direction: 'push', options: [] })
  scenario.describes.Account?.fields.push(salesforceField('Region__c', 'Region', 'string', { length: 80 }))
  const before = structuredClone(scenario)
  changeSchema(scenario.describes)
  const drift = buildDrift({ ...comparison(before, scenario) })
  const counts = { changes: drift.changes.length, issues: drift.issues.length }
  return { ...scenario, drift, connection: buildConnection({ drift: counts }) }
}

function changeSchema({ Account, Contact, Opportunity }: Scenario['describes']): void {
  remove(Account, 'Region__c')
  remove(Contact, 'Department')
  change(Account, 'Industry', { picklistValues: picklist('Agriculture', 'Banking', 'Space Travel') })
  change(Account, 'Website', { length: 80 })
  change(Opportunity, 'NextStep', { type: 'picklist', picklistValues: picklist('Call', 'Visit') })
  Account?.fields.push(salesforceField('Segment__c', 'Segment', 'picklist', { picklistValues: picklist('A', 'B') }))
  Opportunity?.fields.push(salesforceField('Region__c', 'Region', 'string', { length: 80, nillable: false }))
}

function remove(describe: ObjectDescribe | null, name: string): void {
  if (describe) describe.fields = describe.fields.filter((field) => field.name !== name)
}

function change(describe: ObjectDescribe | null, name: string, changes: Partial<ObjectDescribe['fields'][number]>): void {
  Object.assign(describe?.fields.find((field) => field.name === name) ?? {}, changes)
}

function comparison(before: Scenario, after: Scenario) {
  const { mapping } = after.mappings[0] ?? {}
  if (mapping === undefined) return {}
  const [old, now] = [before, after].map((scenario) => new ScenarioState(scenario, () => undefined).issues(mapping))
  const absent = new Map([['Region__c', 'removed' as const]])
  return {
    changes: mapping.pairs.flatMap((pair) =>
      describeChanges(before.describes[pair.object], after.describes[pair.object], { pair, absent }),
    ),
    issues: issuesCaused(old ?? [], now ?? []),
  }
}

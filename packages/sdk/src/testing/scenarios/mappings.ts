import type { FieldPair } from '../../contract/mapping.ts'
import { suggestedMapping } from '../build-mapping.ts'
import { buildScenario } from '../build-scenario.ts'
import { salesforceField } from '../describes/index.ts'
import { ada } from '../people.ts'
import { salesProcesses } from '../sales-pipeline.ts'
import { minutesAgo } from '../scenario-clock.ts'

/** Connected and set up, but nothing is mapped: the suggestions are waiting. */
export const nothingMapped = buildScenario({ mappings: [] })

/** A mapping with an error or a warning of most kinds. */
export const mappingWithIssues = buildScenario({
  mappings: [{ mapping: troubledMapping(), savedBy: ada, savedAt: minutesAgo(90) }],
})

function pair(id: string, attribute: string, field: string): FieldPair {
  return { id, attribute, field, direction: 'bidirectional', options: [] }
}

function troubledMapping() {
  const mapping = suggestedMapping()
  const [accounts, contacts, opportunities] = mapping.pairs
  accounts.fields = accounts.fields.filter(({ attribute }) => attribute !== 'description')
  accounts.fields.push(
    pair('removed', 'description', 'Old_Notes__c'),
    pair('twice', 'website', 'Site'),
    pair('gone', 'tier', 'Rating'),
  )
  contacts.direction = 'pull'
  contacts.fields = contacts.fields.filter(({ attribute }) => attribute !== 'department')
  contacts.fields.push(pair('types', 'department', 'Birthdate'))
  opportunities.fields = opportunities.fields.filter(({ attribute }) => attribute !== 'close_date' && attribute !== 'amount')
  opportunities.fields.push(pair('read-only', 'amount', 'ExpectedRevenue'))
  return mapping
}

const subjects = ['Renewal', 'Billing', 'Support', 'Current', 'Partner', 'Regional', 'Onboarding', 'Parent', 'Fiscal', 'Legacy']
const things = ['tier', 'date', 'amount', 'trend', 'notes', 'contact', 'score', 'region', 'code', 'plan', 'owner']

/** Every name once, as an org that grew over the years has them. */
function customLabel(number: number): string {
  return `${subjects[number % subjects.length]} ${things[number % things.length]} ${number}`
}

/** Connected to an org whose opportunities go through two sales processes. */
export const severalSalesProcesses = buildScenario({ processes: salesProcesses })

/** An org with 800 fields on Account. */
export const manySalesforceFields = withManyFields()

function withManyFields() {
  const scenario = buildScenario({ mappings: [] })
  const account = scenario.describes.Account
  const types = ['string', 'double', 'date', 'picklist', 'boolean', 'textarea', 'currency', 'email'] as const
  for (let number = account?.fields.length ?? 0; number < 800; number += 1) {
    const type = types[number % types.length] ?? 'string'
    const sketch = type === 'double' || type === 'currency' ? { precision: 18, scale: 2 } : { length: 255 }
    account?.fields.push(salesforceField(`Custom_${number}__c`, customLabel(number), type, sketch))
  }
  return scenario
}

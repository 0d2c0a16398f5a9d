import type { FieldPair, Mapping, MappingFile, SalesforceField, SalesforceObject } from '@pryzm/salesforce-sdk'
import {
  ada,
  buildScenario,
  edgar,
  minutesAgo,
  picklist,
  salesforceField,
  type Scenario,
  scenarioNow,
  scenarios,
  suggestedMapping,
} from '@pryzm/salesforce-sdk/testing'

/** A scenario whose saved mapping is the suggested one, changed. */
export function withMapping(change: (mapping: Mapping) => void, scenario: Partial<Scenario> = {}): Scenario {
  const mapping = suggestedMapping()
  change(mapping)
  return buildScenario({ ...scenario, mappings: [{ mapping, savedBy: ada, savedAt: minutesAgo(90) }] })
}

export function pairOf(mapping: Mapping, object: SalesforceObject, attribute: string): FieldPair | undefined {
  return mapping.pairs.find((pair) => pair.object === object)?.fields.find((pair) => pair.attribute === attribute)
}

/** A scenario in which one attribute is mapped to another field. */
export function withField(
  object: SalesforceObject,
  attribute: string,
  field: string,
  scenario: Partial<Scenario> = {},
): Scenario {
  return withMapping((mapping) => {
    const pair = pairOf(mapping, object, attribute)
    if (pair) Object.assign(pair, { field, options: [] })
  }, scenario)
}

/** Salesforce's side with one field changed. */
export function describesWith(object: SalesforceObject, field: string, change: Partial<SalesforceField>): Scenario['describes'] {
  const { describes } = buildScenario()
  const found = describes[object]?.fields.find(({ name }) => name === field)
  if (found) Object.assign(found, change)
  return describes
}

/** Pryzm's side with one attribute changed. */
export function recordTypesWith(attribute: string, change: Partial<Scenario['recordTypes'][number]['attributes'][number]>) {
  const { recordTypes } = buildScenario()
  for (const { attributes } of recordTypes) {
    for (const known of attributes) if (known.name === attribute) Object.assign(known, change)
  }
  return recordTypes
}

/** What a colleague saved two minutes ago: one pair turned, one removed. */
export function savedByColleague(): Scenario['mappings'][number] {
  const mapping = suggestedMapping()
  mapping.pairs[0].fields = mapping.pairs[0].fields.filter(({ attribute }) => attribute !== 'employees')
  const phone = pairOf(mapping, 'Account', 'phone')
  if (phone) phone.direction = 'pull'
  return { mapping, savedBy: edgar, savedAt: minutesAgo(2) }
}

/** An org that keeps amounts in several currencies. */
export function withCurrencies(): Scenario {
  const { describes } = buildScenario()
  describes.Account?.fields.push(
    salesforceField('CurrencyIsoCode', 'Account Currency', 'picklist', {
      defaultedOnCreate: true,
      nillable: false,
      picklistValues: picklist('EUR', 'JPY', 'USD'),
    }),
  )
  return withMapping(() => {}, { describes })
}

/** An org of which is known what its fields hold, and what the last job used. */
export function withUsage(): Scenario {
  const { describes } = buildScenario()
  const mapped = new Set(suggestedMapping().pairs[0].fields.map(({ field }) => field))
  describes.Account?.fields.forEach((field, index) => {
    const inLastJob = mapped.has(field.name)
    field.usage = { inLastJob, sampled: 200, filled: inLastJob || index % 3 > 0 ? 120 + index : 0 }
  })
  return buildScenario({ describes })
}

/** A multi-select picklist of which two values have no option in Pryzm. */
export function withSeveralValues(): Scenario {
  const values = ['Anvils', 'Springs', 'Rockets', 'Magnets', 'Services']
  return withMapping(() => {}, {
    describes: describesWith('Account', 'Type', { type: 'multipicklist', picklistValues: picklist(...values) }),
    recordTypes: recordTypesWith('type', {
      label: 'Product lines',
      type: 'multi_select',
      options: values.slice(0, 3).map((label) => ({ id: label.toLowerCase(), label })),
    }),
    mappings: withField('Account', 'type', 'Type').mappings,
  })
}

/** So many pairs on Account; each `broken` one is mapped to a field that is gone. */
export function manyPairs(count: number, broken = 0): Scenario {
  const { recordTypes, describes } = buildScenario(scenarios.manySalesforceFields)
  const fields = describes.Account?.fields.filter(({ name, type }) => name.startsWith('Custom_') && type === 'string') ?? []
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const attributes = numbers.map((number) => ({
    name: `attribute_${number}`,
    label: `Attribute ${number}`,
    type: 'text' as const,
    required: false,
    unique: false,
    readOnly: false,
  }))
  const pairs = numbers.map((number) => ({
    id: `pair-${number}`,
    attribute: `attribute_${number}`,
    field: number <= broken ? `Gone_${number}__c` : (fields[number % fields.length]?.name ?? 'Name'),
    direction: 'pull' as const,
    options: [],
  }))
  return withMapping(
    (mapping) => {
      mapping.pairs[0].fields = pairs
    },
    {
      describes,
      recordTypes: recordTypes.map((type) => (type.recordType === 'organization' ? { ...type, attributes } : type)),
    },
  )
}

/** A picklist with so many values, and an attribute whose options match some of them. */
export function withOptions(values: number, matching: number): Scenario {
  const numbers = Array.from({ length: values }, (_, index) => index + 1)
  const picklistValues = numbers.map((number) => ({
    value: `Value ${number}`,
    label: `Value ${number}`,
    active: true,
    defaultValue: false,
  }))
  const options = numbers.map((number) => ({
    id: `value_${number}`,
    label: number <= matching ? `Value ${number}` : `Other ${number}`,
  }))
  return withMapping(
    (mapping) => {
      const pair = pairOf(mapping, 'Account', 'industry')
      if (pair) pair.options = []
    },
    {
      describes: describesWith('Account', 'Industry', { picklistValues }),
      recordTypes: recordTypesWith('industry', { options }),
    },
  )
}

/** A mapping that was saved, changed by somebody else, and restored. */
export function threeVersions(): Scenario {
  const first = suggestedMapping()
  const second = structuredClone(first)
  second.pairs[0].direction = 'pull'
  second.pairs[0].fields = second.pairs[0].fields.filter(({ attribute }) => attribute !== 'website')
  const phone = pairOf(second, 'Account', 'phone')
  if (phone) phone.direction = 'pull'
  return buildScenario({
    mappings: [
      { mapping: first, savedBy: ada, savedAt: minutesAgo(60 * 24 * 3) },
      { mapping: second, savedBy: edgar, savedAt: minutesAgo(60 * 5) },
      { mapping: first, savedBy: ada, savedAt: minutesAgo(20), restoredFrom: 1 },
    ],
  })
}

/** The suggested mapping as a file of another workspace, changed. */
export function mappingFile(change: (file: MappingFile) => void = () => {}): File {
  const file: MappingFile = {
    format: 'pryzm.salesforce-mapping',
    formatVersion: 1,
    exportedAt: scenarioNow,
    version: 4,
    org: null,
    pipeline: null,
    options: [],
    mapping: suggestedMapping(),
  }
  change(file)
  return new File([JSON.stringify(file)], 'salesforce-mapping-4.json', { type: 'application/json' })
}

/** Two options that are written as one value. */
export function manyToOne(): Scenario {
  return withMapping((mapping) => {
    const pair = pairOf(mapping, 'Account', 'type')
    if (!pair) return
    const [kept, other] = pair.options
    if (kept && other)
      pair.options = [kept, { option: other.option, value: kept.value, direction: 'push' }, ...pair.options.slice(2)]
  })
}

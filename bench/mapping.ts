import type {
  Attribute,
  AttributeValue,
  FieldPair,
  Mapping,
  SalesforceField,
  SalesforceType,
} from '@pryzm/salesforce-sdk/contract'
import {
  compilePullPlan,
  compilePushPlan,
  emptyMapping,
  type PairSides,
  type PlanInput,
  type PushContext,
  validateMapping,
} from '@pryzm/salesforce-sdk/mapping'
import { salesforceField, standardDescribes } from '@pryzm/salesforce-sdk/testing'

const fieldCount = 800
const pairCount = 200
const validateRounds = 60
const rows = 100_000

/** How long the rules take, warm: one validation of 200 pairs over 800 fields, and one row of 20 fields, pulled and pushed. */
export function measureMapping(): { validateMs: number; usPerRow: number; pushUsPerRow: number } {
  return { validateMs: measureValidation(), usPerRow: measurePulledRows(), pushUsPerRow: measurePushedRows() }
}

function measureValidation(): number {
  const { mapping, side } = largeWorkspace(pairCount)
  const sides = { Account: side, Contact: side, Opportunity: side }
  const times = Array.from({ length: validateRounds }, () => {
    const start = performance.now()
    validateMapping(mapping, sides)
    return performance.now() - start
  })
  return median(times.slice(validateRounds / 2))
}

function measurePulledRows(): number {
  const { input } = largeWorkspace(20)
  const plan = compilePullPlan(input)
  const row = plan.columns.map((name) => cellFor(name, input.describe.fields))
  return usPerRow(() => plan.convert(row))
}

/** What a pull made of the row, with a link behind each lookup, goes back again. */
function measurePushedRows(): number {
  const { input } = largeWorkspace(20)
  const pull = compilePullPlan(input)
  const { values, relations } = pull.convert(pull.columns.map((name) => cellFor(name, input.describe.fields)))
  const record: Record<string, AttributeValue> = { ...values }
  for (const { attribute } of relations) record[attribute] = 'o1'
  const plan = compilePushPlan(input)
  return usPerRow(() => plan.convert(record, linked))
}

const linked: PushContext = {
  creating: false,
  relatedSalesforceId: () => '001D000000IRFmaIAH',
  userSalesforceId: () => undefined,
  syncedBefore: () => true,
}

function usPerRow(convert: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    for (let at = 0; at < rows; at += 1) convert()
    return ((performance.now() - start) * 1_000) / rows
  })
  return median(times)
}

const types = [
  'string',
  'double',
  'date',
  'datetime',
  'boolean',
  'picklist',
  'currency',
  'email',
  'reference',
  'textarea',
] as const

const attributeTypes: Partial<Record<SalesforceType, Attribute['type']>> = {
  string: 'text',
  double: 'number',
  date: 'date',
  datetime: 'datetime',
  boolean: 'boolean',
  picklist: 'select',
  currency: 'currency',
  email: 'email',
  reference: 'relation',
  textarea: 'long_text',
}

const values = Array.from({ length: 30 }, (_, index) => `Value ${index}`)

function largeWorkspace(pairs: number): { mapping: Mapping; side: PairSides; input: PlanInput } {
  const custom = Array.from({ length: fieldCount }, (_, index) => customField(index))
  const describe = { ...standardDescribes.Account, fields: [...standardDescribes.Account.fields, ...custom].slice(0, fieldCount) }
  const mapped = describe.fields.filter(({ name }) => name.startsWith('Field_')).slice(0, pairs)
  const attributes = mapped.map((field, index) => attributeFor(field, index))
  const recordType = { recordType: 'organization', label: 'Organization', labelPlural: 'Organizations', attributes }
  const mapping = emptyMapping()
  mapping.pairs[0].fields = mapped.map(({ name }, index): FieldPair => {
    return { id: String(index), attribute: `attribute_${index}`, field: name, direction: 'bidirectional', options: [] }
  })
  for (const other of mapping.pairs.slice(1)) other.enabled = false
  return { mapping, side: { describe, recordType }, input: { pair: mapping.pairs[0], describe, recordType, issues: [] } }
}

function customField(index: number): SalesforceField {
  const type = types[index % types.length] ?? 'string'
  return salesforceField(`Field_${index}__c`, `Field ${index}`, type, {
    length: 255,
    precision: 18,
    scale: 2,
    referenceTo: type === 'reference' ? ['Account'] : [],
    picklistValues:
      type === 'picklist' ? values.map((value) => ({ value, label: value, active: true, defaultValue: false })) : [],
  })
}

function attributeFor({ type }: SalesforceField, index: number): Attribute {
  return {
    name: `attribute_${index}`,
    label: `Attribute ${index}`,
    type: attributeTypes[type] ?? 'text',
    required: false,
    unique: false,
    readOnly: false,
    relatedRecordType: 'organization',
    options: values.map((label, option) => ({ id: `option_${option}`, label })),
  }
}

const cells: Partial<Record<SalesforceType, string>> = {
  string: 'Acme, Inc. of Springfield',
  double: '9.12260031E8',
  date: '2026-03-31',
  datetime: '2026-05-06T09:49:20.000Z',
  boolean: 'true',
  picklist: 'Value 7',
  currency: '1250000.5',
  email: 'ada@acme.example',
  reference: '001D000000IRFmaIAH',
  textarea: 'A longer text that people wrote about this organization, with a line break\nand "quotes".',
}

function cellFor(column: string, fields: readonly SalesforceField[]): string {
  return cells[fields.find(({ name }) => name === column)?.type ?? 'string'] ?? ''
}

function median(numbers: number[]): number {
  const sorted = [...numbers]
  sorted.sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

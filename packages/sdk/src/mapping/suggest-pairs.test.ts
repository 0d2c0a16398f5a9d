import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { attribute, describeOf, fieldPair, objectPair, recordTypeOf } from '../../test/one-pair.ts'
import { ObjectDescribe } from '../contract/schema.ts'
import type { SalesforceObject } from '../contract/shared.ts'
import { salesforceObjects } from '../contract/vocabulary.ts'
import { lookup, salesforceField, standardDescribes } from '../testing/describes/index.ts'
import { salesPipeline } from '../testing/sales-pipeline.ts'
import { defaultSchema, pipelineSchema } from './default-schema.ts'
import { emptyMapping } from './empty-mapping.ts'
import { suggestPairs } from './suggest-pairs.ts'
import { validateMapping } from './validate-mapping.ts'

const [organization = null, person = null] = defaultSchema()
const recordTypes = { Account: organization, Contact: person, Opportunity: pipelineSchema(salesPipeline) }

const expected: Record<SalesforceObject, Record<string, string>> = {
  Account: {
    name: 'Name',
    website: 'Website',
    phone: 'Phone',
    industry: 'Industry',
    type: 'Type',
    employees: 'NumberOfEmployees',
    annual_revenue: 'AnnualRevenue',
    description: 'Description',
    address: 'BillingAddress',
    parent: 'ParentId',
    owner: 'OwnerId',
  },
  Contact: {
    first_name: 'FirstName',
    last_name: 'LastName',
    email: 'Email',
    phone: 'Phone',
    mobile: 'MobilePhone',
    job_title: 'Title',
    department: 'Department',
    organization: 'AccountId',
    address: 'MailingAddress',
    owner: 'OwnerId',
  },
  Opportunity: {
    name: 'Name',
    stage: 'StageName',
    amount: 'Amount',
    close_date: 'CloseDate',
    probability: 'Probability',
    organization: 'AccountId',
    next_step: 'NextStep',
    source: 'LeadSource',
    description: 'Description',
    owner: 'OwnerId',
  },
}

function suggestionsFor(object: SalesforceObject, describe: ObjectDescribe) {
  const pair = emptyMapping().pairs[salesforceObjects.indexOf(object)] ?? objectPair([])
  return suggestPairs(pair, { describe, recordType: recordTypes[object] })
}

function pairsOf(suggestions: readonly { attribute: string; field: string }[]) {
  return Object.fromEntries(suggestions.map(({ attribute: name, field }) => [name, field]))
}

const recordings = new URL('../../../../../shared/data/salesforce/describe/cumulusci-scratch/', import.meta.url)

describe.each(salesforceObjects)('suggestions for %s', (object) => {
  it('pair every attribute of the default schema with the usual field of a fresh org', () => {
    const suggestions = suggestionsFor(object, standardDescribes[object])
    expect(pairsOf(suggestions)).toEqual(expected[object])
    for (const { direction, score, reason } of suggestions) {
      expect(direction).toBe('bidirectional')
      expect(score).toBeGreaterThanOrEqual(0.8)
      expect(reason).toMatch(/^[A-Z]/)
    }
  })

  it.skipIf(!existsSync(recordings))('find the same in a recorded describe (skipped without the recordings)', () => {
    const recorded = ObjectDescribe.parse(JSON.parse(readFileSync(new URL(`${object}.json`, recordings), 'utf8')))
    expect(pairsOf(suggestionsFor(object, recorded))).toEqual(expected[object])
  })
})

it('raises no issue once accepted', () => {
  const mapping = emptyMapping()
  mapping.pairs[2].pipelineId = salesPipeline.id
  for (const pair of mapping.pairs) {
    pair.fields = suggestionsFor(pair.object, standardDescribes[pair.object]).map(
      ({ attribute: name, field, direction, options }) => ({
        id: name,
        attribute: name,
        field,
        direction,
        options,
      }),
    )
  }
  const sidesOf = (object: SalesforceObject) => ({ describe: standardDescribes[object], recordType: recordTypes[object] })
  const sides = { Account: sidesOf('Account'), Contact: sidesOf('Contact'), Opportunity: sidesOf('Opportunity') }
  expect(validateMapping(mapping, sides)).toEqual([])
})

describe('a suggestion', () => {
  const suggest = (
    attributes: Parameters<typeof recordTypeOf>[0],
    fields: Parameters<typeof describeOf>[0],
    pair = objectPair([]),
  ) => suggestPairs(pair, { describe: describeOf(fields), recordType: recordTypeOf(attributes) })

  it('for a read-only field is to pull, for a read-only attribute to push', () => {
    const formula = salesforceField('Score__c', 'Score', 'double', { calculated: true, createable: false, updateable: false })
    expect(suggest([attribute('score', 'number')], [formula])).toMatchObject([
      { direction: 'pull', reason: 'Same name and type' },
    ])
    const plain = salesforceField('Score__c', 'Score', 'double')
    expect(suggest([attribute('score', 'number', { readOnly: true })], [plain])).toMatchObject([{ direction: 'push' }])
    expect(suggest([attribute('score', 'number', { readOnly: true })], [formula])).toEqual([])
  })

  it('is not made where nothing would flow in the direction of the object', () => {
    const formula = salesforceField('Score__c', 'Score', 'double', { createable: false, updateable: false })
    expect(suggest([attribute('score', 'number')], [formula], objectPair([], { direction: 'push' }))).toEqual([])
  })

  it('is not made for what is mapped already, nor for the fields that the kit keeps', () => {
    const fields = [salesforceField('Name', 'Name', 'string'), salesforceField('SystemModstamp', 'System Modstamp', 'datetime')]
    const attributes = [attribute('name', 'text'), attribute('system_modstamp', 'datetime')]
    expect(suggest(attributes, fields, objectPair([fieldPair('other', 'Name')]))).toEqual([])
    expect(suggest(attributes, fields, objectPair([fieldPair('name', 'Other')]))).toEqual([])
  })

  it('gives each attribute and each field once, to the best match', () => {
    const fields = [salesforceField('Phone', 'Phone', 'phone'), salesforceField('MobilePhone', 'Mobile Phone', 'phone')]
    const attributes = [attribute('mobile_phone', 'phone'), attribute('phone', 'phone')]
    expect(pairsOf(suggest(attributes, fields))).toEqual({ mobile_phone: 'MobilePhone', phone: 'Phone' })
  })

  it('scores lower where values can get lost, and says so', () => {
    const field = salesforceField('Employees__c', 'Employees', 'string')
    expect(suggest([attribute('employees', 'number')], [field])).toMatchObject([
      { score: 0.75, reason: 'Same name, but some values may not fit' },
    ])
  })

  it('never joins types that do not convert, whatever their names', () => {
    expect(suggest([attribute('start', 'datetime')], [salesforceField('Start__c', 'Start', 'date')])).toEqual([])
    expect(
      suggest([attribute('parent', 'relation', { relatedRecordType: 'person' })], [lookup('ParentId', 'Parent', 'Account')]),
    ).toEqual([])
  })

  it('is weak for names that only share words', () => {
    const [suggestion] = suggest(
      [attribute('customer_tier', 'text')],
      [salesforceField('Tier_Of_Customer__c', 'Tier of Customer', 'string')],
    )
    expect(suggestion).toMatchObject({ field: 'Tier_Of_Customer__c', reason: 'Similar name, and the types agree' })
    expect(suggestion?.score).toBeLessThan(0.8)
  })
})

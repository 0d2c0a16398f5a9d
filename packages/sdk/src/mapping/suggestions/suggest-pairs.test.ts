import { describe, expect, it } from 'vitest'
import { attribute, describeOf, fieldPair, objectPair, recordTypeOf } from '../../../test/one-pair.ts'
import { hasRecordings, recordedDescribe } from '../../../test/orgs/recorded-describe.ts'
import type { ObjectDescribe } from '../../contract/schema.ts'
import type { SalesforceObject } from '../../contract/shared.ts'
import { salesforceObjects } from '../../contract/vocabulary.ts'
import { addressFields, lookup, salesforceField, standardDescribes } from '../../testing/describes/index.ts'
import { salesPipeline } from '../../testing/sales-pipeline.ts'
import { defaultSchema, pipelineSchema } from '../default-schema.ts'
import { emptyMapping } from '../empty-mapping.ts'
import { ACCEPT_SCORE } from './accept-score.ts'
import { suggestPairs } from './suggest-pairs.ts'
import { validateMapping } from '../validation/validate-mapping.ts'

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

  it.skipIf(!hasRecordings)('find the same in a recorded describe (skipped without the recordings)', () => {
    expect(pairsOf(suggestionsFor(object, recordedDescribe(object)))).toEqual(expected[object])
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

  it('is not strong where two fields are as likely', () => {
    const fields = [salesforceField('a__Region__c', 'Region', 'string'), salesforceField('b__Region__c', 'Region', 'string')]
    const [suggestion] = suggest([attribute('region', 'text')], fields)
    expect(suggestion?.score).toBeLessThan(ACCEPT_SCORE)
    const own = salesforceField('Region__c', 'Region', 'string')
    expect(suggest([attribute('region', 'text')], [...fields, own])[0]).toMatchObject({ field: 'Region__c', score: 1 })
  })

  it('prefers a field that can be written to one that cannot', () => {
    const computed = salesforceField('Forecast', 'Forecast', 'string', { createable: false, updateable: false })
    const [suggestion] = suggest(
      [attribute('forecast', 'text')],
      [computed, salesforceField('Forecast__c', 'Forecast', 'string')],
    )
    expect(suggestion).toMatchObject({ field: 'Forecast__c', direction: 'bidirectional' })
  })

  it('stays strong where only unusually long values would not fit', () => {
    const field = salesforceField('Nickname__c', 'Nickname', 'string', { length: 40 })
    const [suggestion] = suggest([attribute('nickname', 'text', { maxLength: 255 })], [field])
    expect(suggestion?.score).toBeGreaterThanOrEqual(ACCEPT_SCORE)
    expect(suggestion?.reason).toContain('may not fit')
  })

  it('for a part of an address only pulls where the whole address is pushed', () => {
    const address = attribute('billing_address', 'address')
    const city = attribute('billing_city', 'text')
    expect(suggest([address, city], addressFields('Billing', 'Billing'))).toMatchObject([
      { attribute: 'billing_address', direction: 'bidirectional' },
      { attribute: 'billing_city', direction: 'pull' },
    ])
    expect(suggest([city], addressFields('Billing', 'Billing'))).toMatchObject([{ direction: 'bidirectional' }])
  })

  it('leaves out what only person accounts hold', () => {
    const fields = [salesforceField('PersonEmail', 'Email', 'email'), salesforceField('Team__pc', 'Team', 'string')]
    expect(suggest([attribute('email', 'email'), attribute('team', 'text')], fields)).toEqual([])
  })

  it('knows the words of the record type itself', () => {
    const recordType = { ...recordTypeOf([attribute('gift_amount', 'currency')]), label: 'Gift', labelPlural: 'Gifts' }
    const amount = salesforceField('Amount', 'Amount', 'currency', { precision: 18, scale: 2 })
    expect(suggestPairs(objectPair([]), { describe: describeOf([amount]), recordType })).toMatchObject([{ score: 0.9 }])
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

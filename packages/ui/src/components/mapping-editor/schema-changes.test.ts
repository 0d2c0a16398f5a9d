import type { PairSchema, SalesforceField } from '@pryzm/salesforce-sdk'
import { accountDescribe, salesforceField } from '@pryzm/salesforce-sdk/testing'
import { expect, it } from 'vitest'
import { schemaChanges } from './schema-changes.ts'
import { modelSchema } from './schema-model.ts'

const name = salesforceField('Name', 'Account Name', 'string')
const region = salesforceField('Region__c', 'Region', 'string')

it('names fields that came, went or have another type', () => {
  const picklist = { ...region, type: 'picklist' as const }
  const fresh = salesforceField('Tier__c', 'Tier', 'string')
  expect(schemaChanges(schemaWith(name, region), schemaWith(picklist, fresh))).toEqual([
    { kind: 'retyped', field: picklist, before: 'string' },
    { kind: 'added', field: fresh },
    { kind: 'removed', field: name },
  ])
})

it('finds nothing where only labels changed', () => {
  expect(schemaChanges(schemaWith(region), schemaWith({ ...region, label: 'Area' }))).toEqual([])
})

function schemaWith(...fields: SalesforceField[]) {
  const pair: PairSchema = { object: 'Account', describe: { ...accountDescribe, fields }, recordType: null }
  return modelSchema(pair)
}

import { expect, it } from 'vitest'
import { fieldPair } from '../../../test/one-pair.ts'
import { describeIn, fieldIn, issuesAfter, onlyPair, type Sides, workspace } from '../../../test/workspace.ts'
import { type IssueCode, type IssueSeverity, type Mapping, MappingIssue } from '../../contract/mapping.ts'
import type { Attribute, SalesforceField } from '../../contract/schema.ts'
import { picklist, salesforceField } from '../../testing/index.ts'
import { pairIssues } from './issues-of.ts'
import { validateMapping } from './validate-mapping.ts'

it('finds nothing wrong with the suggestions of a fresh org', () => {
  const { mapping, sides } = workspace()
  expect(validateMapping(mapping, sides)).toEqual([])
})

it('tells the issues of one pair, errors first', () => {
  const formula = salesforceField('Notes__c', 'Notes', 'textarea', { htmlFormatted: true, createable: false, updateable: false })
  const issues = onlyPair(formula, 'description', { id: 'p' })
  expect(pairIssues(issues, 'Account', 'p').map(({ severity }) => severity)).toEqual(['field', 'warning', 'warning'])
})

/** For each code the least that brings it about, and how much it stops. */
const gallery = {
  pryzm_id_missing: ['blocking', (_, sides) => hide(sides, 'Pryzm_ID__c')],
  pryzm_id_wrong_type: ['blocking', (_, sides) => flaw(sides, 'Pryzm_ID__c', { type: 'double' })],
  pryzm_id_too_short: ['blocking', (_, sides) => flaw(sides, 'Pryzm_ID__c', { length: 18 })],
  pryzm_id_not_external_id: ['blocking', (_, sides) => flaw(sides, 'Pryzm_ID__c', { externalId: false })],
  pryzm_id_not_unique: ['blocking', (_, sides) => flaw(sides, 'Pryzm_ID__c', { unique: false })],
  pryzm_id_not_accessible: ['blocking', (_, sides) => flaw(sides, 'Pryzm_ID__c', { updateable: false })],
  object_not_accessible: ['blocking', (_, sides) => (sides.Account.describe = null)],
  object_not_creatable: ['warning', (_, sides) => (describeIn(sides, 'Account').createable = false)],
  object_not_editable: ['blocking', (_, sides) => (describeIn(sides, 'Account').updateable = false)],
  pipeline_not_selected: ['blocking', (mapping) => (mapping.pairs[2].pipelineId = null)],
  pipeline_missing: ['blocking', (_, sides) => (sides.Opportunity.recordType = null)],
  field_missing: ['field', (_, sides) => hide(sides, 'Website')],
  attribute_missing: ['field', (mapping) => mapping.pairs[0].fields.push(fieldPair('gone', 'Site'))],
  type_incompatible: ['field', (_, sides) => flaw(sides, 'Website', { type: 'date' })],
  field_read_only: ['field', (_, sides) => flaw(sides, 'Website', { createable: false, updateable: false })],
  attribute_read_only: ['field', (_, sides) => (attributeIn(sides, 'website').readOnly = true)],
  attribute_mapped_twice: [
    'field',
    (mapping) => mapping.pairs[0].fields.push(fieldPair('website', 'Site', { direction: 'pull' })),
  ],
  field_mapped_twice: ['field', (mapping) => mapping.pairs[0].fields.push(fieldPair('name', 'Website', { direction: 'push' }))],
  required_field_unmapped: ['warning', (mapping) => mapping.pairs[0].fields.splice(0, 1)],
  lossy_conversion: ['warning', (_, sides) => flaw(sides, 'Description', { htmlFormatted: true })],
  option_unmapped: ['warning', (_, sides) => flaw(sides, 'Industry', { picklistValues: picklist('Mining') })],
  default_not_usable: ['warning', (mapping) => Object.assign(mapping.pairs[0].fields[0] ?? {}, { defaultOnPush: true })],
  direction_narrowed_by_object: ['warning', (mapping) => (mapping.pairs[0].direction = 'pull')],
  many_fields: ['warning', (mapping) => mapping.pairs[0].fields.push(...Array.from({ length: 60 }, () => fieldPair('x', 'X')))],
} satisfies Record<IssueCode, [IssueSeverity, (mapping: Mapping, sides: Sides) => unknown]>

it.each(Object.entries(gallery))('knows %s', (code, [severity, spoil]) => {
  const issues = issuesAfter(spoil).filter((issue) => issue.code === code)
  expect(issues.length).toBeGreaterThan(0)
  for (const issue of issues) {
    expect(issue.severity).toBe(severity)
    expect(issue.stops === null).toBe(severity === 'warning')
    expect(issue.sentence).toMatch(/^[A-Z\d].*\.$/)
    expect(MappingIssue.parse(issue)).toEqual(issue)
  }
})

function hide(sides: Sides, name: string): void {
  const account = describeIn(sides, 'Account')
  account.fields = account.fields.filter((field) => field.name !== name)
}

function flaw(sides: Sides, name: string, flaws: Partial<SalesforceField>): void {
  Object.assign(fieldIn(sides, 'Account', name), flaws)
}

function attributeIn(sides: Sides, name: string): Attribute {
  const found = sides.Account.recordType?.attributes.find((attribute) => attribute.name === name)
  if (!found) throw new Error(`No attribute ${name}`)
  return found
}

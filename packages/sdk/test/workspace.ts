import type { FieldPair, Mapping, MappingIssue, IssueCode, ObjectPair } from '../src/contract/mapping.ts'
import type { ObjectDescribe, SalesforceField } from '../src/contract/schema.ts'
import type { SalesforceObject } from '../src/contract/shared.ts'
import { defaultSchema, pipelineSchema } from '../src/mapping/default-schema.ts'
import type { PairSides } from '../src/mapping/pair-sides.ts'
import { validateMapping } from '../src/mapping/validation/validate-mapping.ts'
import { salesPipeline, standardDescribes, suggestedMapping } from '../src/testing/index.ts'
import { fieldPair } from './one-pair.ts'

export type Sides = Record<SalesforceObject, PairSides>

/** A healthy workspace with every suggestion accepted, to be spoiled by each test. */
export function workspace() {
  const [organization = null, person = null] = defaultSchema()
  const sides: Sides = structuredClone({
    Account: { describe: standardDescribes.Account, recordType: organization },
    Contact: { describe: standardDescribes.Contact, recordType: person },
    Opportunity: { describe: standardDescribes.Opportunity, recordType: pipelineSchema(salesPipeline) },
  })
  return { mapping: suggestedMapping(), sides }
}

/** What is wrong once a healthy workspace was spoiled. */
export function issuesAfter(spoil: (mapping: Mapping, sides: Sides) => void): MappingIssue[] {
  const { mapping, sides } = workspace()
  spoil(mapping, sides)
  return validateMapping(mapping, sides)
}

export function codes(issues: readonly MappingIssue[]): IssueCode[] {
  return issues.map(({ code }) => code)
}

/** Puts one pair alone on Account, its attribute and its field as given. */
export function onlyPair(
  field: SalesforceField,
  attributeName: string,
  rest: Partial<FieldPair> = {},
  object: Partial<ObjectPair> = {},
) {
  return issuesAfter((mapping, sides) => {
    const [accounts] = mapping.pairs
    Object.assign(accounts, object, { fields: [fieldPair(attributeName, field.name, rest)] })
    const describe = describeIn(sides, 'Account')
    if (!describe.fields.some(({ name }) => name === field.name)) describe.fields.push(field)
  }).filter(({ object: name, code }) => name === 'Account' && code !== 'required_field_unmapped')
}

export function describeIn(sides: Sides, object: SalesforceObject): ObjectDescribe {
  const { describe: found } = sides[object]
  if (!found) throw new Error(`No describe of ${object}`)
  return found
}

export function fieldIn(sides: Sides, object: SalesforceObject, name: string): SalesforceField {
  const field = describeIn(sides, object).fields.find((candidate) => candidate.name === name)
  if (!field) throw new Error(`No field ${name}`)
  return field
}

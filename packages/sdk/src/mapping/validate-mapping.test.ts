import { describe, expect, it } from 'vitest'
import { fieldPair } from '../../test/one-pair.ts'
import type { FieldPair, IssueCode, Mapping, MappingIssue, ObjectPair } from '../contract/mapping.ts'
import type { ObjectDescribe, SalesforceField } from '../contract/schema.ts'
import type { SalesforceObject } from '../contract/shared.ts'
import { issueCodes } from '../contract/vocabulary.ts'
import { addressFields, lookup, picklist, salesforceField, standardDescribes, suggestedMapping } from '../testing/index.ts'
import { salesPipeline } from '../testing/sales-pipeline.ts'
import { defaultSchema, pipelineSchema } from './default-schema.ts'
import type { PairSides } from './pair-sides.ts'
import { blockingIssues, pairIssues, validateMapping } from './validate-mapping.ts'

type Sides = Record<SalesforceObject, PairSides>

/** A healthy workspace with every suggestion accepted, to be spoiled by each test. */
function workspace() {
  const [organization = null, person = null] = defaultSchema()
  const sides: Sides = structuredClone({
    Account: { describe: standardDescribes.Account, recordType: organization },
    Contact: { describe: standardDescribes.Contact, recordType: person },
    Opportunity: { describe: standardDescribes.Opportunity, recordType: pipelineSchema(salesPipeline) },
  })
  return { mapping: suggestedMapping(), sides }
}

/** What is wrong once a healthy workspace was spoiled. */
function issuesAfter(spoil: (mapping: Mapping, sides: Sides) => void): MappingIssue[] {
  const { mapping, sides } = workspace()
  spoil(mapping, sides)
  return validateMapping(mapping, sides)
}

function codes(issues: readonly MappingIssue[]): IssueCode[] {
  return issues.map(({ code }) => code)
}

/** Puts one pair alone on Account, its attribute and its field as given. */
function onlyPair(
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

function describeIn(sides: Sides, object: SalesforceObject): ObjectDescribe {
  const { describe: found } = sides[object]
  if (!found) throw new Error(`No describe of ${object}`)
  return found
}

function fieldIn(sides: Sides, object: SalesforceObject, name: string): SalesforceField {
  const field = describeIn(sides, object).fields.find((candidate) => candidate.name === name)
  if (!field) throw new Error(`No field ${name}`)
  return field
}

const seen = new Set<IssueCode>()

function expectCodes(issues: readonly MappingIssue[], ...expected: IssueCode[]) {
  for (const code of expected) seen.add(code)
  expect(codes(issues)).toEqual(expected)
}

it('finds nothing wrong with the suggestions of a fresh org', () => {
  const { mapping, sides } = workspace()
  expect(validateMapping(mapping, sides)).toEqual([])
})

describe('Pryzm_ID__c', () => {
  it.each([
    ['pryzm_id_wrong_type', { type: 'textarea' }],
    ['pryzm_id_wrong_type', { autoNumber: true }],
    ['pryzm_id_wrong_type', { calculated: true }],
    ['pryzm_id_too_short', { length: 35 }],
    ['pryzm_id_not_external_id', { externalId: false }],
    ['pryzm_id_not_unique', { unique: false }],
    ['pryzm_id_not_accessible', { updateable: false }],
  ] as const)('is %s for %j, which blocks the object', (code, flaw) => {
    const issues = issuesAfter((_, sides) => Object.assign(fieldIn(sides, 'Contact', 'Pryzm_ID__c'), flaw))
    expectCodes(issues, code)
    expect(issues).toMatchObject([{ severity: 'blocking', object: 'Contact', pairId: null, stops: 'bidirectional' }])
    expect(blockingIssues(issues, 'Contact')).toHaveLength(1)
    expect(blockingIssues(issues, 'Account')).toEqual([])
  })

  it('tells every flaw at once', () => {
    const flaws = { length: 10, externalId: false, unique: false }
    const issues = issuesAfter((_, sides) => Object.assign(fieldIn(sides, 'Account', 'Pryzm_ID__c'), flaws))
    expectCodes(issues, 'pryzm_id_too_short', 'pryzm_id_not_external_id', 'pryzm_id_not_unique')
  })

  it('names a field that looks like it when it is missing', () => {
    const issues = issuesAfter((_, sides) => {
      fieldIn(sides, 'Account', 'Pryzm_ID__c').name = 'acme__Pryzm_ID__c'
    })
    expectCodes(issues, 'pryzm_id_missing')
    expect(issues[0]?.sentence).toContain('acme__Pryzm_ID__c')
  })

  it('that can be read but not edited is a warning on a pull-only pair', () => {
    const issues = issuesAfter((mapping, sides) => {
      mapping.pairs[0].direction = 'pull'
      fieldIn(sides, 'Account', 'Pryzm_ID__c').createable = false
    }).filter(({ pairId }) => pairId === null)
    expect(issues).toMatchObject([{ code: 'pryzm_id_not_accessible', severity: 'warning', stops: null }])
  })
})

describe('access to an object', () => {
  it('blocks where the object cannot be read', () => {
    const issues = issuesAfter((_, sides) => {
      sides.Contact.describe = null
    })
    expectCodes(issues, 'object_not_accessible')
    expect(issues).toMatchObject([{ severity: 'blocking' }])
  })

  it('warns where it cannot be created, and blocks a push where it cannot be edited', () => {
    const issues = issuesAfter((_, sides) =>
      Object.assign(describeIn(sides, 'Account'), { createable: false, updateable: false }),
    )
    expectCodes(issues, 'object_not_creatable', 'object_not_editable')
    expect(issues.map(({ severity }) => severity)).toEqual(['warning', 'blocking'])
  })

  it('only warns of both on a pull-only pair', () => {
    const issues = issuesAfter((mapping, sides) => {
      mapping.pairs[0].direction = 'pull'
      Object.assign(describeIn(sides, 'Account'), { createable: false, updateable: false })
    }).filter(({ pairId }) => pairId === null)
    expect(issues.map(({ severity }) => severity)).toEqual(['warning', 'warning'])
  })

  it('is not judged while Salesforce was not asked', () => {
    const { mapping, sides } = workspace()
    const unasked = Object.fromEntries(Object.entries(sides).map(([object, { recordType }]) => [object, { recordType }])) as Sides
    expect(validateMapping(mapping, unasked)).toEqual([])
  })
})

describe('the pipeline', () => {
  it('has to be chosen', () => {
    const issues = issuesAfter((mapping, sides) => {
      mapping.pairs[2].pipelineId = null
      sides.Opportunity.recordType = null
    })
    expectCodes(issues, 'pipeline_not_selected')
  })

  it('has to exist', () => {
    const issues = issuesAfter((_, sides) => {
      sides.Opportunity.recordType = null
    })
    expectCodes(issues, 'pipeline_missing')
  })

  it('does not matter while Opportunities are off', () => {
    const issues = issuesAfter((mapping) => {
      Object.assign(mapping.pairs[2], { enabled: false, pipelineId: null })
    })
    expect(issues).toEqual([])
  })
})

describe('a field pair', () => {
  it('whose field is gone stops in its direction, with the likely successor as a mend', () => {
    const issues = onlyPair(salesforceField('Sub_Industry__c', 'Sub-industry', 'string'), 'description', {
      field: 'SubIndustry__c',
      id: 'p',
    })
    expectCodes(issues, 'field_missing')
    expect(issues).toMatchObject([
      {
        severity: 'field',
        stops: 'bidirectional',
        pairId: 'p',
        fixes: [{ kind: 'choose_field', field: 'Sub_Industry__c' }, { kind: 'remove_pair' }],
      },
    ])
  })

  it('whose attribute is gone stops in its direction', () => {
    const issues = onlyPair(salesforceField('Site', 'Site', 'string'), 'tier', { direction: 'pull' })
    expectCodes(issues, 'attribute_missing')
    expect(issues).toMatchObject([{ stops: 'pull' }])
  })

  it('of types that do not fit is an error in the closed direction alone', () => {
    const both = onlyPair(salesforceField('Date__c', 'Date', 'date'), 'employees')
    expectCodes(both, 'type_incompatible')
    expect(both).toMatchObject([{ stops: 'bidirectional', fixes: [{ kind: 'remove_pair' }] }])

    const oneWay = onlyPair(salesforceField('Text__c', 'Text', 'textarea', { length: 255 }), 'employees')
    expect(oneWay).toMatchObject([{ code: 'type_incompatible', stops: 'bidirectional' }])

    const pushOnly = onlyPair(salesforceField('Checkbox__c', 'Checkbox', 'boolean'), 'description')
    expect(pushOnly).toMatchObject([
      { code: 'type_incompatible', stops: 'push', fixes: [{ kind: 'set_direction', direction: 'pull' }] },
    ])
  })

  it('of a relation has to point at the same object', () => {
    const issues = onlyPair(lookup('Partner__c', 'Partner', 'Contact'), 'parent')
    expect(issues).toMatchObject([{ code: 'type_incompatible', sentence: expect.stringContaining('Contact') }])
    expect(onlyPair(lookup('Partner__c', 'Partner', 'Account'), 'parent')).toEqual([])
  })

  it('of a user has to point at users alone', () => {
    const field = lookup('Owner__c', 'Owner', 'User', { referenceTo: ['Group', 'User'] })
    expect(onlyPair(field, 'owner')).toMatchObject([{ code: 'type_incompatible', sentence: expect.stringContaining('Group') }])
  })

  it('that pushes into a formula is an error on push alone, and the mend is Pull', () => {
    const formula = salesforceField('Score__c', 'Score', 'double', { calculated: true, createable: false, updateable: false })
    const issues = onlyPair(formula, 'employees')
    expectCodes(issues, 'field_read_only')
    expect(issues).toMatchObject([{ severity: 'field', stops: 'push', fixes: [{ kind: 'set_direction', direction: 'pull' }] }])
    expect(onlyPair(formula, 'employees', { direction: 'pull' })).toEqual([])
  })

  it('that pulls into a read-only attribute is an error on pull alone', () => {
    const issues = issuesAfter((_, sides) => {
      const website = sides.Account.recordType?.attributes.find(({ name }) => name === 'website')
      if (website) website.readOnly = true
    })
    expectCodes(issues, 'attribute_read_only')
    expect(issues).toMatchObject([{ stops: 'pull', fixes: [{ kind: 'set_direction', direction: 'push' }] }])
  })

  it('that loses something is a warning with what it loses', () => {
    const richText = salesforceField('Notes__c', 'Notes', 'textarea', { htmlFormatted: true, length: 32_000 })
    const issues = onlyPair(richText, 'description')
    expectCodes(issues, 'lossy_conversion', 'lossy_conversion')
    expect(issues[0]).toMatchObject({ severity: 'warning', stops: null, sentence: expect.stringContaining('HTML') })
  })

  it('of options warns of those without a counterpart, each way', () => {
    const field = salesforceField('Tier__c', 'Tier', 'picklist', { picklistValues: picklist('Banking', 'Gold') })
    const issues = onlyPair(field, 'industry')
    expectCodes(issues, 'option_unmapped', 'option_unmapped')
    expect(issues[0]?.sentence).toContain('"Gold"')
    expect(issues[1]?.sentence).toContain('31 options')
  })

  it('is told to be limited where its object flows only one way', () => {
    const narrowed = onlyPair(salesforceField('Site', 'Site', 'string'), 'name', {}, { direction: 'pull' })
    expectCodes(narrowed, 'direction_narrowed_by_object')
    const nothing = onlyPair(salesforceField('Site', 'Site', 'string'), 'name', { direction: 'push' }, { direction: 'pull' })
    expect(nothing).toMatchObject([{ code: 'direction_narrowed_by_object', sentence: expect.stringContaining('Nothing flows') }])
  })
})

describe('addresses', () => {
  it('whose parts are hidden are warned about', () => {
    const issues = issuesAfter((_, sides) => {
      const account = describeIn(sides, 'Account')
      account.fields = account.fields.filter(({ name }) => name !== 'BillingState')
      fieldIn(sides, 'Account', 'BillingCity').updateable = false
      fieldIn(sides, 'Account', 'BillingCity').createable = false
    })
    expect(issues).toMatchObject([
      { code: 'lossy_conversion', sentence: expect.stringContaining('state') },
      { code: 'lossy_conversion', sentence: expect.stringContaining('city') },
    ])
  })

  it('without any visible part are missing', () => {
    const issues = issuesAfter((_, sides) => {
      const account = describeIn(sides, 'Account')
      account.fields = account.fields.filter(({ compoundFieldName }) => compoundFieldName !== 'BillingAddress')
    })
    expect(codes(issues)).toContain('field_missing')
  })
})

describe('two pairs for one target', () => {
  const first = salesforceField('A__c', 'A', 'string', { length: 255 })
  const second = salesforceField('B__c', 'B', 'string', { length: 255 })
  const withPairs = (...pairs: FieldPair[]) =>
    issuesAfter((mapping, sides) => {
      mapping.pairs[0].fields = pairs
      describeIn(sides, 'Account').fields.push(first, second)
    }).filter(({ severity }) => severity === 'field')

  it('stop each other on pull into one attribute', () => {
    const issues = withPairs(fieldPair('name', 'A__c', { direction: 'pull' }), fieldPair('name', 'B__c', { direction: 'pull' }))
    expectCodes(issues, 'attribute_mapped_twice', 'attribute_mapped_twice')
    expect(issues).toMatchObject([{ stops: 'pull' }, { stops: 'pull' }])
  })

  it('stop each other on push into one field', () => {
    const issues = withPairs(
      fieldPair('name', 'A__c', { direction: 'push' }),
      fieldPair('description', 'A__c', { direction: 'push' }),
    )
    expectCodes(issues, 'field_mapped_twice', 'field_mapped_twice')
    expect(issues).toMatchObject([{ stops: 'push' }, { stops: 'push' }])
  })

  it('live together where only one of them flows that way', () => {
    expect(withPairs(fieldPair('name', 'A__c', { direction: 'pull' }), fieldPair('name', 'B__c', { direction: 'push' }))).toEqual(
      [],
    )
    expect(
      withPairs(fieldPair('name', 'A__c', { direction: 'pull' }), fieldPair('description', 'A__c', { direction: 'push' })),
    ).toEqual([])
  })

  it('count an address and its components as one target, but not two components', () => {
    const city = fieldPair('name', 'BillingCity', { direction: 'push' })
    expect(codes(withPairs(fieldPair('address', 'BillingAddress'), city))).toEqual(['field_mapped_twice', 'field_mapped_twice'])
    expect(withPairs(city, fieldPair('description', 'BillingStreet', { direction: 'push' }))).toEqual([])
  })

  it('do not count a pair that may not push anyway', () => {
    const issues = issuesAfter((mapping) => {
      mapping.pairs[1].fields.push(fieldPair('job_title', 'Name', { direction: 'push' }))
    })
    expect(codes(issues)).toEqual(['field_read_only'])
  })
})

describe('required fields', () => {
  it('without a pair that pushes are a warning with a mend', () => {
    const issues = issuesAfter((mapping) => {
      mapping.pairs[2].fields = mapping.pairs[2].fields.filter(({ field }) => field !== 'CloseDate')
    })
    expectCodes(issues, 'required_field_unmapped')
    expect(issues).toMatchObject([
      { severity: 'warning', field: 'CloseDate', fixes: [{ kind: 'map_field', field: 'CloseDate' }] },
    ])
  })

  it('are missed too where their pair only pulls or has an error', () => {
    const issues = issuesAfter((mapping, sides) => {
      for (const pair of mapping.pairs[1].fields) if (pair.field === 'LastName') pair.direction = 'pull'
      fieldIn(sides, 'Account', 'Name').type = 'reference'
    })
    expect(issues.filter(({ code }) => code === 'required_field_unmapped')).toMatchObject([
      { field: 'Name' },
      { field: 'LastName' },
    ])
  })

  it('are no matter on a pull-only pair', () => {
    const issues = issuesAfter((mapping) => Object.assign(mapping.pairs[2], { direction: 'pull', fields: [] }))
    expect(issues).toEqual([])
  })

  it('include the name of an account where person accounts made it optional', () => {
    const issues = issuesAfter((mapping, sides) => {
      fieldIn(sides, 'Account', 'Name').nillable = true
      mapping.pairs[0].fields = []
    })
    expect(issues).toMatchObject([{ code: 'required_field_unmapped', field: 'Name' }])
  })

  it('do not include booleans and what Salesforce fills in', () => {
    const issues = issuesAfter((_, sides) => {
      describeIn(sides, 'Account').fields.push(
        salesforceField('Flag__c', 'Flag', 'boolean', { nillable: false }),
        salesforceField('Filled__c', 'Filled', 'string', { nillable: false, defaultedOnCreate: true }),
      )
    })
    expect(issues).toEqual([])
  })
})

it('warns gently of a very large mapping', () => {
  const issues = issuesAfter((mapping, sides) => {
    for (let number = 0; number < 60; number += 1) {
      describeIn(sides, 'Account').fields.push(salesforceField(`F${number}__c`, `F${number}`, 'string', { length: 255 }))
      sides.Account.recordType?.attributes.push({
        name: `f${number}`,
        label: `F${number}`,
        type: 'text',
        required: false,
        unique: false,
        readOnly: false,
      })
      mapping.pairs[0].fields.push(fieldPair(`f${number}`, `F${number}__c`))
    }
  })
  expectCodes(issues, 'many_fields')
})

it('tells the issues of one pair, errors first', () => {
  const formula = salesforceField('Notes__c', 'Notes', 'textarea', { htmlFormatted: true, createable: false, updateable: false })
  const issues = onlyPair(formula, 'description', { id: 'p' })
  expect(pairIssues(issues, 'Account', 'p').map(({ severity }) => severity)).toEqual(['field', 'warning', 'warning'])
})

it('has a test for every code', () => {
  expect([...seen].toSorted()).toEqual([...issueCodes].toSorted())
})

it('offers at most two mends for an issue', () => {
  const issues = onlyPair(addressFields('Other', 'Other')[0] ?? salesforceField('X', 'X', 'string'), 'industry')
  for (const { fixes } of issues) expect(fixes.length).toBeLessThanOrEqual(2)
})

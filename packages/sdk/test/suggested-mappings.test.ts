import { describe, expect, it } from 'vitest'
import type { Mapping, MappingIssue } from '../src/contract/mapping.ts'
import type { ObjectDescribe } from '../src/contract/schema.ts'
import type { SalesforceObject } from '../src/contract/shared.ts'
import { salesforceObjects } from '../src/contract/vocabulary.ts'
import { defaultSchema, pipelineSchema } from '../src/mapping/default-schema.ts'
import { emptyMapping } from '../src/mapping/empty-mapping.ts'
import { PRYZM_ID_FIELD } from '../src/mapping/pryzm-id.ts'
import { suggestPairs } from '../src/mapping/suggestions/suggest-pairs.ts'
import { validateMapping } from '../src/mapping/validation/validate-mapping.ts'
import { pryzmIdField } from '../src/testing/describes/index.ts'
import { salesPipeline } from '../src/testing/index.ts'
import { type EvaluatedOrg, evaluatedOrgs } from './orgs/evaluated-orgs.ts'
import { hasRecordings } from './orgs/recorded-describe.ts'
import { fieldTable } from './orgs/field-table.ts'
import { evaluationSets } from './suggestion-sets/index.ts'
import { readChoices, schemaOf } from './suggestion-sets/read-schema.ts'
import type { Sides } from './workspace.ts'

interface Checked {
  org: string
  schema: string
  sides: Sides
  mapping: Mapping
  issues: MappingIssue[]
}

describe('a mapping of all suggestions', () => {
  const checked = [...evaluatedOrgs.map((org) => check(org, 'the default schema', defaultSides(org))), ...evaluationChecks()]

  it('has no errors in any org, whatever is recorded or built', () => {
    console.log(report(checked))
    if (!hasRecordings) console.log('The recorded describes are not on this machine; the built ones stand for them.')
    const errors = checked.flatMap(({ org, schema, issues }) =>
      issues.filter(({ severity }) => severity !== 'warning').map((issue) => `${schema} in ${org}: ${issue.sentence}`),
    )
    expect(errors).toEqual([])
  })

  it('of the default schema brings no warning but of the field that some of the orgs require', () => {
    const warned = checked
      .filter(({ schema }) => schema === 'the default schema')
      .flatMap(({ issues }) => issues.map(({ object, code, field }) => `${object} ${code} ${field}`))
    expect([...new Set(warned)].toSorted()).toEqual([
      // The custom field that a create needs in the orgs of 250 fields and more.
      'Account required_field_unmapped Cost_Center__c',
      'Contact required_field_unmapped Cost_Center__c',
      'Opportunity required_field_unmapped Cost_Center__c',
    ])
  })
})

function defaultSides({ describes }: EvaluatedOrg): Sides {
  const [organization = null, person = null] = defaultSchema()
  return {
    Account: { describe: withPryzmId(describes.Account), recordType: organization },
    Contact: { describe: withPryzmId(describes.Contact), recordType: person },
    Opportunity: { describe: withPryzmId(describes.Opportunity), recordType: pipelineSchema(salesPipeline) },
  }
}

/** The schemas that suggestions are measured by, each in the orgs that it may meet. */
function evaluationChecks(): Checked[] {
  return evaluationSets.slice(1).flatMap((set) =>
    evaluatedOrgs.map((org) => {
      const sidesOf = (object: SalesforceObject) => {
        const own = fieldTable(set.fields?.[object] ?? '')
        const usual = org.describes[object].fields.filter(({ name }) => !own.some((field) => field.name === name))
        const describe = withPryzmId({ ...org.describes[object], fields: [...usual, ...own] })
        return { describe, recordType: schemaOf(object, readChoices(set.schemas[object] ?? '')) }
      }
      return check(org, set.name, {
        Account: sidesOf('Account'),
        Contact: sidesOf('Contact'),
        Opportunity: sidesOf('Opportunity'),
      })
    }),
  )
}

function withPryzmId(describe: ObjectDescribe): ObjectDescribe {
  if (describe.fields.some(({ name }) => name === PRYZM_ID_FIELD)) return describe
  return { ...describe, fields: [...describe.fields, pryzmIdField()] }
}

function check({ name: org }: EvaluatedOrg, schema: string, sides: Sides): Checked {
  const mapping = emptyMapping()
  mapping.pairs[2].pipelineId = salesPipeline.id
  for (const pair of mapping.pairs) {
    pair.fields = suggestPairs(pair, sides[pair.object]).map(({ attribute, field, direction, options }) => {
      return { id: attribute, attribute, field, direction, options }
    })
  }
  return { org, schema, sides, mapping, issues: validateMapping(mapping, sides) }
}

/** What was checked and every issue found, for people. */
function report(checked: readonly Checked[]): string {
  const byDefault = checked.filter(({ schema }) => schema === 'the default schema')
  const others = checked.filter(({ schema }) => schema !== 'the default schema')
  return [
    'Validation of the default schema with every suggestion accepted: org, object, fields, pairs, issues',
    ...byDefault.flatMap(rowsOf),
    `The same of ${new Set(others.map(({ schema }) => schema)).size} more schemas, over all orgs: code, how often, where`,
    ...summaryOf(others),
  ].join('\n')
}

function rowsOf({ org, sides, mapping, issues }: Checked): string[] {
  return mapping.pairs.flatMap(({ object, fields }) => {
    const own = issues.filter((issue) => issue.object === object)
    const count = sides[object].describe?.fields.length ?? 0
    const counts = `${String(count).padStart(4)} ${String(fields.length).padStart(3)}`
    return [
      `${org.padEnd(22)} ${object.padEnd(12)} ${counts}  ${own.length === 0 ? 'none' : own.length}`,
      ...own.map(({ severity, code, field, sentence }) => `    ${severity} ${code} ${field ?? ''}: ${sentence}`),
    ]
  })
}

function summaryOf(checked: readonly Checked[]): string[] {
  const found = new Map<string, Set<string>>()
  let total = 0
  for (const { issues } of checked) {
    for (const { severity, code, object, field } of issues) {
      total += 1
      const key = `${severity} ${code}`
      found.set(key, (found.get(key) ?? new Set()).add(`${object}.${field}`))
    }
  }
  return [
    ...[...found].map(([key, fields]) => `    ${key}: ${[...fields].join(', ')}`),
    `    ${total} issues in ${checked.length * salesforceObjects.length} object pairs`,
  ]
}

import { beforeAll, describe, expect, it } from 'vitest'
import type { ObjectDescribe } from '../src/contract/schema.ts'
import type { SalesforceObject } from '../src/contract/shared.ts'
import { salesforceObjects } from '../src/contract/vocabulary.ts'
import { type EvaluatedOrg, evaluatedOrgs } from './orgs/evaluated-orgs.ts'
import { fieldTable } from './orgs/field-table.ts'
import type { EvaluationSet } from './suggestion-sets/evaluation-set.ts'
import { evaluationSets } from './suggestion-sets/index.ts'
import { joinVerdicts, judgeSuggestions, type Verdict } from './suggestion-sets/judge-suggestions.ts'
import { readChoices } from './suggestion-sets/read-schema.ts'

/** Pairs that a person would choose and that no suggestion finds: they need more than names to tell. */
const hard = [
  'household → AccountId',
  'gift_date → CloseDate',
  'donor → AccountId',
  'in_kind_value → npsp__Fair_Market_Value__c',
  'superior → ReportsToId',
  'expected_order_date → CloseDate',
  'linkedinUrl → LinkedIn_Company_Page__c',
  'staff_count → NumberOfEmployees',
  'office_address → BillingAddress',
  'work_no → Phone',
  'current_position → Title',
  'home_address → MailingAddress',
  'summary → Description',
  'vacancy_title → Name',
  'placement_fee → Amount',
]

describe('suggestions, held against what a person would choose', () => {
  const verdicts = new Map<EvaluationSet, Verdict>()

  beforeAll(() => {
    for (const set of evaluationSets) verdicts.set(set, joinVerdicts(evaluatedOrgs.map((org) => judge(set, org))))
    console.log(report(verdicts))
  }, 60_000)

  const all = () => joinVerdicts([...verdicts.values()])

  it('find at least 95 % of the pairs, over all schemas and orgs', () => {
    const { found, wanted } = all()
    expect(found / wanted).toBeGreaterThanOrEqual(0.95)
  })

  it('are never wrong where they may be accepted unread', () => {
    expect([...new Set(all().wrong)]).toEqual([])
  })

  it('find every pair of the default schema in every org', () => {
    const [byDefault] = verdicts.values()
    expect(byDefault?.missed).toEqual([])
  })

  it('miss only what is known to be hard', () => {
    expect([...new Set(all().missed)]).toEqual(hard)
  })
})

function judge(set: EvaluationSet, org: EvaluatedOrg): Verdict {
  return joinVerdicts(
    salesforceObjects.map((object) => judgeSuggestions(describeFor(set, org, object), readChoices(set.schemas[object] ?? ''))),
  )
}

function describeFor(set: EvaluationSet, org: EvaluatedOrg, object: SalesforceObject): ObjectDescribe {
  const usual = org.describes[object]
  if (!set.fields && !set.labels) return usual
  const own = fieldTable(set.fields?.[object] ?? '')
  const fields = [...usual.fields.filter(({ name }) => !own.some((field) => field.name === name)), ...own]
  return {
    ...usual,
    fields: fields.map((field) => ({ ...field, label: set.labels?.[`${object}.${field.name}`] ?? field.label })),
  }
}

/** A table for people: each schema over all orgs, what was missed, and what was proposed without being meant. */
function report(verdicts: ReadonlyMap<EvaluationSet, Verdict>): string {
  const lines = [...verdicts].flatMap(([{ name, heldOut }, verdict]) => [
    row(heldOut ? `${name} (held out)` : name, verdict),
    ...listed('missed', verdict.missed),
    ...listed('wrong', verdict.wrong),
    ...listed('to review, not meant', verdict.weakWrong),
  ])
  const heading = `Suggestions over ${evaluatedOrgs.length} orgs (${evaluatedOrgs.map(({ name }) => name).join(', ')})`
  const columns = `${'schema'.padEnd(width)}  pairs  found        strong  wrong  to review, not meant`
  return [heading, columns, ...lines, row('all', joinVerdicts([...verdicts.values()]))].join('\n')
}

const width = 72

function row(name: string, { wanted, found, strong, wrong, weakWrong }: Verdict): string {
  const share = `${found} (${((found / wanted) * 100).toFixed(1)} %)`
  return `${name.padEnd(width)}  ${String(wanted).padStart(5)}  ${share.padStart(14)}  ${String(strong).padStart(5)}  ${String(wrong.length).padStart(4)}  ${weakWrong.length}`
}

function listed(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`    ${title}: ${[...new Set(items)].join('; ')}`]
}

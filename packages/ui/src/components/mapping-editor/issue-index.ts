import { type MappingIssue, salesforceObjects, type SalesforceObject } from '@pryzm/salesforce-sdk'

/** The issues of one object pair: of its field pairs by id, and those of the pair as a whole. */
export interface ObjectIssues {
  readonly all: readonly MappingIssue[]
  readonly ofObject: readonly MappingIssue[]
  readonly byPair: Readonly<Record<string, readonly MappingIssue[]>>
}

export type IssueIndex = Readonly<Record<SalesforceObject, ObjectIssues>>

const none: ObjectIssues = { all: [], ofObject: [], byPair: {} }
const noIssues: readonly MappingIssue[] = []

export const emptyIssueIndex: IssueIndex = { Account: none, Contact: none, Opportunity: none }

/** Sorts issues by object and field pair, keeping the lists of `previous` that did not change, so that their rows do not render. */
export function indexIssues(issues: readonly MappingIssue[], previous: IssueIndex): IssueIndex {
  const entries = salesforceObjects.map((object) => {
    const own = issues.filter((issue) => issue.object === object)
    return [object, indexOfObject(own, previous[object])] as const
  })
  if (entries.every(([object, index]) => index === previous[object])) return previous
  return Object.fromEntries(entries) as Record<SalesforceObject, ObjectIssues>
}

export function issuesOfPair({ byPair }: ObjectIssues, pairId: string): readonly MappingIssue[] {
  return byPair[pairId] ?? noIssues
}

/** True for issues that stop something; warnings inform only. */
export function needsAttention({ severity }: MappingIssue): boolean {
  return severity !== 'warning'
}

/** What is wrong, without the advice that follows where the issue is told whole. */
export function firstSentence({ sentence }: MappingIssue): string {
  return sentence.replace(/(?<=\.) .*$/s, '')
}

function indexOfObject(issues: readonly MappingIssue[], previous: ObjectIssues): ObjectIssues {
  if (sameIssues(issues, previous.all)) return previous
  const byPair: Record<string, MappingIssue[]> = {}
  for (const issue of issues) if (issue.pairId !== null) (byPair[issue.pairId] ??= []).push(issue)
  const kept = Object.entries(byPair).map(([pairId, own]) => {
    const old = previous.byPair[pairId]
    return [pairId, old && sameIssues(own, old) ? old : own] as const
  })
  const ofObject = issues.filter(({ pairId }) => pairId === null)
  return {
    all: issues,
    ofObject: sameIssues(ofObject, previous.ofObject) ? previous.ofObject : ofObject,
    byPair: Object.fromEntries(kept),
  }
}

function sameIssues(a: readonly MappingIssue[], b: readonly MappingIssue[]): boolean {
  return a.length === b.length && a.every((issue, index) => sameIssue(issue, b[index]))
}

function sameIssue(a: MappingIssue, b: MappingIssue | undefined): boolean {
  return (
    b !== undefined &&
    a.code === b.code &&
    a.pairId === b.pairId &&
    a.severity === b.severity &&
    a.stops === b.stops &&
    a.sentence === b.sentence &&
    JSON.stringify(a.fixes) === JSON.stringify(b.fixes)
  )
}

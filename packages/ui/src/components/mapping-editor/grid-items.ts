import type { Suggestion } from '@pryzm/salesforce-sdk/mapping'
import { needsAttention, type ObjectIssues, issuesOfPair } from './issue-index.ts'
import { fieldPairsOf, type ObjectDraft } from './mapping-draft.ts'
import type { SchemaModel } from './schema-model.ts'
import { suggestionKey } from './suggestions.ts'

/** A row of the grid. */
export type GridItem =
  | { kind: 'pair'; key: string; pairId: string }
  | { kind: 'detail'; key: string; pairId: string }
  | { kind: 'suggestion'; key: string; suggestion: Suggestion }

export interface PairFilter {
  query: string
  /** Only pairs that need attention. */
  attention: boolean
}

/** The ids of the pairs that a filter leaves: by label or API name of either side, and by what is wrong. */
export function filterPairs(
  draft: ObjectDraft,
  issues: ObjectIssues,
  schema: SchemaModel | null,
  { query, attention }: PairFilter,
): readonly string[] {
  const wanted = query.trim().toLowerCase()
  if (wanted === '' && !attention) return draft.order
  return fieldPairsOf(draft)
    .filter(({ id }) => !attention || issuesOfPair(issues, id).some(needsAttention))
    .filter(({ attribute, field }) => {
      const names = [attribute, field, schema?.attributes.get(attribute)?.label, schema?.fields.get(field)?.label]
      return names.some((name) => name?.toLowerCase().includes(wanted))
    })
    .map(({ id }) => id)
}

export function gridItems(
  pairIds: readonly string[],
  expanded: ReadonlySet<string>,
  suggestions: readonly Suggestion[],
): GridItem[] {
  return [
    ...pairIds.flatMap((pairId): GridItem[] => {
      const row: GridItem = { kind: 'pair', key: pairId, pairId }
      return expanded.has(pairId) ? [row, { kind: 'detail', key: `${pairId} detail`, pairId }] : [row]
    }),
    ...suggestions.map((suggestion): GridItem => ({ kind: 'suggestion', key: suggestionKey(suggestion), suggestion })),
  ]
}

import { type Attribute, type Direction, type FieldPair, type MappingIssue, type SalesforceField } from '@pryzm/salesforce-sdk'
import { isMatch, valueMatcher } from '@pryzm/salesforce-sdk/mapping'
import type { Status } from '../../primitives/status-badge.tsx'
import type { EditorWords } from './editor-words.ts'

/** How a field pair stands: its shape, its words, and the state that its row carries. */
export interface RowStatus {
  status: Status
  text: string
  state: 'ok' | 'warning' | 'error'
}

export interface OptionCount {
  matched: number
  total: number
}

/** How many options of an attribute find a value in Salesforce; null where the two sides have no options to match. */
export function countOptions(
  attribute: Attribute | undefined,
  field: SalesforceField | undefined,
  options: FieldPair['options'],
): OptionCount | null {
  if (!attribute?.options || !field || field.picklistValues.length === 0) return null
  const match = valueMatcher(attribute, field, options)
  return { matched: attribute.options.filter(({ id }) => isMatch(match(id))).length, total: attribute.options.length }
}

export function rowStatus(issues: readonly MappingIssue[], options: OptionCount | null, t: EditorWords['t']): RowStatus {
  const stopping = issues.filter(({ severity }) => severity !== 'warning')
  if (stopping.length > 0) return { status: 'failed', text: stoppedText(stopping, t), state: 'error' }
  const matched = options && t.optionsMatched(options)
  if (issues.length > 0) {
    const text = (options && options.matched < options.total && matched) || t.infoCount({ count: issues.length })
    return { status: 'attention', text, state: 'warning' }
  }
  return { status: 'done', text: matched ?? t.ready, state: 'ok' }
}

function stoppedText(issues: readonly MappingIssue[], t: EditorWords['t']): string {
  const ways = new Set<Direction | null>(issues.map(({ stops }) => stops))
  if (ways.size !== 1) return t.cantSync
  if (ways.has('pull')) return t.cantPull
  return ways.has('push') ? t.cantPush : t.cantSync
}

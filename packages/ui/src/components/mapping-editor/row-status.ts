import type { Direction, FieldPair, MappingIssue } from '@pryzm/salesforce-sdk'
import { isMatch } from '@pryzm/salesforce-sdk/mapping'
import type { Status } from '../../primitives/status-badge.tsx'
import type { EditorWords } from './editor-words.ts'
import type { SchemaModel } from './schema-model.ts'

/** How a field pair stands: its shape, its words, and the state that its row carries. */
export interface RowStatus {
  status: Status
  text: string
  state: 'ok' | 'warning' | 'error' | 'locked'
}

export interface OptionCount {
  matched: number
  total: number
}

/** How many options of an attribute find a value in Salesforce; null where the two sides have no options to match. */
export function countOptions(
  schema: SchemaModel | null,
  { attribute: name, field: apiName, options }: Pick<FieldPair, 'attribute' | 'field' | 'options'>,
): OptionCount | null {
  const attribute = schema?.attributes.get(name)
  const field = schema?.fields.get(apiName)
  if (!schema || !attribute?.options || !field || field.picklistValues.length === 0) return null
  const match = schema.rules.valueMatcher(attribute, field, options)
  return { matched: attribute.options.filter(({ id }) => isMatch(match(id))).length, total: attribute.options.length }
}

/** `known`: whether both sides could be read; where they could not, what was found last stands, and nothing is called ready. */
export function rowStatus(
  issues: readonly MappingIssue[],
  options: OptionCount | null,
  known: boolean,
  t: EditorWords['t'],
): RowStatus {
  const stopping = issues.filter(({ severity }) => severity !== 'warning')
  if (stopping.length > 0) return { status: 'failed', text: stoppedText(stopping, t), state: 'error' }
  const matched = options && t.optionsMatched(options)
  if (issues.length > 0) {
    const text = (options && options.matched < options.total && matched) || t.infoCount({ count: issues.length })
    return { status: 'attention', text, state: 'warning' }
  }
  if (!known) return { status: 'locked', text: t.notChecked, state: 'locked' }
  return { status: 'done', text: matched ?? t.ready, state: 'ok' }
}

function stoppedText(issues: readonly MappingIssue[], t: EditorWords['t']): string {
  const ways = new Set<Direction | null>(issues.map(({ stops }) => stops))
  if (ways.size !== 1) return t.cantSync
  if (ways.has('pull')) return t.cantPull
  return ways.has('push') ? t.cantPush : t.cantSync
}

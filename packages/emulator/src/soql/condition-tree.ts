import type { Condition, ValueQueryCondition, WhereClause } from '@jetstreamapp/soql-parser-js'
import { refusal } from '../wire/salesforce-error.ts'

export type Comparison = Exclude<Condition, { openParen: number; field?: never }> | SemiJoin

/** A condition on the rows of another query: `Id IN (SELECT AccountId FROM Contact)`. */
export type SemiJoin = ValueQueryCondition

/** A WHERE clause as a tree; the parser gives it as one flat chain with counted parentheses. */
export type ConditionTree =
  | { readonly kind: 'comparison'; readonly comparison: Comparison }
  | { readonly kind: 'not'; readonly of: ConditionTree }
  | { readonly kind: 'and' | 'or'; readonly of: readonly ConditionTree[] }

type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | Comparison

/** Builds the tree of a WHERE clause. Throws where AND and OR stand side by side without parentheses, as Salesforce does. */
export function conditionTree(where: WhereClause): ConditionTree {
  const tokens = [...tokensOf(where)]
  const tree = parseChain(tokens)
  const [left] = tokens
  if (left === undefined) return tree
  throw refusal('MALFORMED_QUERY', `unexpected token: '${typeof left === 'string' ? left : wordOf(left)}'`)
}

function wordOf(comparison: Comparison): string {
  return 'field' in comparison ? comparison.field : (comparison.fn.rawValue ?? '')
}

function* tokensOf(where: WhereClause): Generator<Token> {
  let clause: WhereClause | undefined = where
  while (clause) {
    const { left } = clause
    if (left) yield* conditionTokens(left)
    const right: WhereClause | undefined = 'right' in clause ? clause.right : undefined
    if ('operator' in clause) yield clause.operator
    clause = right
  }
}

function* conditionTokens(condition: Condition | ValueQueryCondition): Generator<Token> {
  for (let open = condition.openParen ?? 0; open > 0; open--) yield '('
  if (!isComparison(condition)) return
  yield condition
  for (let close = condition.closeParen ?? 0; close > 0; close--) yield ')'
}

function isComparison(condition: Condition | ValueQueryCondition): condition is Comparison {
  return 'operator' in condition
}

function parseChain(tokens: Token[]): ConditionTree {
  const first = parseOne(tokens)
  const joint = tokens[0]
  if (joint !== 'AND' && joint !== 'OR') return first
  const parts = [first]
  while (tokens[0] === 'AND' || tokens[0] === 'OR') {
    if (tokens[0] !== joint) throw refusal('MALFORMED_QUERY', `unexpected token: '${tokens[0]}'`)
    tokens.shift()
    parts.push(parseOne(tokens))
  }
  return { kind: joint === 'AND' ? 'and' : 'or', of: parts }
}

function parseOne(tokens: Token[]): ConditionTree {
  const token = tokens.shift()
  if (token === 'NOT') return { kind: 'not', of: parseOne(tokens) }
  if (token === '(') {
    const inside = parseChain(tokens)
    if (tokens.shift() !== ')') throw refusal('MALFORMED_QUERY', 'expecting a right parentheses')
    return inside
  }
  if (token === undefined || typeof token === 'string')
    throw refusal('MALFORMED_QUERY', `unexpected token: '${token ?? '<EOF>'}'`)
  return { kind: 'comparison', comparison: token }
}

import { parseQuery } from '@jetstreamapp/soql-parser-js'
import { assert, constantFrom, letrec, property, record as recordOf, boolean as anyBoolean, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conditionTree, type ConditionTree } from './condition-tree.ts'

type Expression = string | { not: Expression } | { joint: 'AND' | 'OR'; parts: Expression[] }

const letters = ['a', 'b', 'c', 'd'] as const
const { expression } = letrec<{ expression: Expression; not: Expression; joint: Expression }>((tie) => ({
  expression: tie('joint'),
  not: tie('expression').map((inner) => ({ not: inner })),
  joint: tuple(
    constantFrom('AND' as const, 'OR' as const),
    constantFrom(...letters),
    constantFrom(...letters),
    anyBoolean(),
  ).chain(([joint, first, second, deeper]) =>
    deeper
      ? tuple(tie('expression'), constantFrom(...letters)).map(([inner, other]) => ({
          joint,
          parts: [first, { not: inner }, other],
        }))
      : tuple(constantFrom(...letters)).map(([third]) => ({ joint, parts: [first, { not: third }, second] })),
  ),
}))
const values = recordOf({ a: anyBoolean(), b: anyBoolean(), c: anyBoolean(), d: anyBoolean() })

function write(expr: Expression): string {
  if (typeof expr === 'string') return `${expr} = true`
  if ('not' in expr) return `(NOT ${typeof expr.not === 'string' ? write(expr.not) : `(${write(expr.not)})`})`
  return expr.parts
    .map((part) => (typeof part === 'string' || 'not' in part ? write(part) : `(${write(part)})`))
    .join(` ${expr.joint} `)
}

function meant(expr: Expression, given: Record<string, boolean>): boolean {
  if (typeof expr === 'string') return given[expr] ?? false
  if ('not' in expr) return !meant(expr.not, given)
  return expr.joint === 'AND' ? expr.parts.every((part) => meant(part, given)) : expr.parts.some((part) => meant(part, given))
}

function read(tree: ConditionTree, given: Record<string, boolean>): boolean {
  if (tree.kind === 'comparison') return 'field' in tree.comparison ? (given[tree.comparison.field] ?? false) : false
  if (tree.kind === 'not') return !read(tree.of, given)
  return tree.kind === 'and' ? tree.of.every((part) => read(part, given)) : tree.of.some((part) => read(part, given))
}

function treeOf(condition: string): ConditionTree {
  const { where } = parseQuery(`SELECT Id FROM X WHERE ${condition}`)
  if (!where) throw new Error('The query has no WHERE clause.')
  return conditionTree(where)
}

describe('a condition tree', () => {
  it('means what the WHERE clause says, however it is nested', () => {
    assert(
      property(expression, values, (expr, given) => {
        expect(read(treeOf(write(expr)), given)).toBe(meant(expr, given))
      }),
    )
  })

  it('refuses AND beside OR without parentheses', () => {
    expect(() => treeOf('a = true AND b = true OR c = true')).toThrow("MALFORMED_QUERY: unexpected token: 'OR'")
  })
})

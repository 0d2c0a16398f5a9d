import { formulaError } from './formula-error.ts'
import { formulaTokens, type Token } from './formula-tokens.ts'

/** A formula as a tree. */
export type FormulaNode =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'field'; readonly path: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly FormulaNode[] }
  | { readonly kind: 'unary'; readonly operator: string; readonly of: FormulaNode }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: FormulaNode; readonly right: FormulaNode }

/** Binary operators by how loosely they bind. */
const levels: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['=', '==', '<>', '!='],
  ['<', '>', '<=', '>='],
  ['+', '-', '&'],
  ['*', '/'],
  ['^'],
]

const words: Readonly<Record<string, FormulaNode>> = {
  TRUE: { kind: 'boolean', value: true },
  FALSE: { kind: 'boolean', value: false },
  NULL: { kind: 'null' },
}

/** Reads a formula by recursive descent. Throws a refusal where it is not well formed. */
export function parseFormula(formula: string): FormulaNode {
  const tokens = new TokenReader(formulaTokens(formula))
  const tree = readLevel(tokens, 0)
  if (tokens.next) throw formulaError(`Syntax error. Extra ${tokens.next.text}`)
  return tree
}

/** Walks through the tokens of a formula. */
class TokenReader {
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  get next(): Token | undefined {
    return this.#tokens[this.#at]
  }

  take(): Token {
    const token = this.#tokens[this.#at++]
    if (!token) throw formulaError('Syntax error. Formula ends too early')
    return token
  }

  /** Takes the next token when it is one of these signs. */
  takeSign(signs: readonly string[]): string | undefined {
    const { next } = this
    if (next?.kind !== 'sign' || !signs.includes(next.text)) return undefined
    this.#at++
    return next.text
  }

  expectSign(sign: string): void {
    if (!this.takeSign([sign])) throw formulaError(`Syntax error. Missing '${sign}'`)
  }
}

function readLevel(tokens: TokenReader, level: number): FormulaNode {
  const operators = levels[level]
  if (!operators) return readUnary(tokens)
  let left = readLevel(tokens, level + 1)
  for (let operator = tokens.takeSign(operators); operator; operator = tokens.takeSign(operators)) {
    left = { kind: 'binary', operator, left, right: readLevel(tokens, level + 1) }
  }
  return left
}

function readUnary(tokens: TokenReader): FormulaNode {
  const operator = tokens.takeSign(['-', '+', '!'])
  return operator ? { kind: 'unary', operator, of: readUnary(tokens) } : readOperand(tokens)
}

function readOperand(tokens: TokenReader): FormulaNode {
  const token = tokens.take()
  if (token.kind === 'text') return { kind: 'text', value: token.text }
  if (token.kind === 'number') return { kind: 'number', value: Number(token.text) }
  if (token.kind === 'name') return readName(tokens, token.text)
  if (token.text !== '(') throw formulaError(`Syntax error. Found '${token.text}'`)
  const inside = readLevel(tokens, 0)
  tokens.expectSign(')')
  return inside
}

function readName(tokens: TokenReader, name: string): FormulaNode {
  if (tokens.takeSign(['('])) return { kind: 'call', name: name.toUpperCase(), arguments: readArguments(tokens) }
  return words[name.toUpperCase()] ?? { kind: 'field', path: name.split('.') }
}

function readArguments(tokens: TokenReader): FormulaNode[] {
  if (tokens.takeSign([')'])) return []
  const given = [readLevel(tokens, 0)]
  while (tokens.takeSign([','])) given.push(readLevel(tokens, 0))
  tokens.expectSign(')')
  return given
}

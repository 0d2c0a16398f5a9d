import { formulaError } from './formula-error.ts'

export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string }

const BLANK = /(?:\s|\/\*[\s\S]*?\*\/)+/y
const NUMBER = /\d+(?:\.\d+)?|\.\d+/y
const NAME = /\$?[A-Za-z]\w*(?:\s*\.\s*\w+)*/y
const TEXT = /"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'/y
const SIGN = /<>|!=|<=|>=|==|&&|\|\||[-+*/^&=<>!(),]/y

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

/** Cuts a formula into its words and signs, comments left out. Throws a refusal at a sign that formulas do not have. */
export function formulaTokens(formula: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at
    const found = pattern.exec(formula)
    if (found) at = pattern.lastIndex
    return found
  }
  while (at < formula.length) {
    if (match(BLANK)) continue
    const token = nextToken(match)
    if (!token) throw formulaError(`Syntax error. Found '${formula.charAt(at)}'`)
    tokens.push(token)
  }
  return tokens
}

function nextToken(match: (pattern: RegExp) => RegExpExecArray | null): Token | undefined {
  const number = match(NUMBER)
  if (number) return { kind: 'number', text: number[0] }
  const name = match(NAME)
  if (name) return { kind: 'name', text: name[0].replaceAll(/\s/g, '') }
  const text = match(TEXT)
  if (text) return { kind: 'text', text: unescaped(text[1] ?? text[2] ?? '') }
  const sign = match(SIGN)
  return sign ? { kind: 'sign', text: sign[0] } : undefined
}

function unescaped(text: string): string {
  return text.replaceAll(/\\([\s\S])/g, (_, letter: string) => escapes[letter] ?? letter)
}

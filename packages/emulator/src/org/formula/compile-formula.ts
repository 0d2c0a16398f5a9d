import { emulatorLimit } from '../../wire/salesforce-error.ts'
import type { ObjectType } from '../objects/object-type.ts'
import type { Org } from '../org.ts'
import { dateFunctions } from './date-functions.ts'
import type { Expression } from './expression.ts'
import type { FormulaFunction } from './formula-function.ts'
import { logicFunctions } from './logic-functions.ts'
import { numberFunctions } from './number-functions.ts'
import { binaryOperation, unaryOperation } from './operators.ts'
import { parseFormula, type FormulaNode } from './parse-formula.ts'
import { recordField } from './record-field.ts'
import { textFunctions } from './text-functions.ts'

const functions = new Map<string, FormulaFunction>(
  Object.entries({ ...logicFunctions, ...textFunctions, ...numberFunctions, ...dateFunctions }),
)

/** What a formula is read against. */
export interface FormulaScope {
  readonly org: Org
  readonly object: ObjectType
  readonly blanksAsZero: boolean
}

/**
 * Makes a formula ready to be read. Throws the refusal of one that is wrong, and `EMULATOR_LIMIT` for what only a real org computes.
 *
 * Its types are known beforehand, as in Salesforce, so that a formula that can't work is refused when it is made.
 */
export function compileFormula(scope: FormulaScope, formula: string): Expression {
  return compile(scope, parseFormula(formula))
}

function compile(scope: FormulaScope, node: FormulaNode): Expression {
  switch (node.kind) {
    case 'text':
      return { type: 'text', read: () => node.value || null }
    case 'number':
    case 'boolean':
      return { type: node.kind, read: () => node.value }
    case 'null':
      return { type: 'null', read: () => null }
    case 'field':
      return recordField(scope.org, scope.object, node.path, scope.blanksAsZero)
    case 'unary':
      return unaryOperation(node.operator, compile(scope, node.of))
    case 'binary':
      return binaryOperation(node.operator, compile(scope, node.left), compile(scope, node.right))
    case 'call':
      return call(scope, node.name, node.arguments)
  }
}

function call(scope: FormulaScope, name: string, given: readonly FormulaNode[]): Expression {
  const known = functions.get(name)
  if (!known) throw emulatorLimit(`the function ${name}() in formulas`)
  return known(
    name,
    given.map((node) => compile(scope, node)),
    scope.org.clock,
  )
}

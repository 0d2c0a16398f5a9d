import type { MappingIssue } from '../../contract/mapping.ts'
import { duplicateIssues } from './duplicate-issues.ts'
import { fieldIssues } from './field-issues.ts'
import type { PairContext } from './pair-context.ts'

/** What is wrong with the field pairs of an object pair, alone and among each other. */
export function fieldPairIssues(context: PairContext): MappingIssue[] {
  return [...context.pair.fields.flatMap((fieldPair) => fieldIssues(context, fieldPair)), ...duplicateIssues(context)]
}

export { defaultSchema, pipelineSchema } from './default-schema.ts'
export { countChanges, diffMappings } from './diff-mappings.ts'
export type { ConvertedRow } from './converted-row.ts'
export { type AbsentFields, describeChanges, type DescribeComparison } from './describe-changes.ts'
export { effectiveDirection, flows, type Way } from './effective-direction.ts'
export { emptyMapping } from './empty-mapping.ts'
export { fieldConvertibility } from './field-convertibility.ts'
export type { ReadBack } from './field-kept.ts'
export { issuesCaused } from './issues-caused.ts'
export { isMatch, type Match, type NoMatch } from './match.ts'
export { optionMatcher, valueMatcher } from './option-match.ts'
export type { PairSides } from './pair-sides.ts'
export type { FieldSkip, LeftOut, PlanInput, PlannedField } from './plan-fields.ts'
export { checkPryzmIdField, PRYZM_ID_FIELD, type PryzmIdProblem } from './pryzm-id-field.ts'
export { compilePullPlan, type PullPlan } from './pull-plan.ts'
export type { PushBody, PushContext } from './push-context.ts'
export { type AttributeNote, compilePushPlan, type ConvertedPush, type PushPlan, type SentAttribute } from './push-plan.ts'
export { pipelineOfFile, readMappingFile } from './read-mapping-file.ts'
export { requiredFieldsUnmapped } from './required-fields.ts'
export { longSalesforceId } from './salesforce-id.ts'
export { canonicalValue, isBlank, sameValue } from './same-value.ts'
export { addressParts } from './value-shape.ts'
export { relationNotLinked, type UnresolvedSkip, userNotMatched } from './skip-sentences.ts'
export { suggestOptions } from './suggest-options.ts'
export { ACCEPT_SCORE, type Suggestion, suggestPairs } from './suggest-pairs.ts'
export type { ConversionLevel, Convertibility } from './type-cells.ts'
export { convertibility } from './type-table.ts'
export { blockingIssues, pairIssues, validateMapping } from './validate-mapping.ts'
export {
  attributeTypeWords,
  directionWords,
  objectOf,
  type ObjectPairLabels,
  objectPairLabels,
  salesforceTypeWords,
} from './words.ts'
export { writeMappingFile } from './write-mapping-file.ts'

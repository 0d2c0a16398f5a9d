// What a person is likely to open next, with the rules that it follows: one chunk, loaded as soon as the mapping is shown.
export { applyFix, suggestOptions, suggestPairs, validateMapping, valueMatcher } from '@pryzm/salesforce-sdk/mapping'
export { FieldPicker } from './field-picker.tsx'
export { NewPair } from './new-pair.tsx'
export { PairSettings } from './pair-settings.tsx'
export { SuggestionRow } from './suggestion-row.tsx'
export { VirtualGridRows } from './virtual-grid-rows.tsx'

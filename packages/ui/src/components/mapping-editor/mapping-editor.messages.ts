import type { Formats } from '../../formats.ts'

/** Every string of the mapping editor. */
export const mappingEditorMessages = {
  title: 'Field mapping',
  intro: 'Map only the fields your team uses. A short mapping is easier to keep right.',
  loadFailed: 'The mapping didn’t load',
  stillLoading: 'Still reading the mapping',
  moduleDisabled: 'The Salesforce integration isn’t part of this workspace',
  moduleDisabledBody: 'Your account team can turn it on.',
  viewOnly: 'View only',
  notConnected: 'Connect Salesforce to edit this mapping',
  notConnectedBody: 'The saved mapping stays as it is. Fields can be chosen once an org is connected.',
  reconnect: 'Reconnect Salesforce to edit this mapping',
  reconnectBody: 'The saved mapping is kept. Fields can be read again after reconnecting.',
  openConnection: 'Open connection',
  openSetup: 'Open setup',
  refreshFields: 'Refresh fields',
  refreshing: 'Reading the fields of Salesforce',

  valid: 'Mapping is valid. You can pull.',
  validUnsaved: 'This mapping is valid. Save it to use it.',
  attentionCount: ({ count }: Counted, f: Formats) =>
    `${f.number(count)} ${f.plural(count, { one: 'issue needs attention', other: 'issues need attention' })}`,
  attentionTitle: ({ count }: Counted, f: Formats) =>
    `${f.number(count)} ${f.plural(count, { one: 'issue', other: 'issues' })} in this mapping`,
  fixReadOnly: ({ count }: Counted, f: Formats) => `Fix all ${f.number(count)} read-only pairs`,
  showAllIssues: ({ count }: Counted, f: Formats) => `Show all ${f.number(count)}`,

  objects: 'Objects',
  tabIssues: ({ count }: Counted, f: Formats) => f.plural(count, { one: 'issue', other: 'issues' }),
  pairHeading: ({ pryzm, salesforce }: { pryzm: string; salesforce: string }) => `${pryzm} and ${salesforce}`,
  schemaFailed: ({ object }: { object: string }) => `The fields of ${object} didn’t load`,
  driftTitle: ({ count, mapped }: Counted & { mapped: number }, f: Formats) => {
    const changes = `Salesforce has changed since this mapping was saved: ${f.number(count)} ${f.plural(count, { one: 'change', other: 'changes' })}`
    return mapped > 0 ? `${changes}, ${f.number(mapped)} to what is mapped` : changes
  },
  driftChecked: 'Checked',
  driftIssues: 'Also because of that',
  driftOthers: ({ count }: Counted, f: Formats) =>
    `Show ${f.number(count)} other ${f.plural(count, { one: 'change', other: 'changes' })}`,
  driftFewer: 'Hide other changes',
  driftSeen: 'I’ve seen these',
  driftNoted: 'Noted. Only later changes are told from now on.',
  driftSeenFailed: 'This wasn’t noted',
  mapIt: 'Map it',
  mapField: ({ label }: Labelled) => `Map it: ${label}`,
  enabled: ({ label }: Labelled) => `Sync ${label}`,
  disabledObject: ({ label }: Labelled) => `${label} don’t sync. The pairs below are kept.`,

  directionOf: ({ label }: Labelled) => `Direction for ${label}`,
  bidirectional: 'Both ways',
  pull: 'Pull',
  push: 'Push',
  bidirectionalLong: 'Both ways',
  pullLong: 'Pull: Salesforce to Pryzm',
  pushLong: 'Push: Pryzm to Salesforce',
  objectBidirectional: 'Each field decides for itself which way its values flow.',
  objectPull: 'This object is set to Pull, so nothing here is sent to Salesforce, except Pryzm_ID.',
  objectPush: 'This object is set to Push, so pulls don’t change anything here.',
  limitedByObject: ({ direction }: { direction: string }) => `${direction} (limited by object)`,
  stoppedByObject: 'Nothing flows: the object is set the other way',

  search: 'Search fields',
  show: 'Show',
  showAll: 'All',
  showAttention: 'Needs attention',
  addField: 'Add a field',
  setDirections: 'Set directions',
  setDirectionsOf: ({ count }: Counted, f: Formats) =>
    f.plural(count, { one: 'Set the one pair shown to', other: `Set all ${f.number(count)} pairs shown to` }),
  directionsSet: ({ count, direction }: Counted & { direction: string }, f: Formats) =>
    `${f.number(count)} ${f.plural(count, { one: 'pair', other: 'pairs' })} set to ${direction}. Undo brings the directions back.`,
  directionsEqual: ({ direction }: { direction: string }) => `Every pair shown is set to ${direction} already.`,
  suggest: ({ count }: Counted, f: Formats) => `Suggestions (${f.number(count)})`,
  gridName: ({ label }: Labelled) => `Field pairs of ${label}`,
  attributeColumn: 'Pryzm attribute',
  directionColumn: 'Direction',
  fieldColumn: 'Salesforce field',
  statusColumn: 'Status',
  actionsColumn: 'Actions',
  recordLink: 'Record link',
  gone: 'no longer in Pryzm',
  fieldGone: 'not visible in Salesforce',
  ready: 'Ready',
  infoCount: ({ count }: Counted, f: Formats) => `${f.number(count)} ${f.plural(count, { one: 'note', other: 'notes' })}`,
  locked: 'Locked',
  needsSetup: 'Needs setup',
  cantSync: 'Can’t sync',
  cantPull: 'Can’t pull',
  cantPush: 'Can’t push',
  optionsMatched: ({ matched, total }: { matched: number; total: number }, f: Formats) =>
    `${f.number(matched)} of ${f.number(total)} options matched`,
  detailsOf: ({ label, status }: Labelled & { status: string }) => `${status}. Details of ${label}`,
  removePair: ({ label }: Labelled) => `Remove ${label}`,
  removed: ({ label }: Labelled) => `${label} removed. Undo brings it back.`,

  chooseField: 'Choose a field',
  pickerTitle: ({ label }: Labelled) => `Salesforce field for ${label}`,
  closePicker: 'Close',
  pickerPlaceholder: 'Label, API name, or type:picklist',
  pickerCount: ({ count }: Counted, f: Formats) => `${f.number(count)} ${f.plural(count, { one: 'field', other: 'fields' })}`,
  pickerNoMatch: ({ query }: { query: string }) => `No Salesforce field matches ${query}`,
  pickerNoMatchBody: 'A field that was added just now shows up after Refresh fields.',
  group_suggested: 'Suggested',
  group_standard: 'Standard fields',
  group_custom: 'Custom fields',
  group_unusable: 'Can’t be used',
  usedBy: ({ labels }: { labels: readonly string[] }, f: Formats) => `Used by ${f.list(labels)}`,
  readOnlyField: 'Read-only in Salesforce',
  onlyPull: 'Pull only',
  onlyPush: 'Push only',
  currentField: 'Current',

  newPair: 'New pair',
  newPairAttribute: 'Pryzm attribute',
  chooseAttribute: 'Choose an attribute',
  chooseAttributeFirst: 'Choose the Pryzm attribute first.',
  attributeFor: ({ field }: { field: string }) => `Pryzm attribute for ${field}`,
  cancel: 'Cancel',

  suggestionsFound: ({ count }: Counted, f: Formats) =>
    f.plural(count, {
      one: 'One field looks like a match. Review it before you save.',
      other: `${f.number(count)} fields look like a match. Review them before you save.`,
    }),
  reviewSuggestions: 'Review suggestions',
  hideSuggestions: 'Hide suggestions',
  acceptStrong: ({ count }: Counted, f: Formats) => `Accept ${f.number(count)} strong`,
  toReview: ({ count }: Counted, f: Formats) => `${f.number(count)} to review`,
  accept: ({ label }: Labelled) => `Accept ${label}`,
  acceptShort: 'Accept',
  dismiss: ({ label }: Labelled) => `Dismiss the suggestion for ${label}`,
  accepted: ({ count }: Counted, f: Formats) => `${f.number(count)} ${f.plural(count, { one: 'pair', other: 'pairs' })} added.`,
  nothingMapped: 'No fields are mapped yet',
  nothingMappedBody: 'Choose a Pryzm attribute and the Salesforce field that holds its value.',
  nothingFound: ({ query }: { query: string }) => `No pair matches ${query}`,
  nothingNeedsAttention: 'Nothing needs attention',
  clearFilter: 'Clear filter',

  optionsTitle: ({ attribute, field }: { attribute: string; field: string }) => `Options of ${attribute} and values of ${field}`,
  optionsExplained: ({ missing }: { missing: number }, f: Formats) =>
    f.plural(missing, {
      one: 'Values for the other one are skipped; the rest of the record still syncs.',
      other: `Values for the other ${f.number(missing)} are skipped; the rest of the record still syncs.`,
    }),
  searchOptions: 'Search options',
  unmatched: 'Not matched',
  matchedByName: ({ label }: Labelled) => `By name: ${label}`,
  inactiveValue: ({ label }: Labelled) => `${label} (inactive)`,
  valueFor: ({ label }: Labelled) => `Salesforce value for ${label}`,
  matchByName: 'Match by name',
  restrictedValues: 'Salesforce takes only the active values of this list; anything else is skipped on push.',
  dependentValues: ({ controller }: { controller: string }) =>
    `Which values Salesforce takes depends on ${controller || 'another field'} of the same record.`,
  option_several: 'Several values fit; choose one.',
  option_inactive: 'The value that fits is inactive: it is read, and never written.',
  option_taken: 'The value that fits stands for another option.',
  option_inactive_chosen: 'This value is inactive in Salesforce.',
  option_likely: 'The names are alike, not the same. Check that they mean the same.',
  option_pulled_as: ({ label }: Labelled) => `A pull reads this value as ${label}.`,

  values: 'How values travel',
  severalChosen:
    'Records can hold several values at once. One that matches no option skips the whole field and is named; the rest of the record still syncs.',
  currencyOfRecord:
    'This org has several currencies. A pull brings the currency of each record with the amount; a push writes it only when it creates the record.',
  currencyFixed: ({ currency }: { currency: string }) =>
    `This org has several currencies, and this attribute holds ${currency} only. Amounts in another currency are skipped.`,
  blankStopsCreate: ({ attribute, field }: Paired) =>
    `Salesforce requires ${field}. Where ${attribute} is blank, a new record cannot be created; one that exists keeps its value, and its other fields still sync.`,
  fitting: ({ label }: Labelled) => `What goes with ${label}`,
  fitting_both: 'Both ways',
  fitting_bothLossy: 'Both ways, some values are skipped',
  fitting_pull: 'Pull only',
  fitting_push: 'Push only',

  rulesOf: ({ label }: Labelled) => `Rules of ${label}`,
  blankInSalesforce: ({ field }: Paired) => `When ${field} is blank in Salesforce`,
  pullClears: 'Clear the value in Pryzm',
  pullKeeps: 'Keep the value in Pryzm',
  blankSkippedOnPull: ({ attribute }: Paired) => `Skipped: ${attribute} is required in Pryzm`,
  blankInPryzm: ({ attribute }: Paired) => `When ${attribute} is blank in Pryzm`,
  pushClears: 'Clear the value in Salesforce',
  pushLeaves: 'Leave the value in Salesforce',
  blankSkippedOnPush: ({ field }: Paired) => `Skipped: ${field} can’t be blank in Salesforce`,
  defaultSent: 'The default is sent instead',
  defaultOnPush: 'Default for push',
  defaultIn: ({ unit }: { unit: string }) => `Default for push (${unit})`,
  defaultExplained: 'Sent in place of a blank. The value in Pryzm stays blank.',
  defaultExplainedUtc: 'In UTC. Sent in place of a blank; the value in Pryzm stays blank.',
  defaultNotNumber: 'Write digits with a point, such as 1250.5.',
  noDefault: 'None',
  blankRules: ({ rules }: { rules: readonly string[] }, f: Formats) => `Blank: ${f.list(rules)}`,
  rule_blankOnPull: 'kept on pull',
  rule_blankOnPush: 'left on push',
  rule_defaultOnPush: 'default on push',
  defaultShown: ({ value }: { value: string }) => `Default for push: ${value}`,

  unsavedCount: ({ count }: Counted, f: Formats) =>
    `${f.number(count)} unsaved ${f.plural(count, { one: 'change', other: 'changes' })}`,
  noChanges: 'No unsaved changes',
  undo: 'Undo',
  redo: 'Redo',
  review: 'Review changes',
  discard: 'Discard',
  save: 'Save',
  saving: 'Saving',
  savedValid: 'Saved. Values already synced don’t change until the next pull or push.',
  savedWithBlocking: ({ objects, fields }: { objects: readonly string[]; fields: number }, f: Formats) =>
    `Saved. ${f.list(objects)} don’t sync until blocking issues are fixed${fields > 0 ? `; ${skippedFields(fields, f)}` : ''}.`,
  savedWithIssues: ({ count }: Counted, f: Formats) => `Saved. ${skippedFields(count, f)} until fixed.`,
  saveFailed: 'Nothing was saved',
  rejected: 'Refused when saving',
  edited_set_direction: 'Direction changed',
  edited_set_directions: 'Directions changed',
  edited_choose_field: 'Field changed',
  edited_set_options: 'Options changed',
  edited_set_rules: 'Rule changed',
  edited_add_pairs: 'Pair added',
  edited_remove_pair: 'Pair removed',
  edited_apply_fix: 'Fix applied',
  edited_set_object_direction: 'Object direction changed',
  edited_set_enabled: 'Object changed',
  edited_choose_pipeline: 'Pipeline changed',
  edited_import: 'Mapping imported',

  reviewTitle: 'Review changes',
  reviewImpact: ({ removed, narrowed }: { removed: number; narrowed: number }, f: Formats) =>
    `${f.list(
      [
        removed > 0 && `${f.number(removed)} ${f.plural(removed, { one: 'pair', other: 'pairs' })} removed`,
        narrowed > 0 && `${f.number(narrowed)} ${f.plural(narrowed, { one: 'direction', other: 'directions' })} narrowed`,
      ].filter((part) => part !== false),
    )}: those values stop updating with the next sync. Nothing is deleted.`,
  reviewBody: 'Saving makes a new version. Values already synced don’t change until the next pull or push.',
  nothingToSave: 'Nothing differs from the saved mapping.',
  change: 'Change',
  before: 'Before',
  after: 'After',
  change_pair_added: ({ label }: Labelled) => `${label} added`,
  change_pair_removed: ({ label }: Labelled) => `${label} removed`,
  change_pair_changed: ({ label }: Labelled) => `${label} changed`,
  change_direction: 'Object direction',
  change_enabled: 'Syncs',
  change_pipelineId: 'Pipeline',
  effectRemoved: 'Values stop updating. Nothing is deleted.',
  effectNarrowedToPull: 'Pushes leave this field alone.',
  effectNarrowedToPush: 'Pulls leave this attribute alone.',
  optionsBefore: ({ count }: Counted, f: Formats) =>
    `${f.number(count)} ${f.plural(count, { one: 'option pair', other: 'option pairs' })}`,
  notMapped: 'Not mapped',
  on: 'On',
  off: 'Off',
  noPipeline: 'None chosen',

  discardTitle: 'Discard your changes?',
  discardBody: ({ count }: Counted, f: Formats) =>
    `${f.number(count)} ${f.plural(count, { one: 'change goes', other: 'changes go' })} back to the saved mapping.`,
  keepEditing: 'Keep editing',
  leaveTitle: 'Leave without saving?',
  leaveBody: ({ count }: Counted, f: Formats) =>
    `${f.number(count)} unsaved ${f.plural(count, { one: 'change is', other: 'changes are' })} lost. The saved mapping stays as it is.`,
  leave: 'Leave',

  conflictTitle: ({ name, when }: { name: string; when: string }) => `${name} saved this mapping ${when}`,
  conflictUnknown: 'This mapping was saved by someone else',
  conflictBody: 'Nothing was overwritten. Choose which version to go on with.',
  conflictFirst: 'Choose first which version to go on with.',
  seeTheirs: 'See their changes',
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
  theirChanges: 'Their changes',
  theirChangesBody: ({ version }: { version: number }, f: Formats) =>
    `What version ${f.number(version)} changed since you began.`,
  noDifference: 'Their version equals the one you began with.',
  keptMine: 'Your changes are compared with the new version now. Save to replace it.',
  tookTheirs: 'Their version is open now.',

  tools: 'Mapping tools',
  versions: 'Versions',
  version: ({ version }: Versioned, f: Formats) => `Version ${f.number(version)}`,
  versionTitle: ({ version }: Versioned, f: Formats) => `Version ${f.number(version)}`,
  versionsFailed: 'The versions didn’t load',
  versionsNone: 'Nothing is saved yet',
  versionsNoneBody: 'Every save makes a version that can be compared and restored.',
  olderVersions: 'Show older versions',
  allVersions: 'All versions',
  closeDialog: 'Close',
  inForce: 'In force',
  showChanges: 'What changed',
  showVersion: ({ version }: Versioned, f: Formats) => `What changed in version ${f.number(version)}`,
  changeCounts: ({ added, removed, changed }: { added: number; removed: number; changed: number }, f: Formats) => {
    const parts = [
      added > 0 && `${f.number(added)} added`,
      removed > 0 && `${f.number(removed)} removed`,
      changed > 0 && `${f.number(changed)} changed`,
    ].filter((part) => part !== false)
    return parts.length === 0 ? 'Nothing changed' : f.list(parts)
  },
  restoredFrom: ({ version }: Versioned, f: Formats) => `Restored from version ${f.number(version)}`,
  compareWith: 'Compare with',
  compareEmpty: 'Nothing, the first save',
  compareCurrent: ({ version }: Versioned, f: Formats) => `Version ${f.number(version)}, in force`,
  fromTo: ({ from, to }: { from: number; to: number }, f: Formats) =>
    from === 0
      ? `From an empty mapping to version ${f.number(to)}.`
      : `From version ${f.number(from)} to version ${f.number(to)}.`,
  comparisonFailed: 'The versions couldn’t be compared',
  versionsEqual: 'Both versions are the same.',
  restore: 'Restore this version',
  restoreAfterSaving: 'Save or discard your changes first.',
  restoreTitle: ({ version }: Versioned, f: Formats) => `Restore version ${f.number(version)}?`,
  restoreBody:
    'It is saved again as the newest version, and every later one is kept. Values already synced don’t change until the next pull or push.',
  keepCurrent: ({ version }: Versioned, f: Formats) => `Keep version ${f.number(version)}`,
  restoreFailed: 'Nothing was restored',
  restored: ({ from, version }: Versioned & { from: number }, f: Formats) =>
    `Version ${f.number(from)} is in force again, as version ${f.number(version)}.`,

  sample: 'Preview',
  sampleTitle: 'Preview with a record',
  sampleBody: 'Shows what a sync would write, with your unsaved changes. Nothing is written.',
  sampleClose: 'Close the preview',
  sampleSide: 'Where to look for a record',
  sampleInSalesforce: 'In Salesforce',
  sampleInPryzm: 'In Pryzm',
  sampleSearch: 'Find a record by name',
  sampleLatest: 'Changed last',
  sampleFound: ({ count }: Counted, f: Formats) => `${f.number(count)} ${f.plural(count, { one: 'record', other: 'records' })}`,
  sampleNone: 'No records to preview with',
  sampleNotFound: ({ query }: { query: string }) => `No record matches ${query}`,
  sampleNoneBody: 'Look on the other side, or try another name.',
  sampleSearchFailed: 'Records couldn’t be read',
  sampleLinked: 'Linked',
  sampleUnlinked: 'Not linked yet',
  sampleChange: 'Other record',
  sampleWay: 'Direction of the preview',
  sampleColumn: 'Sample record',
  sampleNotPulled: 'A pull leaves this alone',
  sampleNotPushed: 'A push leaves this alone',
  sampleFailed: 'The preview didn’t load',
  sampleNotInSalesforce: 'This record isn’t in Salesforce yet, so there is nothing to pull',
  sampleNotInPryzm: 'This record isn’t in Pryzm yet, so there is nothing to push',
  sampleRefused: 'This record wouldn’t sync',
  sampleUnchanged: ({ skipped }: { skipped: number }, f: Formats) =>
    skipped === 0 ? 'Nothing would change.' : `Nothing would change. ${skippedFields(skipped, f)}.`,
  sampleDoes: (
    { action, way, written, skipped }: { action: 'create' | 'update'; way: 'pull' | 'push'; written: number; skipped: number },
    f: Formats,
  ) => {
    const what = `${action === 'create' ? 'Creates' : 'Updates'} the record in ${way === 'pull' ? 'Pryzm' : 'Salesforce'}`
    const fields = `${f.number(written)} ${f.plural(written, { one: 'value', other: 'values' })} written`
    return `${what}: ${fields}${skipped > 0 ? `, ${f.number(skipped)} skipped` : ''}.`
  },
  sampleValues: 'Values of the record',
  valueWritten: 'Changes',
  valueUnchanged: 'Unchanged',
  valueSkipped: 'Skipped',
  valueBecomes: 'becomes',
  salesforceSide: 'Salesforce',
  pryzmSide: 'Pryzm',

  exportFile: 'Export',
  exported: ({ version }: Versioned, f: Formats) => `Version ${f.number(version)} exported.`,
  exportFailed: 'The mapping wasn’t exported',
  importFile: 'Import',
  chooseFile: 'Mapping file',
  notJson: 'This file holds no JSON. Choose one that was exported here.',
  importFailed: 'The mapping wasn’t imported',
  imported: ({ name }: { name: string }) => `Read from ${name}. Nothing is saved yet.`,

  pipeline: 'Pipeline',
  pipelineNotChosen: 'Choose where opportunities go',
  pipelineNotChosenBody: 'Fields can be mapped once a pipeline is chosen.',
  pipelineDeleted: 'The chosen pipeline no longer exists',
  pipelineDeletedBody: 'Opportunities don’t sync until another one is chosen. The pairs below are kept.',
}
export type MappingEditorMessages = typeof mappingEditorMessages

interface Counted {
  count: number
}

interface Versioned {
  version: number
}

interface Paired {
  attribute: string
  field: string
}

interface Labelled {
  label: string
}

function skippedFields(count: number, f: Formats): string {
  return `${f.number(count)} ${f.plural(count, { one: 'field is skipped', other: 'fields are skipped' })}`
}

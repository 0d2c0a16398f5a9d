import type { Message } from '../../messages.ts'

/** Every string of the mapping editor. */
export const mappingEditorMessages = {
  title: 'Field mapping',
  intro: 'Map only the fields your team uses. A short mapping is easier to keep right.',
  loadFailed: 'The mapping didn’t load',
  stillLoading: 'Still reading the mapping',
  viewOnly: 'View only',
  copyRequest: 'Copy request for an admin',
  requestCopied: 'Request copied. Send it to an admin.',
  editRequest:
    'Could you look at the Salesforce field mapping of our workspace? Changing it needs integrations:manage, which Workspace Admins have.',
  fieldRequest:
    'Pryzm can’t see the field {field} of {object} in {org}. Could you give {user} read and edit access to it? In Salesforce Setup: Object Manager, {object}, Fields & Relationships, the field, Set Field-Level Security.' as Message<
      Requested & { field: string }
    >,
  objectRequest:
    'Pryzm lacks access to {object} in {org}. Could you give {user} read, create and edit access? In Salesforce Setup: Permission Sets, the one of this user, Object Settings, {object}.' as Message<Requested>,
  notConnected: 'Connect Salesforce to edit this mapping',
  notConnectedBody: 'The saved mapping stays as it is. Fields can be chosen once an org is connected.',
  reconnect: 'Reconnect Salesforce to edit this mapping',
  reconnectBody: 'The saved mapping is kept. Fields can be read again after reconnecting.',
  openConnection: 'Open connection',
  openSetup: 'Open setup',
  refreshFields: 'Refresh fields',
  refreshing: 'Reading the fields of Salesforce',

  valid: 'Mapping is valid. You can pull.',
  notCheckedNow: 'No issues when this was last checked',
  validUnsaved: 'This mapping is valid. Save it to use it.',
  attentionCount: '{count, plural, one {# issue needs attention} other {# issues need attention}}' as Message<Counted>,
  attentionTitle: '{count, plural, one {# issue} other {# issues}} in this mapping' as Message<Counted>,
  fixReadOnly: 'Fix all {count, number} read-only pairs' as Message<Counted>,
  showAllIssues: 'Show all {count, number}' as Message<Counted>,

  objects: 'Objects',
  tabIssues: '{count, plural, one {issue} other {issues}}' as Message<Counted>,
  pairHeading: '{pryzm} and {salesforce}' as Message<{ pryzm: string; salesforce: string }>,
  schemaFailed: 'The fields of {object} didn’t load' as Message<{ object: string }>,
  driftTitle:
    'Salesforce has changed since this mapping was saved: {count, plural, one {# change} other {# changes}}{mapped, plural, =0 {} other {, # to what is mapped}}' as Message<
      Counted & { mapped: number }
    >,
  driftFailed: 'What changed in Salesforce didn’t load',
  driftChecked: 'Checked',
  driftIssues: 'Also because of that',
  driftOthers: 'Show {count, plural, one {# other change} other {# other changes}}' as Message<Counted>,
  driftFewer: 'Hide other changes',
  driftSeen: 'I’ve seen these',
  driftNoted: 'Noted. Only later changes are told from now on.',
  driftSeenFailed: 'This wasn’t noted',
  mapIt: 'Map it',
  mapField: 'Map it: {label}' as Message<Labelled>,
  enabled: 'Sync {label}' as Message<Labelled>,
  disabledObject: '{label} don’t sync. The pairs below are kept.' as Message<Labelled>,

  directionOf: 'Direction for {label}' as Message<Labelled>,
  bidirectional: 'Both ways',
  pull: 'Pull',
  push: 'Push',
  bidirectionalLong: 'Both ways',
  pullLong: 'Pull: Salesforce to Pryzm',
  pushLong: 'Push: Pryzm to Salesforce',
  objectBidirectional: 'Each field decides for itself which way its values flow.',
  objectPull: 'This object is set to Pull, so nothing here is sent to Salesforce, except Pryzm_ID.',
  objectPush: 'This object is set to Push, so pulls don’t change anything here.',
  limitedByObject: '{direction} (limited by object)' as Message<{ direction: string }>,
  stoppedByObject: 'Nothing flows: the object is set the other way',

  search: 'Search fields',
  show: 'Show',
  showAll: 'All',
  showAttention: 'Needs attention',
  addField: 'Add a field',
  setDirections: 'Set directions',
  setDirectionsOf: '{count, plural, one {Set the one pair shown to} other {Set all # pairs shown to}}' as Message<Counted>,
  directionsSet: '{count, plural, one {# pair} other {# pairs}} set to {direction}. Undo brings the directions back.' as Message<
    Counted & { direction: string }
  >,
  directionsEqual: 'Every pair shown is set to {direction} already.' as Message<{ direction: string }>,
  suggest: 'Suggestions ({count, number})' as Message<Counted>,
  gridName: 'Field pairs of {label}' as Message<Labelled>,
  attributeColumn: 'Pryzm attribute',
  directionColumn: 'Direction',
  fieldColumn: 'Salesforce field',
  statusColumn: 'Status',
  actionsColumn: 'Actions',
  recordLink: 'Record link',
  gone: 'no longer in Pryzm',
  fieldGone: 'not visible in Salesforce',
  ready: 'Ready',
  infoCount: '{count, plural, one {# note} other {# notes}}' as Message<Counted>,
  locked: 'Locked',
  notChecked: 'Not checked',
  notCheckedBody: 'The fields of Salesforce can’t be read now, so this pair isn’t checked.',
  needsSetup: 'Needs setup',
  cantSync: 'Can’t sync',
  cantPull: 'Can’t pull',
  cantPush: 'Can’t push',
  optionsMatched: '{matched, number} of {total, number} options matched' as Message<{ matched: number; total: number }>,
  detailsOf: '{status}. Details of {label}' as Message<Labelled & { status: string }>,
  removePair: 'Remove {label}' as Message<Labelled>,
  removed: '{label} removed. Undo brings it back.' as Message<Labelled>,

  chooseField: 'Choose a field',
  pickerTitle: 'Salesforce field for {label}' as Message<Labelled>,
  closePicker: 'Close',
  pickerPlaceholder: 'Label, API name, or type:picklist',
  pickerCount: '{count, plural, one {# field} other {# fields}}' as Message<Counted>,
  pickerNoMatch: 'No Salesforce field matches {query}' as Message<{ query: string }>,
  pickerNoMatchBody: 'A field that was added just now shows up after Refresh fields.',
  group_suggested: 'Suggested',
  group_standard: 'Standard fields',
  group_custom: 'Custom fields',
  group_unusable: 'Can’t be used',
  usedBy: 'Used by {labels, list}' as Message<{ labels: readonly string[] }>,
  usedByPushed: 'Used by {labels, list}: only one value can be pushed' as Message<{ labels: readonly string[] }>,
  usedInLastJob: 'Used in the last job',
  emptyInSample:
    '{count, plural, one {Empty in the one record looked at} other {Empty in all # records looked at}}' as Message<Counted>,
  pickerUsed: '{word} finds those of the last job' as Message<{ word: string }>,
  readOnlyField: 'Read-only in Salesforce',
  onlyPull: 'Pull only',
  onlyPush: 'Push only',
  currentField: 'Current',

  newPair: 'New pair',
  newPairAttribute: 'Pryzm attribute',
  chooseAttribute: 'Choose an attribute',
  chooseAttributeFirst: 'Choose the Pryzm attribute first.',
  attributeFor: 'Pryzm attribute for {field}' as Message<{ field: string }>,
  cancel: 'Cancel',

  suggestionsFound:
    '{count, plural, one {One field looks like a match. Review it before you save.} other {# fields look like a match. Review them before you save.}}' as Message<Counted>,
  reviewSuggestions: 'Review suggestions',
  hideSuggestions: 'Hide suggestions',
  acceptStrong: 'Accept {count, number} strong' as Message<Counted>,
  toReview: '{count, number} to review' as Message<Counted>,
  accept: 'Accept {label}' as Message<Labelled>,
  checkSuggestion: '{reason}. Check it before you accept.' as Message<{ reason: string }>,
  acceptShort: 'Accept',
  suggested: 'Suggested',
  dismiss: 'Dismiss the suggestion for {label}' as Message<Labelled>,
  accepted: '{count, plural, one {# pair} other {# pairs}} added.' as Message<Counted>,
  nothingMapped: 'No fields are mapped yet',
  nothingMappedBody: 'Choose a Pryzm attribute and the Salesforce field that holds its value.',
  nothingFound: 'No pair matches {query}' as Message<{ query: string }>,
  nothingNeedsAttention: 'Nothing needs attention',
  clearFilter: 'Clear filter',

  optionsTitle: 'Options of {attribute} and values of {field}' as Message<{ attribute: string; field: string }>,
  optionsExplained:
    '{missing, plural, one {Values for the other one are skipped; the rest of the record still syncs.} other {Values for the other # are skipped; the rest of the record still syncs.}}' as Message<{
      missing: number
    }>,
  won: 'Won',
  lost: 'Lost',
  searchOptions: 'Search options',
  unmatched: 'Not matched',
  matchedByName: 'By name: {label}' as Message<Labelled>,
  inactiveValue: '{label} (inactive)' as Message<Labelled>,
  valueFor: 'Salesforce value for {label}' as Message<Labelled>,
  matchByName: 'Match by name',
  restrictedValues: 'Salesforce takes only the active values of this list; anything else is skipped on push.',
  dependentValues:
    'Which values Salesforce takes depends on {controller, select, null {another field} other {{controller}}} of the same record.' as Message<{
      controller: string | null
    }>,
  option_several: 'Several values fit; choose one.',
  option_inactive: 'The value that fits is inactive: it is read, and never written.',
  option_taken: 'The value that fits stands for another option.',
  option_inactive_chosen: 'This value is inactive in Salesforce.',
  option_likely: 'The names are alike, not the same. Check that they mean the same.',
  option_pulled_as: 'A pull reads this value as {label}.' as Message<Labelled>,

  values: 'How values travel',
  severalChosen:
    'Records can hold several values at once. One that matches no option skips the whole field and is named; the rest of the record still syncs.',
  currencyOfRecord:
    'This org has several currencies. A pull brings the currency of each record with the amount; a push writes it only when it creates the record.',
  currencyFixed:
    'This org has several currencies, and this attribute holds {currency} only. Amounts in another currency are skipped.' as Message<{
      currency: string
    }>,
  blankStopsCreate:
    'Salesforce requires {field}. Where {attribute} is blank, a new record cannot be created; one that exists keeps its value, and its other fields still sync.' as Message<Paired>,
  fitting: 'What goes with {label}' as Message<Labelled>,
  fitting_both: 'Both ways',
  fitting_bothLossy: 'Both ways, some values are skipped',
  fitting_pull: 'Pull only',
  fitting_push: 'Push only',

  rulesOf: 'Rules of {label}' as Message<Labelled>,
  blankInSalesforce: 'When {field} is blank in Salesforce' as Message<{ field: string }>,
  pullClears: 'Clear the value in Pryzm',
  pullKeeps: 'Keep the value in Pryzm',
  blankSkippedOnPull: 'Skipped: {attribute} is required in Pryzm' as Message<{ attribute: string }>,
  blankInPryzm: 'When {attribute} is blank in Pryzm' as Message<{ attribute: string }>,
  pushClears: 'Clear the value in Salesforce',
  pushLeaves: 'Leave the value in Salesforce',
  blankSkippedOnPush: 'Skipped: {field} can’t be blank in Salesforce' as Message<{ field: string }>,
  defaultSent: 'The default is sent instead',
  defaultOnPush: 'Default for push',
  defaultIn: 'Default for push ({unit})' as Message<{ unit: string }>,
  defaultExplained: 'Sent in place of a blank. The value in Pryzm stays blank.',
  defaultExplainedUtc: 'In UTC. Sent in place of a blank; the value in Pryzm stays blank.',
  defaultNotNumber: 'Write digits with a point, such as 1250.5.',
  noDefault: 'None',
  blankRules: 'Blank: {rules, list}' as Message<{ rules: readonly string[] }>,
  rule_blankOnPull: 'kept on pull',
  rule_blankOnPush: 'left on push',
  rule_defaultOnPush: 'default on push',
  defaultShown: 'Default for push: {value}' as Message<{ value: string }>,

  unsavedCount: '{count, plural, one {# unsaved change} other {# unsaved changes}}' as Message<Counted>,
  noChanges: 'No unsaved changes',
  undo: 'Undo',
  redo: 'Redo',
  review: 'Review changes',
  discard: 'Discard',
  save: 'Save',
  saving: 'Saving',
  savedValid: 'Saved. Values already synced don’t change until the next pull or push.',
  savedWithBlocking:
    'Saved. {objects, list} don’t sync until blocking issues are fixed{fields, plural, =0 {} one {; # field is skipped} other {; # fields are skipped}}.' as Message<{
      objects: readonly string[]
      fields: number
    }>,
  savedWithIssues:
    'Saved. {count, plural, one {# field is skipped} other {# fields are skipped}} until fixed.' as Message<Counted>,
  saveFailed: 'Nothing was saved',
  pairsRejected:
    '{count, plural, one {One pair was refused. It is marked in the list.} other {# pairs were refused. They are marked in the list.}}' as Message<Counted>,
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
  reviewImpact: '{parts, list}: those values stop updating with the next sync. Nothing is deleted.' as Message<{
    parts: readonly string[]
  }>,
  pairsRemoved: '{count, plural, one {# pair removed} other {# pairs removed}}' as Message<Counted>,
  directionsNarrowed: '{count, plural, one {# direction narrowed} other {# directions narrowed}}' as Message<Counted>,
  reviewBody: 'Saving makes a new version. Values already synced don’t change until the next pull or push.',
  nothingToSave: 'Nothing differs from the saved mapping.',
  change: 'Change',
  before: 'Before',
  after: 'After',
  change_pair_added: '{label} added' as Message<Labelled>,
  change_pair_removed: '{label} removed' as Message<Labelled>,
  change_pair_changed: '{label} changed' as Message<Labelled>,
  change_direction: 'Object direction',
  change_enabled: 'Syncs',
  change_pipelineId: 'Pipeline',
  effectRemoved: 'Values stop updating. Nothing is deleted.',
  effectNarrowedToPull: 'Pushes leave this field alone.',
  effectNarrowedToPush: 'Pulls leave this attribute alone.',
  optionsBefore: '{count, plural, one {# option pair} other {# option pairs}}' as Message<Counted>,
  notMapped: 'Not mapped',
  on: 'On',
  off: 'Off',
  noPipeline: 'None chosen',

  discardTitle: 'Discard your changes?',
  discardBody: '{count, plural, one {# change goes} other {# changes go}} back to the saved mapping.' as Message<Counted>,
  keepEditing: 'Keep editing',
  leaveTitle: 'Leave without saving?',
  leaveBody:
    '{count, plural, one {# unsaved change is} other {# unsaved changes are}} lost. The saved mapping stays as it is.' as Message<Counted>,
  leave: 'Leave',

  conflictTitle: '{name} saved this mapping {when}' as Message<{ name: string; when: string }>,
  conflictUnknown: 'This mapping was saved by someone else',
  conflictBody: 'Nothing was overwritten. Choose which version to go on with.',
  conflictFirst: 'Choose first which version to go on with.',
  seeTheirs: 'See their changes',
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
  theirChanges: 'Their changes',
  theirChangesBody: 'What version {version, number} changed since you began.' as Message<{ version: number }>,
  noDifference: 'Their version equals the one you began with.',
  keptMine: 'Your changes are compared with the new version now. Save to replace it.',
  tookTheirs: 'Their version is open now.',

  tools: 'Mapping tools',
  versions: 'Versions',
  version: 'Version {version, number}' as Message<Versioned>,
  versionTitle: 'Version {version, number}' as Message<Versioned>,
  versionsFailed: 'The versions didn’t load',
  versionsNone: 'Nothing is saved yet',
  versionsNoneBody: 'Every save makes a version that can be compared and restored.',
  olderVersions: 'Show older versions',
  allVersions: 'All versions',
  closeDialog: 'Close',
  inForce: 'In force',
  showChanges: 'What changed',
  showVersion: 'What changed in version {version, number}' as Message<Versioned>,
  changeCounts: '{parts, list}' as Message<{ parts: readonly string[] }>,
  changesAdded: '{count, number} added' as Message<Counted>,
  changesRemoved: '{count, number} removed' as Message<Counted>,
  changesChanged: '{count, number} changed' as Message<Counted>,
  changesNone: 'Nothing changed',
  restoredFrom: 'Restored from version {version, number}' as Message<Versioned>,
  compareWith: 'Compare with',
  compareEmpty: 'Nothing, the first save',
  compareCurrent: 'Version {version, number}, in force' as Message<Versioned>,
  fromTo:
    '{from, plural, =0 {From an empty mapping to version {to, number}.} other {From version # to version {to, number}.}}' as Message<{
      from: number
      to: number
    }>,
  comparisonFailed: 'The versions couldn’t be compared',
  versionsEqual: 'Both versions are the same.',
  restore: 'Restore this version',
  restoreAfterSaving: 'Save or discard your changes first.',
  restoreTitle: 'Restore version {version, number}?' as Message<Versioned>,
  restoreBody:
    'It is saved again as the newest version, and every later one is kept. Values already synced don’t change until the next pull or push.',
  keepCurrent: 'Keep version {version, number}' as Message<Versioned>,
  restoreFailed: 'Nothing was restored',
  restored: 'Version {from, number} is in force again, as version {version, number}.' as Message<Versioned & { from: number }>,

  sample: 'Preview',
  sampleTitle: 'Preview with a record',
  sampleBody: 'Shows what a sync would write, with your unsaved changes. Nothing is written.',
  sampleClose: 'Close the preview',
  sampleSide: 'Where to look for a record',
  sampleInSalesforce: 'In Salesforce',
  sampleInPryzm: 'In Pryzm',
  sampleSearch: 'Find a record by name',
  sampleLatest: 'Changed last',
  sampleFound: '{count, plural, one {# record} other {# records}}' as Message<Counted>,
  sampleNone: 'No records to preview with',
  sampleNotFound: 'No record matches {query}' as Message<{ query: string }>,
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
  sampleUnchanged:
    '{skipped, plural, =0 {Nothing would change.} one {Nothing would change. # field is skipped.} other {Nothing would change. # fields are skipped.}}' as Message<{
      skipped: number
    }>,
  sampleDoes:
    '{action, select, create {Creates} other {Updates}} the record in {way, select, pull {Pryzm} other {Salesforce}}: {written, plural, one {# value} other {# values}} written{skipped, plural, =0 {} other {, # skipped}}.' as Message<{
      action: 'create' | 'update'
      way: 'pull' | 'push'
      written: number
      skipped: number
    }>,
  sampleValues: 'Values of the record',
  valueWritten: 'Changes',
  valueUnchanged: 'Unchanged',
  valueSkipped: 'Skipped',
  valueBecomes: 'becomes',
  salesforceSide: 'Salesforce',
  pryzmSide: 'Pryzm',

  exportFile: 'Export',
  exported: 'Version {version, number} exported.' as Message<Versioned>,
  exportFailed: 'The mapping wasn’t exported',
  importFile: 'Import',
  chooseFile: 'Mapping file',
  notJson: 'This file holds no JSON. Choose one that was exported here.',
  importFailed: 'The mapping wasn’t imported',
  imported: 'Read from {name}. Nothing is saved yet.' as Message<{ name: string }>,

  pipeline: 'Pipeline',
  pipelineNotChosen: 'Choose where opportunities go',
  pipelineNotChosenBody: 'Fields can be mapped once a pipeline is chosen.',
  pipelineDeleted: 'The chosen pipeline no longer exists',
  pipelineDeletedBody: 'Opportunities don’t sync until another one is chosen. The pairs below are kept.',
  attribute_text: 'text',
  attribute_long_text: 'long text',
  attribute_number: 'number',
  attribute_currency: 'currency',
  attribute_percent: 'percent',
  attribute_boolean: 'yes/no',
  attribute_date: 'date',
  attribute_datetime: 'date and time',
  attribute_select: 'select',
  attribute_multi_select: 'multi-select',
  attribute_stage: 'stage',
  attribute_email: 'email',
  attribute_phone: 'phone',
  attribute_url: 'URL',
  attribute_address: 'address',
  attribute_relation: 'relation',
  attribute_user: 'user',
  field_id: 'record ID',
  field_string: 'text',
  field_textarea: 'text area',
  field_boolean: 'checkbox',
  field_int: 'whole number',
  field_long: 'whole number',
  field_double: 'number',
  field_currency: 'currency',
  field_percent: 'percent',
  field_date: 'date',
  field_datetime: 'date/time',
  field_time: 'time',
  field_email: 'email',
  field_phone: 'phone',
  field_url: 'URL',
  field_picklist: 'picklist',
  field_multipicklist: 'multi-select picklist',
  field_combobox: 'combo box',
  field_reference: 'lookup',
  field_address: 'address',
  field_location: 'geolocation',
  field_base64: 'file',
  field_encryptedstring: 'encrypted text',
  field_anyType: 'any type',
  field_complexvalue: 'complex value',
  field_datacategorygroupreference: 'data category',
  nothingToUndo: 'Nothing to undo.',
  nothingToRedo: 'Nothing to redo.',
}
export type MappingEditorMessages = typeof mappingEditorMessages

interface Counted {
  count: number
}

interface Requested {
  org: string
  user: string
  object: string
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

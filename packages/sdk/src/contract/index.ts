export {
  ChooseOrg,
  Connection,
  ConnectionReason,
  ConnectionStatus,
  FieldGap,
  ObjectAccess,
  ObjectRight,
  OrgInfo,
  StartConnecting,
  Viewer,
} from './connection.ts'
export { connectionSentence } from './connection-sentences.ts'
export { type ErrorCode, errors, type Remedy, SyncError } from './errors.ts'
export { LiveEvent } from './event.ts'
export {
  FieldNote,
  FieldResult,
  Job,
  JobCause,
  JobCounts,
  JobDetail,
  JobFilter,
  JobKind,
  JobOrder,
  JobPage,
  JobReason,
  JobState,
  PullMode,
  RecordFilter,
  RecordOutcome,
  RecordResult,
  RetryJob,
  Run,
  RunForecast,
  SkipReason,
  StartedRun,
  StartRun,
} from './job.ts'
export {
  FieldPair,
  IssueCode,
  IssueFix,
  IssueSeverity,
  Mapping,
  MappingIssue,
  MappingVersion,
  ObjectPair,
  OptionPair,
  SavedMapping,
  SaveMapping,
} from './mapping.ts'
export {
  ChangeCounts,
  ImportedMapping,
  MappingChange,
  MappingComparison,
  MappingVersionSummary,
  StaleVersion,
} from './mapping-change.ts'
export { MappingFile } from './mapping-file.ts'
export {
  CreatedPipeline,
  CreatePipeline,
  Pipeline,
  PipelineChange,
  Pipelines,
  PipelineStage,
  SalesforceStage,
  SalesforceStages,
  SalesProcess,
  StageType,
} from './pipeline.ts'
export {
  FindPreviewRecords,
  Preview,
  PreviewField,
  PreviewPush,
  PreviewRecord,
  PreviewSync,
  PreviewWay,
  PushPreview,
  Side,
} from './preview.ts'
export { Push, PushRecord, PushTarget, UnlinkedRecord } from './push.ts'
export { type Contract, contract } from './routes.ts'
export {
  Attribute,
  AttributeOption,
  AttributeType,
  ObjectDescribe,
  PairSchema,
  PicklistValue,
  RecordTypeSchema,
  SalesforceField,
  SalesforceType,
} from './schema.ts'
export { SchemaChange, SchemaChangeKind, SchemaDrift } from './schema-drift.ts'
export { CheckStatus, CreatedFields, PryzmIdFacts, SetupCheck, SetupProblem, SetupReport } from './setup.ts'
export { Actor, Address, AttributeValue, Count, Direction, Instant, Money, RecordType, SalesforceObject } from './shared.ts'
export * from './vocabulary.ts'

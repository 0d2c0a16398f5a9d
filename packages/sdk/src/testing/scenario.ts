import type { Connection } from '../contract/connection.ts'
import type { FieldResult, Job, RecordResult, Run, RunForecast } from '../contract/job.ts'
import type { Mapping } from '../contract/mapping.ts'
import type { Pipeline, SalesforceStage, SalesProcess } from '../contract/pipeline.ts'
import type { Push, PushTarget } from '../contract/push.ts'
import type { ObjectDescribe, RecordTypeSchema } from '../contract/schema.ts'
import type { SchemaDrift } from '../contract/schema-drift.ts'
import type { SetupReport } from '../contract/setup.ts'
import type { Actor, SalesforceObject } from '../contract/shared.ts'
import type { Overrides } from './override.ts'
import type { ScenarioSample, ScenarioUser } from './samples.ts'

/** A state of the whole product as plain data; a transport answers every route from it. */
export interface Scenario {
  connection: Connection
  setup: SetupReport
  /** Null where the connected user may not read the object. */
  describes: Record<SalesforceObject, ObjectDescribe | null>
  /** The record types of organizations and people; those of pipelines follow from the pipelines. */
  recordTypes: RecordTypeSchema[]
  pipelines: Pipeline[]
  /** How many pipelines the viewer may not see besides. */
  hiddenPipelines: number
  stages: SalesforceStage[]
  /** Sales processes of the org; none in most. */
  processes: SalesProcess[]
  /** Every saved mapping, oldest first; the last one is in force. Empty before the first save. */
  mappings: ScenarioMapping[]
  /** What changed in Salesforce since the mapping was saved; the connection's `drift` counts it. */
  drift: SchemaDrift
  /** Newest first; their jobs are those of `jobs` with their id. */
  runs: Omit<Run, 'jobs'>[]
  /** Newest first. */
  jobs: ScenarioJob[]
  /** For how many days after its end a job is kept. */
  keptDays: number
  /** What a full pull would read; objects that the mapping leaves out are left out of the answer. */
  forecast: RunForecast
  /** Records to preview with; those with both sides are linked. */
  samples: ScenarioSample[]
  users: ScenarioUser[]
  /** What a push of any record would do. */
  pushTarget: PushTarget
  /** How a push of any record ends. */
  push: Push
  /** Answers of single routes that differ from what the data above gives. */
  overrides: Overrides
}

export interface ScenarioMapping {
  mapping: Mapping
  savedBy: Actor
  savedAt: string
  /** The version whose mapping was restored, counted from 1; left out for an edit. */
  restoredFrom?: number
}

export interface ScenarioJob {
  job: Job
  records: ScenarioRecord[]
}

export interface ScenarioRecord {
  result: RecordResult
  fields: FieldResult[]
}

import * as z from 'zod'
import { Actor, AttributeValue, Count, Cursor, Instant, RecordType, SalesforceObject } from './shared.ts'
import { fieldNoteCodes, jobKinds, jobStates, pullModes, recordOutcomes, skipReasons } from './vocabulary.ts'

export const JobState = z.enum(jobStates).meta({ id: 'JobState' })
export type JobState = z.infer<typeof JobState>

export const JobKind = z.enum(jobKinds).meta({ id: 'JobKind' })
export type JobKind = z.infer<typeof JobKind>

export const PullMode = z.enum(pullModes).meta({ id: 'PullMode' })
export type PullMode = z.infer<typeof PullMode>

export const RecordOutcome = z.enum(recordOutcomes).meta({ id: 'RecordOutcome' })
export type RecordOutcome = z.infer<typeof RecordOutcome>

export const SkipReason = z.enum(skipReasons).meta({ id: 'SkipReason' })
export type SkipReason = z.infer<typeof SkipReason>

export const JobCounts = z
  .object({
    processed: Count,
    created: Count,
    updated: Count,
    unchanged: Count,
    skipped: Count,
    failed: Count,
    /** Records that synced with at least one skipped field. */
    withSkippedFields: Count,
    skippedFields: Count,
  })
  .meta({ id: 'JobCounts' })
export type JobCounts = z.infer<typeof JobCounts>

/** Why a job failed, was skipped or is paused: a stable code and a sentence for a person. */
export const JobReason = z.object({ code: z.string(), sentence: z.string() }).meta({ id: 'JobReason' })
export type JobReason = z.infer<typeof JobReason>

export const Job = z
  .object({
    id: z.string(),
    /** The run that the job belongs to; null for a push. */
    runId: z.string().nullable(),
    kind: JobKind,
    /** Full or changes; null for a push. */
    mode: PullMode.nullable(),
    object: SalesforceObject,
    recordType: RecordType.nullable(),
    /** Pryzm's name of the records, such as `Organizations` or the pipeline's name. */
    label: z.string(),
    state: JobState,
    reason: JobReason.nullable(),
    counts: JobCounts,
    /** How many records there are to process; null until Salesforce told. */
    total: Count.nullable(),
    /** Records per second of late, and seconds to go, while running. */
    rate: z.number().min(0).nullable(),
    secondsLeft: Count.nullable(),
    mappingVersion: Count,
    startedBy: Actor,
    queuedAt: Instant,
    startedAt: Instant.nullable(),
    finishedAt: Instant.nullable(),
    /** When its counts last moved; null before they have. */
    progressedAt: Instant.nullable(),
    /** When a paused job is tried again by itself; null where a person must act. */
    nextTryAt: Instant.nullable(),
  })
  .meta({ id: 'Job' })
export type Job = z.infer<typeof Job>

/** One press of "Pull from Salesforce": up to three jobs, in pull order. */
export const Run = z
  .object({
    id: z.string(),
    mode: PullMode,
    /** The state of the worst job. */
    state: JobState,
    startedBy: Actor,
    queuedAt: Instant,
    finishedAt: Instant.nullable(),
    /** True from the moment somebody asked to cancel until the run has ended. */
    canceling: z.boolean(),
    jobs: z.array(Job),
  })
  .meta({ id: 'Run' })
export type Run = z.infer<typeof Run>

export const StartRun = z.object({ mode: PullMode.default('full') })

export const StartedRun = z.object({
  run: Run,
  /** True where a run was under way and is returned instead. */
  alreadyRunning: z.boolean(),
})
export type StartedRun = z.infer<typeof StartedRun>

export const JobFilter = z.object({
  cursor: Cursor,
  limit: z.coerce.number().int().min(1).max(100).default(25),
  object: SalesforceObject.optional(),
  kind: JobKind.optional(),
  state: JobState.optional(),
  /** Id of the person who started it. */
  startedBy: z.string().max(200).optional(),
  from: Instant.optional(),
  to: Instant.optional(),
})

/** What a full pull would read, told before it starts. */
export const RunForecast = z
  .object({
    objects: z.array(
      z.object({
        object: SalesforceObject,
        /** Pryzm's name of the records. */
        label: z.string(),
        /** Records that Salesforce has; null where it would not count them. */
        records: Count.nullable(),
        /** Records that are linked already, and so would be updated or found the same. */
        linked: Count,
      }),
    ),
    /** Salesforce calls that the pull would take, roughly; null where not every object could be counted. */
    apiCalls: Count.nullable(),
    /** Salesforce calls of the last 24 hours, as the org tells now. */
    apiUsage: z.object({ used: Count, limit: Count }).nullable(),
  })
  .meta({ id: 'RunForecast' })
export type RunForecast = z.infer<typeof RunForecast>

/** One record's outcome within a job. */
export const RecordResult = z
  .object({
    /** Position within the job; names the result. */
    id: z.string(),
    outcome: RecordOutcome,
    /** The record's name as the side it came from had it. */
    name: z.string().nullable(),
    recordType: RecordType.nullable(),
    recordId: z.string().nullable(),
    salesforceId: z.string().nullable(),
    /** Links to both sides; null where there is none. */
    recordUrl: z.string().nullable(),
    salesforceUrl: z.string().nullable(),
    /** Why the record was skipped or failed, or a note such as `superseded`. */
    reason: JobReason.nullable(),
    /** Records of Salesforce that a duplicate rule took this one for, where that is the reason. */
    matches: z.array(z.object({ salesforceId: z.string(), salesforceUrl: z.string().nullable() })),
    syncedFields: Count,
    skippedFields: Count,
  })
  .meta({ id: 'RecordResult' })
export type RecordResult = z.infer<typeof RecordResult>

/** Something worth telling about an attribute that did sync, such as a default that stood in for a blank. */
export const FieldNote = z.object({ code: z.enum(fieldNoteCodes), sentence: z.string() }).meta({ id: 'FieldNote' })
export type FieldNote = z.infer<typeof FieldNote>

/** One attribute's outcome within a record result. */
export const FieldResult = z
  .object({
    attribute: z.string(),
    attributeLabel: z.string(),
    /** Null where the attribute is not mapped. */
    field: z.string().nullable(),
    pairId: z.string().nullable(),
    outcome: z.enum(['synced', 'skipped']),
    reason: SkipReason.nullable(),
    sentence: z.string().nullable(),
    /** The value that was dropped, as it came; masked where it is secret. */
    dropped: AttributeValue,
    note: FieldNote.nullable(),
  })
  .meta({ id: 'FieldResult' })
export type FieldResult = z.infer<typeof FieldResult>

export const RecordFilter = z.object({
  id: z.string().max(64),
  cursor: Cursor,
  limit: z.coerce.number().int().min(1).max(200).default(50),
  outcome: RecordOutcome.optional(),
  /** Only records with a field skipped for this reason. */
  reason: SkipReason.optional(),
  /** `skipped`: only records that synced with at least one skipped field. */
  fields: z.enum(['skipped']).optional(),
  /** Part of a name, or an id of either side. */
  search: z.string().trim().max(200).optional(),
})

/** A job with how often each reason left a field out. */
export const JobDetail = z
  .object({ job: Job, skipReasons: z.array(z.object({ reason: SkipReason, fields: Count })) })
  .meta({ id: 'JobDetail' })
export type JobDetail = z.infer<typeof JobDetail>

import * as z from 'zod'
import { experimental } from './experimental.ts'
import { Actor, AttributeValue, Count, Cursor, Instant, page, RecordType, SalesforceObject } from './shared.ts'
import { fieldNoteCodes, jobKinds, jobOrders, jobStates, pullModes, recordOutcomes, skipReasons } from './vocabulary.ts'

export const JobState = z.enum(jobStates).meta({ id: 'JobState' })
export type JobState = z.infer<typeof JobState>

export const JobKind = z.enum(jobKinds).meta({ id: 'JobKind' })
export type JobKind = z.infer<typeof JobKind>

export const JobOrder = z.enum(jobOrders).meta({ id: 'JobOrder' })
export type JobOrder = z.infer<typeof JobOrder>

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
    /** While it is queued: how many runs, of other workspaces too, were queued before it and have not begun either. */
    waitingAhead: Count.optional(),
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
  order: JobOrder.default('newest'),
})

/** A page of the history, how many jobs all its pages hold, and for how many days after its end a job is kept. */
export const JobPage = page(Job).extend({ total: Count, keptDays: Count })
export type JobPage = z.infer<typeof JobPage>

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

const CauseId = z.string().regex(/^\d{1,6}$/)

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
    /** @experimental True where the person who asks may not view the attribute; `dropped` is null then. */
    valueHidden: experimental(z.boolean()),
    /** @experimental What the side that was written held before, and what it holds since. */
    values: experimental(z.object({ before: AttributeValue, after: AttributeValue })),
    note: FieldNote.nullable(),
  })
  .meta({ id: 'FieldResult' })
export type FieldResult = z.infer<typeof FieldResult>

export const RecordFilter = z.object({
  id: z.string().max(64),
  cursor: Cursor,
  limit: z.coerce.number().int().min(1).max(500).default(50),
  outcome: RecordOutcome.optional(),
  /** Only records with a field skipped for this reason. */
  reason: SkipReason.optional(),
  /** `skipped`: only records that synced with at least one skipped field. */
  fields: z.enum(['skipped']).optional(),
  /** Only records that have this cause of `JobDetail.causes`. */
  cause: CauseId.optional(),
  /** Part of a name, or an id of either side. */
  search: z.string().trim().max(200).optional(),
  /** The record to begin with, by an id of either side or of its result; those before it are left out. */
  from: z.string().max(64).optional(),
})

/** Which records of a job to pull again; without a narrower wish those that failed. */
export const RetryJob = z.object({
  id: z.string().min(1).max(64),
  outcome: z.enum(['failed', 'skipped']).optional(),
  /** Only records with a field skipped for this reason. */
  reason: SkipReason.optional(),
  /** Only records that have this cause of `JobDetail.causes`. */
  cause: CauseId.optional(),
})
export type RetryJob = z.infer<typeof RetryJob>

/** One thing that kept records of a job from syncing whole: mended once, all of them can be tried again. */
export const JobCause = z
  .object({
    /** Names the cause within its job. */
    id: CauseId,
    /** What became of the whole record; null where one attribute of it was left out. */
    outcome: z.enum(['failed', 'skipped']).nullable(),
    /** Why the attribute was left out; null where it was the whole record. */
    reason: SkipReason.nullable(),
    /** The skip reason, or the code that the record failed or was left out with. */
    code: z.string(),
    attribute: z.string().nullable(),
    attributeLabel: z.string().nullable(),
    field: z.string().nullable(),
    /** The pair of the mapping that it can be mended at. */
    pairId: z.string().nullable(),
    /** Null where each record has a sentence of its own. */
    sentence: z.string().nullable(),
    records: Count,
  })
  .meta({ id: 'JobCause' })
export type JobCause = z.infer<typeof JobCause>

/** A job with how often each reason left a field out, and with the causes of that, those of most records first. */
export const JobDetail = z
  .object({
    job: Job,
    skipReasons: z.array(z.object({ reason: SkipReason, fields: Count })),
    /** Empty for people who may not see the records, and for jobs from before causes were counted. */
    causes: z.array(JobCause),
  })
  .meta({ id: 'JobDetail' })
export type JobDetail = z.infer<typeof JobDetail>

import * as z from 'zod'
import { Actor, Instant, RecordType } from './shared.ts'
import { FieldResult, Job, JobReason, RecordResult } from './job.ts'

export const PushRecord = z.object({
  recordType: RecordType,
  recordId: z.uuid(),
  /** The same key within a day returns the same job instead of pushing again. */
  idempotencyKey: z.string().min(8).max(100),
})

/** A record that the pushed one refers to and that Salesforce does not have yet, so that the reference was left out. */
export const UnlinkedRecord = z
  .object({ attribute: z.string(), recordType: RecordType, recordId: z.string(), name: z.string() })
  .meta({ id: 'UnlinkedRecord' })
export type UnlinkedRecord = z.infer<typeof UnlinkedRecord>

/** A finished push, or one whose outcome is still unknown (`job.state` is then `running`). */
export const Push = z
  .object({
    job: Job,
    result: RecordResult.nullable(),
    fields: z.array(FieldResult),
    /** Those that the person may push first. */
    unlinked: z.array(UnlinkedRecord),
  })
  .meta({ id: 'Push' })
export type Push = z.infer<typeof Push>

export const PushTarget = z
  .object({
    /** What a push would do now; `refused` with the reason, and what may help, where it would not start. */
    action: z.enum(['create', 'update', 'refused']),
    reason: JobReason.nullable(),
    remedy: z.string().nullable(),
    salesforceId: z.string().nullable(),
    salesforceUrl: z.string().nullable(),
    orgName: z.string().nullable(),
    lastPushedAt: Instant.nullable(),
    lastPushedBy: Actor.nullable(),
  })
  .meta({ id: 'PushTarget' })
export type PushTarget = z.infer<typeof PushTarget>

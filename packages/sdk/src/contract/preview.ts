import * as z from 'zod'
import { FieldNote, JobReason, SkipReason } from './job.ts'
import { Mapping } from './mapping.ts'
import { PushRecord } from './push.ts'
import { AttributeValue, SalesforceObject } from './shared.ts'

export const Side = z.enum(['salesforce', 'pryzm']).meta({ id: 'Side' })
export type Side = z.infer<typeof Side>

/** What a sync would do with one attribute. */
export const PreviewField = z
  .object({
    attribute: z.string(),
    attributeLabel: z.string(),
    /** Null where the attribute is not mapped. */
    field: z.string().nullable(),
    pairId: z.string().nullable(),
    /** What the side that is read holds, in its own words: a picklist value of Salesforce, an option id of Pryzm. */
    source: AttributeValue,
    /** What the side that is written holds now, and what it would hold; the same where nothing would change. */
    before: AttributeValue,
    after: AttributeValue,
    outcome: z.enum(['written', 'unchanged', 'skipped']),
    reason: SkipReason.nullable(),
    sentence: z.string().nullable(),
    note: FieldNote.nullable(),
    /** What people call the options, picklist values, records and users that the values name; what is missing shows as it is. */
    labels: z.record(z.string(), z.string()),
  })
  .meta({ id: 'PreviewField' })
export type PreviewField = z.infer<typeof PreviewField>

/** What one direction would do with a record, attribute by attribute. */
export const PreviewWay = z
  .object({
    /** `refused`: the record would not be synced at all. */
    action: z.enum(['create', 'update', 'unchanged', 'refused']),
    /** Why it is refused, else a note such as `linked_existing`. */
    reason: JobReason.nullable(),
    /** Where it is refused, what was left out of it if that is why, else empty. */
    fields: z.array(PreviewField),
  })
  .meta({ id: 'PreviewWay' })
export type PreviewWay = z.infer<typeof PreviewWay>

/** A record to preview with, from either side. */
export const PreviewRecord = z
  .object({
    side: Side,
    /** 18-character Salesforce id, or the id of the Pryzm record. */
    id: z.string(),
    name: z.string(),
    url: z.string().nullable(),
    /** Id of the record on the other side that it is linked to. */
    linkedId: z.string().nullable(),
  })
  .meta({ id: 'PreviewRecord' })
export type PreviewRecord = z.infer<typeof PreviewRecord>

export const FindPreviewRecords = z.object({
  object: SalesforceObject,
  side: Side,
  /** Part of a name; blank for those changed last. */
  text: z.string().trim().max(200).default(''),
  /** Pipeline of the Pryzm records of Opportunity instead of the saved one. */
  pipelineId: z.string().max(64).optional(),
})

export const PreviewSync = z.object({
  object: SalesforceObject,
  side: Side,
  /** A Salesforce id, or that of a Pryzm record. */
  id: z.string().min(1).max(64),
  /** An unsaved mapping; the one in force where left out. */
  mapping: Mapping.optional(),
})

/** What a pull and a push of a record would write. A direction is null where its side has no such record yet. */
export const Preview = z
  .object({
    salesforce: PreviewRecord.nullable(),
    pryzm: PreviewRecord.nullable(),
    pull: PreviewWay.nullable(),
    push: PreviewWay.nullable(),
  })
  .meta({ id: 'Preview' })
export type Preview = z.infer<typeof Preview>

export const PreviewPush = PushRecord.pick({ recordType: true, recordId: true })

/** What a push of a record would do now, and which Salesforce record it would do it to. */
export const PushPreview = PreviewWay.extend({
  /** Null where a push would create the record. */
  salesforceId: z.string().nullable(),
  salesforceUrl: z.string().nullable(),
  orgName: z.string().nullable(),
}).meta({ id: 'PushPreview' })
export type PushPreview = z.infer<typeof PushPreview>

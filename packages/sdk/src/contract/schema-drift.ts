import * as z from 'zod'
import { MappingIssue } from './mapping.ts'
import { Instant, SalesforceObject } from './shared.ts'
import { schemaChangeKinds } from './vocabulary.ts'

export const SchemaChangeKind = z.enum(schemaChangeKinds).meta({ id: 'SchemaChangeKind' })
export type SchemaChangeKind = z.infer<typeof SchemaChangeKind>

/** One way in which a Salesforce object is not what it was when somebody last looked. */
export const SchemaChange = z
  .object({
    kind: SchemaChangeKind,
    object: SalesforceObject,
    /** API name; null where the object as a whole changed. */
    field: z.string().nullable(),
    /** The field's label, or the object's. */
    label: z.string(),
    /** Whether a field pair of the mapping uses the field, its address, or the object. */
    mapped: z.boolean(),
    /** What it was and is in words, such as `text` and `picklist`, or `Length 255` and `Length 80`; null where there is none. */
    before: z.string().nullable(),
    after: z.string().nullable(),
    /** Labels of active picklist values that came and went; a value with a new label is in both. */
    addedOptions: z.array(z.string()),
    removedOptions: z.array(z.string()),
    sentence: z.string(),
  })
  .meta({ id: 'SchemaChange' })
export type SchemaChange = z.infer<typeof SchemaChange>

/**
 * How Salesforce changed under the saved mapping since it was saved, or since a person said that the changes were seen. A
 * change that was taken back is no change.
 */
export const SchemaDrift = z
  .object({
    since: Instant.nullable(),
    /** When Salesforce was last asked; null before the first time. */
    checkedAt: Instant.nullable(),
    changes: z.array(SchemaChange),
    /** Issues of the mapping that were not there before the changes. */
    issues: z.array(MappingIssue),
  })
  .meta({ id: 'SchemaDrift' })
export type SchemaDrift = z.infer<typeof SchemaDrift>

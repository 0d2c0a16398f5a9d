import * as z from 'zod'
import { FieldPair, Mapping, MappingIssue, MappingVersion, ObjectPair, SavedMapping } from './mapping.ts'
import { Count, SalesforceObject } from './shared.ts'

/** One difference between two mappings; pairs are told apart by their ids. */
export const MappingChange = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('object_changed'),
      object: SalesforceObject,
      properties: z.array(ObjectPair.omit({ object: true, fields: true }).keyof()),
      before: ObjectPair.omit({ fields: true }),
      after: ObjectPair.omit({ fields: true }),
    }),
    z.object({ kind: z.literal('pair_added'), object: SalesforceObject, after: FieldPair }),
    z.object({ kind: z.literal('pair_removed'), object: SalesforceObject, before: FieldPair }),
    z.object({
      kind: z.literal('pair_changed'),
      object: SalesforceObject,
      properties: z.array(FieldPair.omit({ id: true }).keyof()),
      before: FieldPair,
      after: FieldPair,
    }),
  ])
  .meta({ id: 'MappingChange' })
export type MappingChange = z.infer<typeof MappingChange>

/** How many pairs came and went, and how many pairs and objects are not what they were. */
export const ChangeCounts = z.object({ added: Count, removed: Count, changed: Count }).meta({ id: 'ChangeCounts' })
export type ChangeCounts = z.infer<typeof ChangeCounts>

/** A saved version as the list of versions shows it: who, when, and how much it changed. */
export const MappingVersionSummary = MappingVersion.extend({
  /** How much differs from the version before. */
  changes: ChangeCounts,
}).meta({ id: 'MappingVersionSummary' })
export type MappingVersionSummary = z.infer<typeof MappingVersionSummary>

/** What differs between two versions; version 0 is the empty mapping before the first save. */
export const MappingComparison = z
  .object({ from: Count, to: Count, changes: z.array(MappingChange) })
  .meta({ id: 'MappingComparison' })
export type MappingComparison = z.infer<typeof MappingComparison>

/**
 * Details of `stale_version`: both sides, each against the version that the edit was based on, or against the mapping in force
 * where there never was such a version.
 */
export const StaleVersion = z
  .object({
    baseVersion: Count,
    /** The mapping in force. */
    current: SavedMapping,
    theirs: z.array(MappingChange),
    yours: z.array(MappingChange),
  })
  .meta({ id: 'StaleVersion' })
export type StaleVersion = z.infer<typeof StaleVersion>

/** A mapping read from a file, ready to be looked at and saved; nothing has been saved. */
export const ImportedMapping = z
  .object({
    mapping: Mapping,
    /** The version in force, for the save. */
    baseVersion: Count,
    /** What a save would change. */
    changes: z.array(MappingChange),
    issues: z.array(MappingIssue),
    /** False while Salesforce could not be asked, so that `issues` may lack what only a describe can tell. */
    checkedAgainstSalesforce: z.boolean(),
    /** What was translated on the way in, or has to be chosen still. */
    notes: z.array(
      z.object({
        code: z.enum(['other_org', 'pipeline_by_name', 'pipeline_not_found', 'options_by_label', 'options_not_found']),
        sentence: z.string(),
      }),
    ),
  })
  .meta({ id: 'ImportedMapping' })
export type ImportedMapping = z.infer<typeof ImportedMapping>

import * as z from 'zod'
import { Actor, AttributeValue, Count, Cursor, Direction, Instant, SalesforceObject } from './shared.ts'
import { issueCodes, issueSeverities } from './vocabulary.ts'

/** One Pryzm option tied to one picklist value. Several may share a side; `direction` tells which way an entry serves. */
export const OptionPair = z
  .object({ option: z.string().max(255), value: z.string().max(255), direction: Direction.default('bidirectional') })
  .meta({ id: 'OptionPair' })
export type OptionPair = z.infer<typeof OptionPair>

export const FieldPair = z
  .object({
    /** Names the pair within its object pair, from version to version. */
    id: z.string().min(1).max(64),
    attribute: z.string().min(1).max(255),
    field: z.string().min(1).max(255),
    direction: Direction.default('bidirectional'),
    options: z.array(OptionPair).max(2000).default([]),
    /** What a blank in Salesforce does on a pull: `clear` (where left out) empties the attribute, `keep` leaves it alone. */
    blankOnPull: z.enum(['clear', 'keep']).optional(),
    /** What a blank in Pryzm does on a push: `clear` (where left out) empties the field, `leave` leaves it alone. */
    blankOnPush: z.enum(['clear', 'leave']).optional(),
    /** Sent on a push where the attribute is blank, in the attribute's own shape; it goes before `blankOnPush`. */
    defaultOnPush: AttributeValue.optional(),
  })
  .meta({ id: 'FieldPair' })
export type FieldPair = z.infer<typeof FieldPair>

export const ObjectPair = z
  .object({
    object: SalesforceObject,
    enabled: z.boolean().default(true),
    direction: Direction.default('bidirectional'),
    /** The pipeline that Opportunities land in; null for the other objects and until one is chosen. */
    pipelineId: z.string().max(64).nullable().default(null),
    fields: z.array(FieldPair).max(1000),
  })
  .meta({ id: 'ObjectPair' })
export type ObjectPair = z.infer<typeof ObjectPair>

/** The object pairs of a workspace, in pull order: Account, Contact, Opportunity. */
export const Mapping = z
  .object({
    pairs: z.tuple([
      ObjectPair.extend({ object: z.literal('Account') }),
      ObjectPair.extend({ object: z.literal('Contact') }),
      ObjectPair.extend({ object: z.literal('Opportunity') }),
    ]),
  })
  .meta({ id: 'Mapping' })
export type Mapping = z.infer<typeof Mapping>

export const IssueCode = z.enum(issueCodes).meta({ id: 'IssueCode' })
export type IssueCode = z.infer<typeof IssueCode>

export const IssueSeverity = z.enum(issueSeverities).meta({ id: 'IssueSeverity' })
export type IssueSeverity = z.infer<typeof IssueSeverity>

/** A mend that a program can apply to the mapping. */
export const IssueFix = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('set_direction'), label: z.string(), pairId: z.string(), direction: Direction }),
    z.object({ kind: z.literal('choose_field'), label: z.string(), pairId: z.string(), field: z.string() }),
    z.object({ kind: z.literal('choose_attribute'), label: z.string(), pairId: z.string(), attribute: z.string() }),
    z.object({ kind: z.literal('remove_pair'), label: z.string(), pairId: z.string() }),
    /** A new pair; `attribute` is null where only a person can tell which one. */
    z.object({
      kind: z.literal('map_field'),
      label: z.string(),
      field: z.string(),
      attribute: z.string().nullable(),
      direction: Direction,
    }),
    z.object({ kind: z.literal('match_option'), label: z.string(), pairId: z.string(), option: z.string(), value: z.string() }),
    z.object({ kind: z.literal('set_object_direction'), label: z.string(), direction: Direction }),
  ])
  .meta({ id: 'IssueFix' })
export type IssueFix = z.infer<typeof IssueFix>

export const MappingIssue = z
  .object({
    code: IssueCode,
    severity: IssueSeverity,
    object: SalesforceObject,
    /** The field pair concerned; null where the issue is about the object pair. */
    pairId: z.string().nullable(),
    attribute: z.string().nullable(),
    field: z.string().nullable(),
    /** The direction that the issue stops (`bidirectional` for both); null for warnings, which stop nothing. */
    stops: Direction.nullable(),
    sentence: z.string(),
    fixes: z.array(IssueFix).max(2),
  })
  .meta({ id: 'MappingIssue' })
export type MappingIssue = z.infer<typeof MappingIssue>

export const MappingVersion = z
  .object({
    version: Count,
    savedBy: Actor,
    savedAt: Instant,
    /** The version whose mapping was restored; null for an edit. */
    restoredFrom: Count.nullable(),
  })
  .meta({ id: 'MappingVersion' })
export type MappingVersion = z.infer<typeof MappingVersion>

/** The mapping in force with what is wrong with it; version 0 is the empty mapping before the first save. */
export const SavedMapping = z
  .object({
    version: Count,
    savedBy: Actor.nullable(),
    savedAt: Instant.nullable(),
    /** The version whose mapping was restored; null for an edit. */
    restoredFrom: Count.nullable(),
    mapping: Mapping,
    issues: z.array(MappingIssue),
    /** False while Salesforce could not be asked, so that `issues` may lack what only a describe can tell. */
    checkedAgainstSalesforce: z.boolean(),
  })
  .meta({ id: 'SavedMapping' })
export type SavedMapping = z.infer<typeof SavedMapping>

export const SaveMapping = z.object({
  /** The version that the edit was based on; a stale one is refused with `stale_version`. */
  baseVersion: Count,
  mapping: Mapping,
})

/** Number of a saved version, from 1. */
const VersionNumber = z.coerce.number().int().min(1).max(2_147_483_647)

export const MappingVersionFilter = z.object({ cursor: Cursor, limit: z.coerce.number().int().min(1).max(200).default(50) })

export const OneMappingVersion = z.object({ version: VersionNumber })

export const CompareMappings = z.object({
  /** A version, or 0 for the empty mapping before the first save. */
  from: z.coerce.number().int().min(0).max(2_147_483_647),
  to: z.coerce.number().int().min(0).max(2_147_483_647),
})

export const RestoreMapping = OneMappingVersion.extend({
  /** The version in force that the person has seen; a stale one is refused with `stale_version`. */
  baseVersion: Count,
})

export const ExportMapping = z.object({
  /** The version in force where left out. */
  version: VersionNumber.optional(),
})

import * as z from 'zod'
import { experimental } from './experimental.ts'
import { Count, Instant, SalesforceObject } from './shared.ts'
import { checkStatuses } from './vocabulary.ts'

export const CheckStatus = z.enum(checkStatuses).meta({ id: 'CheckStatus' })
export type CheckStatus = z.infer<typeof CheckStatus>

export const SetupProblem = z
  .object({
    code: z.string(),
    sentence: z.string(),
    /** What was looked for and what was found, where both can be shown side by side. */
    expected: z.string().nullable(),
    found: z.string().nullable(),
    /** @experimental Records whose values keep Unique from being turned on, and a list of them in Salesforce. */
    duplicates: experimental(z.object({ records: Count, url: z.url() })),
  })
  .meta({ id: 'SetupProblem' })
export type SetupProblem = z.infer<typeof SetupProblem>

/** What the org's `Pryzm_ID__c` is like; which of it is wrong, the problems of its check tell. */
export const PryzmIdFacts = z
  .object({
    name: z.string(),
    /** Its type in words: "Text", "number", "formula". */
    typeLabel: z.string(),
    /** In characters; 0 for a type that has none. */
    length: Count,
    externalId: z.boolean(),
    unique: z.boolean(),
  })
  .meta({ id: 'PryzmIdFacts' })
export type PryzmIdFacts = z.infer<typeof PryzmIdFacts>

const checkKinds = [
  'api_access',
  'scopes',
  'production_org',
  'package',
  'object_access',
  'pryzm_id',
  'pipeline',
  'mapped_fields',
] as const

export const SetupCheck = z
  .object({
    kind: z.enum(checkKinds),
    /** The object that the check is about; null for checks of the whole connection. */
    object: SalesforceObject.nullable(),
    status: CheckStatus,
    title: z.string(),
    /** The field that a check of kind `pryzm_id` is about, where it is seen; absent for every other kind. */
    field: PryzmIdFacts.optional(),
    problems: z.array(SetupProblem),
    /** What to do, step by step; empty where nothing is to be done. */
    steps: z.array(z.string()),
    /** Page of the org's Salesforce Setup where the steps start. */
    link: z.url().nullable(),
  })
  .meta({ id: 'SetupCheck' })
export type SetupCheck = z.infer<typeof SetupCheck>

export const SetupReport = z
  .object({
    checkedAt: Instant,
    checks: z.array(SetupCheck),
  })
  .meta({ id: 'SetupReport' })
export type SetupReport = z.infer<typeof SetupReport>

/** What became of "Create the field for me", object by object. */
export const CreatedFields = z
  .object({
    results: z.array(
      z.object({
        object: SalesforceObject,
        outcome: z.enum(['created', 'already_there', 'refused']),
        sentence: z.string(),
      }),
    ),
    report: SetupReport,
  })
  .meta({ id: 'CreatedFields' })
export type CreatedFields = z.infer<typeof CreatedFields>

import * as z from 'zod'
import { experimental } from './experimental.ts'
import { Actor, Count, Instant, RecordType, SalesforceObject } from './shared.ts'
import { connectionReasons, connectionStatuses } from './vocabulary.ts'

export const ConnectionStatus = z.enum(connectionStatuses).meta({ id: 'ConnectionStatus' })
export type ConnectionStatus = z.infer<typeof ConnectionStatus>

export const ConnectionReason = z.enum(connectionReasons).meta({ id: 'ConnectionReason' })
export type ConnectionReason = z.infer<typeof ConnectionReason>

export const OrgInfo = z
  .object({
    /** 18-character organization id. */
    id: z.string(),
    name: z.string(),
    username: z.string(),
    instanceUrl: z.url(),
    /** Salesforce's own word, such as `Enterprise Edition`. */
    edition: z.string(),
  })
  .meta({ id: 'OrgInfo' })
export type OrgInfo = z.infer<typeof OrgInfo>

/** What the person who asks may do here; the server enforces the same on every route. */
export const Viewer = z
  .object({
    canManage: z.boolean(),
    canPush: z.boolean(),
    /** Record types that the person may not create and edit; a pull leaves them out. */
    missingEntityAccess: z.array(RecordType),
  })
  .meta({ id: 'Viewer' })
export type Viewer = z.infer<typeof Viewer>

/** A right of the connected user: `not_needed` where the mapping asks nothing of it. */
export const ObjectRight = z.enum(['granted', 'missing', 'not_needed']).meta({ id: 'ObjectRight' })
export type ObjectRight = z.infer<typeof ObjectRight>

/** What the connected user may do with one object. */
export const ObjectAccess = z
  .object({ object: SalesforceObject, read: ObjectRight, create: ObjectRight, edit: ObjectRight })
  .meta({ id: 'ObjectAccess' })
export type ObjectAccess = z.infer<typeof ObjectAccess>

/** A mapped field that the connected user may not see, or may see and not edit. */
export const FieldGap = z
  .object({ object: SalesforceObject, field: z.string(), label: z.string(), gap: z.enum(['not_visible', 'not_editable']) })
  .meta({ id: 'FieldGap' })
export type FieldGap = z.infer<typeof FieldGap>

export const Connection = z
  .object({
    status: ConnectionStatus,
    /** Why the status is not plainly `connected`, or why the last attempt to connect failed. */
    reason: ConnectionReason.nullable(),
    /** The reason for a person: what happened and what to do. */
    sentence: z.string().nullable(),
    org: OrgInfo.nullable(),
    /** The other org that somebody signed in to, waiting for the choice to go back or to start fresh. */
    pendingOrg: OrgInfo.nullable(),
    connectedBy: Actor.nullable(),
    connectedAt: Instant.nullable(),
    statusSince: Instant.nullable(),
    /** Salesforce calls of the last 24 hours, as the org last told. */
    apiUsage: z.object({ used: Count, limit: Count }).nullable(),
    /** When a degraded connection is tried again. */
    nextTryAt: Instant.nullable(),
    packageInstallUrl: z.url().nullable(),
    /** How much changed in Salesforce under the saved mapping, for `mapping.drift` to tell; null where nothing did. */
    drift: z.object({ changes: Count, issues: Count }).nullable(),
    viewer: Viewer,
    /** Page of Salesforce Setup where an admin can mend what `reason` tells; null where none can. */
    setupUrl: z.url().nullable(),
    /** The permissions that Salesforce gave and those it did not, where the sign-in was refused for them; else null. */
    scopes: z.object({ granted: z.array(z.string()), missing: z.array(z.string()) }).nullable(),
    /** The objects that the mapping uses, where the connected user lacks a right that it needs; else empty. */
    objectAccess: z.array(ObjectAccess),
    /** True while the access is being renewed. */
    refreshing: z.boolean(),
    /** Where the org was before its My Domain changed, for a week after; calls go to the new address by themselves. */
    movedFrom: z.url().nullable(),
    /** @experimental The mapped fields that field-level security keeps from the connected user. */
    fieldGaps: experimental(z.array(FieldGap)),
    /** @experimental True where the person who connected is no longer a member of the workspace. */
    connectorLeft: experimental(z.boolean()),
  })
  .meta({ id: 'Connection' })
export type Connection = z.infer<typeof Connection>

export const StartConnecting = z.object({
  /** Path of the host's page to come back to; same origin only. */
  returnTo: z
    .string()
    .max(2000)
    .regex(/^\/(?![/\\])/, 'Expected a path on this site, such as /integrations/salesforce')
    .default('/'),
  /** A My Domain host to sign in at, such as `acme.my.salesforce.com`. */
  loginHost: z
    .string()
    .max(255)
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*\.my\.salesforce\.com$/i, 'Expected a host such as acme.my.salesforce.com')
    .optional(),
})

export const ChooseOrg = z.object({
  /** `keep` goes back to the org before; `start_fresh` connects the new one and archives the links of the old. */
  choice: z.enum(['keep', 'start_fresh']),
})

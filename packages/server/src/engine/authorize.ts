import { type RecordType, SyncError } from '@pryzm/salesforce-sdk/contract'
import type { Caller, EntityAccess } from './ports/index.ts'

type Rule = Caller['rules'][number]

const roles: Record<Rule, string> = {
  'integrations:manage': 'Workspace Admins have it.',
  'integrations:push': 'Workspace Admins and Editors have it.',
}

/** Throws `not_permitted` unless the caller holds the integration rule. */
export function requireRule(caller: Caller, rule: Rule): void {
  if (holdsRule(caller, rule)) return
  throw new SyncError('not_permitted', `This needs ${rule}. ${roles[rule]}`, { details: { rule } })
}

/** Whether the caller holds the rule. */
export function holdsRule(caller: Caller, rule: Rule): boolean {
  return caller.rules.includes(rule)
}

/** Throws `module_disabled` where the product module is off for the workspace. */
export function requireModule(caller: Caller): void {
  if (caller.moduleEnabled) return
  throw new SyncError(
    'module_disabled',
    'The Salesforce Integration module is not enabled for this workspace. Ask your account team.',
  )
}

/** What the caller may do with one record: the host's answer, else the access to its record type. */
export async function recordAccess(caller: Caller, recordType: RecordType, recordId: string): Promise<EntityAccess> {
  return (await caller.recordAccess?.(recordType, recordId)) ?? caller.access(recordType)
}

/** Throws `not_permitted` unless the caller may push this record. */
export async function requireEdit(
  caller: Caller,
  { recordType, recordId }: { recordType: RecordType; recordId: string },
): Promise<void> {
  requireRule(caller, 'integrations:push')
  if ((await recordAccess(caller, recordType, recordId)).edit) return
  throw new SyncError('not_permitted', 'Pushing a record needs edit access to it.', { details: { recordType } })
}

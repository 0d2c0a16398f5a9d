import type { ObjectDescribe, SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import type { AbsentFields } from '@pryzm/salesforce-sdk/mapping'
import { describeKey } from './describe-key.ts'
import type { OpenOrg } from './open-org.ts'
import type { DescribeChange, Ports } from './ports/index.ts'

/**
 * Finds out, and keeps, whether custom fields that left a describe were removed or hidden; those it cannot tell of are left
 * out. That a field is not listed says something only where one that this user sees is listed.
 */
export async function settleAbsent(
  { store, log }: Ports,
  open: OpenOrg,
  object: SalesforceObject,
  { before, after }: DescribeChange,
): Promise<AbsentFields> {
  if (before === null || after === null) return new Map()
  const seen = new Set(after.fields.map(({ name }) => name))
  const left = customNames(before).filter((name) => !seen.has(name))
  if (left.length === 0) return new Map()
  const control = customNames(after).slice(0, 1)
  try {
    const existing = (await open.org.customFieldsExist(object, [...left, ...control])) ?? new Map<string, boolean>()
    const isListed = control.some((name) => existing.get(name) === true)
    const absent = new Map<string, 'removed' | 'hidden'>()
    for (const name of left) {
      if (existing.get(name) === true) absent.set(name, 'hidden')
      else if (existing.has(name) && isListed) absent.set(name, 'removed')
    }
    await store.describes.noteAbsent(describeKey(open, object), absent)
    return absent
  } catch (error) {
    log.warn('Salesforce could not be asked what became of fields', { workspace: open.connection.workspace, object, error })
    return new Map()
  }
}

/** Custom fields of the org's own and of packages, not parts of compound ones, which have no entry of their own. */
function customNames({ fields }: ObjectDescribe): string[] {
  return fields.filter(({ name, custom }) => custom && name.endsWith('__c')).map(({ name }) => name)
}

import { longSalesforceId, PRYZM_ID_FIELD, requiredFieldsUnmapped } from '@pryzm/salesforce-sdk/mapping'
import type { FieldValues, Link } from '../ports/index.ts'
import type { PushSetup } from './prepare-push.ts'

/** Where a record stands in Salesforce before it is pushed. */
export type Whereabouts =
  | { kind: 'linked'; link: Link; held: FieldValues | null }
  /** Not linked, but Salesforce knows its id already. */
  | { kind: 'known'; salesforceId: string; held: FieldValues }
  | { kind: 'new' }
  /** Not linked, and not looked for: the upsert would be the same either way, and tells. */
  | { kind: 'unseen' }
  | { kind: 'several' }
  | { kind: 'deleted'; link: Link }

/** Fields that decide how a record may be pushed. */
const decisive = ['IsPersonAccount', 'CurrencyIsoCode']

/** Finds the Salesforce record of a Pryzm record by its link, and by `Pryzm_ID__c` where that changes what is sent. */
export async function findInSalesforce(setup: PushSetup, recordId: string): Promise<Whereabouts> {
  const { ports, open, object, scope } = setup
  const link = await ports.store.links.byRecord(scope, recordId)
  if (link?.state !== 'live') return sendsTheSame(setup) ? { kind: 'unseen' } : lookUp(setup, recordId)
  const fields = decisiveFields(setup)
  if (fields.length === 0) return { kind: 'linked', link, held: null }
  const held = await open.org.readRecord(object, link.salesforceId, fields)
  return held === null ? { kind: 'deleted', link } : { kind: 'linked', link, held }
}

/** Looks for a record that is not linked by the id that Salesforce may have of it. */
export async function lookUp(
  setup: PushSetup,
  recordId: string,
): Promise<Exclude<Whereabouts, { kind: 'unseen' | 'linked' | 'deleted' }>> {
  const held = await setup.open.org.readByPryzmId(setup.object, recordId, ['Id', PRYZM_ID_FIELD, ...decisiveFields(setup)])
  if (held === 'several') return { kind: 'several' }
  if (held === null) return { kind: 'new' }
  return { kind: 'known', salesforceId: longSalesforceId(String(held.Id)), held }
}

/** Whether a create is the same as an update, in what may be sent and in what is allowed. */
export function sendsTheSame(setup: PushSetup): boolean {
  const { plan, pair, describe, schema } = setup
  return (
    plan.fields.every(({ field }) => field.createable === field.updateable) &&
    decisiveFields(setup).length === 0 &&
    requiredFieldsUnmapped(pair, { describe, recordType: schema }).length === 0
  )
}

/** Those of them that the org has. */
export function decisiveFields({ describe }: Pick<PushSetup, 'describe'>): string[] {
  return decisive.filter((name) => describe.fields.some((field) => field.name === name))
}

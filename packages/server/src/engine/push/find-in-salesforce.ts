import { longSalesforceId, PRYZM_ID_FIELD } from '@pryzm/salesforce-sdk/mapping'
import type { FieldValues, Link } from '../ports/index.ts'
import type { PushSetup } from './prepare-push.ts'

/** Where a record stands in Salesforce before it is pushed. */
export type Whereabouts =
  | { kind: 'linked'; link: Link; held: FieldValues | null }
  /** Not linked, but Salesforce knows its id already. */
  | { kind: 'known'; salesforceId: string; held: FieldValues }
  | { kind: 'new' }
  | { kind: 'several' }
  | { kind: 'deleted'; link: Link }

/** Fields that decide how a record may be pushed, where the org has them. */
const decisive = ['IsPersonAccount', 'CurrencyIsoCode']

/** Finds the Salesforce record of a Pryzm record: by its link, else by `Pryzm_ID__c`. */
export async function findInSalesforce(
  { ports, open, object, scope, describe }: PushSetup,
  recordId: string,
): Promise<Whereabouts> {
  const link = await ports.store.links.byRecord(scope, recordId)
  const fields = decisive.filter((name) => describe.fields.some((field) => field.name === name))
  if (link?.state === 'live') {
    if (fields.length === 0) return { kind: 'linked', link, held: null }
    const held = await open.org.readRecord(object, link.salesforceId, fields)
    return held === null ? { kind: 'deleted', link } : { kind: 'linked', link, held }
  }
  const held = await open.org.readByPryzmId(object, recordId, ['Id', PRYZM_ID_FIELD, ...fields])
  if (held === 'several') return { kind: 'several' }
  if (held === null) return { kind: 'new' }
  return { kind: 'known', salesforceId: longSalesforceId(String(held.Id)), held }
}

import type { FieldPair, Mapping, ObjectPair, SalesforceObject } from '@pryzm/salesforce-sdk'

/** An object pair while it is edited: its field pairs by id and in order, so that a change replaces only what it touches. */
export interface ObjectDraft extends Readonly<Omit<ObjectPair, 'fields'>> {
  readonly byId: Readonly<Record<string, FieldPair>>
  readonly order: readonly string[]
}

export type MappingDraft = { readonly [Object in SalesforceObject]: ObjectDraft & { readonly object: Object } }

export function toDraft({ pairs: [account, contact, opportunity] }: Mapping): MappingDraft {
  return { Account: toObjectDraft(account), Contact: toObjectDraft(contact), Opportunity: toObjectDraft(opportunity) }
}

export function toMapping({ Account, Contact, Opportunity }: MappingDraft): Mapping {
  return { pairs: [toObjectPair(Account), toObjectPair(Contact), toObjectPair(Opportunity)] }
}

export function fieldPairsOf({ byId, order }: ObjectDraft): FieldPair[] {
  return order.flatMap((id) => byId[id] ?? [])
}

export function toObjectDraft<Pair extends ObjectPair>({ fields, ...pair }: Pair) {
  return { ...pair, byId: Object.fromEntries(fields.map((field) => [field.id, field])), order: fields.map(({ id }) => id) }
}

export function toObjectPair<Draft extends ObjectDraft>(draft: Draft) {
  const { byId: _byId, order: _order, ...pair } = draft
  return { ...pair, fields: fieldPairsOf(draft) }
}

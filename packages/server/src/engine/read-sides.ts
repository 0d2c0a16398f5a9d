import type { Mapping, ObjectPair, SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import type { PairSides } from '@pryzm/salesforce-sdk/mapping'
import type { Org, Ports } from './ports/index.ts'
import { recordTypeOf } from './rules/record-type-of.ts'

export type Sides = Record<SalesforceObject, PairSides>

/** Reads both sides of a mapping's object pairs, as they are now; without an org, Pryzm's side alone. */
export async function readSides(ports: Ports, workspace: string, mapping: Mapping, org: Org | null): Promise<Sides> {
  const [account, contact, opportunity] = mapping.pairs
  const [Account, Contact, Opportunity] = await Promise.all([
    readPairSides(ports, workspace, account, org),
    readPairSides(ports, workspace, contact, org),
    readPairSides(ports, workspace, opportunity, org),
  ])
  return { Account, Contact, Opportunity }
}

/** Reads both sides of one object pair. */
export async function readPairSides(
  { records }: Ports,
  workspace: string,
  pair: Pick<ObjectPair, 'object' | 'pipelineId'>,
  org: Org | null,
): Promise<PairSides> {
  const type = recordTypeOf(pair)
  const [recordType, describe] = await Promise.all([
    type === null ? null : records.schema(workspace, type),
    org === null ? undefined : org.describe(pair.object),
  ])
  return describe === undefined ? { recordType } : { recordType, describe }
}

import type { Mapping, ObjectPair, RecordTypeSchema, SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import type { PairSides } from '@pryzm/salesforce-sdk/mapping'
import type { OpenOrg } from './open-org.ts'
import type { Ports } from './ports/index.ts'
import { type DescribeRequest, readDescribe } from './read-describe.ts'
import { readRecordType } from './read-record-type.ts'

export type Sides = Record<SalesforceObject, PairSides>

/** Reads both sides of a mapping's object pairs, as they are now; without an org, Pryzm's side alone. */
export async function readSides(
  ports: Ports,
  workspace: string,
  mapping: Mapping,
  open: OpenOrg | null,
  request?: DescribeRequest,
): Promise<Sides> {
  const [account, contact, opportunity] = mapping.pairs
  const [Account, Contact, Opportunity] = await Promise.all([
    readPairSides(ports, workspace, account, open, request),
    readPairSides(ports, workspace, contact, open, request),
    readPairSides(ports, workspace, opportunity, open, request),
  ])
  return { Account, Contact, Opportunity }
}

/** Reads Pryzm's side of a mapping's object pairs. */
export async function readRecordTypes(
  ports: Ports,
  workspace: string,
  mapping: Mapping,
): Promise<Record<SalesforceObject, RecordTypeSchema | null>> {
  const { Account, Contact, Opportunity } = await readSides(ports, workspace, mapping, null)
  return { Account: Account.recordType, Contact: Contact.recordType, Opportunity: Opportunity.recordType }
}

/** Both sides of one object pair, for a job that the other pairs take no part in. */
export function oneSided(object: SalesforceObject, own: PairSides): Sides {
  return { Account: { recordType: null }, Contact: { recordType: null }, Opportunity: { recordType: null }, [object]: own }
}

/** Reads both sides of one object pair. */
export async function readPairSides(
  ports: Ports,
  workspace: string,
  pair: Pick<ObjectPair, 'object' | 'pipelineId'>,
  open: OpenOrg | null,
  request?: DescribeRequest,
): Promise<PairSides> {
  const [recordType, describe] = await Promise.all([
    readRecordType(ports, workspace, pair),
    open === null ? undefined : readDescribe(ports, open, pair.object, request),
  ])
  return describe === undefined ? { recordType } : { recordType, describe }
}

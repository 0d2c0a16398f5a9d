import type { Mapping, ObjectDescribe, ObjectPair, RecordTypeSchema, SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import type { PairSides } from '@pryzm/salesforce-sdk/mapping'
import type { OpenOrg } from './open-org.ts'
import type { Ports } from './ports/index.ts'
import { recordTypeOf } from './rules/record-type-of.ts'

export type Sides = Record<SalesforceObject, PairSides>

/** Reads both sides of a mapping's object pairs, as they are now; without an org, Pryzm's side alone. */
export async function readSides(ports: Ports, workspace: string, mapping: Mapping, open: OpenOrg | null): Promise<Sides> {
  const [account, contact, opportunity] = mapping.pairs
  const [Account, Contact, Opportunity] = await Promise.all([
    readPairSides(ports, workspace, account, open),
    readPairSides(ports, workspace, contact, open),
    readPairSides(ports, workspace, opportunity, open),
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

/** Reads both sides of one object pair. */
export async function readPairSides(
  ports: Ports,
  workspace: string,
  pair: Pick<ObjectPair, 'object' | 'pipelineId'>,
  open: OpenOrg | null,
): Promise<PairSides> {
  const type = recordTypeOf(pair)
  const [recordType, describe] = await Promise.all([
    type === null ? null : ports.records.schema(workspace, type),
    open === null ? undefined : readDescribe(ports, open, pair.object),
  ])
  return describe === undefined ? { recordType } : { recordType, describe }
}

/** Describes an object as it is now, and remembers it for pushes. */
async function readDescribe(
  { describes, clock }: Ports,
  open: OpenOrg,
  object: SalesforceObject,
): Promise<ObjectDescribe | null> {
  const describe = await open.org.describe(object)
  describes.keep(open, object, describe, clock.now())
  return describe
}

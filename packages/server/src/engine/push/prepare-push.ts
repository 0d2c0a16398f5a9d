import {
  type MappingIssue,
  type ObjectPair,
  type RecordType,
  type RecordTypeSchema,
  type SalesforceObject,
  SyncError,
} from '@pryzm/salesforce-sdk/contract'
import type { ObjectDescribe } from '@pryzm/salesforce-sdk/contract'
import {
  blockingIssues,
  compilePushPlan,
  flows,
  objectOf,
  objectPairLabels,
  type PushPlan,
  validateMapping,
} from '@pryzm/salesforce-sdk/mapping'
import { type MappingInForce, mappingInForce } from '../mapping-in-force.ts'
import { type OpenOrg, openOrg } from '../open-org.ts'
import type { LinkScope, Ports } from '../ports/index.ts'
import { readPairSides, type Sides } from '../read-sides.ts'
import { jobLabel } from '../rules/plan-run.ts'
import { recordTypeOf } from '../rules/record-type-of.ts'

/** What a push of one record type goes by. */
export interface PushSetup {
  ports: Ports
  workspace: string
  open: OpenOrg
  object: SalesforceObject
  recordType: RecordType
  label: string
  scope: LinkScope
  mappingVersion: number
  pair: ObjectPair
  describe: ObjectDescribe
  schema: RecordTypeSchema
  plan: PushPlan
}

/** Reads both sides and compiles the mapping. Rejects where a push of this record type could not start at all. */
export async function preparePush(ports: Ports, workspace: string, recordType: RecordType): Promise<PushSetup> {
  const [open, inForce] = await Promise.all([openOrg(ports, workspace), mappingInForce(ports, workspace)])
  const pair = pushingPair(inForce, recordType)
  const sides: Sides = { Account: { recordType: null }, Contact: { recordType: null }, Opportunity: { recordType: null } }
  sides[pair.object] = await readPairSides(ports, workspace, pair, open.org)
  const issues = validateMapping(inForce.mapping, sides)
  const { describe, recordType: schema } = sides[pair.object]
  refuseBlocked(issues, pair.object)
  if (!describe || !schema) throw mappingInvalid('mapping_invalid', 'The mapping does not fit any more. Open it to see why.')
  return {
    ports,
    workspace,
    open,
    object: pair.object,
    recordType,
    label: jobLabel(pair, sides[pair.object]),
    scope: { workspace, orgId: open.info.id, object: pair.object, recordType },
    mappingVersion: inForce.version,
    pair,
    describe,
    schema,
    plan: compilePushPlan({ pair, describe, recordType: schema, issues }),
  }
}

/** The object pair that pushes records of this type. Rejects with `mapping_invalid` where none does. */
export function pushingPair({ version, mapping }: MappingInForce, recordType: RecordType): ObjectPair {
  const object = objectOf(recordType)
  const pair = mapping.pairs.find((candidate) => candidate.object === object)
  const opportunity = mapping.pairs[2]
  const { salesforcePlural, pryzmPlural } = objectPairLabels[object]
  if (version === 0 || pair === undefined)
    throw mappingInvalid('not_mapped', 'Nothing is mapped yet. Configure and save the mapping first.')
  if (opportunity.enabled && opportunity.pipelineId === null)
    throw mappingInvalid('pipeline_not_selected', 'Choose a pipeline for opportunities first, or switch that object pair off.')
  if (!pair.enabled) throw mappingInvalid('pair_disabled', `The mapping of ${salesforcePlural} is switched off.`)
  if (recordTypeOf(pair) !== recordType)
    throw mappingInvalid('pipeline_not_mapped', 'Records of this pipeline do not sync with Salesforce.')
  if (!flows(pair.direction, 'push'))
    throw mappingInvalid('direction', `${pryzmPlural} are only pulled from Salesforce, not pushed.`)
  return pair
}

function refuseBlocked(issues: readonly MappingIssue[], object: SalesforceObject): void {
  const [issue] = blockingIssues(issues, object)
  if (issue) throw mappingInvalid(issue.code, issue.sentence)
}

function mappingInvalid(reason: string, sentence: string): SyncError {
  return new SyncError('mapping_invalid', sentence, { details: { reason } })
}

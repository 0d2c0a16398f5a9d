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
  type PairSides,
  type PlanInput,
  type PushPlan,
  validateMapping,
} from '@pryzm/salesforce-sdk/mapping'
import { type MappingInForce, mappingInForce } from '../mapping-in-force.ts'
import { type OpenOrg, openOrg } from '../open-org.ts'
import type { LinkScope, Ports } from '../ports/index.ts'
import { oneSided, readPairSides } from '../read-sides.ts'
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
  inForce: MappingInForce
  pair: ObjectPair
  describe: ObjectDescribe
  schema: RecordTypeSchema
  /** What the plan was compiled from. */
  input: PlanInput
  plan: PushPlan
  /** True where the describe was read now, not within the last minute. */
  fresh: boolean
}

/**
 * Reads both sides and compiles the mapping. Rejects where a push of this record type could not start at all. A describe of
 * the last minute will do, unless something is wrong by it: that is made sure with a fresh one.
 */
export async function preparePush(ports: Ports, workspace: string, recordType: RecordType): Promise<PushSetup> {
  const [open, inForce] = await Promise.all([openOrg(ports, workspace), mappingInForce(ports, workspace)])
  const pair = pushingPair(inForce, recordType)
  const describe = ports.describes.recent(open, pair.object, ports.clock.now())
  if (describe !== undefined) {
    const schema = await ports.records.schema(workspace, recordType)
    const own = { describe, recordType: schema }
    const issues = validateMapping(inForce.mapping, oneSided(pair.object, own)).filter(({ object }) => object === pair.object)
    if (schema !== null && issues.every(({ severity }) => severity === 'warning'))
      return setUpPush(ports, { workspace, open, inForce, recordType, own, issues, fresh: false })
  }
  return prepareFresh(ports, workspace, recordType, { open, inForce })
}

/** The same with a describe that is read now. */
export async function prepareFresh(
  ports: Ports,
  workspace: string,
  recordType: RecordType,
  { open, inForce }: { open: OpenOrg; inForce: MappingInForce },
): Promise<PushSetup> {
  const pair = pushingPair(inForce, recordType)
  const own = await readPairSides(ports, workspace, pair, open)
  return setUpPush(ports, { workspace, open, inForce, recordType, own, fresh: true })
}

type Known = Pick<PushSetup, 'workspace' | 'open' | 'inForce' | 'recordType' | 'fresh'> & {
  own: PairSides
  /** Left out where they have not been asked for yet. */
  issues?: readonly MappingIssue[]
}

/** Compiles the push of one record type. Rejects with `mapping_invalid` where it could not start at all. */
export function setUpPush(ports: Ports, { own, issues: asked, ...known }: Known): PushSetup {
  const { workspace, open, recordType, inForce } = known
  const pair = pushingPair(inForce, recordType)
  const { object } = pair
  const issues = asked ?? validateMapping(inForce.mapping, oneSided(object, own))
  refuseBlocked(issues, object)
  const { describe, recordType: schema } = own
  if (!describe || !schema) throw mappingInvalid('mapping_invalid', 'The mapping does not fit any more. Open it to see why.')
  const input = { pair, describe, recordType: schema, issues }
  return {
    ...known,
    ports,
    object,
    pair,
    describe,
    schema,
    input,
    label: jobLabel(pair, own),
    scope: { workspace, orgId: open.info.id, object, recordType },
    mappingVersion: inForce.version,
    plan: compilePushPlan(input),
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

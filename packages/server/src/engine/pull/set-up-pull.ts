import {
  type Mapping,
  type ObjectDescribe,
  type RecordType,
  type RecordTypeSchema,
  type SalesforceObject,
  SyncError,
} from '@pryzm/salesforce-sdk/contract'
import {
  blockingIssues,
  compilePullPlan,
  type PairSides,
  type PlanInput,
  type PullPlan,
  validateMapping,
} from '@pryzm/salesforce-sdk/mapping'
import type { OpenOrg } from '../open-org.ts'
import type { LinkScope, Ports } from '../ports/index.ts'
import { oneSided } from '../read-sides.ts'
import { fingerprint } from '../rules/content-hash.ts'
import { recordTypeOf } from '../rules/record-type-of.ts'

/** How rows of one object are matched and converted. */
export interface PullSetup {
  ports: Ports
  workspace: string
  object: SalesforceObject
  recordType: RecordType
  scope: LinkScope
  open: OpenOrg
  describe: ObjectDescribe
  schema: RecordTypeSchema
  /** What the plan was compiled from. */
  input: PlanInput
  plan: PullPlan
  /** Of everything that decides how rows are read and converted. */
  planHash: string
  /** Position of the record's name in the plan's columns; -1 where it is not visible. */
  nameAt: number
  /** Pryzm user ids by lower-cased email, as far as asked; null where no user has it. */
  users: Map<string, string | null>
}

/** Compiles the pull of one object. Rejects with `mapping_invalid` where the object cannot sync. */
export function setUpPull(
  ports: Ports,
  {
    workspace,
    open,
    mapping,
    object,
    own,
  }: { workspace: string; open: OpenOrg; mapping: Mapping; object: SalesforceObject; own: PairSides },
): PullSetup {
  const issues = validateMapping(mapping, oneSided(object, own))
  const pair = mapping.pairs.find((candidate) => candidate.object === object)
  const { describe, recordType: schema } = own
  const [blocking] = blockingIssues(issues, object)
  const recordType = pair ? recordTypeOf(pair) : null
  if (blocking || !pair || !describe || !schema || recordType === null)
    throw new SyncError('mapping_invalid', blocking?.sentence ?? 'The mapping does not fit any more.', {
      details: { reason: blocking?.code ?? 'mapping_invalid' },
    })
  const input = { pair, describe, recordType: schema, issues }
  const plan = compilePullPlan(input)
  const { fields, columns, condition } = plan
  return {
    ports,
    workspace,
    object,
    recordType,
    scope: { workspace, orgId: open.info.id, object, recordType },
    open,
    describe,
    schema,
    input,
    plan,
    planHash: fingerprint({ pair, fields, columns, condition }),
    nameAt: columns.indexOf('Name'),
    users: new Map(),
  }
}

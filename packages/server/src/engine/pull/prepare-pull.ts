import { type MappingIssue, type ObjectPair, type RecordType, SyncError } from '@pryzm/salesforce-sdk/contract'
import { blockingIssues, compilePullPlan, PRYZM_ID_FIELD, type PullPlan, validateMapping } from '@pryzm/salesforce-sdk/mapping'
import { type OpenOrg, openOrg } from '../open-org.ts'
import type { JobPlan, Ports, StoredJob } from '../ports/index.ts'
import { readPairSides, type Sides } from '../read-sides.ts'
import { fingerprint } from '../rules/content-hash.ts'
import { pullColumns } from '../rules/pull-query.ts'
import type { PullContext } from './pull-context.ts'

/** Reads both sides as they are now and compiles the job's mapping. Rejects with `mapping_invalid` where the object cannot sync. */
export async function preparePull(
  ports: Ports,
  job: StoredJob,
  during: Pick<PullContext, 'signal' | 'progressed'>,
): Promise<PullContext> {
  const { workspace, object } = job
  const open = await openOrg(ports, workspace)
  const { pair, issues, sides } = await validate(ports, job, open)
  const { describe, recordType: schema } = sides[object]
  const [blocking] = blockingIssues(issues, object)
  if (blocking || !describe || !schema || job.recordType === null)
    throw new SyncError('mapping_invalid', blocking?.sentence ?? 'The mapping does not fit any more.', {
      details: { reason: blocking?.code ?? 'mapping_invalid' },
    })
  const plan = compilePullPlan({ pair, describe, recordType: schema, issues })
  await ports.store.jobs.change(job.id, { plan: jobPlan(plan, schema) })
  const { fields, condition } = plan
  // A pull of changes asks for deleted rows too, so that deletions and merges are heard of.
  const withDeleted = job.mode === 'changes' && job.onlyIds === null
  const columns = pullColumns(plan, describe.fields, withDeleted)
  return {
    ...during,
    ports,
    workspace,
    job,
    object,
    recordType: job.recordType,
    pullJob: { jobId: job.id, scope: { workspace, orgId: open.info.id, object, recordType: job.recordType } },
    open,
    describe,
    plan,
    planHash: fingerprint({ pair, fields, columns: plan.columns, condition }),
    columns,
    withDeleted,
    idAt: plan.columns.length,
    nameAt: columns.indexOf('Name'),
    deletedAt: columns.indexOf('IsDeleted', plan.columns.length),
    masterAt: columns.indexOf('MasterRecordId', plan.columns.length),
    only: job.onlyIds && new Set(job.onlyIds),
    canWriteBack: describe.fields.some(({ name, updateable }) => name === PRYZM_ID_FIELD && updateable),
    users: new Map(),
  }
}

async function validate(
  ports: Ports,
  { workspace, object, mappingVersion }: StoredJob,
  open: OpenOrg,
): Promise<{ pair: ObjectPair; issues: MappingIssue[]; sides: Sides }> {
  const stored = await ports.store.mappings.version(workspace, mappingVersion)
  const pair = stored?.mapping.pairs.find((candidate) => candidate.object === object)
  if (stored === null || pair === undefined) throw new SyncError('mapping_invalid', 'The mapping of this job is gone.')
  const sides: Sides = { Account: { recordType: null }, Contact: { recordType: null }, Opportunity: { recordType: null } }
  sides[object] = await readPairSides(ports, workspace, pair, open)
  return { pair, issues: validateMapping(stored.mapping, sides), sides }
}

/** The part of a plan that field results are read back by. */
export function jobPlan(
  { fields, leftOut }: Pick<PullPlan, 'fields' | 'leftOut'>,
  schema: { recordType: RecordType; attributes: readonly { name: string; label: string }[] },
): JobPlan {
  return {
    attributes: schema.attributes.map(({ name, label }) => ({ name, label })),
    fields: fields.map(({ attribute, field, pairId }) => ({ attribute: attribute.name, field: field.name, pairId })),
    leftOut: leftOut.map(({ attribute, field, pairId, reason, sentence }) => ({ attribute, field, pairId, reason, sentence })),
  }
}

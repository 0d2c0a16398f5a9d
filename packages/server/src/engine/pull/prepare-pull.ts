import { type RecordType, SyncError } from '@pryzm/salesforce-sdk/contract'
import { PRYZM_ID_FIELD, type PullPlan } from '@pryzm/salesforce-sdk/mapping'
import { openOrg } from '../open-org.ts'
import type { JobPlan, Ports, StoredJob } from '../ports/index.ts'
import { readPairSides } from '../read-sides.ts'
import { pullColumns } from '../rules/pull-query.ts'
import type { PullContext } from './pull-context.ts'
import { setUpPull } from './set-up-pull.ts'

/** Reads both sides as they are now and compiles the job's mapping. Rejects with `mapping_invalid` where the object cannot sync. */
export async function preparePull(
  ports: Ports,
  job: StoredJob,
  during: Pick<PullContext, 'signal' | 'progressed'>,
): Promise<PullContext> {
  const { workspace, object } = job
  const open = await openOrg(ports, workspace)
  const stored = await ports.store.mappings.version(workspace, job.mappingVersion)
  const pair = stored?.mapping.pairs.find((candidate) => candidate.object === object)
  if (stored === null || pair === undefined) throw new SyncError('mapping_invalid', 'The mapping of this job is gone.')
  const own = await readPairSides(ports, workspace, pair, open)
  const setup = setUpPull(ports, { workspace, open, mapping: stored.mapping, object, own })
  const { plan, describe, schema, scope } = setup
  await ports.store.jobs.change(job.id, { plan: jobPlan(plan, schema) })
  // A pull of changes asks for deleted rows too, so that deletions and merges are heard of.
  const withDeleted = job.mode === 'changes' && job.onlyIds === null
  const columns = pullColumns(plan, describe.fields, withDeleted)
  return {
    ...during,
    ...setup,
    job,
    pullJob: { jobId: job.id, scope },
    columns,
    withDeleted,
    idAt: plan.columns.length,
    deletedAt: columns.indexOf('IsDeleted', plan.columns.length),
    masterAt: columns.indexOf('MasterRecordId', plan.columns.length),
    only: job.onlyIds && new Set(job.onlyIds),
    canWriteBack: describe.fields.some(({ name, updateable }) => name === PRYZM_ID_FIELD && updateable),
  }
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

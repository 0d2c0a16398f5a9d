import { randomUUID } from 'node:crypto'
import { type Actor, type PullMode, type StartedRun, SyncError } from '@pryzm/salesforce-sdk/contract'
import { validateMapping } from '@pryzm/salesforce-sdk/mapping'
import { requireRule } from './authorize.ts'
import { type MappingInForce, mappingInForce } from './mapping-in-force.ts'
import { openOrg } from './open-org.ts'
import type { Caller, NewJob, Ports } from './ports/index.ts'
import { readSides, type Sides } from './read-sides.ts'
import { queueRun } from './queue-run.ts'
import { planRun, type PlannedJob } from './rules/plan-run.ts'

/** Who starts a run and what they may write; scheduled runs act as `system` with every access. */
export interface Starter {
  workspace: string
  actor: Actor
  mayWrite: (recordType: string) => boolean
}

/** Pulls from Salesforce as the caller, or joins the run that is under way. */
export async function startRun(ports: Ports, caller: Caller, mode: PullMode): Promise<StartedRun> {
  requireRule(caller, 'integrations:manage')
  return startRunAs(ports, starter(caller), mode)
}

/** What a caller brings to a run. */
export function starter(caller: Caller): Starter {
  return {
    workspace: caller.workspace,
    actor: { id: caller.user.id, name: caller.user.name },
    mayWrite: (recordType) => {
      const access = caller.access(recordType)
      return access.create && access.edit
    },
  }
}

/** Queues a run of the mapping in force. Rejects with `mapping_invalid` where no object could be pulled at all. */
async function startRunAs(ports: Ports, by: Starter, mode: PullMode): Promise<StartedRun> {
  const { workspace } = by
  const [open, inForce] = await Promise.all([openOrg(ports, workspace), mappingInForce(ports, workspace)])
  const sides = await readSides(ports, workspace, inForce.mapping, open)
  const jobs = planJobs(inForce, sides, by).map((job): NewJob => ({
    ...job,
    id: randomUUID(),
    kind: 'pull',
    mappingVersion: inForce.version,
    onlyIds: null,
  }))
  return queueRun(ports, workspace, { mode, startedBy: by.actor, jobs })
}

/** The jobs that a run of the mapping in force would have. Rejects where no object could be pulled at all. */
export function planJobs(
  { mapping, version }: MappingInForce,
  sides: Sides,
  { mayWrite }: Pick<Starter, 'mayWrite'>,
): PlannedJob[] {
  if (version === 0) throw new SyncError('mapping_invalid', 'Nothing is mapped yet. Configure and save the mapping first.')
  const planned = planRun(mapping, validateMapping(mapping, sides), sides, mayWrite)
  refuseWhereNothingRuns(planned)
  return planned
}

function refuseWhereNothingRuns(jobs: readonly Pick<NewJob, 'state' | 'reason' | 'object'>[]): void {
  if (jobs.some(({ state }) => state === 'queued')) return
  const reasons = jobs.map(({ object, reason }) => ({ object, ...reason }))
  const [first] = reasons
  if (first === undefined)
    throw new SyncError('mapping_invalid', 'No object pair is set to pull. Change a direction in the mapping.')
  if (reasons.every(({ code }) => code === 'no_entity_access'))
    throw new SyncError('not_permitted', first.sentence ?? '', { details: { reasons } })
  throw new SyncError('mapping_invalid', `Nothing can be pulled yet. ${first.sentence}`, { details: { reasons } })
}

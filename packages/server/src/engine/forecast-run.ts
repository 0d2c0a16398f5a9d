import { type RunForecast, SyncError } from '@pryzm/salesforce-sdk/contract'
import { requireRule } from './authorize.ts'
import { type OpenOrg, openOrg } from './open-org.ts'
import type { Caller, Ports } from './ports/index.ts'
import { setUpPull } from './pull/set-up-pull.ts'
import { readSides, type Sides } from './read-sides.ts'
import { type MappingInForce, mappingInForce } from './mapping-in-force.ts'
import { callsOfPull } from './rules/calls-of-pull.ts'
import type { PlannedJob } from './rules/plan-run.ts'
import { planJobs, starter } from './start-run.ts'

/** How much a full pull would read and what it would take, without starting one. Rejects as the start of that pull would. */
export async function forecastRun(ports: Ports, caller: Caller): Promise<RunForecast> {
  requireRule(caller, 'integrations:manage')
  const { workspace } = caller
  const [open, inForce] = await Promise.all([openOrg(ports, workspace), mappingInForce(ports, workspace)])
  const sides = await readSides(ports, workspace, inForce.mapping, open)
  const queued = planJobs(inForce, sides, starter(caller)).filter(({ state }) => state === 'queued')
  const [objects, apiUsage] = await Promise.all([
    Promise.all(queued.map((job) => countObject(ports, workspace, { open, inForce, sides }, job))),
    usageOf(open),
  ])
  return { objects, apiCalls: callsOf(objects, open.org.rowsPerPage), apiUsage }
}

async function countObject(
  ports: Ports,
  workspace: string,
  { open, inForce, sides }: { open: OpenOrg; inForce: MappingInForce; sides: Sides },
  { object, label }: PlannedJob,
): Promise<RunForecast['objects'][number]> {
  const { scope, plan } = setUpPull(ports, { workspace, open, mapping: inForce.mapping, object, own: sides[object] })
  const [records, linked] = await Promise.all([
    open.org.countRecords(object, plan.condition),
    ports.store.links.countLinked(scope),
  ])
  return { object, label, records, linked }
}

function callsOf(objects: RunForecast['objects'], rowsPerPage: number): number | null {
  return objects.reduce<number | null>(
    (sum, { records, linked }) => (sum === null || records === null ? null : sum + callsOfPull({ records, linked }, rowsPerPage)),
    0,
  )
}

/** That the org does not tell its limits keeps nobody from pulling. */
async function usageOf({ org }: OpenOrg): Promise<RunForecast['apiUsage']> {
  try {
    return await org.limits()
  } catch (error) {
    if (error instanceof SyncError && error.code === 'salesforce_refused') return null
    throw error
  }
}

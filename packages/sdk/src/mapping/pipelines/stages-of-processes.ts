import type { SalesforceStage, SalesforceStages } from '../../contract/pipeline.ts'

/**
 * The stages that a new pipeline takes over unless somebody chooses otherwise: the active ones of the sales processes that are
 * named, together and in the org's order; those of the whole org where none is named. A stage that several share comes once.
 */
export function stagesOfProcesses({ items, processes }: SalesforceStages, processIds: readonly string[] = []): SalesforceStage[] {
  const active = items.filter((stage) => stage.active)
  if (processIds.length === 0) return active
  const shared = new Set(processes.filter(({ id }) => processIds.includes(id)).flatMap(({ stages }) => stages))
  return active.filter(({ apiName }) => shared.has(apiName))
}

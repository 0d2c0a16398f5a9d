import { type SchemaDrift, SyncError } from '@pryzm/salesforce-sdk/contract'
import { requireRule } from './authorize.ts'
import { keptDrift } from './kept-drift.ts'
import { lookAgain } from './look-again.ts'
import type { Caller, Ports } from './ports/index.ts'
import { settleAbsent } from './settle-absent.ts'
import { tellPages } from './tell.ts'

/** What changed in Salesforce under the saved mapping: Salesforce is asked first, and where it cannot be, told from memory. */
export async function getDrift(ports: Ports, { workspace }: Pick<Caller, 'workspace'>): Promise<SchemaDrift> {
  try {
    await lookClosely(ports, workspace)
  } catch (error) {
    if (!(error instanceof SyncError) || error.code === 'internal') throw error
  }
  return keptDrift(ports, workspace)
}

/** A field that was hidden may be deleted later, without another change of the describe. */
async function lookClosely(ports: Ports, workspace: string): Promise<void> {
  const open = await lookAgain(ports, workspace)
  const kept = await ports.store.describes.drift(workspace, open.info.id)
  for (const { object, drifted } of kept) if (drifted) await settleAbsent(ports, open, object, drifted)
}

/** Makes the describes read last the ones that later changes are told against. */
export async function acknowledgeDrift(ports: Ports, caller: Caller): Promise<SchemaDrift> {
  requireRule(caller, 'integrations:manage')
  const { workspace } = caller
  await ports.store.describes.acknowledge(workspace, ports.clock.now())
  await tellPages(ports, workspace, { type: 'changed', what: 'mapping' })
  await tellPages(ports, workspace, { type: 'changed', what: 'connection' })
  return keptDrift(ports, workspace)
}

import { openOrg } from './open-org.ts'
import type { Ports } from './ports/index.ts'
import { tellPages } from './tell.ts'

/** Keeps how many of the org's API calls are used, for the connection card; that it cannot be read stops nothing. */
export async function noteApiUsage(ports: Ports, workspace: string): Promise<void> {
  try {
    const { org } = await openOrg(ports, workspace)
    await ports.store.connections.change(workspace, { apiUsage: await org.limits() })
    await tellPages(ports, workspace, { type: 'changed', what: 'connection' })
  } catch (error) {
    ports.log.info('The API usage of an org could not be read', { workspace, error })
  }
}

import type { LiveEvent } from '@pryzm/salesforce-sdk/contract'
import type { HostEvent, Ports } from './ports/index.ts'

/** Tells open pages that something is worth reading again. Telling never fails the work that it tells of. */
export async function tellPages({ live, log }: Pick<Ports, 'live' | 'log'>, workspace: string, event: LiveEvent): Promise<void> {
  await live.publish(workspace, event).catch((error: unknown) => log.warn('A live event was not delivered', { workspace, error }))
}

/** Tells the host what happened in a workspace. */
export async function tellHost(
  { tellHost: tell, clock, log }: Pick<Ports, 'tellHost' | 'clock' | 'log'>,
  workspace: string,
  type: HostEvent['type'],
  details: Record<string, unknown>,
): Promise<void> {
  const event: HostEvent = { type, workspace, at: clock.now().toISOString(), details }
  await tell(event).catch((error: unknown) => log.error('The host was not told', { workspace, type, error }))
}

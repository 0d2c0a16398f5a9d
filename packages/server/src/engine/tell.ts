import { randomUUID } from 'node:crypto'
import type { LiveEvent } from '@pryzm/salesforce-sdk/contract'
import type { HostEvent, MappingDrifted, Ports } from './ports/index.ts'

/** Tells open pages that something is worth reading again. Telling never fails the work that it tells of. */
export async function tellPages({ live, log }: Pick<Ports, 'live' | 'log'>, workspace: string, event: LiveEvent): Promise<void> {
  await live.publish(workspace, event).catch((error: unknown) => log.warn('A live event was not delivered', { workspace, error }))
}

type DetailsOf<Type> = Type extends MappingDrifted['type'] ? MappingDrifted['details'] : Record<string, unknown>

/** Tells the host what happened in a workspace. */
export async function tellHost<Type extends HostEvent['type']>(
  { tellHost: tell, clock, log }: Pick<Ports, 'tellHost' | 'clock' | 'log'>,
  workspace: string,
  type: Type,
  details: DetailsOf<Type>,
): Promise<void> {
  const event = { id: randomUUID(), type, workspace, at: clock.now().toISOString(), details } as HostEvent
  await tell(event).catch((error: unknown) => log.error('The host was not told', { workspace, type, error }))
}

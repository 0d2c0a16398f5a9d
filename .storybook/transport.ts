import { createScenarioTransport, type Scenario, type ScenarioTransport } from '@pryzm/salesforce-sdk/testing'

/** Milliseconds before each answer, by the words of the toolbar. */
export const waits = { 'at once': 0, '100 ms': 100, '600 ms': 600, '3 s': 3000 } as const
export type Wait = keyof typeof waits

/** An event of Storybook's channel that sends a live event into the story that is shown. */
export const liveEvent = 'pryzm/live'

const transports = new Map<string, ScenarioTransport>()

/** A story's transport: the same one until the story goes, so that a change in the toolbar changes the look alone. */
export function transportFor(id: string, scenario: Scenario, wait: Wait): ScenarioTransport {
  const known = transports.get(id)
  if (known) return known
  const transport = createScenarioTransport(scenario)
  const made = waits[wait] ? Object.assign(late(transport, waits[wait]), transport) : transport
  transports.set(id, made)
  return made
}

export function forgetTransport(id: string): void {
  transports.delete(id)
}

function late(transport: ScenarioTransport, milliseconds: number) {
  return async (request: Request): Promise<Response> => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds))
    return transport(request)
  }
}

/** The transport behind a story: to look at its calls, change its answers or send live events while it plays. */
export function transportOf({ loaded }: { loaded: Record<string, unknown> }): ScenarioTransport {
  return loaded.transport as ScenarioTransport
}

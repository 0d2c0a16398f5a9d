import type { ScenarioTransport } from '@pryzm/salesforce-sdk/testing'

/** The transport behind a story: to look at its calls, change its answers or send live events while it plays. */
export function transportOf({ loaded }: { loaded: Record<string, unknown> }): ScenarioTransport {
  return loaded.transport as ScenarioTransport
}

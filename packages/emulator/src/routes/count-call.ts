import type { Org } from '../org/org.ts'
import type { Caller } from './authorize-request.ts'

/** Counts a call of the API for the org, and for the app where it came through it. */
export function countCall(org: Org, { session }: Caller): void {
  org.usage.count(session.grant.clientId === org.settings.app.clientId)
}

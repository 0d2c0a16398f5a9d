import type { DescribeCache } from '../describe-cache.ts'
import type { Settings } from '../settings.ts'
import type { Records } from './records.ts'
import type { Store } from './store.ts'
import type { Orgs } from './org.ts'
import type { Clock, HostEvent, Live, Logger, Queue } from './world.ts'

export type * from './caller.ts'
export { CauseTally, hasCause, mergeCauses, withoutCauses } from './cause-tally.ts'
export { JobTakenOver } from './job-taken-over.ts'
export type * from './org.ts'
export type * from './records.ts'
export { Secret } from './secret.ts'
export type * from './connection-store.ts'
export type * from './describe-store.ts'
export type * from './mapping-store.ts'
export type * from './run-store.ts'
export type * from './job-store.ts'
export type * from './link-store.ts'
export type * from './pull-store.ts'
export type * from './erasure-store.ts'
export type * from './event-outbox.ts'
export type * from './store.ts'
export type * from './world.ts'

/** Everything the engine asks of the world. */
export interface Ports {
  orgs: Orgs
  records: Records
  store: Store
  queue: Queue
  live: Live
  clock: Clock
  log: Logger
  settings: Settings
  describes: DescribeCache
  /** Whether the Salesforce Integration module is enabled for the workspace, for work that no request is behind. */
  moduleEnabled(workspace: string): Promise<boolean>
  /** Work that goes on after a request was answered; the server waits for it when it closes. */
  inBackground(work: Promise<unknown>): void
  /** Tells the host; delivered at least once. */
  tellHost(event: HostEvent): Promise<void>
  /** Offers the host again what it has not taken, such as what a process that died was about to tell. */
  tellHostAgain(): Promise<void>
}

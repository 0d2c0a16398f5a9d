import type { ConnectionStore } from './connection-store.ts'
import type { DescribeStore } from './describe-store.ts'
import type { ErasureStore } from './erasure-store.ts'
import type { EventOutbox } from './event-outbox.ts'
import type { JobStore } from './job-store.ts'
import type { LinkStore } from './link-store.ts'
import type { MappingStore } from './mapping-store.ts'
import type { PullStore } from './pull-store.ts'
import type { RunStore } from './run-store.ts'

/** Everything the kit remembers. All of it belongs to one workspace, which every method takes or finds by a key of its own. */
export interface Store {
  connections: ConnectionStore
  describes: DescribeStore
  mappings: MappingStore
  runs: RunStore
  jobs: JobStore
  links: LinkStore
  pulls: PullStore
  erasure: ErasureStore
  outbox: EventOutbox
}

import type { Clock, Store } from '../engine/ports/index.ts'
import { connectionStore } from './connection-store.ts'
import { database } from './database.ts'
import { describeStore } from './describe-store.ts'
import { erasureStore } from './erasure-store.ts'
import { eventOutbox } from './event-outbox.ts'
import { jobStore } from './job-store.ts'
import { linkStore } from './link-store.ts'
import { mappingStore } from './mapping-store.ts'
import { migrate } from './migrate.ts'
import { firstTables } from './migrations/001-first-tables.ts'
import { onePushAKey } from './migrations/002-one-push-a-key.ts'
import { whatAVersionChanged } from './migrations/003-what-a-version-changed.ts'
import { describes } from './migrations/004-describes.ts'
import { notesOfResults } from './migrations/005-notes-of-results.ts'
import { causesAndDurations } from './migrations/006-causes-and-durations.ts'
import { movedOrgs } from './migrations/007-moved-orgs.ts'
import { hostEvents } from './migrations/008-host-events.ts'
import { pullStore } from './pull-store.ts'
import { runStore } from './run-store.ts'
import type { Sql } from './sql/sql.ts'
import { createTokenBox, type EncryptionKey } from './token-box.ts'

export interface StoreOptions {
  sql: Sql
  /** The schema that holds the kit's tables and nothing else. */
  schema?: string
  keys: readonly EncryptionKey[]
  clock: Clock
}

const MIGRATIONS = {
  '001-first-tables': firstTables,
  '002-one-push-a-key': onePushAKey,
  '003-what-a-version-changed': whatAVersionChanged,
  '004-describes': describes,
  '005-notes-of-results': notesOfResults,
  '006-causes-and-durations': causesAndDurations,
  '007-moved-orgs': movedOrgs,
  '008-host-events': hostEvents,
}

/** Everything the kit remembers, in a schema of its own that this brings up to date first. */
export async function createStore({ sql, schema = 'pryzm_salesforce', keys, clock }: StoreOptions): Promise<Store> {
  const box = createTokenBox(keys)
  await migrate(sql, schema, MIGRATIONS)
  const db = database(sql, schema)
  return {
    connections: connectionStore(db, box),
    describes: describeStore(db),
    mappings: mappingStore(db),
    runs: runStore(db),
    jobs: jobStore(db),
    links: linkStore(db),
    pulls: pullStore(db, clock),
    erasure: erasureStore(db),
    outbox: eventOutbox(db),
  }
}

import { createPostgresRecords } from '@pryzm/salesforce-server/records'
import express from 'express'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { DemoConfig } from '../config.ts'
import { demoApi } from './demo-api.ts'
import { encryptionKey } from './encryption-key.ts'
import { mountSalesforce } from './mount-salesforce.ts'
import { openDatabase } from './open-database.ts'
import { owners, people, workspace } from './people.ts'
import { servePages } from './serve-pages.ts'
import { type DemoOrg, emulatedApp } from './start-org.ts'

export interface DemoOptions {
  config: DemoConfig
  /** Folder of the built pages, once they are built. */
  pages: Promise<string>
  /** The emulated org; null where the demo talks to a real one. */
  org: DemoOrg | null
}

/** Starts the small Pryzm: its records, the mounted kit and its pages on one port. */
export async function startDemo({ config, pages, org }: DemoOptions): Promise<{ url: string; close: () => Promise<void> }> {
  const url = `http://localhost:${config.port}`
  const app = express()
  const { database, close: closeDatabase } = await openDatabase(config)
  const records = await createPostgresRecords({ database, recordUrl: (recordType, id) => `/records/${recordType}/${id}` })
  await records.putUsers(workspace, [...people, ...owners])
  const module = { enabled: true }
  const loginUrl = org?.url ?? config.salesforce?.loginUrl ?? ''
  const server = await mountSalesforce(app, {
    database,
    records,
    keys: [encryptionKey(config.dataFolder)],
    salesforce: { ...(config.salesforce ?? emulatedApp), loginUrl, redirectUri: `${url}/api/salesforce/connection/callback` },
    moduleEnabled: () => module.enabled,
  })
  app.use('/api/demo', demoApi({ records, module, orgUrl: org?.url ?? null }))
  servePages(app, await pages)
  // Last, so that nobody meets a host that is only half there.
  const listening = createServer(app).listen(config.port, '127.0.0.1')
  await once(listening, 'listening')

  return {
    url,
    async close() {
      listening.close()
      listening.closeAllConnections()
      await server.close()
      await records.close()
      await closeDatabase()
    },
  }
}

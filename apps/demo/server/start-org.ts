import { createOrg } from '@pryzm/salesforce-emulator'
import { join } from 'node:path'
import type { DemoConfig } from '../config.ts'

/** The app that the emulated org knows; a real org gives its own. */
export const emulatedApp = { clientId: 'pryzm-demo', clientSecret: 'demo-secret' }

export type DemoOrg = Awaited<ReturnType<typeof startOrg>>

/** Starts the emulated org with its small seed, or where it was left: the database beside it holds tokens for it and ids of its records. */
export function startOrg(config: DemoConfig) {
  return createOrg({
    port: config.emulatorPort,
    keepIn: join(config.dataFolder, 'emulated-org.jsonl'),
    app: { ...emulatedApp, redirectUris: [`http://localhost:${config.port}/api/salesforce/connection/callback`] },
  })
}

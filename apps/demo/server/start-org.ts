import { createOrg } from '@pryzm/salesforce-emulator'
import type { DemoConfig } from '../config.ts'

/** The app that the emulated org knows; a real org gives its own. */
export const emulatedApp = { clientId: 'pryzm-demo', clientSecret: 'demo-secret' }

export type DemoOrg = Awaited<ReturnType<typeof startOrg>>

/** Starts the emulated org with its small seed. */
export function startOrg(config: DemoConfig) {
  return createOrg({
    port: config.emulatorPort,
    app: { ...emulatedApp, redirectUris: [`http://localhost:${config.port}/api/salesforce/connection/callback`] },
  })
}

import { createAdmin } from './admin/create-admin.ts'
import type { OrgAdmin } from './admin/org-admin.ts'
import { createApp } from './create-app.ts'
import type { Clock } from './org/clock.ts'
import { createFaults, type OrgFaults } from './faults/org-faults.ts'
import { OrgKeeper } from './keeping/org-keeper.ts'
import { Org } from './org/org.ts'
import type { Edition } from './org/edition.ts'
import { organizationOfKind } from './org/organization-kind.ts'
import { changedSettings, defaultSettings, type ConnectedApp, type OrgKind, type SettingChanges } from './org/settings.ts'
import type { Seed } from './seeds/seed.ts'
import { seedNamed, type SeedName } from './seeds/seed-names.ts'
import { startServer } from './serve.ts'

export interface CreateOrgOptions {
  /** What the org holds at the start, of its own making or by name: `tiny`, `small` (the default), `large` or `people`. */
  seed?: Seed | SeedName
  kind?: OrgKind
  /** The edition, where it is not that of the kind. */
  edition?: Edition
  /** The app that may connect: its id, secret, callbacks and whether it is installed. */
  app?: Partial<ConnectedApp>
  /** Switches of the org: token life, rotation, limits, API versions, bulk jobs. */
  settings?: SettingChanges
  /** The port to listen on; a free one unless told. */
  port?: number
  /** The address to listen on; only this machine unless told. */
  hostname?: string
  clock?: Clock
  /**
   * A file that keeps what changes in the org, so that it goes on where it was at the next start: records, fields, permissions,
   * users, rules, switches, tokens. Sign-ins of browsers, bulk jobs, query cursors, faults and the list of requests are not kept.
   */
  keepIn?: string
}

/** An emulated org that is being served. */
export interface EmulatedOrg {
  /** Its address, which stands for both the login host and the My Domain. */
  readonly url: string
  /** What an administrator would do by hand, and a look inside. */
  readonly admin: OrgAdmin
  /** Things that go wrong on demand. */
  readonly faults: OrgFaults
  /** Puts everything back as it was at the very start, before anything was kept. */
  reset(): void
  close(): Promise<void>
}

/**
 * Starts an emulated Salesforce org on a port.
 *
 * @example
 * const org = await createOrg()
 * const connection = new Connection({ loginUrl: org.url })
 */
export async function createOrg(options: CreateOrgOptions = {}): Promise<EmulatedOrg> {
  const seed = plantedSeed(options)
  let current = openOrg(seed, options)
  const keeper = options.keepIn === undefined ? undefined : await OrgKeeper.open(options.keepIn, seed, current)
  const controls = { admin: createAdmin(() => current), faults: createFaults(() => current), reset }
  let app = createApp(current, controls)
  const server = await startServer((request, outgoing) => app.fetch(request, { outgoing }), {
    port: options.port ?? 0,
    hostname: options.hostname ?? '127.0.0.1',
  })
  current.url = server.url
  await keeper?.start().catch(async (error: unknown) => {
    await server.close()
    throw error
  })

  function reset(): void {
    current = openOrg(seed, options)
    current.url = server.url
    app = createApp(current, controls)
    keeper?.startAfresh(current)
  }

  return {
    url: server.url,
    ...controls,
    async close() {
      await server.close()
      await keeper?.close()
    },
  }
}

function plantedSeed({ seed = 'small' }: CreateOrgOptions): Seed {
  return typeof seed === 'string' ? seedNamed(seed) : seed
}

function openOrg(seed: Seed, { kind, edition, app, settings, clock = () => new Date() }: CreateOrgOptions): Org {
  const org = new Org(seed, { ...changedSettings(defaultSettings, settings), app: { ...defaultSettings.app, ...app } }, clock)
  const cells = { ...(kind ? organizationOfKind(kind, clock()) : {}), ...(edition ? { OrganizationType: edition } : {}) }
  org.table('Organization').update(String(org.organization.Id), cells)
  return org
}
